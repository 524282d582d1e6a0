import type { FastifyReply, FastifyRequest } from 'fastify'
import { Mask } from '../verify/mask.js'

/** What a client sent and got, with secrets masked. */
export interface RecordedCall {
  readonly at: string
  readonly requestId: string
  readonly method: string
  readonly url: string
  /** Absent where no contract has the path and method. */
  readonly operation?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
  /** The body of the answer: where a call is refused, it says why. */
  readonly reply: string
}

const maxCalls = 1000
const secretKeys = /secret|password|token|hash|accesskey/i

/** Keeps the last calls of clients. */
export class RecordedCalls {
  readonly #calls: RecordedCall[] = []
  readonly #mask = new Mask()
  readonly #onCall: (call: RecordedCall) => void

  constructor(onCall: (call: RecordedCall) => void = () => {}) {
    this.#onCall = onCall
  }

  get all(): readonly RecordedCall[] {
    return this.#calls
  }

  clear(): void {
    this.#calls.length = 0
  }

  record(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    // The pages of the server itself are no calls of a client.
    if (!request.operation && /^\/(?:mock|docs|openapi|livez|readyz|metrics)\b/.test(request.url)) return
    const { authorization, 'content-type': contentType } = request.headers
    const call: RecordedCall = {
      at: new Date().toISOString(),
      requestId: request.id,
      method: request.method,
      url: this.#mask.apply(request.url),
      ...(request.operation && { operation: request.operation.operationId }),
      headers: {
        ...(authorization !== undefined && { authorization: maskedCredential(authorization) }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(request.body !== undefined && request.body !== null && { body: this.#text(request.body) }),
      status: reply.statusCode,
      reply: this.#text(payload),
    }
    if (this.#calls.push(call) > maxCalls) this.#calls.shift()
    this.#onCall(call)
  }

  #text(value: unknown): string {
    if (typeof value !== 'string') return this.#mask.apply(JSON.stringify(withoutSecrets(value)) ?? '')
    try {
      return this.#mask.apply(JSON.stringify(withoutSecrets(JSON.parse(value))))
    } catch {
      return this.#mask.apply(value)
    }
  }
}

/** `Bearer twg_…`: enough to tell which credential it was. */
function maskedCredential(header: string): string {
  const [scheme = '', credential = ''] = header.split(' ', 2)
  return credential === '' ? `${scheme.slice(0, 4)}…` : `${scheme} ${credential.slice(0, 4)}…`
}

/** The value with the texts under keys of secrets cut to two characters. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && secretKeys.test(key) && !/link|type/i.test(key) && item !== ''
        ? `${item.slice(0, 2)}…`
        : withoutSecrets(item),
    ]),
  )
}
