import { type Kysely, Migrator, sql } from 'kysely'
import { migrations } from './migrations/index.js'
import type { Database } from './schema.js'

/** A migration and when it was applied, if it was. */
export interface MigrationState {
  readonly name: string
  readonly appliedAt: Date | undefined
}

/** The database has migrations that this version of the code does not know. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
  constructor(unknown: readonly string[]) {
    super(`the database is newer than this version: it has the migration ${unknown.join(', ')}; start a newer version`)
  }
}

/** The database lacks migrations that this version needs. */
export class PendingMigrations extends Error {
  override readonly name = 'PendingMigrations'
  constructor(count: number) {
    super(`the database lacks ${count} migrations; run: npm run migrate`)
  }
}

function migrator(db: Kysely<Database>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
}

/**
 * The state of every migration that this version knows.
 * @throws {NewerDatabase}
 */
export async function migrationStates(db: Kysely<Database>): Promise<MigrationState[]> {
  const applied = await appliedMigrations(db)
  const unknown = [...applied.keys()].filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
  return Object.keys(migrations).map((name) => ({ name, appliedAt: applied.get(name) }))
}

/**
 * Refuses a database that is not of this version.
 * @throws {PendingMigrations} {@link NewerDatabase}
 */
export async function demandMigrated(db: Kysely<Database>): Promise<void> {
  const count = await countPending(db)
  if (count > 0) throw new PendingMigrations(count)
}

/**
 * Applies what is pending, each migration once: instances that start together wait for one another.
 * @returns the names of those applied by this call
 * @throws {NewerDatabase} and whatever a migration throws; then nothing of this call is applied
 */
export async function migrateUp(db: Kysely<Database>): Promise<string[]> {
  // To look is cheaper than to lock.
  if ((await countPending(db)) === 0) return []
  const { error, results } = await migrator(db).migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
}

async function countPending(db: Kysely<Database>): Promise<number> {
  return (await migrationStates(db)).filter(({ appliedAt }) => !appliedAt).length
}

/** When each migration was applied, as Kysely notes it. */
async function appliedMigrations(db: Kysely<Database>): Promise<Map<string, Date>> {
  const table = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!table.rows[0]?.found) return new Map()
  const { rows } = await sql<{
    name: string
    timestamp: string
  }>`select name, timestamp from kysely_migration order by name`.execute(db)
  return new Map(rows.map(({ name, timestamp }) => [name, new Date(timestamp)]))
}
