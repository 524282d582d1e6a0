/** The process: reads the configuration, opens the database, listens, and drains when it is told to stop. */
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { CannotGoOn, runMain } from './cli/report.js'
import { type Config, type Listener, readConfig } from './config.js'
import type { Surface } from './contract/bind.js'
import { openMasterKeys } from './crypto/master-key.js'
import type { Secret } from './crypto/secret.js'
import type { Connection } from './database/connection.js'
import { hasDemo, removeDemo, restoreDemo } from './database/demo.js'
import { demandMigrated, migrateUp } from './database/migrate.js'
import { openDatabase } from './database/open.js'
import { startKeys } from './domain/master-keys/start-keys.js'
import { prepareOperators } from './domain/operators/prepare-operators.js'
import { Drain } from './graceful-shutdown.js'
import { buildApp, contracts } from './http/app.js'
import { readTls } from './http/tls.js'
import { Janitor } from './janitor.js'
import { createLog } from './observability/log.js'
import { Metrics } from './observability/metrics.js'
import { createDependencies, type Dependencies } from './services.js'
import { greeting } from './startup-banner.js'

/** How long a database may be away at the start, in milliseconds. */
const databaseGrace = 30_000

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const tls = config.tls && readTls(config.tls)
  const log = createLog(config.logLevel)
  const connection = await openDatabase(config, (error) =>
    log.warn({ err: error }, 'an idle database connection broke'),
  )
  const metrics = new Metrics()
  metrics.watchConnections(connection.counts)
  const dependencies = createDependencies(connection.db, await openMasterKeys(config), {
    metrics,
    onDropped: (what, error, dropped) => log.warn({ err: error, dropped }, `${what} were not recorded`),
  })

  const janitor = new Janitor(dependencies.repositories, {
    clock: dependencies.clock,
    auditRetentionDays: config.auditRetentionDays,
    onRemoved: (chore, rows) => log.debug({ chore, rows }, 'what nobody needs any more was removed'),
    onError: (error) => log.warn({ err: error }, 'the janitor could not finish; it tries again'),
  })

  let isPrepared = false
  let firstOperatorKey: Secret | undefined
  // Before the first listener, so that a stop during the start is a clean one too.
  const drain = new Drain({
    log,
    isPrepared: () => isPrepared,
    release: async () => {
      await janitor.stop()
      await dependencies.flush()
      await connection.close()
    },
  })
  const isReady = async (): Promise<boolean> => isPrepared && (await answers(connection))
  async function listen({ host, port }: Listener, surface: Surface): Promise<FastifyInstance> {
    const app = await buildApp(dependencies, {
      surface,
      internalHosts: config.internalHosts,
      trustedProxies: config.trustedProxies,
      tls,
      log,
      metrics,
      isReady,
      isStopping: () => drain.isUnderWay,
      demo: config.demo,
    })
    drain.add(app)
    // Nobody hears of this server before the embedded database is there. A PostgreSQL that is away is waited for with /readyz
    // already answering 503.
    if (connection.kind === 'embedded') await prepared
    if (!drain.isUnderWay)
      await app.listen({ host, port, listenTextResolver: (address) => `${surface} operations at ${address}` })
    return app
  }

  const prepareDatabase = async (): Promise<void> => {
    try {
      await prepare(connection, config, dependencies, drain.signal)
      firstOperatorKey = await prepareOperators(dependencies, config.operatorKey, process.stdout.isTTY)
      isPrepared = true
      janitor.start()
    } catch (error) {
      // A stop closes the database under whatever the start is doing.
      if (!drain.isUnderWay) throw error
    }
  }
  // The database works while the routes are made.
  const prepared = prepareDatabase()
  const [app, internalApp] = await Promise.all([
    listen(config.listener, config.internalListener ? 'public' : 'all'),
    config.internalListener && listen(config.internalListener, 'internal'),
    prepared,
  ])
  if (drain.isUnderWay) return

  if (process.stdout.isTTY || config.demo) {
    const address = addressOf(app)
    const internalAddress = internalApp && addressOf(internalApp)
    console.log(greeting({ config, address, internalAddress, kind: connection.kind, contracts, firstOperatorKey }))
  }
}

/** Brings the database into the state that this version needs. */
async function prepare(
  connection: Connection,
  { demo }: Config,
  dependencies: Dependencies,
  stopping: AbortSignal,
): Promise<void> {
  const { kind, db } = connection
  if (kind === 'embedded') await migrateUp(db)
  else {
    await waitForDatabase(connection, stopping)
    await demandMigrated(db)
  }
  const refusal = await startKeys(dependencies)
  if (refusal !== undefined) throw new CannotGoOn(refusal)
  const { digest, keyRotation } = dependencies
  if (kind === 'embedded' && demo) await restoreDemo(db, digest, keyRotation.current)
  else if (kind === 'embedded') await removeDemo(db)
  else if (!demo && (await hasDemo(db))) {
    throw new CannotGoOn(
      'the database has the demo data, whose secrets are public; take it out with "npm run demo -- --remove", or set DEMO=1 where that is wanted',
    )
  }
}

async function waitForDatabase(connection: Connection, stopping: AbortSignal): Promise<void> {
  const deadline = Date.now() + databaseGrace
  while (!(await answers(connection))) {
    stopping.throwIfAborted()
    if (Date.now() > deadline)
      throw new CannotGoOn('the database did not answer for 30 seconds; check DATABASE_URL and the database')
    await delay(500)
  }
}

async function answers({ db }: Connection): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}

function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `${app.initialConfig.https ? 'https' : 'http'}://${host}:${port}`
}

runMain('tokenwright cannot start', start)
