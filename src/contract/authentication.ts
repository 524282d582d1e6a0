import { isIP, type Socket } from 'node:net'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import type { CallContext, Presented, SecuredContext } from '../../generated/runtime/operation.js'
import type { AnyReply } from './api.js'
import type { OperationEntry } from './contract.js'
import { toError } from './failure.js'
import type { SendReply } from './replies.js'

type Authenticate = (presented: Presented, context: CallContext) => Promise<{ readonly principal: unknown } | AnyReply>

declare module 'fastify' {
  interface FastifyRequest {
    /** Of an operation that has an authenticator, with what that found out. */
    callContext: RequestContext | undefined
  }
}

/** What a handler or an authenticator may know about a call besides its input. */
export class RequestContext implements SecuredContext<unknown> {
  readonly #request: FastifyRequest
  /** What the operation's authenticator found out. */
  principal: unknown

  constructor(request: FastifyRequest) {
    this.#request = request
  }

  /** `unknown` where a trusted proxy forwards something that is no address. */
  get clientAddress(): string {
    const { ip } = this.#request
    return isIP(ip) === 0 ? 'unknown' : ip
  }

  get requestId(): string {
    return this.#request.id
  }

  get signal(): AbortSignal {
    return connectionSignal(this.#request.raw.socket)
  }
}

const connectionSignals = new WeakMap<Socket, AbortSignal>()

/**
 * A signal that is aborted when a connection closes. All requests of the connection share it, since a signal of its own costs each request
 * 12 µs. Fastify's `request.signal` cannot be used: it is aborted as soon as a body has been read (5.12).
 */
export function connectionSignal(socket: Socket): AbortSignal {
  const known = connectionSignals.get(socket)
  if (known) return known
  const controller = new AbortController()
  if (socket.destroyed) controller.abort()
  else socket.once('close', () => controller.abort())
  connectionSignals.set(socket, controller.signal)
  return controller.signal
}

/**
 * Asks the authenticator of an operation's security scheme who calls, before the body is read.
 * @param security the authenticators of the API by security scheme
 * @param send sends the refusals: replies that the operation declares
 * @throws where the scheme has no authenticator: the server does not start
 */
export function authentication(
  apiName: string,
  { operationId, security: scheme, roles, auditAction }: OperationEntry,
  security: object,
  send: SendReply,
): onRequestHookHandler[] {
  if (scheme === undefined) return []
  const authenticate = (security as Record<string, Authenticate | undefined>)[scheme]?.bind(security)
  if (!authenticate) throw new Error(`${apiName}: the security scheme ${scheme} has no authenticator`)
  const hook: onRequestHookHandler = (request, reply, done) => {
    const context = new RequestContext(request)
    const params = request.params as Presented['params']
    authenticate({ operationId, roles, auditAction, headers: request.headers, params }, context).then(
      (outcome) => {
        if (!('principal' in outcome)) return send(reply, outcome)
        context.principal = outcome.principal
        request.callContext = context
        done()
      },
      (reason) => done(toError(reason)),
    )
  }
  return [hook]
}
