import type { Kysely, Transaction } from 'kysely'
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
