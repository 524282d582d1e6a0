import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from './config.js'
import { type Connection, failureOf } from './database/connection.js'
import { assertMigrated, migrateUp } from './database/migrate.js'
import { StartupError, Unavailable } from './errors.js'
import type { Services } from './services.js'

/** How long PostgreSQL may be away at the start. */
const databaseTimeoutMs = 30_000
const retryAfterMs = 500

/**
 * Brings the database into the state that this version needs: migrated (the embedded one) or of this version (PostgreSQL), with the
 * configured master keys, and with demo rows exactly where they are wanted.
 * @param shutdown stops the wait for a database that is away
 * @param onWait told once, where that wait begins
 * @throws {StartupError}
 */
export async function prepareDatabase(
  connection: Connection,
  config: Pick<Config, 'demo'>,
  services: Services,
  shutdown: AbortSignal,
  onWait: (failure: Unavailable, timeoutMs: number) => void,
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

async function waitForDatabase(
  { db }: Connection,
  shutdown: AbortSignal,
  onWait: (failure: Unavailable, timeoutMs: number) => void,
): Promise<void> {
  const deadline = Date.now() + databaseTimeoutMs
  for (let isFirst = true; ; isFirst = false) {
    const failure = await failureOf(db)
    if (failure === undefined) return
    if (!(failure instanceof Unavailable)) throw explainRefusal(failure)
    shutdown.throwIfAborted()
    if (isFirst) onWait(failure, databaseTimeoutMs)
    if (Date.now() > deadline) {
      const seconds = databaseTimeoutMs / 1000
      throw new StartupError(
        `the database did not answer for ${seconds} seconds (${failure.message}); check DATABASE_URL and the database`,
      )
    }
    await delay(retryAfterMs)
  }
}

/** To wait is no use where PostgreSQL refuses the user, the password or the database: SQLSTATE classes 28 and 3D. */
function explainRefusal(failure: unknown): unknown {
  const { code, message } = failure as { code?: unknown; message?: unknown }
  if (typeof code !== 'string' || !/^(28|3D)...$/.test(code)) return failure
  return new StartupError(`PostgreSQL refuses the connection: ${message}; check DATABASE_URL`)
}

async function prepareDemo({ kind }: Connection, config: Pick<Config, 'demo'>, { demo }: Services): Promise<void> {
  if (kind === 'embedded') return config.demo ? demo.restore() : demo.remove()
  if (!config.demo && (await demo.isPresent())) {
    throw new StartupError(
      'the database has the demo data, whose secrets are public; remove it with "npm run demo -- --remove", or set DEMO=1 where it is wanted',
    )
  }
}
