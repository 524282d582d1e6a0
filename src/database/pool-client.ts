import type pg from 'pg'
import type { HangDetector } from './hang-detector.js'
import type { StatementNames } from './statement-names.js'
import { isAway, isBusy, unavailable } from './unavailability.js'

/** The process of PostgreSQL behind a connection. A pooler in between lends its clients one process after the other: then it is not known. */
export const knownProcessIds = new WeakMap<pg.ClientBase, number>()

/** A connection that prepares the statements that recur, and leaves the pool once it is broken. */
export class PoolClient {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames | undefined
  readonly #hangDetector: HangDetector
  /** The losses before this connection. */
  readonly #losses: number
  #broken: Error | undefined

  constructor(client: pg.PoolClient, names: StatementNames | undefined, hangDetector: HangDetector) {
    this.#client = client
    this.#names = names
    this.#hangDetector = hangDetector
    this.#losses = hangDetector.losses
    client.on('error', (error) => {
      // The first one tells the cause; that the connection has ended follows.
      this.#broken ??= unavailable(error)
    })
  }

  /** Whether the connection was made after the last loss of another one. */
  get isCurrent(): boolean {
    return this.#losses === this.#hangDetector.losses
  }

  async query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    // Such as the rollback of a transaction: it would wait for an answer that does not come.
    if (this.#broken) throw this.#broken
    try {
      const answer = this.#client.query({ name: this.#names?.nameOf(text), text, values })
      return await this.#hangDetector.watch(answer, knownProcessIds.get(this.#client))
    } catch (error) {
      if (isBusy(error)) throw unavailable(error)
      if (!isAway(error)) throw error
      this.#broken = unavailable(error)
      throw this.#broken
    }
  }

  release(): void {
    this.#client.release(this.#broken ?? !this.isCurrent)
  }
}
