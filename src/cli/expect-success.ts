import type { components } from '../../generated/operator/types.js'
import type { Exit } from './failure.js'
import { CliFailure } from './failure.js'

type Problem = components['schemas']['Problem']
type Done = 200 | 201 | 204
type Reply =
  | { readonly status: Done; readonly body: unknown }
  | { readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503; readonly body: Problem }

/** Which key was sent is not told: a key is a secret. */
const whereKeysAre = 'Check --key-file, or OPERATOR_KEY.'

const exits: Readonly<Record<number, Exit>> = {
  400: 'usage',
  401: 'refused',
  403: 'refused',
  404: 'notFound',
  409: 'conflict',
  413: 'usage',
  429: 'unreachable',
  503: 'unreachable',
}

/**
 * What an operation answered, where it was done.
 * @throws {CliFailure} with the problem, where it was not
 */
export function expectSuccess<Answered extends Reply>(reply: Answered): Extract<Answered, { status: Done }>['body'] {
  if (isDone(reply)) return reply.body
  const { status, body }: Reply = reply
  const problem = body as Problem
  const message = status === 401 ? `${problem.detail} ${whereKeysAre}` : problem.detail
  throw new CliFailure(exits[status] ?? 'unexpected', message, problem)
}

function isDone<Answered extends Reply>(reply: Answered): reply is Extract<Answered, { status: Done }> {
  return reply.status < 300
}
