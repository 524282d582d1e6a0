import type { Kysely } from 'kysely'
import { Batcher, type BatchingOptions } from '../concurrency/batcher.js'
import type { NearReads } from './near-reads.js'
import type { Database } from './schema.js'

/**
 * Reads of which those that arrive at the same time share a statement, at each server for itself: whatever has to be asked of the primary as
 * well keeps no other read of its batch waiting.
 */
export class BatchedReads<Item, Answer> {
  readonly #batchers = new Map<Kysely<Database>, Batcher<Item, Answer | undefined>>()

  /** @param answerAll answers a batch, in the order of the items */
  constructor(
    readonly reads: NearReads,
    what: string,
    answerAll: (db: Kysely<Database>, items: readonly Item[]) => Promise<readonly (Answer | undefined)[]>,
    batching: Partial<BatchingOptions> | undefined,
  ) {
    for (const db of [reads.primary, ...reads.standbys.map((standby) => standby.db)]) {
      this.#batchers.set(db, new Batcher(what, (items) => answerAll(db, items), batching))
    }
  }

  /** @param signal checked when the statement starts */
  ask(item: Item, signal?: AbortSignal): Promise<Answer | undefined> {
    return this.reads.ask((db) => this.#batcherOf(db).ask(item, signal), signal)
  }

  #batcherOf(db: Kysely<Database>): Batcher<Item, Answer | undefined> {
    const batcher = this.#batchers.get(db)
    if (!batcher) throw new Error('a database without a batcher')
    return batcher
  }
}
