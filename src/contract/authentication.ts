import { isIP, type Socket } from 'node:net'
import type { FastifyReply, FastifyRequest, onRequestHookHandler, preHandlerHookHandler } from 'fastify'
import type { BasicCredentials, CallContext, Presented, SecuredContext } from '../../generated/runtime/operation.js'
import type { AnyReply } from './api.js'
import type { OperationEntry, SecurityScheme } from './contract.js'
import { credentialReader } from './credentials.js'
import { toError } from './failure.js'
import type { SendReply } from './replies.js'

type Authenticate = (
  presented: Presented<unknown>,
  context: CallContext,
) => Promise<{ readonly principal: unknown } | AnyReply>

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

  get api(): string {
    return this.#request.observed?.api ?? ''
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

/** When the callers of an operation are authenticated: before the body is read, and credentials of a form once it was validated. */
export interface Authentication {
  readonly onRequest: onRequestHookHandler[]
  readonly preHandler: preHandlerHookHandler[]
}

/**
 * Asks the authenticator of one of an operation's security schemes who calls: of the first whose credential is presented, else of the form's, else
 * of the first one, whose refusal tells how to authenticate. Where a credential is optional, a caller without one is let in instead.
 * @param security the authenticators of the API by security scheme
 * @param send sends the refusals: replies that the operation declares
 * @throws where a scheme has no authenticator: the server does not start
 */
export function authentication(
  apiName: string,
  operation: OperationEntry,
  security: object,
  send: SendReply,
): Authentication {
  const authenticators = operation.security.map((alternative) => ({
    ...alternative,
    authenticate: authenticatorOf(apiName, alternative.name, security),
  }))
  const { operationId, auditAction } = operation

  function ask(
    { authenticate, roles }: (typeof authenticators)[number],
    credential: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    done: (error?: Error) => void,
  ): void {
    const context = new RequestContext(request)
    const params = request.params as Presented<unknown>['params']
    authenticate({ credential, operationId, roles, auditAction, headers: request.headers, params }, context).then(
      (outcome) => {
        if (!('principal' in outcome)) return send(reply, outcome)
        context.principal = outcome.principal
        request.callContext = context
        done()
      },
      (reason) => done(toError(reason)),
    )
  }

  const inHeaders = authenticators.flatMap((one) =>
    one.scheme.kind === 'form' ? [] : [{ ...one, reader: credentialReader(one.scheme) }],
  )
  const inForm = authenticators.find(({ scheme }) => scheme.kind === 'form')
  const [first] = inHeaders
  const isAlwaysAsked = !operation.isCredentialOptional && inForm === undefined
  const onRequest: onRequestHookHandler = (request, reply, done) => {
    const { headers } = request
    const presented =
      inHeaders.length === 1 && isAlwaysAsked ? first : inHeaders.find(({ reader }) => reader.isPresented(headers))
    const asked = presented ?? (isAlwaysAsked ? first : undefined)
    if (asked) ask(asked, asked.reader.read(headers), request, reply, done)
    else done()
  }
  const preHandler: preHandlerHookHandler = (request, reply, done) => {
    if (!inForm || request.callContext) return done()
    ask(inForm, formCredentials(inForm.scheme, request.body), request, reply, done)
  }
  return { onRequest: first ? [onRequest] : [], preHandler: inForm ? [preHandler] : [] }
}

function authenticatorOf(apiName: string, scheme: string, security: object): Authenticate {
  const authenticate = (security as Record<string, Authenticate | undefined>)[scheme]?.bind(security)
  if (!authenticate) throw new Error(`${apiName}: the security scheme ${scheme} has no authenticator`)
  return authenticate
}

/** The credentials in the fields of a form; `undefined` where one of them is missing. */
function formCredentials(scheme: SecurityScheme, body: unknown): BasicCredentials | undefined {
  if (scheme.kind !== 'form') return undefined
  const fields = body as Readonly<Record<string, unknown>>
  const username = fields[scheme.username]
  const password = fields[scheme.password]
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined
}
