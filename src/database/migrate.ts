import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { NewerDatabase, PendingMigrations } from './errors.js'
import { migrations as ownMigrations } from './migrations/index.js'
import type { Database } from './schema.js'

/** A migration. `appliedAt` is `undefined` while it is pending. */
export interface MigrationState {
  readonly name: string
  readonly appliedAt: Date | undefined
}

/** The migrations of a version, in their order. */
export type Migrations = Readonly<Record<string, Migration>>

function migrator(db: Kysely<Database>, migrations: Migrations): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
}

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
  const count = await countPending(db)
  if (count > 0) throw new PendingMigrations(count)
}

/**
 * Applies the pending migrations, all or none. Instances that start together wait for one another, so that each is applied once.
 * @returns the names of those that this call applied
 * @throws {NewerDatabase} or the error of a migration
 */
export async function migrateUp(db: Kysely<Database>, migrations = ownMigrations): Promise<string[]> {
  // Kysely takes a lock even where nothing is pending.
  if ((await countPending(db, migrations)) === 0) return []
  const { error, results } = await migrator(db, migrations).migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
}

/**
 * Applies the pending migrations up to one of them, all or none.
 * @throws the error of a migration
 */
export async function migrateTo(db: Kysely<Database>, name: string, migrations = ownMigrations): Promise<void> {
  const { error } = await migrator(db, migrations).migrateTo(name)
  if (error !== undefined) throw error
}

async function countPending(db: Kysely<Database>, migrations = ownMigrations): Promise<number> {
  return (await migrationStates(db, migrations)).filter(({ appliedAt }) => !appliedAt).length
}

/** When each migration was applied, by Kysely's own table. */
async function appliedMigrations(db: Kysely<Database>): Promise<Map<string, Date>> {
  const table = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!table.rows[0]?.found) return new Map()
  const { rows } = await sql<{
    name: string
    timestamp: string
  }>`select name, timestamp from kysely_migration order by name`.execute(db)
  return new Map(rows.map(({ name, timestamp }) => [name, new Date(timestamp)]))
}
