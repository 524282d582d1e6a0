import type { Socket } from 'node:net'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import type { Level, Logger } from 'pino'
import { contracts, createApis } from '../apis/index.js'
import { atBasePaths } from '../contract/base-path.js'
import type { Contract } from '../contract/contract.js'
import { type ServedPaths, serveApis } from '../contract/routes.js'
import type { Surface } from '../contract/surface.js'
import { Unavailable } from '../errors.js'
import { logOf } from '../observability/log-of.js'
import type { Metrics } from '../observability/metrics.js'
import { type RequestObserver, requestObserver } from '../observability/observe-requests.js'
import type { RepeatedLines } from '../observability/repeated-lines.js'
import { traceRequests } from '../observability/trace-requests.js'
import type { Tracer } from '../observability/tracer.js'
import type { Services } from '../services.js'
import { answerClientError, type ClientError } from './client-errors.js'
import { type ConnectionLimit, limitConnections } from './connection-limit.js'
import { serveConsole } from './console/console.js'
import { type ConsoleSettings, demoKeysOf } from './console/console-settings.js'
import { drainBody } from './drain-body.js'
import { type HealthOptions, serveHealth } from './health.js'
import { internalHostCheck } from './internal-hosts.js'
import { serveMetrics } from './metrics-page.js'
import { servePages } from './pages/pages.js'
import { refuseMethod, sendProblem } from './problem.js'
import { type Recording, serveRecording } from './recording.js'
import { requestIdOf } from './request-id.js'
import { endSlowReaders } from './slow-readers.js'
import type { Tls } from './tls.js'

export interface AppOptions extends HealthOptions {
  readonly surface: Surface
  readonly internalHosts: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly tls?: Tls | undefined
  /** Of the process, or for a test. */
  readonly log: Logger
  readonly repeatedLines: RepeatedLines
  /** Shared by the listeners of a process. */
  readonly metrics: Metrics
  /** Absent: requests are not traced. */
  readonly tracer?: Tracer | undefined
  /** The page of `/metrics` for all workers together; absent: that of this process. */
  readonly metricsPage?: (() => Promise<string>) | undefined
  /** Below which path an API is served, by the name of its contract. */
  readonly basePaths?: ReadonlyMap<string, string>
  /** Whether the demo credentials work here, so that the documentation may offer them. */
  readonly demo: boolean
  /** The port of the public listener of the process, where this is the internal one. */
  readonly publicPort?: number | undefined
  /** The names of the contracts that are served; absent: all. */
  readonly only?: ReadonlySet<string>
  /** Of `tokenwright mock`: remembers every call. */
  readonly recording?: Recording
}

/** The largest body in bytes of a request to no operation; those of operations are `x-body-limit` of their contracts. */
const bodyLimit = 16 * 1024
/** The longest path parameter: as long as a URL can be. A token in a path is longer than the router's default of 100. */
const maxParamLength = 16 * 1024

/** Builds the server of one listener: the only place that makes a Fastify instance, for production and for tests alike. */
export async function buildApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const observer = requestObserver(options.metrics, options.log)
  let paths: ServedPaths | undefined
  const app = Fastify({
    ...serverOptions(options, observer),
    frameworkErrors(_error, request, reply) {
      const decodable = withDecodablePath(request.url)
      if (decodable !== request.url && paths?.includes(request.url)) {
        request.raw.url = decodable
        return app.routing(request.raw, reply.raw)
      }
      // Hooks do not run for these.
      if (options.isStopping()) reply.header('connection', 'close')
      sendProblem(reply.header('x-request-id', request.id), 400, 'The URL cannot be decoded.')
      observer.answered(request, reply)
    },
  }) as FastifyInstance
  logWith(app, options.log)
  addHooks(app, options, observer)
  refuseSurplus(app, limitConnections(app.server, options.log, options.repeatedLines))
  endSlowReaders(app.server)
  addErrorHandlers(app, options)

  const isInternalHost = internalHostCheck(options.internalHosts)
  const apis = createApis(services)
  const { only } = options
  const all = atBasePaths(contracts, options.basePaths ?? new Map())
  const served = Object.fromEntries(Object.entries(all).filter(([name]) => only === undefined || only.has(name)))
  paths = await serveApis(
    app,
    Object.entries(served).map(([name, contract]) => ({
      contract,
      implementation: apis[name as keyof typeof contracts],
    })),
    {
      surface: options.surface,
      isInternalHost,
      observe: (...route) => options.metrics.route(...route),
      logOf: logOf(options.log),
      repeatedLines: options.repeatedLines,
    },
  )
  for (const { name, operations } of Object.values<Contract>(served)) {
    if (Object.values(operations).some(({ isSignIn }) => isSignIn)) options.metrics.signInFailures.watch(name)
  }
  // Before the body is read, which may be anything.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    if (paths?.answerMethodNotAllowed(request, reply)) return
    if (isPage(app, request)) refuseMethod(reply)
    else answerNotFound(request, reply)
  })
  await servePages(app, { contracts: Object.values(served), surface: options.surface, demo: options.demo })
  serveHealth(app, options)
  if (options.recording) serveRecording(app, options.recording)
  if (options.surface !== 'public') {
    serveMetrics(app, options.metrics, options.metricsPage ?? (() => options.metrics.page()), isInternalHost)
    const { accounts } = services
    await serveConsole(app, {
      settings: consoleSettings(options),
      isInternalHost,
      tokenOrigin: accounts && (() => accounts.tokenOrigin()),
    })
  }
  await app.ready()
  return app
}

function consoleSettings({ publicPort, basePaths, demo }: AppOptions): ConsoleSettings {
  return {
    publicPort: publicPort ?? null,
    basePaths: Object.fromEntries(basePaths ?? []),
    demoKeys: demo ? demoKeysOf(contracts.operator) : null,
  }
}

function serverOptions({ tls, trustedProxies }: AppOptions, observer: RequestObserver): FastifyServerOptions {
  const httpOptions = { headersTimeout: 15_000, connectionsCheckingInterval: 4_000, requireHostHeader: false }
  return {
    // With a log Fastify listens to the end of each answer, and makes each request a log of its own.
    logger: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    routerOptions: {
      maxParamLength,
      ignoreTrailingSlash: false,
      caseSensitive: true,
      querystringParser: parseQuery,
    },
    // Not of operations: see their routes.
    exposeHeadRoutes: true,
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // With the interval of the checks a request that arrives slowly is ended within 30 s.
    requestTimeout: 22_000,
    keepAliveTimeout: 65_000,
    http: httpOptions,
    ...(tls && { https: { cert: tls.cert, key: tls.key, ...httpOptions } }),
    // While the listener closes, what still arrives is answered like anything before.
    return503OnClosing: false,
    clientErrorHandler: (error: ClientError, socket: Socket) => answerClientError(error, socket, observer.refused),
  } as FastifyServerOptions
}

/**
 * Puts a NUL character in place of what cannot be decoded in a path: the operation then refuses its parameter in its own envelope, after
 * it has judged who calls.
 */
function withDecodablePath(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1)
  const decodable = path.replaceAll(/(%[0-9a-f]{2})+|%/gi, (escapes) => (isDecodable(escapes) ? escapes : '%00'))
  return decodable + url.slice(path.length)
}

/** Of repeated parameters the last counts. As in a path, a NUL character stands for bytes that are no UTF-8; a lone `%` stands for itself. */
function parseQuery(text: string): Record<string, string> {
  if (text === '') return {}
  const decodable = text.replaceAll(/(%[0-9a-f]{2})+/gi, (escapes) => (isDecodable(escapes) ? escapes : '%00'))
  return Object.fromEntries(new URLSearchParams(decodable))
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Writes what Fastify itself logs to the log of the process. */
function logWith(app: FastifyInstance, log: Logger): void {
  const { fatal, error, warn, info, debug, trace } = log
  for (const [level, write] of Object.entries({ fatal, error, warn, info, debug, trace }))
    app.log[level as Level] = write.bind(log)
}

function addHooks(
  app: FastifyInstance,
  { isStopping, recording, tracer }: AppOptions,
  observer: RequestObserver,
): void {
  // Node would answer 417 without a body, which no contract declares. RFC 9110, section 10.1.1, lets a server ignore what it does not know.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.decorateRequest('callContext', undefined)
  app.decorateRequest('operation', undefined)
  app.decorateRequest('observed', undefined)
  app.decorateRequest('arrivedAt', undefined)
  app.decorateRequest('span', undefined)
  if (tracer) traceRequests(app, tracer)
  app.addHook('onRequest', (request, reply, done) => {
    request.arrivedAt = performance.now()
    reply.header('x-request-id', request.id)
    if (request.headers.host !== undefined || request.raw.httpVersionMajor !== 1 || request.raw.httpVersionMinor === 0)
      return done()
    sendProblem(reply.header('connection', 'close'), 400, 'The request has no Host header.')
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode === 413) drainBody(request, reply)
    // Not earlier: a request may have begun before the stop.
    if (isStopping()) reply.header('connection', 'close')
    observer.answered(request, reply)
    recording?.record(request, reply, payload)
    done(null, payload)
  })
}

/** Answers 503 on connections beyond the limit, in the envelope of the API, and closes them. */
function refuseSurplus(app: FastifyInstance, limit: ConnectionLimit): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!limit.isSurplus(request.raw.socket)) return done()
    reply.header('connection', 'close')
    done(new Unavailable('too many connections'))
  })
}

/** Answers requests that belong to no contract. */
function addErrorHandlers(app: FastifyInstance, { log, repeatedLines }: AppOptions): void {
  const requestLog = logOf(log)
  // The routes of operations call it for a path with an empty segment.
  app.setNotFoundHandler(answerNotFound)
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Unavailable)
      return sendProblem(reply.header('retry-after', String(error.retryAfterSeconds)), 503, 'The server is too busy.')
    repeatedLines.write('request failed', (leftOut) =>
      requestLog(request).error({ err: error, ...leftOut }, 'request failed'),
    )
    return sendProblem(reply, 500, 'The request could not be answered because of a failure of the server.')
  })
}

/** Whether a page has this path, which then has been asked for with another method than GET and HEAD. */
function isPage(app: FastifyInstance, { url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? ''
  // Fastify would read other characters as a pattern, and fail on one that is malformed.
  return /^[\w./-]+$/.test(path) && app.hasRoute({ method: 'GET', url: path })
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.observed = undefined
  return sendProblem(reply, 404, 'No API has this path.')
}
