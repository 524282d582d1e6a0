import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import { openMasterKeys } from '../crypto/master-key.js'
import type { Connection } from '../database/connection.js'
import { holdsDatabase } from '../database/embedded-directory.js'
import { DirectoryInUse, UnusableDirectory } from '../database/errors.js'
import { openDatabase } from '../database/open.js'
import { Metrics } from '../observability/metrics.js'
import { createServices, type Services } from '../services.js'
import { databaseChecks } from './database.js'
import { type Finding, problem, warning } from './finding.js'
import { type Counts, rowChecks } from './rows.js'

/** Checks the database and its rows. Checks that depend on a failed one are left out. */
export async function* checkDatabase(config: Config, clock: Clock): AsyncGenerator<Finding> {
  if (!config.databaseUrl && !holdsDatabase(config.dataDirectory)) {
    yield warning('database', `${config.dataDirectory} has no database yet`, 'start the server: it creates one')
    return
  }
  let connection: Connection
  try {
    connection = await openDatabase(config)
  } catch (error) {
    if (error instanceof DirectoryInUse)
      yield warning('database', error.message, 'stop the server to have the data checked')
    else if (error instanceof UnusableDirectory) yield problem('database', error.problem, error.action)
    else throw error
    return
  }
  try {
    yield* checkConnection(connection, config, clock)
  } finally {
    await connection.close()
  }
}

async function* checkConnection(connection: Connection, config: Config, clock: Clock): AsyncGenerator<Finding> {
  for (const { isNeeded, run } of databaseChecks(connection, clock, config)) {
    const findings = await run()
    yield* findings
    if (isNeeded && findings.some(({ level }) => level !== 'ok')) return
  }
  const options = { clock, metrics: new Metrics(), onDropped: () => {} }
  const services = createServices(connection.db, await openMasterKeys(config), options)
  const settings = { ...config, isRotating: config.previousMasterKey !== undefined }
  for (const { run } of rowChecks(services, connection.kind, settings, exactCounts(services))) yield* await run()
}

/** Counts every row, however long it takes. */
function exactCounts({ masterKeys, gatewayTokens }: Pick<Services, 'masterKeys' | 'gatewayTokens'>): Counts {
  return {
    keyUsage: async () => ({ usage: await masterKeys.usage(), isEstimate: false }),
    hashedTokens: async () => ({
      counts: { hashed: await gatewayTokens.hashedTokens.countUnused() },
      isEstimate: false,
    }),
  }
}
