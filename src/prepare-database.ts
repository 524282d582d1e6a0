import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from './config.js'
import { type Connection, failureOf } from './database/connection.js'
import { describeFailure, failureCauseOf } from './database/failure-cause.js'
import { assertMigrated, migrateUp } from './database/migrate.js'
import { StartupError } from './errors.js'
import type { Services } from './services.js'

/** How long PostgreSQL may be away at the start. */
const databaseTimeoutMs = 30_000
const retryAfterMs = 500
/** How often is told meanwhile what it waits for. */
const tellEveryMs = 5_000

/** Told why the database cannot be used, and for how long it is still waited for. */
export type OnWait = (failure: unknown, remainingMs: number) => void

/**
 * Brings the database into the state that this version needs: migrated (the embedded one) or of this version (PostgreSQL), with the
 * configured master keys, and with demo rows exactly where they are wanted.
 * @param shutdown stops the wait for a database that is away
 * @param onWait called when that wait begins, and then every five seconds
 * @throws {StartupError}
 */
export async function prepareDatabase(
  connection: Connection,
  config: Pick<Config, 'demo'>,
  services: Services,
  shutdown: AbortSignal,
  onWait: OnWait,
): Promise<void> {
  const { kind, db } = connection
  if (kind === 'embedded') await migrateUp(db)
  else {
    await waitForDatabase(connection, shutdown, onWait)
    await assertMigrated(db)
  }
  const refusal = await services.masterKeys.begin()
  if (refusal !== undefined) throw new StartupError(refusal)
  await prepareDemo(connection, config, services)
}

async function waitForDatabase({ db }: Connection, shutdown: AbortSignal, onWait: OnWait): Promise<void> {
  const startedAt = performance.now()
  for (let tellAtMs = 0; ; await delay(retryAfterMs)) {
    const failure = await failureOf(db)
    if (failure === undefined) return
    const { isLasting, action } = failureCauseOf(failure)
    if (isLasting) throw new StartupError(`${describeFailure(failure)}; ${action}`, { cause: failure })
    shutdown.throwIfAborted()
    const waitedMs = performance.now() - startedAt
    if (waitedMs > databaseTimeoutMs) {
      const seconds = databaseTimeoutMs / 1000
      const message = `after ${seconds} seconds still: ${describeFailure(failure)}; ${action}`
      throw new StartupError(message, { cause: failure })
    }
    if (waitedMs < tellAtMs) continue
    onWait(failure, databaseTimeoutMs - waitedMs)
    tellAtMs = waitedMs + tellEveryMs
  }
}

async function prepareDemo({ kind }: Connection, config: Pick<Config, 'demo'>, { demo }: Services): Promise<void> {
  if (kind === 'embedded') return config.demo ? demo.restore() : demo.remove()
  if (!config.demo && (await demo.isPresent())) {
    throw new StartupError(
      'the database has the demo data, whose secrets are public; remove it with "npm run demo -- --remove", or set DEMO=1 where it is wanted',
    )
  }
}
