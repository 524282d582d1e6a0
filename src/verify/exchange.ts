import { encodeExample, filledPath } from '../contract/examples.js'
import type { Probe, ProbeRequest } from './probe.js'

/** An answer of the verified server, read as a whole. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** The server gave no answer that could be read. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  /** @param code of the failed connection, such as `ECONNREFUSED` */
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message)
  }
}

/** The server was not asked, since it had as many requests as it may get. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests'
}

export interface ExchangeOptions {
  /** Without a trailing slash. */
  readonly base: string
  /** How long one answer may take. */
  readonly timeoutMs: number
  readonly maxRequests: number
}

/** No documented reply comes near it. */
const maxAnswerBytes = 1024 * 1024
/** How long a verification waits for a server that asks it to (429 or 503 with `Retry-After`), in all. */
const maxWaitSeconds = 60

/** Sends the requests of a verification one after the other, and follows no redirect, so that credentials reach no other server. */
export class Exchange {
  #requests = 0
  #waitedSeconds = 0

  constructor(readonly options: ExchangeOptions) {}

  get requests(): number {
    return this.#requests
  }

  /**
   * Sends a request without placeholders. Where the server asks for patience it is asked again.
   * @throws {NoAnswer} where the connection fails, the time is over or the answer is too long
   * @throws {TooManyRequests}
   */
  async send(operation: Probe['operation'], request: ProbeRequest): Promise<Answer> {
    for (;;) {
      const answer = await this.#sendOnce(operation, request)
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
      const mayWait = (answer.status === 429 || answer.status === 503) && seconds > 0
      if (!mayWait || this.#waitedSeconds + seconds > maxWaitSeconds) return answer
      this.#waitedSeconds += seconds
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    }
  }

  async #sendOnce(operation: Probe['operation'], request: ProbeRequest): Promise<Answer> {
    if (this.#requests >= this.options.maxRequests) throw new TooManyRequests()
    return this.sendAtOnce(operation, request)
  }

  /**
   * Sends a request whatever the server asks for and however many it had: to provoke a limit.
   * @throws {NoAnswer}
   */
  async sendAtOnce(operation: Probe['operation'], request: ProbeRequest): Promise<Answer> {
    const { base, timeoutMs } = this.options
    this.#requests++
    const { method, params, query, headers, body, raw } = request
    const path = filledPath(request.path, (name) => encodeURIComponent(params[name] ?? ''))
    const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''
    const payload = raw?.text ?? (body === undefined ? undefined : encodeExample(operation, body))
    try {
      const response = await fetch(`${base}${path}${search}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...headers,
          ...(payload !== undefined && { 'content-type': raw?.mediaType ?? operation.body?.mediaType ?? '' }),
        },
        ...(payload !== undefined && { body: payload }),
      })
      return { status: response.status, headers: response.headers, text: await readText(response) }
    } catch (error) {
      throw noAnswer(error, timeoutMs)
    }
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxAnswerBytes) throw new NoAnswer(`more than ${maxAnswerBytes} bytes`, undefined)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function noAnswer(error: unknown, timeoutMs: number): NoAnswer {
  if (error instanceof NoAnswer) return error
  const { name, cause, message } = error as Error & { cause?: NodeJS.ErrnoException }
  if (name === 'TimeoutError') return new NoAnswer(`no answer within ${timeoutMs / 1000} s`, undefined)
  return new NoAnswer(cause?.code ?? cause?.message ?? message, cause?.code)
}
