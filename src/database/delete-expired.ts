import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

/** Which expired rows are deleted next. */
export interface ExpiredBatch {
  /** Rows that expired before this instant. */
  readonly before: Date
  readonly limit: number
  /** Where the batch before has ended; nothing for the first one. */
  readonly from: ExpiredProgress
}

/**
 * How far a run has come, by column: what expired earlier is deleted. As long as a transaction is open that may see deleted rows, such as a
 * backup, PostgreSQL keeps their entries in the index, and a batch that began with the oldest would step over all of them.
 */
export type ExpiredProgress = Readonly<Record<string, Date | undefined>>

export interface DeletedBatch {
  /** How many; fewer than the limit where no others have expired. */
  readonly rows: number
  /** Where the next batch of this run begins. */
  readonly next: ExpiredProgress
}

/** Rows of a table that expire by one column, which has an index. */
export interface ExpiringColumn {
  readonly table: keyof Database
  readonly key: readonly string[]
  readonly column: string
}

/** Deletes expired rows, the oldest first. Raw: the builder's types know one table at a time. */
export async function deleteExpired(
  db: Kysely<Database>,
  { table, key, column }: ExpiringColumn,
  { before, limit, from }: ExpiredBatch,
): Promise<DeletedBatch> {
  const at = sql.ref(column)
  const keys = sql.join(key.map((name) => sql.ref(name)))
  const start = from[column]
  const isLater = start ? sql`and ${at} >= ${start}` : sql``
  // The order leads to the index, whatever the statistics of the table say.
  const { rows } = await sql<{ rows: string; last: Date | null }>`
    with expired as (
      select ${keys}, ${at} as expired_at from ${sql.table(table)} where ${at} < ${before} ${isLater}
      order by ${at} limit ${limit}
    ), deleted as (
      delete from ${sql.table(table)} where (${keys}) in (select ${keys} from expired) returning 1
    )
    select (select count(*) from deleted) as rows, (select max(expired_at) from expired) as last`.execute(db)
  return { rows: Number(rows[0]?.rows), next: { [column]: rows[0]?.last ?? start } }
}
