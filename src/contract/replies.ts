import fastJson from 'fast-json-stringify'
import type { FastifyReply } from 'fastify'
import type { AnyReply, ApiImplementation } from './api.js'
import type { Contract, JsonObject, OperationEntry, ReplyEntry } from './contract.js'
import { child, resolved } from './document.js'
import { replyExamples } from './examples.js'
import type { Failure, ProtocolFailure } from './failure.js'
import { isJson } from './media-type.js'

/** Sends a reply that a handler or an authenticator returned. */
export type SendReply = (reply: FastifyReply, answer: AnyReply) => FastifyReply

type Serialize = (body: unknown) => string

const fixedStatuses = [405, 413, 415, 500, 503] as const

/** Writes the replies of one contract: the declared ones and no other, in the declared media type and by the declared schema. */
export class Replies {
  readonly #contract: Contract
  readonly #implementation: ApiImplementation
  readonly #senders = new Map<string, SendReply>()
  readonly #sendInvalidRequest: SendReply
  readonly #sendProtocolFailure: SendReply
  /** The bodies of the protocol failures, by status: the examples of the contract. */
  readonly #protocolBodies: ReadonlyMap<number, unknown>

  /** @throws where the contract lacks the reply of a protocol failure or its example */
  constructor(contract: Contract, implementation: ApiImplementation) {
    this.#contract = contract
    this.#implementation = implementation
    const invalid = contract.invalidRequestReply
    this.#sendInvalidRequest = this.#sender('an invalid request', { [invalid.status]: invalid.entry })
    this.#sendProtocolFailure = this.#sender('a protocol failure', contract.protocolReplies)
    // A contract declares the others where one of its operations answers them.
    const statuses = [...fixedStatuses, ...[403, 429].filter((status) => status in contract.protocolReplies)]
    this.#protocolBodies = new Map(statuses.map((status) => [status, this.#protocolBody(status)]))
  }

  /** Sends the replies that an operation declares; every other status is answered 500. */
  of({ operationId, replies }: OperationEntry): SendReply {
    return this.#sender(operationId, replies)
  }

  /** Answers a failure in the envelope of the API. */
  sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
    if (failure.kind !== 'protocol') {
      return this.#sendInvalidRequest(reply, this.#implementation.replyToInvalidRequest(failure))
    }
    return this.#sendProtocolFailure(reply, this.#protocolReply(failure))
  }

  #protocolReply({ status, retryAfterSeconds }: ProtocolFailure): AnyReply {
    const body = this.#protocolBodies.get(status)
    return retryAfterSeconds === undefined
      ? { status, body }
      : { status, body, headers: { 'Retry-After': retryAfterSeconds } }
  }

  #protocolBody(status: number): unknown {
    const { name, protocolReplies } = this.#contract
    const entry = protocolReplies[status]
    const [body] = entry ? Object.values(replyExamples(this.#contract, entry)) : []
    if (body === undefined) throw new Error(`${name}: no reply with an example is marked x-protocol-status: ${status}`)
    return body
  }

  #sender(what: string, replies: Readonly<Record<number, ReplyEntry>>): SendReply {
    const byStatus = new Map(
      Object.entries(replies).map(([status, entry]) => [Number(status), this.#replySender(entry)]),
    )
    return (reply, answer) => {
      try {
        const send = byStatus.get(answer.status)
        if (!send) throw new Error(`${this.#contract.name}: ${what} does not declare the status ${answer.status}`)
        return send(reply, answer)
      } catch (error) {
        return reply.send(error)
      }
    }
  }

  /** Replies that several operations share have one sender. */
  #replySender(entry: ReplyEntry): SendReply {
    const known = this.#senders.get(entry.at)
    if (known) return known
    const mediaType = entry.content?.mediaType
    const serialize = this.#serializer(entry)
    const constants = entry.headers.flatMap(({ name, constant }) =>
      constant === undefined ? [] : [[name, constant] as const],
    )
    const send: SendReply = (reply, answer) => {
      reply.code(answer.status)
      for (const [name, value] of constants) reply.header(name, value)
      if (answer.headers) reply.headers(answer.headers as Record<string, string>)
      if (mediaType === undefined) return reply.send()
      // A serializer of our own keeps Fastify from appending a charset to the media type.
      return reply.header('content-type', mediaType).serializer(serialize).send(answer.body)
    }
    this.#senders.set(entry.at, send)
    return send
  }

  /** Writes a body as its schema says, and nothing that the schema does not name. */
  #serializer({ content }: ReplyEntry): Serialize {
    if (!content || !isJson(content.mediaType)) return String
    const compile = (): Serialize => {
      const schema = resolved(this.#contract.document, child(content.at, 'schema')) as JsonObject
      return fastJson.default(structuredClone(schema) as never)
    }
    // Compiled when it is first needed, as schemas of requests are.
    let compiled: Serialize | undefined
    return (body) => {
      compiled ??= compile()
      return compiled(body)
    }
  }
}
