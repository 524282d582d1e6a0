import { STATUS_CODES } from 'node:http'
import { replyExamples } from '../../../generated/operator/reply-examples.js'
import type { components } from '../../../generated/operator/types.js'

type Problem = components['schemas']['Problem']
type ProblemName = Problem['type'] extends `urn:tokenwright:problem:${infer Name}` ? Name : never

/** A problem as RFC 9457 has it, under one of the types of the contract. */
export function problem(
  name: ProblemName,
  status: number,
  detail: string,
  more: Pick<Problem, 'state' | 'errors'> = {},
): Problem {
  return { type: `urn:tokenwright:problem:${name}`, title: STATUS_CODES[status] ?? '', status, detail, ...more }
}

/** 404 for every id that nothing has. */
export const notFound = { status: 404, body: replyExamples.NotFound.unknown } as const

/** 409 for what a state does not allow. */
export function wrongState(state: string, detail: string): { readonly status: 409; readonly body: Problem } {
  return { status: 409, body: problem('wrong-state', 409, detail, { state }) }
}

/** 409 for what exists already. */
export function alreadyExists(detail: string): { readonly status: 409; readonly body: Problem } {
  return { status: 409, body: problem('already-exists', 409, detail) }
}
