import type { Kysely } from 'kysely'
import type { Database } from './schema.js'

/** An open database. Both kinds speak the same SQL and give the same JavaScript types. */
export interface Connection {
  readonly kind: 'embedded' | 'postgresql'
  readonly db: Kysely<Database>
  /** Waits for queries under way, then closes. An embedded database that is not closed keeps the process alive. */
  close(): Promise<void>
}
