import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  FastifySchemaCompiler,
  onRequestHookHandler,
  preValidationHookHandler,
  RouteOptions,
} from 'fastify'
import glue from 'fastify-openapi-glue'
import createRouter from 'find-my-way'
import type { Logger } from 'pino'
import { refuseHost } from '../http/problem.js'
import type { AnyImplementation, AnyReply } from './api.js'
import { isText, readBody } from './body.js'
import { Call, connectionSignal } from './call.js'
import type { Contract, JsonObject, OperationEntry, Parameter, ReplyEntry } from './contract.js'
import { child, resolved, withOperations } from './document.js'
import { MalformedInput, toFailure } from './failure.js'
import { accepts, isForm } from './media-type.js'
import type { ObservedRoute } from './observed-route.js'
import { Schemas, serializer } from './schemas.js'

/** Which operations a listener serves. */
export type Surface = 'all' | 'public' | 'internal'

export interface BindOptions {
  readonly surface: Surface
  /** Whether a `Host` header is one that internal operations answer to. */
  readonly isInternalHost: (host: string | undefined) => boolean
  /** Asked once for each route, at the start. */
  readonly observe: (api: string, operationId: string, statuses: readonly number[]) => ObservedRoute
  /** The log of a request, whose lines say which request they belong to. */
  readonly logOf: (request: FastifyRequest) => Logger
}

type Handle = (request: unknown, context: unknown) => Promise<AnyReply>
type Authenticate = (presented: unknown, context: unknown) => Promise<{ principal: unknown } | AnyReply>
type Params = Readonly<Record<string, string | undefined>>
/** Answers a call to a path that does not know its method. */
type Refuse = (request: FastifyRequest, reply: FastifyReply) => void
type RefuseMethod = (request: FastifyRequest, reply: FastifyReply) => boolean
type Refusal = readonly [path: string, refuse: Refuse]
type Send = (reply: FastifyReply, answer: AnyReply) => FastifyReply

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known about the call, where its operation has an authenticator. */
    call: Call | undefined
    /** The operation that is called. */
    operation: OperationEntry | undefined
    /** How the route is seen from outside. */
    observed: ObservedRoute | undefined
  }
}

/** Whether a listener serves an operation. */
export function isServed({ internal }: { internal: boolean }, surface: Surface): boolean {
  return surface === 'all' || internal === (surface === 'internal')
}

/** The document as a listener shows it: only what it serves. */
export function servedDocument(contract: Contract, surface: Surface): JsonObject {
  return withOperations(contract.document, (operation) =>
    isServed({ internal: operation['x-internal'] === true }, surface),
  )
}

export interface BoundApi {
  readonly contract: Contract
  readonly implementation: AnyImplementation
}

/**
 * Serves contracts with their implementations, in a scope of their own.
 * @returns answers, before the body is read, a call of no route whose path has other methods; false for other paths
 * @throws where an operation has no handler or a security scheme no authenticator: the server does not start
 */
export async function bindContracts(
  app: FastifyInstance,
  apis: readonly BoundApi[],
  options: BindOptions,
): Promise<RefuseMethod> {
  const binders = apis.map(({ contract, implementation }) => new Binder(contract, implementation, options))
  const routes = binders.flatMap((binder) => binder.routes())
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (request, raw, done) => {
      parseBody(request.operation, request.headers['content-type'], raw as Buffer, done)
    })
    await scope.register(glue, {
      specification: outline(routes) as object,
      operationResolver: (index: string) => {
        const route = routes[Number(index)]
        if (!route) throw new Error(`there is no route ${index}`)
        return route
      },
    })
  })
  return refuseOtherMethods(binders.flatMap((binder) => binder.refusals()))
}

/** Routes for all the methods that a path does not know would be ten times those of the operations. */
function refuseOtherMethods(refusals: readonly Refusal[]): RefuseMethod {
  // The server's own router has judged the length.
  const paths = createRouter({ maxParamLength: Number.POSITIVE_INFINITY })
  for (const [path, refuse] of refusals) paths.on('GET', routePath(path), () => {}, refuse)
  return (request, reply) => {
    const found = paths.find('GET', request.url)
    if (!found || hasEmptySegment(found.params)) return false
    const refuse: Refuse = found.store
    refuse(request, reply)
    return true
  }
}

/**
 * Routes as a document in which each is an operation with its place as id. Glue judges every document that it gets, for which it
 * compiles the schema of such documents anew: with the contracts themselves, which were judged when code was generated of them, that
 * took longer than all else at the start. So it gets one, and an old version, whose schema is small.
 */
function outline(routes: readonly RouteOptions[]): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const [index, { method, url }] of routes.entries()) {
    paths[url] = {
      ...paths[url],
      [String(method).toLowerCase()]: { operationId: String(index), responses: { default: { description: '' } } },
    }
  }
  return { openapi: '3.0.3', info: { title: 'routes', version: '1' }, paths }
}

function parseBody(
  operation: OperationEntry | undefined,
  contentType: string | undefined,
  raw: Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  const declared = operation?.body
  if (!declared) return done(null)
  try {
    if (!accepts(declared.mediaType, contentType)) {
      return done(Object.assign(new Error('unsupported media type'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }))
    }
    done(null, readBody(raw, declared.mediaType))
  } catch (error) {
    done(error as Error)
  }
}

/** Makes the routes of one contract. */
class Binder {
  readonly #schemas = new Schemas()
  readonly #operations: readonly OperationEntry[]
  readonly #sendFailure: Send
  readonly #senders = new Map<string, (reply: FastifyReply, answer: AnyReply) => FastifyReply>()

  constructor(
    readonly contract: Contract,
    readonly implementation: AnyImplementation,
    readonly options: BindOptions,
  ) {
    const { protocolReplies } = contract
    this.#operations = Object.values(contract.operations).filter((operation) => isServed(operation, options.surface))
    if (!protocolReplies[500]) throw new Error(`${contract.name}: no reply is marked x-protocol-status: 500`)
    this.#sendFailure = this.#sender('a protocol failure', protocolReplies)
  }

  /** One route for each operation that the listener serves. */
  routes(): RouteOptions[] {
    return this.#operations.map((operation) => this.#route(operation))
  }

  /** What answers 405 where a path does not know a method, by path. */
  refusals(): Refusal[] {
    return [...new Set(this.#operations.map(({ path }) => path))].map((path) => [path, this.#refusal(path)])
  }

  #route(operation: OperationEntry): RouteOptions {
    const { operationId } = operation
    const handle = (this.implementation.operations as Record<string, Handle | undefined>)[operationId]
    if (!handle) throw new Error(`${this.contract.name}: the operation ${operationId} has no handler`)

    const send = this.#sender(operationId, operation.replies)
    return {
      method: operation.method,
      url: routePath(operation.path),
      schema: this.#validatedParts(operation),
      ...(operation.bodyLimit !== undefined && { bodyLimit: operation.bodyLimit }),
      validatorCompiler: this.#validatorCompiler(operation),
      errorHandler: this.#errorHandler,
      onRequest: this.#onRequest(operation, send),
      preValidation: hasPathParameter(operation) ? [refuseUnreadablePath] : [],
      // Not async, nor is the authenticator's hook: each call would wait for some promises more.
      handler: (request, reply) => {
        const { params, query, headers, body } = request
        // Validation has made the input what the schemas say, and `operations` has the types of the same contract.
        handle
          .call(this.implementation.operations, { params, query, headers, body }, request.call ?? new Call(request))
          .then(
            (answer) => send(reply, answer),
            (reason) => reply.send(asError(reason)),
          )
      },
    }
  }

  #refusal(path: string): Refuse {
    const allowed = this.#operations.filter((one) => one.path === path).map(({ method }) => method)
    const observed = this.options.observe(this.contract.name, '', [405])
    return (request, reply) => {
      request.observed = observed
      this.#sendFailure(
        reply.header('allow', allowed.join(', ')),
        this.implementation.failures({ kind: 'method-not-allowed' }),
      )
    }
  }

  readonly #errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // The client has disconnected: nobody receives this answer.
    if (connectionSignal(request.socket).aborted) return reply.code(499).send()
    const failure = toFailure(error)
    if (failure.kind === 'internal') this.options.logOf(request).error({ err: error }, 'a call failed')
    if (failure.kind === 'unavailable') this.options.logOf(request).warn({ err: error }, 'a call could not be answered')
    return this.#sendFailure(reply, this.implementation.failures(failure))
  }

  /** What of a request is validated. The schemas themselves are read when the first request comes. */
  #validatedParts({ parameters, body }: OperationEntry): FastifySchema {
    const later = { type: 'object' }
    const has = (part: Parameter['in']): boolean => parameters.some((parameter) => parameter.in === part)
    return {
      ...(has('path') && { params: later }),
      ...((has('query') || this.contract.closedParameters) && { querystring: later }),
      ...(has('header') && { headers: later }),
      ...(body && { body: later }),
    }
  }

  /** Bodies are judged as they are; what arrives as text is coerced first. */
  #validatorCompiler(operation: OperationEntry): FastifySchemaCompiler<FastifySchema> {
    const { document, closedParameters } = this.contract
    const { body, parameters } = operation
    const group = (part: Parameter['in'], fold: (name: string) => string = (name) => name): JsonObject => {
      const members = parameters.filter((parameter) => parameter.in === part)
      return {
        type: 'object',
        properties: Object.fromEntries(
          members.map(({ name, at }) => [fold(name), (resolved(document, at) as JsonObject).schema ?? {}]),
        ),
        required: members.filter(({ required }) => required).map(({ name }) => fold(name)),
      }
    }
    const schemas: Readonly<Record<string, () => JsonObject>> = {
      params: () => group('path'),
      querystring: () => ({ ...group('query'), ...(closedParameters && { additionalProperties: false }) }),
      headers: () => group('header', (name) => name.toLowerCase()),
      body: () => (body ? (resolved(document, child(body.at, 'schema')) as JsonObject) : {}),
    }
    const textual = body !== undefined && isForm(body.mediaType)
    return ({ httpPart }) => {
      const schema = schemas[httpPart ?? '']
      if (!schema) throw new Error(`nothing validates ${httpPart}`)
      return httpPart === 'body' && !textual ? this.#schemas.strict(schema) : this.#schemas.coercing(schema)
    }
  }

  /**
   * What is judged before the body is read, in this order: 404, 413, then who calls. All of it that a contract leaves
   * out is left out here, once, instead of being asked again by every request.
   */
  #onRequest(operation: OperationEntry, send: Send): onRequestHookHandler[] {
    const observed = this.options.observe(
      this.contract.name,
      operation.operationId,
      Object.keys(operation.replies).map(Number),
    )
    const hooks: onRequestHookHandler[] = [
      (request, _reply, done) => {
        request.operation = operation
        request.observed = observed
        done()
      },
    ]
    if (operation.internal) {
      hooks.push((request, reply, done) => {
        if (this.options.isInternalHost(request.headers.host)) return done()
        refuseHost(reply)
      })
    }
    if (hasPathParameter(operation)) {
      hooks.push((request, reply, done) => {
        if (!hasEmptySegment(request.params as Params)) return done()
        reply.callNotFound()
      })
    }
    if (operation.method !== 'GET') hooks.push(operation.body ? absentBody : ignoredBody)
    const authenticate = operation.security === undefined ? undefined : this.#authenticator(operation.security)
    if (authenticate) {
      const { operationId, roles = [] } = operation
      hooks.push((request, reply, done) => {
        const { headers, params } = request
        const call = new Call(request)
        request.call = call
        authenticate({ operationId, roles, headers, params }, call).then(
          (outcome) => {
            if (!('principal' in outcome)) return send(reply, outcome)
            call.principal = outcome.principal
            done()
          },
          (reason) => done(asError(reason)),
        )
      })
    }
    return hooks
  }

  #authenticator(scheme: string): Authenticate {
    const authenticate = (this.implementation.security as Record<string, Authenticate | undefined>)[scheme]
    if (!authenticate) throw new Error(`${this.contract.name}: the security scheme ${scheme} has no authenticator`)
    return authenticate.bind(this.implementation.security)
  }

  /** Sends one of the declared replies, and refuses every other. */
  #sender(what: string, replies: Readonly<Record<number, ReplyEntry>>): Send {
    const byStatus = new Map(
      Object.entries(replies).map(([status, entry]) => [Number(status), this.#replySender(entry)]),
    )
    return (reply, answer) => {
      try {
        const sendReply = byStatus.get(answer.status)
        if (!sendReply) throw new Error(`${this.contract.name}: ${what} does not declare the status ${answer.status}`)
        return sendReply(reply, answer)
      } catch (error) {
        return reply.send(error)
      }
    }
  }

  /** Replies that several operations share are compiled once. */
  #replySender(entry: ReplyEntry): (reply: FastifyReply, answer: AnyReply) => FastifyReply {
    const known = this.#senders.get(entry.at)
    if (known) return known
    const { mediaType, at } = entry.content ?? {}
    // A serializer of our own keeps Fastify from appending a charset to the media type.
    const serialize =
      at && mediaType?.endsWith('json')
        ? serializer(() => resolved(this.contract.document, child(at, 'schema')) as JsonObject)
        : String
    const constants = Object.entries(entry.constantHeaders)
    const sender = (reply: FastifyReply, answer: AnyReply): FastifyReply => {
      reply.code(answer.status)
      for (const [name, value] of constants) reply.header(name, value)
      if (answer.headers) reply.headers(answer.headers as Record<string, string>)
      if (mediaType === undefined) return reply.send()
      return reply.header('content-type', mediaType).serializer(serialize).send(answer.body)
    }
    this.#senders.set(entry.at, sender)
    return sender
  }
}

/** What a promise was rejected with, which may be anything: without an error Fastify would go on as if nothing had failed. */
function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('a promise was rejected with what is no error', { cause: reason })
}

/** A path template as Fastify writes it. */
function routePath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function hasPathParameter({ parameters }: OperationEntry): boolean {
  return parameters.some((parameter) => parameter.in === 'path')
}

function hasEmptySegment(params: Params): boolean {
  return Object.values(params).includes('')
}

const refuseUnreadablePath: preValidationHookHandler = (request, _reply, done) => {
  if (Object.values(request.params as Record<string, string>).every(isText)) return done()
  done(new MalformedInput('the request holds a character that is not allowed'))
}

const tooLarge = Object.assign(new Error('the body is too large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE' })

/** Refuses a body that says it is too large before asking who calls; reads an absent body as an empty object. */
const absentBody: onRequestHookHandler = (request, reply, done) => {
  const length = request.headers['content-length']
  if (length !== undefined && Number(length) > request.routeOptions.bodyLimit) {
    reply.header('connection', 'close')
    return done(tooLarge)
  }
  request.body = {}
  done()
}

/** An operation without a body ignores one, whatever its type: also a Content-Type that Fastify would refuse. */
const ignoredBody: onRequestHookHandler = (request, reply, done) => {
  delete request.headers['content-type']
  return absentBody.call(request.server, request, reply, done)
}
