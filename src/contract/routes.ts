import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import glue from 'fastify-openapi-glue'
import createRouter from 'find-my-way'
import type { Logger } from 'pino'
import { isFromForeignPage } from '../http/foreign-page.js'
import { refuseHost, refuseOrigin } from '../http/problem.js'
import type { RepeatedLines } from '../observability/repeated-lines.js'
import type { AnyReply, ApiImplementation } from './api.js'
import { authentication, connectionSignal, RequestContext } from './authentication.js'
import type { Contract, OperationEntry } from './contract.js'
import { filledPath } from './examples.js'
import { toError, toFailure } from './failure.js'
import type { ObservedRoute } from './observed-route.js'
import './openapi-validator.js'
import { Replies } from './replies.js'
import { hasServedOperations, isServed, type Surface, servedDocument } from './surface.js'
import { bodyHook, parseBody, RequestValidation } from './validation.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation that is called. */
    operation: OperationEntry | undefined
    /** The labels of the route in metrics and log. */
    observed: ObservedRoute | undefined
  }
}

export interface ServedApi {
  readonly contract: Contract
  readonly implementation: ApiImplementation
}

export interface RouteSettings {
  readonly surface: Surface
  /** Whether a `Host` header is one that internal operations answer to. */
  readonly isInternalHost: (host: string | undefined) => boolean
  /** Called once for each route, at the start. */
  readonly observe: (api: string, operationId: string, statuses: readonly number[]) => ObservedRoute
  /** The log of a request, whose lines say which request they belong to. */
  readonly logOf: (request: FastifyRequest) => Logger
  readonly repeatedLines: RepeatedLines
}

type Handle = (request: unknown, context: unknown) => Promise<AnyReply>

/** Answers 405 to a method that a path does not have. */
type AnswerMethodNotAllowed = (request: FastifyRequest, reply: FastifyReply) => void

/** The paths of all operations that a listener serves. */
export interface ServedPaths {
  /** Answers 405, before the body is read, where the path of a request has other methods; returns false for other paths. */
  answerMethodNotAllowed(request: FastifyRequest, reply: FastifyReply): boolean
  /** Whether a URL, decodable or not, has the path of an operation. */
  includes(url: string): boolean
}

/**
 * Registers the operations that a listener serves, each contract in a scope of its own.
 * @throws where an operation has no handler, a security scheme no authenticator or a protocol failure no example
 */
export async function serveApis(
  app: FastifyInstance,
  apis: readonly ServedApi[],
  settings: RouteSettings,
): Promise<ServedPaths> {
  // Registering every other method of every path with Fastify would multiply the routes by ten. The length of a path is limited by Fastify's router.
  const paths = createRouter({ maxParamLength: Number.POSITIVE_INFINITY })
  for (const { contract, implementation } of apis.filter(({ contract }) =>
    hasServedOperations(contract, settings.surface),
  )) {
    const routes = new ApiRoutes(contract, implementation, settings)
    await app.register((scope) => routes.register(scope))
    for (const path of routes.paths()) paths.on('GET', fastifyPath(path), () => {}, routes.methodNotAllowed(path))
  }
  return {
    answerMethodNotAllowed(request, reply) {
      const found = paths.find('GET', request.url)
      if (!found || hasEmptySegment(found.params)) return false
      const answer: AnswerMethodNotAllowed = found.store
      answer(request, reply)
      return true
    },
    // No path of an operation has an escape but in its parameters.
    includes: (url) => paths.find('GET', url.replaceAll('%', '_')) !== null,
  }
}

/** The routes of one contract. */
class ApiRoutes {
  readonly #contract: Contract
  readonly #implementation: ApiImplementation
  readonly #settings: RouteSettings
  readonly #replies: Replies
  readonly #validation: RequestValidation
  readonly #operations: readonly OperationEntry[]

  constructor(contract: Contract, implementation: ApiImplementation, settings: RouteSettings) {
    this.#contract = contract
    this.#implementation = implementation
    this.#settings = settings
    this.#replies = new Replies(contract, implementation)
    this.#validation = new RequestValidation(contract)
    this.#operations = Object.values(contract.operations).filter((operation) => isServed(operation, settings.surface))
  }

  /** Lets glue read the contract; a route's own schema, hooks and handler take the place of those that glue makes. */
  async register(scope: FastifyInstance): Promise<void> {
    scope.removeAllContentTypeParsers()
    // The media types by name as well, since glue warns about each that has no parser of its own.
    scope.addContentTypeParser<Buffer>(['*', ...this.#mediaTypes()], { parseAs: 'buffer' }, parseBody)
    scope.setErrorHandler((error, request, reply) => this.#answerError(error, request, reply))
    await scope.register(glue, {
      specification: servedDocument(this.#contract, this.#settings.surface),
      operationResolver: (operationId: string) => this.#routeOptions(operationId),
    })
  }

  /** The path templates of the operations. */
  paths(): ReadonlySet<string> {
    return new Set(this.#operations.map(({ path }) => path))
  }

  methodNotAllowed(path: string): AnswerMethodNotAllowed {
    const methods = this.#operations.filter((operation) => operation.path === path).map(({ method }) => method)
    const observed = this.#settings.observe(this.#contract.name, '', [405])
    return (request, reply) => {
      request.observed = observed
      this.#replies.sendFailure(reply.header('allow', methods.join(', ')), { kind: 'protocol', status: 405 })
    }
  }

  #mediaTypes(): Set<string> {
    const contents = this.#operations.flatMap(({ body, replies }) => [
      body,
      ...Object.values(replies).map((reply) => reply.content),
    ])
    return new Set(contents.flatMap((content) => (content ? [content.mediaType] : [])))
  }

  #routeOptions(operationId: string): RouteOptions {
    const { name, operations } = this.#contract
    const operation = operations[operationId]
    const handle = (this.#implementation.operations as Record<string, Handle | undefined>)[operationId]
    if (!operation || !handle) throw new Error(`${name}: the operation ${operationId} has no handler`)
    const { maxBodyBytes } = operation
    const send = this.#replies.of(operation)
    const { onRequest, preHandler } = authentication(name, operation, this.#implementation.security, send)
    const headersOf = declaredHeaders(operation)
    return {
      method: operation.method,
      url: fastifyPath(operation.path),
      exposeHeadRoute: false,
      ...this.#validation.inputOptions(operation),
      bodyLimit: maxBodyBytes,
      onRequest: [
        ...this.#preferConcretePaths(operation),
        this.#noteOperation(operation),
        ...this.#refuseStrangers(operation),
        ...refuseEmptySegments(operation),
        ...(operation.method === 'GET' ? [] : [bodyHook(operation, maxBodyBytes)]),
        ...onRequest,
      ],
      preHandler,
      handler: (request, reply) => {
        const { params, query, body } = request
        const context = request.callContext ?? new RequestContext(request)
        handle
          .call(this.#implementation.operations, { params, query, headers: headersOf(request), body }, context)
          .then(
            (answer) => send(reply, answer),
            (reason) => reply.send(toError(reason)),
          )
      },
    }
  }

  /**
   * Answers 405 where a path of its own matches the template of an operation and lacks the method: a concrete path comes before a template
   * (OpenAPI, "Path Templating Matching"), which Fastify's router does for each method by itself.
   */
  #preferConcretePaths({ path }: OperationEntry): onRequestHookHandler[] {
    const template = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    const concretePaths = [...this.paths()].filter(
      (other) => !other.includes('{') && other !== path && template.test(other),
    )
    if (concretePaths.length === 0) return []
    const answers = new Map(concretePaths.map((concrete) => [concrete, this.methodNotAllowed(concrete)]))
    return [
      (request, reply, done) => {
        const params = request.params as Readonly<Record<string, string>>
        const answer = answers.get(filledPath(path, (name) => params[name] ?? ''))
        if (answer) answer(request, reply)
        else done()
      },
    ]
  }

  #noteOperation(operation: OperationEntry): onRequestHookHandler {
    const statuses = Object.keys(operation.replies).map(Number)
    const observed = this.#settings.observe(this.#contract.name, operation.operationId, statuses)
    return (request, _reply, done) => {
      request.operation = operation
      request.observed = observed
      done()
    }
  }

  /** Internal operations answer neither to other host names nor to pages of other origins. */
  #refuseStrangers({ isInternal }: OperationEntry): onRequestHookHandler[] {
    if (!isInternal) return []
    return [
      (request, reply, done) => {
        if (!this.#settings.isInternalHost(request.headers.host)) refuseHost(reply)
        else if (isFromForeignPage(request.headers)) refuseOrigin(reply)
        else done()
      },
    ]
  }

  #answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    // The client has disconnected, maybe within its body: nobody receives this answer.
    if (connectionSignal(request.socket).aborted || request.raw.errored) return reply.code(499).send()
    const failure = toFailure(error)
    if (failure.kind === 'protocol' && failure.status === 500) this.#log('error', 'operation failed', error, request)
    if (failure.kind === 'protocol' && failure.status === 503)
      this.#log('warn', 'operation unavailable', error, request)
    return this.#replies.sendFailure(reply, failure)
  }

  #log(level: 'error' | 'warn', message: string, error: unknown, request: FastifyRequest): void {
    const { logOf, repeatedLines } = this.#settings
    repeatedLines.write(message, (leftOut) => logOf(request)[level]({ err: error, ...leftOut }, message))
  }
}

/** The headers that an operation declares, under the names of the contract: Node gives them in lower case. */
function declaredHeaders({
  parameters,
}: OperationEntry): (request: FastifyRequest) => Readonly<Record<string, unknown>> {
  const names = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)
  if (names.length === 0) return () => noHeaders
  return ({ headers }) => Object.fromEntries(names.map((name) => [name, headers[name.toLowerCase()]]))
}

const noHeaders = {}

/** A path template as Fastify writes it. */
function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** A path with an empty segment is 404; Fastify's router takes it for a parameter that is empty. */
function refuseEmptySegments({ parameters }: OperationEntry): onRequestHookHandler[] {
  if (!parameters.some((parameter) => parameter.in === 'path')) return []
  return [
    (request, reply, done) => {
      if (!hasEmptySegment(request.params as Record<string, string>)) return done()
      reply.callNotFound()
    },
  ]
}

function hasEmptySegment(params: Readonly<Record<string, string | undefined>>): boolean {
  return Object.values(params).includes('')
}
