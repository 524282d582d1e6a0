import type { Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import { AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client'
import type { MetricsSnapshot } from '../observability/metrics.js'
import type { ToPrimary, ToWorker } from './messages.js'

/** A worker that does not answer within it, since it starts or stands still, counts with what it said last. */
const answerTimeoutMs = 1_000

/**
 * The metrics of all workers together, for Prometheus. What workers that have ended had counted stays in the sum: a counter that falls is
 * taken for one that began anew, and its whole value for a rise. A label for each worker would avoid that too, at the price of every series
 * once more for each worker that was ever replaced.
 */
export class SummedMetrics {
  readonly #registry = new Registry()
  readonly #ends = new Counter({
    name: 'tokenwright_worker_ends_total',
    help: 'Workers that ended unasked and were replaced.',
    registers: [this.#registry],
  })
  /** What each worker said last. */
  readonly #snapshots = new Map<Worker, MetricsSnapshot>()
  /** The counters of the workers that have ended. */
  #ended: MetricsSnapshot = []
  #keeping: Promise<void> = Promise.resolve()
  #asked = 0
  readonly #answers = new Map<number, { readonly waiting: Set<Worker>; readonly resolve: () => void }>()

  /** @param running how many workers serve now */
  constructor(running: () => number) {
    new Gauge({
      name: 'tokenwright_workers',
      help: 'Workers that serve.',
      registers: [this.#registry],
      collect() {
        this.set(running())
      },
    })
  }

  /** Takes what a worker says about its metrics. */
  take(worker: Worker, { id, metrics }: Extract<ToPrimary, { kind: 'metrics' }>): void {
    this.#snapshots.set(worker, metrics)
    if (id !== undefined) this.#cross(worker, id)
  }

  /** Keeps the counters of a worker that has ended and sends nothing more. */
  keep(worker: Worker): void {
    for (const id of this.#answers.keys()) this.#cross(worker, id)
    this.#keeping = this.#keeping.then(async () => {
      const last = this.#snapshots.get(worker)?.filter(({ type }) => isCumulative(String(type)))
      if (last) this.#ended = await sum([this.#ended, last]).getMetricsAsJSON()
      // Not before: it counts once at any time.
      this.#snapshots.delete(worker)
    })
  }

  /** Counts a worker that ended unasked. */
  countEnd(): void {
    this.#ends.inc()
  }

  /** Asks the workers, and gives the page. */
  async page(workers: ReadonlySet<Worker>): Promise<string> {
    await this.#ask(workers)
    return sum([await this.#registry.getMetricsAsJSON(), ...this.#snapshots.values(), this.#ended]).metrics()
  }

  async #ask(workers: ReadonlySet<Worker>): Promise<void> {
    const id = ++this.#asked
    const waiting = new Set([...workers].filter((worker) => worker.isConnected()))
    if (waiting.size === 0) return
    const answered = new Promise<void>((resolve) => this.#answers.set(id, { waiting, resolve }))
    const message: ToWorker = { kind: 'metrics-wanted', id }
    for (const worker of waiting) worker.send(message, () => {})
    await Promise.race([answered, delay(answerTimeoutMs)])
    this.#answers.delete(id)
  }

  /** Crosses a worker off the list of those that are waited for. */
  #cross(worker: Worker, id: number): void {
    const answer = this.#answers.get(id)
    if (!answer) return
    answer.waiting.delete(worker)
    if (answer.waiting.size === 0) answer.resolve()
  }
}

function isCumulative(type: string): boolean {
  return type === 'counter' || type === 'histogram'
}

/** Gauges as their `aggregator` says, everything else as a sum. */
function sum(snapshots: readonly MetricsSnapshot[]): Registry {
  return AggregatorRegistry.aggregate(snapshots as object[])
}
