import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { whileLocked } from './advisory-lock.js'
import { BlockedMigration, lockFailure, NewerDatabase, PendingMigrations } from './errors.js'
import { migrations as ownMigrations } from './migrations/index.js'
import { type Migration, maxLockWaitMs, withLockTimeout } from './migrations/migration.js'
import type { Database } from './schema.js'

/** A migration. `appliedAt` is `undefined` while it is pending. */
export interface MigrationState {
  readonly name: string
  readonly appliedAt: Date | undefined
}

/** The migrations of a version, in their order. */
export type Migrations = Readonly<Record<string, Migration>>

/** What happens to a migration, or that another process migrates the database. */
export type MigrationProgress =
  | { readonly event: 'started'; readonly name: string; readonly count: number }
  | { readonly event: 'applied'; readonly name: string }
  | { readonly event: 'blocked'; readonly name: string; readonly waitedMs: number }
  | { readonly event: 'waiting' }

export interface MigrateOptions {
  /** Those of this version. */
  readonly migrations?: Migrations
  /** The last one that is applied; all where it is left out. */
  readonly to?: string
  readonly onProgress?: (progress: MigrationProgress) => void
  readonly maxWaitMs?: number
}

/**
 * How long a statement waits for a lock. Whoever needs the table meanwhile waits behind it, a server for no longer than a second: before
 * that it gives way, and tries again after a pause.
 */
const lockTimeoutMs = 200
const minPauseMs = 100
const maxPauseMs = 5_000

/**
 * Reads the state of every migration that this version knows.
 * @throws {NewerDatabase}
 */
export async function migrationStates(db: Kysely<Database>, migrations = ownMigrations): Promise<MigrationState[]> {
  const applied = await appliedMigrations(db)
  const unknown = [...applied.keys()].filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
  return Object.keys(migrations).map((name) => ({ name, appliedAt: applied.get(name) }))
}

/**
 * Checks that the database has exactly the migrations of this version.
 * @throws {PendingMigrations}
 * @throws {NewerDatabase}
 */
export async function assertMigrated(db: Kysely<Database>): Promise<void> {
  const { length } = await pendingMigrations(db, ownMigrations)
  if (length > 0) throw new PendingMigrations(length)
}

/**
 * Applies the pending migrations, one after the other: where one fails, those before it stay. Instances that start together wait for one
 * another, so that each is applied once.
 * @returns the names of those that this call applied
 * @throws {NewerDatabase}
 * @throws {BlockedMigration} or the error of a migration
 */
export async function migrateUp(db: Kysely<Database>, options: MigrateOptions = {}): Promise<string[]> {
  const { migrations = ownMigrations, to, onProgress = () => {}, maxWaitMs = maxLockWaitMs } = options
  // Nothing is locked where nothing is pending.
  if ((await pendingMigrations(db, migrations, to)).length === 0) return []
  return whileLocked(
    db,
    'migrations',
    async (connection) => {
      // Another process may have applied some meanwhile.
      const pending = await pendingMigrations(connection, migrations, to)
      await createMigrationTable(connection)
      for (const [name, migration] of pending) {
        onProgress({ event: 'started', name, count: pending.length })
        await retryWhileBlocked(() => apply(connection, name, migration), { name, maxWaitMs, onProgress })
        onProgress({ event: 'applied', name })
      }
      return pending.map(([name]) => name)
    },
    () => onProgress({ event: 'waiting' }),
  )
}

/** Repeats `work` while it gets no lock, with longer and longer pauses. */
async function retryWhileBlocked(
  work: () => Promise<void>,
  { name, maxWaitMs, onProgress }: Required<Pick<MigrateOptions, 'maxWaitMs' | 'onProgress'>> & { name: string },
): Promise<void> {
  let blockedSinceMs: number | undefined
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    try {
      return await work()
    } catch (error) {
      if (lockFailure(error) === undefined) throw error
      blockedSinceMs ??= performance.now() - lockTimeoutMs
      const waitedMs = Math.round(performance.now() - blockedSinceMs)
      if (waitedMs + pauseMs > maxWaitMs)
        throw new BlockedMigration(`the migration ${name}`, waitedMs, { cause: error })
      onProgress({ event: 'blocked', name, waitedMs })
      await delay(pauseMs)
    }
  }
}

/**
 * Applies a migration and notes that it is. Not by Kysely's `Migrator`: it applies all of them in one transaction or none in any, and its
 * lock is one that `create index concurrently` waits for.
 * @param connection one connection, whose settings are changed meanwhile
 */
async function apply(connection: Kysely<Database>, name: string, { up, isTransactional }: Migration): Promise<void> {
  const run = async (db: Kysely<Database>): Promise<void> => {
    await up(db)
    await sql`insert into kysely_migration (name, timestamp) values (${name}, ${new Date().toISOString()})`.execute(db)
  }
  await withLockTimeout(connection, lockTimeoutMs, () =>
    isTransactional === false ? run(connection) : connection.transaction().execute(run),
  )
}

/** The pending migrations by name, in their order. @param to the last one that counts */
async function pendingMigrations(
  db: Kysely<Database>,
  migrations: Migrations,
  to?: string,
): Promise<[name: string, migration: Migration][]> {
  const states = await migrationStates(db, migrations)
  const end = to === undefined ? states.length : states.findIndex(({ name }) => name === to) + 1
  return Object.entries(migrations).filter((_, index) => index < end && states[index]?.appliedAt === undefined)
}

/** As Kysely's `Migrator` creates it. */
async function createMigrationTable(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute()
}

/** When each migration was applied. */
async function appliedMigrations(db: Kysely<Database>): Promise<Map<string, Date>> {
  const table = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!table.rows[0]?.found) return new Map()
  const { rows } = await sql<{
    name: string
    timestamp: string
  }>`select name, timestamp from kysely_migration order by name`.execute(db)
  return new Map(rows.map(({ name, timestamp }) => [name, new Date(timestamp)]))
}
