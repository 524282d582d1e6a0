import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database/schema.js'
import { inTransaction } from './database/transaction.js'

/** The demo rows of one thing of the domain. They have fixed ids, so that they can be told from others and restored. */
export interface DemoRows {
  /** Removes the demo rows, and the rows that were created through them. */
  remove(trx: Transaction<Database>): Promise<void>
  /** Whether `insert` replaces rows that are there, so that a restore removes none: rows of others may refer to them. */
  readonly replaces?: true
  insert(trx: Transaction<Database>): Promise<void>
}

export interface DemoOptions {
  readonly db: Kysely<Database>
  readonly things: readonly DemoRows[]
  /** Writes what is pending in the background, which would change the restored rows. */
  readonly flush?: () => Promise<void>
  /** Whether one of the rows, which stands for all, is in the database. */
  readonly hasDemoRow: (db: Kysely<Database>) => Promise<boolean>
}

/** The demo rows: what the contracts' examples describe. Their secrets are public. */
export class Demo {
  constructor(readonly options: DemoOptions) {}

  /** Puts the demo rows into the state that the contracts' examples describe. */
  async restore(): Promise<void> {
    const { db, things, flush } = this.options
    await flush?.()
    return inTransaction(db, async (trx) => {
      for (const thing of things) {
        if (!thing.replaces) await thing.remove(trx)
        await thing.insert(trx)
      }
    })
  }

  remove(): Promise<void> {
    const { db, things } = this.options
    return inTransaction(db, async (trx) => {
      for (const thing of things) await thing.remove(trx)
    })
  }

  isPresent(): Promise<boolean> {
    return this.options.hasDemoRow(this.options.db)
  }
}
