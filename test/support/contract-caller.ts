import type { Test } from 'tap'
import type { Contract, OperationEntry } from '../../src/contract/contract.js'
import { encodeExample, filledPath } from '../../src/contract/examples.js'
import { isJson } from '../../src/contract/media-type.js'
import { ReplyValidators } from '../../src/contract/reply-validators.js'
import { type RawReply, send } from './http.js'

export interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as `Authorization: Bearer TOKEN`. */
  readonly token?: string
  /** Sent in the media type that the operation declares: JSON or a form. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Buffer
}

export interface CallReply {
  readonly status: number
  /** The value of a JSON reply, or the text of another one. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into replies as it likes; the schema has been checked
  readonly body: any
  readonly text: string
  readonly headers: RawReply['headers']
}

/** Shared by all callers of this process: to compile the schemas anew takes longer than most tests. */
const replyValidators = new Map<Contract, ReplyValidators>()

/**
 * Calls operations by their id over a socket. The request is built from the contract, and every reply is held against it:
 * the status is declared, the media type is exactly the declared one, the body is valid under a strict Ajv, and each declared header is there.
 */
export class ContractCaller {
  readonly #validators: ReplyValidators
  readonly #seen = new Map<string, Set<number>>()

  constructor(
    readonly contract: Contract,
    readonly baseUrl: string,
  ) {
    this.#validators = replyValidators.get(contract) ?? new ReplyValidators(contract)
    replyValidators.set(contract, this.#validators)
  }

  operation(operationId: string): OperationEntry {
    const operation = this.contract.operations[operationId]
    if (!operation) throw new Error(`${this.contract.name} has no operation ${operationId}`)
    return operation
  }

  async call(operationId: string, { params = {}, query, headers, token, body, raw }: Call = {}): Promise<CallReply> {
    const operation = this.operation(operationId)
    const path = filledPath(operation.path, (name) => encodeURIComponent(params[name] ?? ''))
    const payload = raw ?? (body === undefined ? undefined : encodeExample(operation, body))
    const reply = await send(this.baseUrl, {
      method: operation.method,
      path: query ? `${path}?${new URLSearchParams(query)}` : path,
      headers: {
        ...(payload !== undefined && operation.body && { 'content-type': operation.body.mediaType }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(payload !== undefined && { body: payload }),
    })
    return this.#check(operation, reply)
  }

  #check(operation: OperationEntry, reply: RawReply): CallReply {
    const { operationId } = operation
    const entry = operation.replies[reply.status]
    if (!entry) throw new Error(`${operationId} answered the undeclared status ${reply.status}: ${reply.text}`)
    const mediaType = entry.content?.mediaType
    if (reply.headers['content-type'] !== mediaType) {
      throw new Error(`${operationId} answered the media type ${reply.headers['content-type']}, not ${mediaType}`)
    }
    for (const name of ['x-request-id', ...entry.headers.map(({ name }) => name.toLowerCase())]) {
      if (reply.headers[name] === undefined) throw new Error(`${operationId} answered ${reply.status} without ${name}`)
    }
    for (const { name, constant } of entry.headers) {
      if (constant !== undefined && reply.headers[name.toLowerCase()] !== constant)
        throw new Error(`${operationId} answered ${name}: ${String(reply.headers[name.toLowerCase()])}`)
    }
    const body: unknown = mediaType !== undefined && isJson(mediaType) ? JSON.parse(reply.text) : reply.text
    if (entry.content) {
      const validate = this.#validators.of(entry.content.at)
      if (!validate(body)) {
        throw new Error(
          `${operationId} answered an invalid body: ${this.#validators.ajv.errorsText(validate.errors)}\n${reply.text}`,
        )
      }
    }
    const seen = this.#seen.get(operationId) ?? new Set()
    this.#seen.set(operationId, seen.add(reply.status))
    return { status: reply.status, body, text: reply.text, headers: reply.headers }
  }

  /** The last test of a file: every status that these operations declare themselves was seen. */
  assertAllStatusesSeen(t: Test, operationIds: readonly string[]): void {
    for (const operationId of operationIds) {
      const own = Object.entries(this.operation(operationId).replies).filter(([, entry]) => !entry.isProtocolFailure)
      const missing = own
        .map(([status]) => Number(status))
        .filter((status) => !this.#seen.get(operationId)?.has(status))
      t.strictSame(missing, [], `every declared status of ${operationId} was seen`)
    }
  }
}
