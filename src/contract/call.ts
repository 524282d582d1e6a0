import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { SecuredContext } from './operation.js'

/** What is known about a call besides its input. Values are read from the request on demand. */
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

  get signal(): AbortSignal {
    return connectionSignal(this.#request.socket)
  }
}

const signals = new WeakMap<Socket, AbortSignal>()

/**
 * A signal that is aborted when the client disconnects. Fastify's `request.signal` is aborted as soon as a body is read, and a signal per connection
 * is cheaper than one per request.
 */
export function connectionSignal(socket: Socket): AbortSignal {
  const known = signals.get(socket)
  if (known) return known
  const controller = new AbortController()
  if (socket.destroyed) controller.abort()
  else socket.once('close', () => controller.abort())
  signals.set(socket, controller.signal)
  return controller.signal
}
