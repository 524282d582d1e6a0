import type { IncomingHttpHeaders } from 'node:http'

/** An answer as it came from a server. */
export interface ServerAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Encoded as `Content-Encoding` says. */
  readonly body: Buffer
}

/** A call that the old server has answered, with what is needed to repeat it. */
export interface AnsweredCall {
  readonly method: string
  /** Path and query, as the caller wrote them. */
  readonly url: string
  /** Name, value, name, value …, as they are sent on. */
  readonly headers: readonly string[]
  /** `undefined` where the body or the answer is too long to be kept. */
  readonly kept: { readonly body: Buffer; readonly answer: ServerAnswer } | undefined
}

/** Collects a body up to a length, beyond which it keeps nothing. */
export class BoundedBody {
  #chunks: Buffer[] | undefined = []
  #length = 0

  constructor(readonly maxBytes: number) {}

  /** @returns whether all of it is kept so far */
  add(chunk: Buffer): boolean {
    this.#length += chunk.length
    if (this.#length > this.maxBytes) this.#chunks = undefined
    this.#chunks?.push(chunk)
    return this.#chunks !== undefined
  }

  /** `undefined` where the body is too long. */
  get bytes(): Buffer | undefined {
    return this.#chunks && Buffer.concat(this.#chunks)
  }
}

/** Headers of one connection (RFC 9110, 7.6.1), and those that the sender of a request decides anew. */
const ownOfConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'upgrade',
  'http2-settings',
  // Answered by the proxy.
  'expect',
])

/**
 * The headers of a message that are sent on, spelt, ordered and repeated as they came.
 * @param raw name, value, name, value …
 * @param without further names, in lower case
 */
export function passedHeaders(raw: readonly string[], without: readonly string[] = []): string[] {
  const passed: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2)
    const key = name.toLowerCase()
    if (!ownOfConnection.has(key) && !without.includes(key)) passed.push(name, value)
  }
  return passed
}
