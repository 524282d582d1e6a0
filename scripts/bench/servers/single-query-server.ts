/** The product as it is, but each request asks the database for itself. The same environment as the product. */
import { built } from '../built.js'
import { announce } from './announce.js'

const { buildApp } = await built<typeof import('../../../src/app.js')>('src/app.js')
const { readConfig } = await built<typeof import('../../../src/config.js')>('src/config.js')
const { openDatabase } = await built<typeof import('../../../src/db/open.js')>('src/db/open.js')
const { createDependencies } = await built<typeof import('../../../src/dependencies.js')>('src/dependencies.js')
const { openMasterKeys } = await built<typeof import('../../../src/keys/master-key.js')>('src/keys/master-key.js')
const { startKeys } = await built<typeof import('../../../src/keys/start-keys.js')>('src/keys/start-keys.js')
const { loggerOptions } = await built<typeof import('../../../src/observability/log.js')>('src/observability/log.js')
const { Metrics } = await built<typeof import('../../../src/observability/metrics.js')>('src/observability/metrics.js')

const config = readConfig(process.env)
const connection = await openDatabase(config, () => {})
const metrics = new Metrics()
metrics.watchConnections(connection.counts)
const dependencies = createDependencies(connection.db, await openMasterKeys(config), {
  metrics,
  onDropped: () => {},
  batching: { largest: 1, inFlight: Number.POSITIVE_INFINITY },
})
const refusal = await startKeys(dependencies)
if (refusal !== undefined) throw new Error(refusal)
await announce(
  await buildApp(dependencies, {
    surface: 'all',
    internalHosts: config.internalHosts,
    trustedProxies: config.trustedProxies,
    logger: loggerOptions(config.logLevel),
    metrics,
    isReady: async () => true,
    isStopping: () => false,
    demo: config.demo,
  }),
)
