import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import type { Level, Logger } from 'pino'
import { apis } from '../../generated/index.js'
import { isLoopback } from '../config.js'
import { type BindOptions, bindContracts, type Surface } from '../contract/bind.js'
import type { Contract } from '../contract/contract.js'
import { logOf } from '../observability/log-of.js'
import type { Metrics } from '../observability/metrics.js'
import { type RequestObserver, requestObserver } from '../observability/observe-requests.js'
import type { Dependencies } from '../services.js'
import { serveDocs } from './docs/docs.js'
import { problem, refuseHost, sendProblem } from './problem.js'
import type { Tls } from './tls.js'

export interface AppOptions {
  readonly surface: Surface
  readonly internalHosts: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly tls?: Tls | undefined
  /** Of the process, or for a test. */
  readonly log: Logger
  /** Shared by the listeners of a process. */
  readonly metrics: Metrics
  /** Whether the server can answer: its database is there. */
  readonly isReady: () => Promise<boolean>
  /** Whether the process is about to stop: then every answer is the last one of its connection. */
  readonly isStopping: () => boolean
  /** Whether the demo credentials work here, so that the documentation may offer them. */
  readonly demo: boolean
}

/** The contracts that this server speaks. */
export const contracts: readonly Contract[] = apis.map(({ contract }) => contract)

/** The largest body, in bytes. The largest request of the contracts is a fraction of it. */
const bodyLimit = 16 * 1024
/** The longest path parameter: as long as a URL can be. A token in a path is longer than the router's default of 100. */
const maxParamLength = 16 * 1024

/** Builds the server of one listener: the only place that makes a Fastify instance, for production and for tests alike. */
export async function buildApp(dependencies: Dependencies, options: AppOptions): Promise<FastifyInstance> {
  const { log, isStopping } = options
  const observer = requestObserver(options.metrics, log)
  const requestLog = logOf(log)
  const app = Fastify({
    // With a log Fastify listens to the end of each answer, and makes each request a log of its own.
    logger: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    routerOptions: {
      maxParamLength,
      ignoreTrailingSlash: false,
      caseSensitive: true,
      // Of repeated parameters the last counts.
      querystringParser: (text: string) => (text === '' ? {} : Object.fromEntries(new URLSearchParams(text))),
    },
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 15_000, requireHostHeader: false },
    ...(options.tls && {
      https: {
        ...options.tls,
        headersTimeout: 15_000,
        requireHostHeader: false,
      },
    }),
    // While the listener closes, what still arrives is answered like anything before.
    return503OnClosing: false,
    clientErrorHandler: (error: ClientError, socket: Socket) => answerClientError(error, socket, observer.refused),
    frameworkErrors: (_error, request, reply) => {
      // Hooks do not run for these.
      if (isStopping()) reply.header('connection', 'close')
      sendProblem(reply.header('x-request-id', request.id), 400, 'The URL cannot be decoded.')
      observer.answered(request, reply)
    },
  } as FastifyServerOptions) as FastifyInstance
  // What Fastify itself has to say.
  const { fatal, error, warn, info, debug, trace } = log
  for (const [level, write] of Object.entries({ fatal, error, warn, info, debug, trace }))
    app.log[level as Level] = write.bind(log)

  app.decorateRequest('call', undefined)
  app.decorateRequest('operation', undefined)
  app.decorateRequest('observed', undefined)
  app.decorateRequest('arrivedAt', undefined)

  app.addHook('onRequest', (request, reply, done) => {
    request.arrivedAt = performance.now()
    reply.header('x-request-id', request.id)
    if (request.headers.host !== undefined || request.raw.httpVersionMajor !== 1 || request.raw.httpVersionMinor === 0)
      return done()
    sendProblem(reply.header('connection', 'close'), 400, 'The request has no Host header.')
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    // Not earlier: a request may have begun before the stop.
    if (isStopping()) reply.header('connection', 'close')
    observer.answered(request, reply)
    done(null, payload)
  })
  // A path with an empty segment comes here from an operation's route.
  app.setNotFoundHandler(answerNotFound)
  app.setErrorHandler((error, request, reply) => {
    requestLog(request).error({ err: error }, 'a request failed')
    return sendProblem(reply, 500, 'The request could not be answered because of a failure of the server.')
  })

  const internalHosts = new Set(options.internalHosts.map((host) => host.toLowerCase()))
  const isInternal = (host: string | undefined): boolean => isInternalHost(host, internalHosts)
  const bound = apis.map(({ contract, create }) => ({ contract, implementation: create(dependencies) }))
  const refuseMethod = await bindContracts(app, bound, {
    surface: options.surface,
    isInternalHost: isInternal,
    observe: (...route) => options.metrics.route(...route),
    logOf: requestLog,
  })
  // Before the body is read, which may be anything.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    if (!refuseMethod(request, reply)) answerNotFound(request, reply)
  })
  await serveDocs(app, {
    contracts: apis.map(({ contract }) => contract),
    surface: options.surface,
    demo: options.demo,
  })
  serveHealth(app, options)
  if (options.surface !== 'public') serveMetrics(app, options.metrics, isInternal)
  await app.ready()
  return app
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.observed = undefined
  return sendProblem(reply, 404, 'No API has this path.')
}

/** `/livez`: the process answers. `/readyz`: it can serve. */
function serveHealth(app: FastifyInstance, { isReady, isStopping }: AppOptions): void {
  app.get('/livez', (_request, reply) => reply.type('application/json').serializer(String).send('{"status":"ok"}'))
  app.get('/readyz', async (_request, reply) => {
    if (isStopping()) return sendProblem(reply, 503, 'The server is stopping.')
    if (await isReady()) return reply.type('application/json').serializer(String).send('{"status":"ok"}')
    return sendProblem(reply.header('retry-after', '1'), 503, 'The database is away.')
  })
}

/** `/metrics`, for hosts that internal operations answer to. */
function serveMetrics(app: FastifyInstance, metrics: Metrics, isInternal: BindOptions['isInternalHost']): void {
  app.get('/metrics', async (request, reply) => {
    if (!isInternal(request.headers.host)) return refuseHost(reply)
    return reply
      .header('content-type', metrics.contentType)
      .serializer(String)
      .send(await metrics.page())
  })
}

/** Whether a `Host` is one that internal operations answer to: other names may be a page of somebody else (DNS rebinding). */
function isInternalHost(host: string | undefined, allowed: ReadonlySet<string>): boolean {
  if (host === undefined) return false
  const name = host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
  return isLoopback(name) || allowed.has(name)
}

const clientErrors: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are larger than 16 KiB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
}

type ClientError = Error & { readonly code?: string }

/** Answers what fails before there is a request. Node's message is dropped, since it quotes the input. */
function answerClientError(error: ClientError, socket: Socket, onAnswer: RequestObserver['refused']): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, detail] = clientErrors[error.code ?? ''] ?? [400, 'The request is not valid HTTP.']
  const body = problem(status, detail)
  const requestId = randomUUID()
  onAnswer(requestId, status)
  socket.end(
    [
      `HTTP/1.1 ${status} ${(JSON.parse(body) as { title: string }).title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
