/** The answer of a call that a part of the run makes for itself. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what a body holds depends on the call
  readonly body: any
}

export interface CallOptions {
  /** Of an operator, or whatever stands behind `Bearer`. */
  readonly bearer?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The operator key of the demo. */
export const demoAdminKey = 'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN'

/** A JSON call of the server under attack. */
export async function call(
  base: string,
  method: string,
  path: string,
  { bearer, headers = {}, body }: CallOptions = {},
): Promise<Answer> {
  const response = await fetch(new URL(path, base), {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parsed(text) }
}

/** {@link call}. @throws where the answer is none of success */
export async function callSuccessfully(...args: Parameters<typeof call>): Promise<Answer> {
  const answer = await call(...args)
  if (answer.status < 200 || answer.status > 299 || answer.body?.error !== undefined)
    throw new Error(`${args[1]} ${args[2]} answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  return answer
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
