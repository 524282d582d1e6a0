import type { Kysely } from 'kysely'
import type { Clock } from '../clock.js'
import type { Config } from '../config.js'
import { openMasterKeys } from '../crypto/master-key.js'
import { isAnswering } from '../database/connection.js'
import { holdsDatabase } from '../database/embedded-directory.js'
import { DirectoryInUse, UnusableDirectory } from '../database/errors.js'
import { failureCauseOf } from '../database/failure-cause.js'
import { type OpenedDatabase, openDatabase } from '../database/open.js'
import type { Database } from '../database/schema.js'
import { Metrics } from '../observability/metrics.js'
import { createServices, type Services } from '../services.js'
import { databaseChecks } from './database.js'
import { type Check, type Finding, failedCheck, problem, warning } from './finding.js'
import { type Counts, rowChecks } from './rows.js'

/** Checks the database and its rows. Checks that depend on a failed one are left out. */
export async function* checkDatabase(config: Config, clock: Clock): AsyncGenerator<Finding> {
  if (!config.databaseUrl && !holdsDatabase(config.dataDirectory)) {
    yield warning('database', `${config.dataDirectory} has no database yet`, 'start the server: it creates one')
    return
  }
  let connection: OpenedDatabase
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

async function* checkConnection(connection: OpenedDatabase, config: Config, clock: Clock): AsyncGenerator<Finding> {
  const { db, kind } = connection
  if (!(yield* runChecks(db, databaseChecks(connection, clock, config)))) return
  const options = { clock, metrics: new Metrics(), onDropped: () => {} }
  const services = createServices(db, await openMasterKeys(config), options)
  const settings = { ...config, isRotating: config.previousMasterKey !== undefined }
  yield* runChecks(db, rowChecks(services, kind, settings, exactCounts(services)))
}

/** A check that fails is a finding itself. @returns whether further checks are of use */
async function* runChecks(db: Kysely<Database>, checks: readonly Check[]): AsyncGenerator<Finding, boolean> {
  for (const check of checks) {
    const findings = await check.run().catch((error: unknown) => [failedCheck(check, error)])
    yield* findings
    const isOk = findings.every(({ level }) => level === 'ok')
    if (!isOk && (check.isNeeded || !(await isAnswering(db)))) return false
  }
  return true
}

type CountingServices = Pick<Services, 'masterKeys' | 'gatewayTokens' | 'overview'>

/** Counts every row. Where that takes longer than a statement may, a sample is counted instead. */
function exactCounts({ masterKeys, gatewayTokens, overview }: CountingServices): Counts {
  return {
    keyUsage: () =>
      masterKeys.usage().then(
        (usage) => ({ usage, isEstimate: false }),
        (error: unknown) => orWhereSlow(error, () => overview.keyUsage()),
      ),
    hashedTokens: () =>
      gatewayTokens.hashedTokens.countUnused().then(
        (hashed) => ({ counts: { hashed }, isEstimate: false }),
        (error: unknown) => orWhereSlow(error, () => overview.hashedTokens()),
      ),
  }
}

function orWhereSlow<Result>(error: unknown, otherwise: () => Promise<Result>): Promise<Result> {
  if (failureCauseOf(error).kind !== 'slow') throw error
  return otherwise()
}
