import type { components } from '../../../generated/operator/types.js'

type Problem = components['schemas']['Problem']
type Done = 200 | 201 | 204

interface Reply {
  readonly status: number
  readonly body?: unknown
}

/** What the operator API refuses, with its reason for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail)
  }

  /** What is wrong with a field of the request, by its name. */
  fieldErrors(): Readonly<Record<string, string>> {
    const errors = this.problem.errors ?? []
    return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.replace(/^#?\/?/, ''), detail]))
  }
}

/**
 * What an operation answers where it succeeds.
 * @throws {ApiProblem} where it is refused
 */
export async function expectSuccess<Answered extends Reply>(
  call: Promise<Answered>,
): Promise<Extract<Answered, { status: Done }>['body']> {
  const reply = await call
  if (reply.status >= 300) throw new ApiProblem(reply.status, reply.body as Problem)
  return reply.body as Extract<Answered, { status: Done }>['body']
}

/** A failure in words for people. */
export function describeError(error: unknown): string {
  if (error instanceof ApiProblem) {
    const fields = Object.entries(error.fieldErrors()).map(([name, detail]) => `${name || 'The request'} ${detail}`)
    return [error.problem.detail, ...fields].join(' ')
  }
  if (error instanceof TypeError) return 'The server cannot be reached. Check the connection, then try again.'
  return 'The server gave an answer that this page does not know. Reload the page; it may be older than the server.'
}
