import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type Clock, secondsAfter } from './clock.js'
import { tryLock } from './database/advisory-lock.js'
import type { DeletedBatch, ExpiredBatch, ExpiredProgress } from './database/delete-expired.js'
import type { Database } from './database/schema.js'
import { inTransaction } from './database/transaction.js'
import type { Tracer } from './observability/tracer.js'

/** Rows that expire, and how to delete them. */
export interface ExpiringRows {
  readonly table: keyof Database
  /** How long a row is kept after it expired: somebody may want to see it. */
  readonly retentionSeconds: number
  /** Deletes a batch, the oldest rows first: a method of their repository. */
  readonly deleteExpired: (db: Kysely<Database>, batch: ExpiredBatch) => Promise<DeletedBatch>
}

/** Where the job tells what it did. */
export interface CleanupMetrics {
  /** Called once for each table, so that its counters begin at zero. */
  watch(table: string): void
  deleted(table: string, rows: number): void
  succeeded(table: string, seconds: number): void
  failed(table: string): void
}

export interface CleanupJobOptions {
  readonly db: Kysely<Database>
  readonly expiringRows: readonly ExpiringRows[]
  readonly clock: Clock
  readonly log: { debug(fields: object, message: string): void; warn(fields: object, message: string): void }
  readonly metrics: CleanupMetrics
  /** Absent: the job is not traced. */
  readonly tracer?: Tracer | undefined
  /** Between two runs. */
  readonly intervalSeconds?: number
  /** How many rows one transaction deletes at first. */
  readonly batchSize?: number
}

/** Between two batches of one table, so that other transactions are not delayed. */
const pauseMs = 20
/** A batch that takes longer is followed by a smaller one. */
const maxBatchMs = 250
const maxBatchSize = 5_000
/** Behind a transaction that stays open, such as a backup, the first batch of a run steps over all rows that were deleted since: a smaller one would not be quicker. */
const minBatchSize = 100
/** How long a run stays with one table: the others have their turn before it goes on in the next run. */
const maxTableMs = 60_000

/** Deletes expired rows in the background: in small batches, in one instance at a time, and each table whatever became of the others. */
export class CleanupJob {
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  readonly #stop = new AbortController()
  /** How many rows the next batch of a table deletes. */
  readonly #batchSizes = new Map<string, number>()

  constructor(readonly options: CleanupJobOptions) {
    for (const { table } of options.expiringRows) options.metrics.watch(table)
  }

  /** Starts the job. The first run begins after one interval. */
  start(): void {
    const { intervalSeconds = 300 } = this.options
    // Instances that were started together run at different times.
    const intervalMs = intervalSeconds * 1_000 * (0.75 + Math.random() / 2)
    this.#timer = setTimeout(() => {
      this.#running = this.run().finally(() => this.#stop.signal.aborted || this.start())
    }, intervalMs).unref()
  }

  /** Stops after the current batch. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stop.abort()
    await this.#running
  }

  /** Deletes the rows that are expired now. It never throws: a table that fails is logged and counted. */
  async run(): Promise<void> {
    const { clock, expiringRows, log, metrics, tracer } = this.options
    const now = clock()
    for (const rows of expiringRows) {
      const { table } = rows
      const startedAtMs = performance.now()
      try {
        const work = () => this.#deleteExpired(rows, now)
        const deleted = await (tracer ? tracer.job(`cleanup ${table}`, work) : work())
        const durationMs = Math.round(performance.now() - startedAtMs)
        metrics.succeeded(table, durationMs / 1_000)
        if (deleted > 0) log.debug({ table, rows: deleted, durationMs }, 'expired rows deleted')
      } catch (error) {
        const durationMs = Math.round(performance.now() - startedAtMs)
        metrics.failed(table)
        log.warn({ table, durationMs, err: error }, 'expired rows not deleted; the next run tries again')
      }
    }
  }

  /** @returns how many rows it deleted */
  async #deleteExpired({ table, retentionSeconds, deleteExpired }: ExpiringRows, now: Date): Promise<number> {
    const { db, metrics } = this.options
    const before = secondsAfter(now, -retentionSeconds)
    const endAtMs = performance.now() + maxTableMs
    let rows = 0
    let from: ExpiredProgress = {}
    while (!this.#stop.signal.aborted && performance.now() < endAtMs) {
      const startedAtMs = performance.now()
      const size = this.#batchSizes.get(table) ?? this.options.batchSize ?? 500
      // Should this batch fail, since it took too long, the next run begins with a smaller one.
      this.#batchSizes.set(table, nextBatchSize(size, Number.POSITIVE_INFINITY))
      const deleted = await inTransaction(db, async (trx) =>
        (await tryLock(trx, 'cleanup')) ? deleteExpired(trx, { before, limit: size, from }) : undefined,
      )
      this.#batchSizes.set(table, nextBatchSize(size, performance.now() - startedAtMs))
      // Another instance is at it.
      if (!deleted) break
      metrics.deleted(table, deleted.rows)
      rows += deleted.rows
      from = deleted.next
      if (deleted.rows < size) break
      await delay(pauseMs)
    }
    return rows
  }
}

/** Half of a batch that took too long, twice one that was quick. */
function nextBatchSize(size: number, durationMs: number): number {
  if (durationMs > maxBatchMs) return Math.min(size, Math.max(minBatchSize, Math.floor(size / 2)))
  return durationMs < maxBatchMs / 4 ? Math.min(maxBatchSize, size * 2) : size
}
