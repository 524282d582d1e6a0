import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.js'
import { inTransaction } from './transaction.js'

export interface Repositories {
  transaction<Result>(
    work: (repositories: Repositories, trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result>
}

export function repositories(db: Kysely<Database>): Repositories {
  const own: Repositories = { transaction: (work) => inTransaction(db, (trx) => work(own, trx)) }
  return own
}
