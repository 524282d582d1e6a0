import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type Clock, secondsAfter } from './clock.js'
import { tryLock } from './database/advisory-lock.js'
import type { Database } from './database/schema.js'
import { inTransaction } from './database/transaction.js'

/** Rows that expire, and how to delete them. */
export interface ExpiringRows {
  readonly table: keyof Database
  /** How long a row is kept after it expired: somebody may want to see it. */
  readonly retentionSeconds: number
  /** Deletes at most `limit` rows that expired before an instant: a method of their repository. Returns how many it deleted. */
  readonly deleteExpired: (db: Kysely<Database>, before: Date, limit: number) => Promise<number>
}

export interface CleanupJobOptions {
  readonly db: Kysely<Database>
  readonly expiringRows: readonly ExpiringRows[]
  readonly clock: Clock
  readonly log: { debug(fields: object, message: string): void; warn(fields: object, message: string): void }
  /** Between two runs. */
  readonly intervalSeconds?: number
  /** How many rows one transaction deletes at most. */
  readonly maxBatchSize?: number
}

/** Between two batches of one table, so that other transactions are not delayed. */
const pauseMs = 20

/** Deletes expired rows in the background: in small batches, and in one instance at a time. */
export class CleanupJob {
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  readonly #stop = new AbortController()

  constructor(readonly options: CleanupJobOptions) {}

  /** Starts the job. The first run begins after one interval. */
  start(): void {
    const { intervalSeconds = 300, log } = this.options
    // Instances that were started together run at different times.
    const intervalMs = intervalSeconds * 1_000 * (0.75 + Math.random() / 2)
    this.#timer = setTimeout(() => {
      this.#running = this.run()
        .catch((error: unknown) => log.warn({ err: error }, 'cleanup failed; the next run tries again'))
        .finally(() => this.#stop.signal.aborted || this.start())
    }, intervalMs).unref()
  }

  /** Stops after the current batch. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stop.abort()
    await this.#running
  }

  /** Deletes the rows that are expired now. */
  async run(): Promise<void> {
    const now = this.options.clock()
    for (const rows of this.options.expiringRows) await this.#deleteExpired(rows, now)
  }

  async #deleteExpired({ table, retentionSeconds, deleteExpired }: ExpiringRows, now: Date): Promise<void> {
    const { db, log, maxBatchSize = 500 } = this.options
    const before = secondsAfter(now, -retentionSeconds)
    const startedAtMs = performance.now()
    let rows = 0
    while (!this.#stop.signal.aborted) {
      const deleted = await inTransaction(db, async (trx) =>
        (await tryLock(trx, 'cleanup')) ? deleteExpired(trx, before, maxBatchSize) : 0,
      )
      rows += deleted
      if (deleted < maxBatchSize) break
      await delay(pauseMs)
    }
    const durationMs = Math.round(performance.now() - startedAtMs)
    if (rows > 0) log.debug({ table, rows, durationMs }, 'expired rows deleted')
  }
}
