import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import type { Database } from '../../database/schema.js'
import type { Tracer } from '../../observability/tracer.js'
import type { StoredAuditEvent } from './audit-event.js'
import type { AuditSink } from './audit-sink.js'
import type { NumberedAuditEvent } from './repository.js'
import type { AuditSinkRepository } from './sink-repository.js'

/** Where the job tells what it did. */
export interface AuditSinkMetrics {
  /** Called once, so that the counters begin at zero. */
  watch(sink: string): void
  sent(sink: string, events: number): void
  failed(sink: string): void
  /** @param seconds the age of the oldest event that the sink has not had */
  lagged(sink: string, lag: { readonly seconds: number; readonly rows: number }): void
}

export interface AuditSinkJobOptions {
  readonly db: Kysely<Database>
  readonly repository: AuditSinkRepository
  readonly sink: AuditSink
  /** The form in which an event is sent. */
  readonly show: (event: StoredAuditEvent) => object
  readonly clock: Clock
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
  readonly metrics: AuditSinkMetrics
  /** Absent: deliveries are not traced. */
  readonly tracer?: Tracer | undefined
  /** Between two looks at the audit. */
  readonly pollMs?: number
  /** After the first failure; each further one doubles it, up to a minute. */
  readonly retryMs?: number
  /** How long an instance that was killed keeps others from delivering. Longer than a delivery may take. */
  readonly leaseMs?: number
}

/** What one delivery has at most. */
const maxBatchEvents = 500
const maxBatchBytes = 1_000_000
const maxPauseMs = 60_000
/** How long a round waits for transactions that write the audit, before the next one looks anew. */
const maxWaitMs = 5_000
const waitMs = 50

/**
 * Sends every event of the audit to a sink: at least once, in the order of their numbers, by one instance at a time. A number is given out before
 * its transaction commits, so that a smaller one can appear after a larger one. A round therefore reads the last number that it sees, waits for the
 * transactions that are writing to the audit then, and sends what stands up to that number: nothing can be added there any more.
 */
export class AuditSinkJob {
  readonly #holder = randomUUID()
  readonly #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #isCreated = false
  #failures = 0

  constructor(readonly options: AuditSinkJobOptions) {
    options.metrics.watch(options.sink.name)
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Ends a delivery that is under way, whose events are sent again, and lets other instances go on at once. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { pollMs = 1_000 } = this.options
    while (!this.#isStopped) {
      const pauseMs = await this.#sendPending().then(
        () => pollMs,
        (error: unknown) => this.#failed(error),
      )
      await this.#pause(pauseMs)
    }
    const { db, repository, sink } = this.options
    // Where the database is away, the lease ends by itself.
    await repository.release(db, sink.name, this.#holder).catch(() => {})
  }

  get #isStopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** @returns how long to pause */
  #failed(error: unknown): number {
    const { sink, log, metrics, retryMs = 1_000 } = this.options
    // The end of a delivery by a stop is no failure.
    if (this.#isStopped) return 0
    const pauseMs = Math.min(maxPauseMs, retryMs * 2 ** this.#failures++)
    metrics.failed(sink.name)
    log.warn({ sink: sink.name, failures: this.#failures, pauseMs, err: error }, 'audit events not sent; tried again')
    return pauseMs
  }

  /** Sends what the sink has not had, unless another instance does. */
  async #sendPending(): Promise<void> {
    const { db, repository, sink, clock, metrics, tracer } = this.options
    if (!this.#isCreated) await repository.create(db, sink.name)
    this.#isCreated = true
    const { position, last, oldestAt } = await repository.backlog(db, sink.name)
    const seconds = oldestAt === null ? 0 : Math.max(0, (clock().getTime() - oldestAt.getTime()) / 1_000)
    metrics.lagged(sink.name, { seconds, rows: Number(last - position) })
    if (last === position || (await this.#hold()) === undefined || !(await this.#writersEnd())) return
    const send = () => this.#sendBatch(last)
    while (!this.#isStopped && (await (tracer ? tracer.job('audit sink', send) : send())));
  }

  /** @returns the position; `undefined` where another instance delivers */
  #hold(): Promise<bigint | undefined> {
    const { db, repository, sink, leaseMs = 15_000 } = this.options
    return repository.hold(db, sink.name, this.#holder, leaseMs)
  }

  /** Waits until each transaction that is writing to the audit now has ended. @returns whether they have, in time */
  async #writersEnd(): Promise<boolean> {
    const { db, repository } = this.options
    const endsAtMs = performance.now() + maxWaitMs
    let pending = await repository.writers(db)
    while (pending.size > 0) {
      if (this.#isStopped || performance.now() > endsAtMs) return false
      await this.#pause(waitMs)
      const writing = await repository.writers(db)
      pending = new Set([...pending].filter((writer) => writing.has(writer)))
    }
    return true
  }

  /** @returns whether there are more events up to the last one */
  async #sendBatch(last: bigint): Promise<boolean> {
    const { db, repository, sink, metrics } = this.options
    const from = await this.#hold()
    if (from === undefined || from >= last) return false
    const events = await repository.list(db, { after: from, upTo: last, limit: maxBatchEvents })
    const { lines, sent } = this.#linesOf(events)
    if (sent > 0) await sink.deliver(lines, this.#stop.signal)
    const to = sent < events.length || sent === maxBatchEvents ? (events[sent - 1]?.seq ?? last) : last
    const isMoved = await repository.advance(db, sink.name, { holder: this.#holder, from, to })
    metrics.sent(sink.name, sent)
    this.#succeeded()
    return isMoved && to < last
  }

  #linesOf(events: readonly NumberedAuditEvent[]): { readonly lines: string; readonly sent: number } {
    const lines: string[] = []
    let bytes = 0
    for (const event of events) {
      const line = `${JSON.stringify({ type: 'audit', ...this.options.show(event) })}\n`
      bytes += Buffer.byteLength(line)
      if (lines.length > 0 && bytes > maxBatchBytes) break
      lines.push(line)
    }
    return { lines: lines.join(''), sent: lines.length }
  }

  #succeeded(): void {
    const { sink, log } = this.options
    if (this.#failures > 0) log.info({ sink: sink.name, failures: this.#failures }, 'audit events sent again')
    this.#failures = 0
  }

  async #pause(ms: number): Promise<void> {
    // Ended by a stop.
    await delay(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => {})
  }
}
