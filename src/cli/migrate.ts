import { readMigrationConfig } from '../config.js'
import { type MigrationProgress, type MigrationState, migrateUp, migrationStates } from '../database/migrate.js'
import { openPostgresql } from '../database/postgresql.js'
import { grantTo } from '../database/privileges.js'
import type { CliProcess } from './program-root.js'

/**
 * Migrates the PostgreSQL database to this version (`up`), or reads the state of its migrations (`status`).
 * @param onProgress is told how `up` goes on
 * @param grantee the role that the application connects as; it is granted exactly the privileges that the server needs
 * @returns the migrations that this call applied (`up`), or all of them (`status`)
 */
export async function migrate(
  env: CliProcess['env'],
  action: 'up' | 'status',
  onProgress: (progress: MigrationProgress) => void,
  grantee?: string,
): Promise<MigrationState[]> {
  const { databaseUrl } = readMigrationConfig(env)
  // An index of a large table takes minutes. How long a statement waits for a lock is up to the migrations.
  const { db, close } = openPostgresql({
    url: databaseUrl.reveal(),
    onIdleError: () => {},
    statementTimeoutMs: 0,
    lockTimeoutMs: 0,
  })
  try {
    const applied = action === 'up' ? new Set(await migrateUp(db, { onProgress })) : undefined
    if (grantee !== undefined) await grantTo(db, grantee)
    const states = await migrationStates(db)
    return applied ? states.filter(({ name }) => applied.has(name)) : states
  } finally {
    await close()
  }
}
