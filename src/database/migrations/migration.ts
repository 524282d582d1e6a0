import { type Kysely, sql } from 'kysely'
import { BlockedMigration, lockFailure } from '../errors.js'

// biome-ignore lint/suspicious/noExplicitAny: a migration runs on a schema that the current types need not describe.
export type AnyDatabase = Kysely<any>

/** A change of the schema, made while instances of the version before serve. CONTRIBUTING.md has the rules. */
export interface Migration {
  /**
   * Absent: `up` runs in one transaction, which keeps its locks until its end. For new tables, and for one existing table.
   * `false`: each statement takes effect by itself, and `up` has to run again over what an unfinished run has left.
   */
  readonly isTransactional?: false
  up(db: AnyDatabase): Promise<void>
}

/** How long a migration may wait for transactions of others. */
export const maxLockWaitMs = 300_000

/** Limits how long each statement of `work` waits for a lock. */
export async function withLockTimeout<Result>(
  connection: AnyDatabase,
  lockTimeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ before: string }>`
    select current_setting('lock_timeout') as before, set_config('lock_timeout', ${String(lockTimeoutMs)}, false)`.execute(
    connection,
  )
  try {
    return await work()
  } finally {
    await sql`select set_config('lock_timeout', ${rows[0]?.before}, false)`.execute(connection)
  }
}

export interface Index {
  readonly name: string
  readonly table: string
  /** SQL, as all that stands between the brackets of `create index`. */
  readonly columns: string
  /** SQL: which rows the index has; all where it is left out. */
  readonly where?: string
  /** Rows that are equal would leave it unfinished. */
  readonly isUnique?: boolean
}

/**
 * Creates an index without keeping readers and writers of its table waiting, unless there is one of this name: for migrations that
 * are not transactional. An unfinished one, which PostgreSQL leaves where the statement fails, is made anew.
 * Raw, since the builder does not know `concurrently`.
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 * @throws {BlockedMigration}
 */
export async function createIndexConcurrently(db: AnyDatabase, index: Index): Promise<void> {
  const { name, table, columns, where, isUnique = false } = index
  // It waits for every transaction that is older, and nobody waits for it: a short timeout would only make it begin again.
  await withLockTimeout(db, maxLockWaitMs, async () => {
    const { rows } = await sql<{ isFinished: boolean }>`
      select indisvalid as "isFinished" from pg_index where indexrelid = to_regclass(${name})`.execute(db)
    if (rows[0]?.isFinished) return
    if (rows[0]) await sql`drop index concurrently if exists ${sql.id(name)}`.execute(db)
    const condition = where === undefined ? sql`` : sql`where ${sql.raw(where)}`
    await sql`
      create ${sql.raw(isUnique ? 'unique index' : 'index')} concurrently ${sql.id(name)} on ${sql.table(table)} (${sql.raw(columns)}) ${condition}`.execute(
      db,
    )
  }).catch((error: unknown) => {
    if (lockFailure(error) !== 'timeout') throw error
    throw new BlockedMigration(`the index ${name}`, maxLockWaitMs, { cause: error })
  })
}
