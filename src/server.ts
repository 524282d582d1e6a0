import { availableParallelism } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { contracts } from './apis/index.js'
import { CleanupJob } from './cleanup-job.js'
import type { Config } from './config.js'
import { atBasePaths } from './contract/base-path.js'
import { createAuditSinkJob } from './create-audit-sink-job.js'
import { openMasterKeys } from './crypto/master-key.js'
import type { Secret } from './crypto/secret.js'
import { causeOf, describeFailure, failureCauseOf } from './database/failure-cause.js'
import { type OpenedDatabase, openDatabase } from './database/open.js'
import { type Readiness, readinessOf, standbyReadiness } from './database/readiness.js'
import type { StandbyFailure } from './database/standby-failure.js'
import type { AuditSinkJob } from './domain/audit/audit-sink-job.js'
import { GracefulShutdown } from './graceful-shutdown.js'
import { buildApp } from './http/app.js'
import { addressOf, listen } from './http/listen.js'
import { listenersOf, type SurfaceListener } from './http/listeners.js'
import type { Tls } from './http/tls.js'
import { Metrics } from './observability/metrics.js'
import { RepeatedLines } from './observability/repeated-lines.js'
import type { Tracer } from './observability/tracer.js'
import { prepareDatabase } from './prepare-database.js'
import { createServices, type Services } from './services.js'
import { startupBanner } from './startup-banner.js'
import type { WorkerLink } from './workers/worker-link.js'

/** Everything that the process has open. */
interface Resources {
  readonly tracer: Tracer | undefined
  readonly connection: OpenedDatabase
  readonly services: Services
  readonly cleanupJob: CleanupJob
  readonly auditSinkJob: AuditSinkJob | undefined
}

/** Loads OpenTelemetry, which nobody needs where traces are not wanted. */
async function openTracer({ tracing }: Config, log: Logger, metrics: Metrics): Promise<Tracer | undefined> {
  if (!tracing) return undefined
  const { OpenTelemetryTracer } = await import('./observability/open-telemetry.js')
  return new OpenTelemetryTracer(tracing, { log, count: metrics.spans })
}

/** The server of this process, from the opening of its database to its shutdown. */
export class Server {
  readonly #metrics = new Metrics()
  readonly #repeatedLines = new RepeatedLines()
  #isPrepared = false
  #firstOperatorKey: Secret | undefined

  constructor(
    readonly config: Config,
    readonly log: Logger,
    readonly tls: Tls | undefined,
    /** Of a worker; a process alone has none. */
    readonly worker?: WorkerLink,
  ) {}

  async start(): Promise<void> {
    if (this.tls) this.#metrics.certificateEnds(this.tls.validTo)
    const resources = await this.#open()
    // Before the first listener: a signal during the start shuts down in order as well.
    const shutdown = new GracefulShutdown({
      log: this.log,
      hasBeenReady: () => this.#isPrepared,
      release: async () => {
        await release(resources)
        await this.worker?.reportMetrics()
      },
      hasSiblings: this.worker !== undefined,
    })
    this.worker?.attach({
      shutDown: (signal) => shutdown.begin(signal),
      onPrimaryLost: () => {
        this.log.error('primary ended, so its workers shut down')
        shutdown.begin()
      },
      metrics: () => this.#metrics.snapshot(),
    })
    // The database is prepared while the routes are registered.
    const prepared = this.#prepare(resources, shutdown)
    const [apps] = await Promise.all([this.#serve(resources, shutdown, prepared), prepared])
    if (shutdown.hasBegun) return
    this.worker?.reportStart()
    this.#showBanner(resources.connection, apps)
  }

  async #open(): Promise<Resources> {
    const { config, log } = this
    const tracer = await openTracer(config, log, this.#metrics)
    const connection = await openDatabase(config, {
      tracer,
      onFailure: this.#metrics.databaseFailed,
      onIdleError: (error) => this.#warn('idle database connection lost', error),
      onRead: this.#metrics.nearReads.count,
      onStandbyChange: (failure) => this.#tellStandby(failure),
      onCreate: () =>
        this.#tell(`Creating the embedded database in ${config.dataDirectory}: some seconds, at the first start only`),
    })
    this.#metrics.watchConnections(connection.counts)
    this.#metrics.nearReads.watch(connection.nearReads)
    this.#metrics.watchReadiness(() => this.#readiness(connection))
    const services = createServices(connection.db, await openMasterKeys(config), {
      metrics: this.#metrics,
      reads: connection.nearReads,
      tracer,
      trustedProxies: config.trustedProxies,
      payApiHmacSecret: config.payApiHmacSecret,
      legacyTokenBcryptSalt: config.legacyTokenBcryptSalt,
      oidc: config.oidc,
      config,
      cores: Math.max(1, Math.floor(availableParallelism() / config.workers)),
      onFailedCheck: (check, error) => this.#warn('check of the diagnosis failed', error, { check }),
      onIdentityProviderFailed: (error) => this.#warn('identity provider cannot be used', error),
      onDropped: (what, error, rows) => this.#warn(`buffered writes dropped: ${what}`, error, { rows }),
    })
    const expiringRows = services.expiringRows(config.auditRetentionDays, config.auditSink?.name)
    const cleanupJob = new CleanupJob({ ...services, expiringRows, log, metrics: this.#metrics.cleanup, tracer })
    const auditSinkJob = createAuditSinkJob(config, services, log, tracer)
    return { tracer, connection, services, cleanupJob, auditSinkJob }
  }

  async #prepare(
    { connection, services, cleanupJob, auditSinkJob }: Resources,
    shutdown: GracefulShutdown,
  ): Promise<void> {
    try {
      await prepareDatabase(connection, this.config, services, shutdown.signal, (failure, remainingMs) =>
        this.#tellWait(failure, remainingMs),
      )
      this.#firstOperatorKey = await services.operators.prepare(this.config.operatorKey, process.stdout.isTTY)
      this.#isPrepared = true
      connection.nearReads.start()
      cleanupJob.start()
      // Nobody waits for it: keys work without.
      void services.accounts?.signIn()
      auditSinkJob?.start()
    } catch (error) {
      // A shutdown closes the database while the start still uses it.
      if (!shutdown.hasBegun) throw error
    }
  }

  async #serve(
    resources: Resources,
    shutdown: GracefulShutdown,
    prepared: Promise<void>,
  ): Promise<readonly FastifyInstance[]> {
    const listeners = listenersOf(this.config)
    const apps = await Promise.all(listeners.map((listener) => this.#build(listener, resources, shutdown)))
    // The embedded database is there within seconds. A PostgreSQL that is away may take longer: meanwhile /readyz answers 503.
    if (resources.connection.kind === 'embedded') await prepared
    // One after the other: workers share two listeners on port 0 by the order in which they ask for them.
    for (const [index, listener] of listeners.entries()) {
      const app = apps[index]
      if (app && !shutdown.hasBegun) await listen(app, listener, listener.surface)
    }
    return apps
  }

  async #build(
    listener: SurfaceListener,
    { tracer, connection, services }: Resources,
    shutdown: GracefulShutdown,
  ): Promise<FastifyInstance> {
    const { internalHosts, trustedProxies, basePaths, demo } = this.config
    const { worker } = this
    const app = await buildApp(services, {
      surface: listener.surface,
      internalHosts,
      trustedProxies,
      basePaths,
      tls: this.tls,
      log: this.log,
      repeatedLines: this.#repeatedLines,
      metrics: this.#metrics,
      tracer,
      metricsPage: worker && (() => worker.metricsPage()),
      readiness: () => this.#readiness(connection),
      isStopping: () => shutdown.hasBegun,
      demo,
      publicPort: listener.surface === 'internal' ? this.config.listener.port : undefined,
    })
    shutdown.add(app)
    return app
  }

  #showBanner({ kind }: OpenedDatabase, [app, internalApp]: readonly FastifyInstance[]): void {
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

  #tellWait(failure: unknown, remainingMs: number): void {
    const { kind: cause, problem, action } = failureCauseOf(failure)
    if (process.stdout.isTTY) {
      const wait = `Waiting for the database, ${Math.ceil(remainingMs / 1000)} s at most`
      this.#tell(`${wait}: ${describeFailure(failure)}; ${action}`)
    } else {
      const fields = { cause, problem, action, remainingMs: Math.round(remainingMs) }
      this.#warn('waiting for the database', failure, fields)
    }
  }

  #tellStandby(failure: StandbyFailure | undefined): void {
    const message = failure ? 'reads go to the primary instead of the standby' : 'reads go to the standby'
    const fields = failure && { cause: failure.kind, problem: failure.problem, action: failure.action }
    this.#repeatedLines.write(message, (leftOut) =>
      this.log[failure ? 'warn' : 'info']({ ...fields, ...leftOut }, message),
    )
  }

  /** What the calls of this server need works; before it has started, nothing does. */
  async #readiness(connection: OpenedDatabase): Promise<Readiness> {
    const readiness = { ...(await readinessOf(connection)), ...standbyReadiness(connection.nearReads) }
    if (this.#isPrepared || readiness.reads) return readiness
    return { reads: causeOf('server-starting'), writes: causeOf('server-starting') }
  }

  /** Prints for a person: on a terminal, or where the demo shows how to begin. Of several workers one speaks for all. */
  #tell(text: string): void {
    if (this.worker && !this.worker.isFirst) return
    if (process.stdout.isTTY || this.config.demo) console.log(text)
  }
}

async function release({ tracer, connection, services, cleanupJob, auditSinkJob }: Resources): Promise<void> {
  await Promise.all([cleanupJob.stop(), auditSinkJob?.stop()])
  await services.flush()
  await connection.close()
  await tracer?.shutdown()
}
