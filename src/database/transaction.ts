import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema.js'

/** Runs `work` in a transaction: all of it takes effect, or nothing where it throws. */
export function inTransaction<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(work)
}

/** Runs `work` in a transaction that is always rolled back (dry run). */
export async function dryRun<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const trx = await db.startTransaction().execute()
  try {
    return await work(trx)
  } finally {
    await trx.rollback().execute()
  }
}

/** Runs `work` in a savepoint of a transaction: where it throws, what it did is taken back and the transaction can go on. */
export async function inSavepoint<Result>(trx: Transaction<Database>, work: () => Promise<Result>): Promise<Result> {
  // Kysely has savepoints for transactions that are begun and ended by hand only.
  await sql`savepoint work`.execute(trx)
  try {
    const result = await work()
    await sql`release savepoint work`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint work`.execute(trx)
    throw error
  }
}
