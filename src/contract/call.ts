import type { FastifyRequest } from 'fastify'
import type { SecuredContext } from './operation.js'

/** What is known about a call besides its input. Read from the request where somebody asks. */
export class Call implements SecuredContext<unknown> {
  readonly #request: FastifyRequest
  /** What the operation's authenticator found. */
  principal: unknown

  constructor(request: FastifyRequest) {
    this.#request = request
  }

  get clientAddress(): string {
    return this.#request.ip
  }

  get requestId(): string {
    return this.#request.id
  }

  get isGone(): boolean {
    return this.#request.raw.socket.destroyed
  }
}
