import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.js'

/**
 * Locks a name over all instances until the end of the transaction, and waits for it. Raw SQL, since the builder has no functions without a table.
 * https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function lock(trx: Transaction<Database>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx)
}

/**
 * Locks a name over all instances until the end of the transaction, unless another transaction has locked it.
 * @returns whether it is locked by this transaction
 */
export async function tryLock(trx: Transaction<Database>, name: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`.execute(trx)
  return rows[0]?.locked === true
}
