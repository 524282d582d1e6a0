import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

/** How many connections there are, how many of them are idle, and how many queries wait for one. */
export interface ConnectionCounts {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

/** An open database. Both kinds run the same SQL and give the same JavaScript types. */
export interface Connection {
  readonly kind: 'embedded' | 'postgresql'
  readonly db: Kysely<Database>
  readonly counts: () => ConnectionCounts
  /** Whether a statement of this process found the disk of the database full within the last ten seconds. */
  readonly isDiskFull: () => boolean
  /** Waits for running queries, then closes. An embedded database that is not closed keeps the process alive. */
  close(): Promise<void>
}

/** Whether the database answers a query. */
export async function isAnswering(db: Kysely<Database>): Promise<boolean> {
  return (await failureOf(db)) === undefined
}

/** Why the database does not answer a query; `undefined` where it does. */
export async function failureOf(db: Kysely<Database>): Promise<unknown> {
  return sql`select 1`.execute(db).then(
    () => undefined,
    (error: unknown) => error,
  )
}
