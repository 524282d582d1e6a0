/** The process of the server: configuration, database, listeners, shutdown. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { contracts } from './apis/index.js'
import { CleanupJob } from './cleanup-job.js'
import { type Config, readConfig } from './config.js'
import { atBasePaths } from './contract/base-path.js'
import type { Surface } from './contract/surface.js'
import { createAuditSinkJob } from './create-audit-sink-job.js'
import { openMasterKeys } from './crypto/master-key.js'
import type { Secret } from './crypto/secret.js'
import { type Connection, isAnswering } from './database/connection.js'
import { openDatabase } from './database/open.js'
import type { AuditSinkJob } from './domain/audit/audit-sink-job.js'
import { GracefulShutdown } from './graceful-shutdown.js'
import { buildApp } from './http/app.js'
import { addressOf, assertPortIsFree, listen, type NamedListener } from './http/listen.js'
import { readTls, type Tls } from './http/tls.js'
import { codeOf, createLog } from './observability/log.js'
import { Metrics } from './observability/metrics.js'
import { RepeatedLines } from './observability/repeated-lines.js'
import { prepareDatabase } from './prepare-database.js'
import { runMain } from './run-main.js'
import { createServices, type Services } from './services.js'
import { startupBanner } from './startup-banner.js'

async function startServer(): Promise<void> {
  const config = readConfig(process.env, { isTerminal: process.stdout.isTTY })
  const tls = config.tls && readTls(config.tls)
  await assertPortsAreFree(config)
  const server = new Server(config, createLog(config.logLevel), tls)
  await server.start()
}

interface SurfaceListener extends NamedListener {
  readonly surface: Surface
}

/** One listener for everything, or one for the public and one for the internal operations. */
function listenersOf({ listener, internalListener }: Config): readonly SurfaceListener[] {
  if (!internalListener) return [{ ...listener, variable: 'PORT', surface: 'all' }]
  return [
    { ...listener, variable: 'PORT', surface: 'public' },
    { ...internalListener, variable: 'INTERNAL_PORT', surface: 'internal' },
  ]
}

async function assertPortsAreFree(config: Config): Promise<void> {
  for (const listener of listenersOf(config)) await assertPortIsFree(listener)
}

/** Everything that the process has open. */
interface Resources {
  readonly connection: Connection
  readonly services: Services
  readonly cleanupJob: CleanupJob
  readonly auditSinkJob: AuditSinkJob | undefined
}

/** The server of this process, from the opening of its database to its shutdown. */
class Server {
  readonly #metrics = new Metrics()
  readonly #repeatedLines = new RepeatedLines()
  #isPrepared = false
  #firstOperatorKey: Secret | undefined

  constructor(
    readonly config: Config,
    readonly log: Logger,
    readonly tls: Tls | undefined,
  ) {}

  async start(): Promise<void> {
    if (this.tls) this.#metrics.certificateEnds(this.tls.validTo)
    const resources = await this.#open()
    // Before the first listener: a signal during the start shuts down in order as well.
    const shutdown = new GracefulShutdown({
      log: this.log,
      hasBeenReady: () => this.#isPrepared,
      release: () => release(resources),
    })
    // The database is prepared while the routes are registered.
    const prepared = this.#prepare(resources, shutdown)
    const [apps] = await Promise.all([
      Promise.all(listenersOf(this.config).map((listener) => this.#serve(listener, resources, shutdown, prepared))),
      prepared,
    ])
    if (!shutdown.hasBegun) this.#showBanner(resources.connection, apps)
  }

  async #open(): Promise<Resources> {
    const { config, log } = this
    const connection = await openDatabase(config, {
      onIdleError: (error) => this.#warn('idle database connection lost', error),
      onCreate: () =>
        this.#tell(`Creating the embedded database in ${config.dataDirectory}: some seconds, at the first start only`),
    })
    this.#metrics.watchConnections(connection.counts)
    const services = createServices(connection.db, await openMasterKeys(config), {
      metrics: this.#metrics,
      trustedProxies: config.trustedProxies,
      payApiHmacSecret: config.payApiHmacSecret,
      legacyTokenBcryptSalt: config.legacyTokenBcryptSalt,
      config,
      onFailedCheck: (check, error) => this.#warn('check of the diagnosis failed', error, { check }),
      onDropped: (what, error, rows) => this.#warn(`buffered writes dropped: ${what}`, error, { rows }),
    })
    const expiringRows = services.expiringRows(config.auditRetentionDays, config.auditSink?.name)
    const cleanupJob = new CleanupJob({ ...services, expiringRows, log, metrics: this.#metrics.cleanup })
    return { connection, services, cleanupJob, auditSinkJob: createAuditSinkJob(config, services, log) }
  }

  async #prepare(
    { connection, services, cleanupJob, auditSinkJob }: Resources,
    shutdown: GracefulShutdown,
  ): Promise<void> {
    try {
      await prepareDatabase(connection, this.config, services, shutdown.signal, (failure, timeoutMs) => {
        const wait = `it is waited for, ${timeoutMs / 1000} s at most`
        if (process.stdout.isTTY)
          this.#tell(`The database does not answer yet (${codeOf(failure) ?? failure.message}): ${wait}`)
        else this.#warn('database does not answer yet', failure, { timeoutMs })
      })
      this.#firstOperatorKey = await services.operators.prepare(this.config.operatorKey, process.stdout.isTTY)
      this.#isPrepared = true
      cleanupJob.start()
      auditSinkJob?.start()
    } catch (error) {
      // A shutdown closes the database while the start still uses it.
      if (!shutdown.hasBegun) throw error
    }
  }

  async #serve(
    listener: SurfaceListener,
    { connection, services }: Resources,
    shutdown: GracefulShutdown,
    prepared: Promise<void>,
  ): Promise<FastifyInstance> {
    const { internalHosts, trustedProxies, basePaths, demo } = this.config
    const app = await buildApp(services, {
      surface: listener.surface,
      internalHosts,
      trustedProxies,
      basePaths,
      tls: this.tls,
      log: this.log,
      repeatedLines: this.#repeatedLines,
      metrics: this.#metrics,
      isReady: async () => this.#isPrepared && (await isAnswering(connection.db)),
      isStopping: () => shutdown.hasBegun,
      demo,
      publicPort: listener.surface === 'internal' ? this.config.listener.port : undefined,
    })
    shutdown.add(app)
    // The embedded database is there within seconds. A PostgreSQL that is away may take longer: meanwhile /readyz answers 503.
    if (connection.kind === 'embedded') await prepared
    if (!shutdown.hasBegun) await listen(app, listener, listener.surface)
    return app
  }

  #showBanner({ kind }: Connection, [app, internalApp]: readonly FastifyInstance[]): void {
    if (!app) return
    const address = addressOf(app)
    const internalAddress = internalApp && addressOf(internalApp)
    const firstOperatorKey = this.#firstOperatorKey
    this.#tell(
      startupBanner({
        config: this.config,
        address,
        internalAddress,
        kind,
        contracts: Object.values(atBasePaths(contracts, this.config.basePaths)),
        hasConsole: (internalApp ?? app).hasRoute({ method: 'GET', url: '/console' }),
        firstOperatorKey,
      }),
    )
  }

  #warn(message: string, error: unknown, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#repeatedLines.write(message, (leftOut) => this.log.warn({ err: error, ...fields, ...leftOut }, message))
  }

  /** Prints for a person: on a terminal, or where the demo shows how to begin. */
  #tell(text: string): void {
    if (process.stdout.isTTY || this.config.demo) console.log(text)
  }
}

async function release({ connection, services, cleanupJob, auditSinkJob }: Resources): Promise<void> {
  await Promise.all([cleanupJob.stop(), auditSinkJob?.stop()])
  await services.flush()
  await connection.close()
}

runMain('tokenwright cannot start', startServer)
