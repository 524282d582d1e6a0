/** The process: reads the configuration, opens the database, listens, and drains when it is told to stop. */
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { buildApp, contracts } from './app.js'
import { CannotGoOn, runMain } from './cli/report.js'
import { type Config, type Listener, readConfig } from './config.js'
import type { Surface } from './contract/bind.js'
import type { Connection } from './db/connection.js'
import { demandMigrated, migrateUp } from './db/migrate.js'
import { openDatabase } from './db/open.js'
import { hasDemo, removeDemo, restoreDemo } from './demo/demo.js'
import { greeting } from './demo/greeting.js'
import { createDependencies, type Dependencies } from './dependencies.js'
import { openMasterKeys } from './keys/master-key.js'
import { startKeys } from './keys/start-keys.js'
import { loggerOptions } from './observability/log.js'
import { Metrics } from './observability/metrics.js'

/** How long a database may be away at the start, in milliseconds. */
const databaseGrace = 30_000
/** How long requests under way may take to finish when the process stops, in milliseconds. */
const drainTime = 9_000

async function start(): Promise<void> {
  const config = readConfig(process.env)
  // The log of the process comes into being with the first listener.
  let log: FastifyInstance['log'] | undefined
  const connection = await openDatabase(config, (error) =>
    log?.warn({ err: error }, 'an idle database connection broke'),
  )
  const metrics = new Metrics()
  metrics.watchConnections(connection.counts)
  const dependencies = createDependencies(connection.db, await openMasterKeys(config), {
    metrics,
    onDropped: (what, error, dropped) => log?.warn({ err: error, dropped }, `${what} were not recorded`),
  })

  let isPrepared = false
  const isReady = async (): Promise<boolean> => isPrepared && (await answers(connection))
  const apps: FastifyInstance[] = []
  async function listen({ host, port }: Listener, surface: Surface): Promise<FastifyInstance> {
    const app = await buildApp(dependencies, {
      surface,
      internalHosts: config.internalHosts,
      trustedProxies: config.trustedProxies,
      tls: config.tls,
      logger: loggerOptions(config.logLevel),
      metrics,
      isReady,
      demo: config.demo,
    })
    log ??= app.log
    await app.listen({ host, port, listenTextResolver: (address) => `${surface} operations at ${address}` })
    apps.push(app)
    return app
  }

  const stopping = new AbortController()
  // Before the first listener, so that a stop during the start is a clean one too. Its own logger would print errors whole.
  closeWithGrace({ delay: drainTime, logger: false }, async ({ err }) => {
    if (err) log?.fatal({ err }, 'the process stops after an error that nothing caught')
    isPrepared = false
    stopping.abort()
    await Promise.all(apps.map((app) => app.close()))
    await dependencies.flush()
    await connection.close()
  })

  const prepareDatabase = async (): Promise<void> => {
    try {
      await prepare(connection, config, dependencies, stopping.signal)
      isPrepared = true
    } catch (error) {
      // A stop closes the database under whatever the start is doing.
      if (!stopping.signal.aborted) throw error
    }
  }
  // A database that is away is waited for with /readyz already answering 503; the embedded one is there.
  if (connection.kind === 'embedded') await prepareDatabase()
  await listen(config.listener, config.internalListener ? 'public' : 'all')
  if (config.internalListener) await listen(config.internalListener, 'internal')
  if (connection.kind === 'postgresql') await prepareDatabase()
  if (!isPrepared) return

  if (process.stdout.isTTY || config.demo) {
    const [first, internal] = apps.map(addressOf)
    console.log(greeting({ config, address: first ?? '', internalAddress: internal, kind: connection.kind, contracts }))
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
