/** The product as it is, but each request asks the database for itself. The same environment as the product. */

import { readConfig } from '../../../src/config.js'
import { openMasterKeys } from '../../../src/crypto/master-key.js'
import { openDatabase } from '../../../src/database/open.js'
import { buildApp } from '../../../src/http/app.js'
import { createLog } from '../../../src/observability/log.js'
import { Metrics } from '../../../src/observability/metrics.js'
import { RepeatedLines } from '../../../src/observability/repeated-lines.js'
import { createServices } from '../../../src/services.js'
import { announce } from './announce.js'

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const connection = await openDatabase(config)
  const metrics = new Metrics()
  metrics.watchConnections(connection.counts)
  const services = createServices(connection.db, await openMasterKeys(config), {
    metrics,
    onDropped: () => {},
    batching: { maxBatchSize: 1, maxConcurrentBatches: Number.POSITIVE_INFINITY },
  })
  const refusal = await services.masterKeys.begin()
  if (refusal !== undefined) throw new Error(refusal)
  await announce(
    await buildApp(services, {
      surface: 'all',
      internalHosts: config.internalHosts,
      trustedProxies: config.trustedProxies,
      log: createLog(config.logLevel),
      repeatedLines: new RepeatedLines(),
      metrics,
      readiness: async () => ({}),
      isStopping: () => false,
      demo: config.demo,
    }),
  )
}

void main()
