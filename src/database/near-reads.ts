import type { Kysely } from 'kysely'
import type { Database } from './schema.js'
import type { Standby } from './standby.js'

/** Which server has answered a read, and why it was the primary: no standby can be used, the read failed there, or it has no answer. */
export type ReadOutcome =
  | { readonly target: 'standby' }
  | { readonly target: 'primary'; readonly reason: 'unused' | 'failed' | 'unanswered' }

/**
 * Reads that a standby near this process may answer: look-ups, introspection and the verification of tokens. Everything else is asked of the
 * primary. A standby is believed where it has an answer. What it does not know may be new, so that the primary is asked too.
 */
export class NearReads {
  /**
   * @param primary where there are standbys, for these reads alone: they do not wait for a connection that waits for a standby
   * @param standbys in the order in which they are tried
   */
  constructor(
    readonly primary: Kysely<Database>,
    readonly standbys: readonly Standby[] = [],
    readonly onRead: (outcome: ReadOutcome) => void = () => {},
  ) {}

  /**
   * Reads at the standby that can be used, else at the primary.
   * @param query gives `undefined` where a standby alone cannot tell
   * @param signal aborted when nobody waits for the answer
   */
  ask<Answer>(
    query: (db: Kysely<Database>) => Promise<Answer | undefined>,
    signal?: AbortSignal,
  ): Promise<Answer | undefined> {
    // Without a standby a look-up costs nothing more.
    return this.standbys.length === 0 ? query(this.primary) : this.#askNear(query, signal)
  }

  async #askNear<Answer>(
    query: (db: Kysely<Database>) => Promise<Answer | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Answer | undefined> {
    const standby = this.standbys.find(({ isUsable }) => isUsable)
    if (!standby) return this.#askPrimary(query, 'unused')
    let answer: Answer | undefined
    try {
      answer = await query(standby.db)
    } catch (error) {
      if (signal?.aborted) throw error
      standby.suspend()
      return this.#askPrimary(query, 'failed')
    }
    if (answer === undefined) return this.#askPrimary(query, 'unanswered')
    this.onRead({ target: 'standby' })
    return answer
  }

  #askPrimary<Answer>(
    query: (db: Kysely<Database>) => Promise<Answer | undefined>,
    reason: 'unused' | 'failed' | 'unanswered',
  ): Promise<Answer | undefined> {
    this.onRead({ target: 'primary', reason })
    return query(this.primary)
  }

  /** Begins to watch the standbys. Before that, none is read from. */
  start(): void {
    for (const standby of this.standbys) standby.start()
  }
}
