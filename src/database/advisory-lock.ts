import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
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

/**
 * Runs `work` on a connection while a name is locked over all instances, in transactions or without. Not for a pooler that lends its
 * clients one connection after the other.
 * @param onWait told once, where somebody else has locked it
 */
export async function whileLocked<Result>(
  db: Kysely<Database>,
  name: string,
  work: (connection: Kysely<Database>) => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const isLocked = async (): Promise<boolean> => {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_lock(hashtextextended(${name}, 0)) as locked`.execute(connection)
      return rows[0]?.locked === true
    }
    // A statement that waits for the lock would be waited for by `create index concurrently`, which the holder may run.
    for (let isFirst = true; !(await isLocked()); isFirst = false) {
      if (isFirst) onWait()
      await delay(100)
    }
    try {
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection)
    }
  })
}
