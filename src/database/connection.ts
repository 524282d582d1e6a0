import type { Kysely } from 'kysely'
import type { Database } from './schema.js'

/** How many connections there are, how many of them are idle, and how many queries wait for one. */
export interface ConnectionCounts {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

/** An open database. Both kinds speak the same SQL and give the same JavaScript types. */
export interface Connection {
  readonly kind: 'embedded' | 'postgresql'
  readonly db: Kysely<Database>
  readonly counts: () => ConnectionCounts
  /** Waits for queries under way, then closes. An embedded database that is not closed keeps the process alive. */
  close(): Promise<void>
}
