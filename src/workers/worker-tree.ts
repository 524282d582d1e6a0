import cluster, { type Worker } from 'node:cluster'
import type { Logger } from 'pino'
import { GracefulShutdown } from '../graceful-shutdown.js'
import type { ToPrimary, ToWorker } from './messages.js'
import { SummedMetrics } from './summed-metrics.js'

/** A worker that lived longer is replaced at once. */
const longLifeMs = 60_000
/** Before the second replacement in a row; then twice as long each time. */
const firstPauseMs = 250
const longestPauseMs = 30_000

/**
 * The primary of a tree of processes: it starts workers, watches them and replaces those that end; requests never pass through it.
 *
 * The first worker has the start to itself: it alone waits for the database, creates the first operator and shows the banner, and its failure
 * ends the tree. The others follow once it serves. A worker that ends later is replaced, at once and then after pauses that grow; where
 * none is left, and its replacement cannot start, the tree ends as well.
 */
export class WorkerTree {
  readonly #count: number
  readonly #log: Logger
  readonly #metrics = new SummedMetrics(() => this.#serving.size)
  readonly #workers = new Set<Worker>()
  readonly #serving = new Set<Worker>()
  readonly #forkedAtMs = new WeakMap<Worker, number>()
  /** Workers in a row that ended soon. */
  #shortLives = 0
  #isStopping = false
  #hasServed = false

  constructor(count: number, log: Logger) {
    this.#count = count
    this.#log = log
  }

  start(): void {
    // Each worker accepts connections itself. Handed over by the primary, one would be lost with a worker that is killed: it stays open, and is
    // answered by nobody.
    cluster.schedulingPolicy = cluster.SCHED_NONE
    // JSON has no NaN, which some metrics are at first.
    cluster.setupPrimary({ serialization: 'advanced' })
    new GracefulShutdown({
      log: this.#log,
      // The workers wait for the proxy.
      hasBeenReady: () => false,
      release: (signal) => this.#stop(signal),
    })
    // Whatever ends the primary before its workers, such as a second signal.
    process.on('exit', () => {
      for (const worker of this.#workers) worker.process.kill('SIGKILL')
    })
    this.#fork()
  }

  #fork(): void {
    const worker = cluster.fork()
    this.#workers.add(worker)
    this.#forkedAtMs.set(worker, performance.now())
    worker.on('message', (message: ToPrimary) => this.#hear(worker, message))
    // A process that could not be started has no exit. Other errors are those of messages to a worker that has just ended.
    worker.on('error', () => worker.process.pid === undefined && this.#onEnd(worker, 1, null))
    worker.once('exit', (code: number | null, signal: NodeJS.Signals | null) => void this.#onExit(worker, code, signal))
  }

  #hear(worker: Worker, message: ToPrimary): void {
    if (message.kind === 'metrics') this.#metrics.take(worker, message)
    else if (message.kind === 'metrics-page-wanted') void this.#sendPage(worker, message.id)
    else this.#onStart(worker)
  }

  async #sendPage(worker: Worker, id: number): Promise<void> {
    // The one that asks may still be starting.
    const page = await this.#metrics.page(new Set([...this.#serving, worker]))
    this.#tell(worker, { kind: 'metrics-page', id, page })
  }

  #tell(worker: Worker, message: ToWorker): void {
    if (worker.isConnected()) worker.send(message, () => {})
  }

  #onStart(worker: Worker): void {
    this.#serving.add(worker)
    this.#log.info({ worker: worker.id, pid: worker.process.pid }, 'worker serves')
    if (this.#hasServed || this.#isStopping) return
    this.#hasServed = true
    while (this.#workers.size < this.#count) this.#fork()
  }

  async #onExit(worker: Worker, code: number | null, signal: NodeJS.Signals | null): Promise<void> {
    // What it said last may still be on its way.
    if (worker.isConnected()) await new Promise<void>((resolve) => worker.once('disconnect', resolve))
    this.#onEnd(worker, code, signal)
  }

  #onEnd(worker: Worker, code: number | null, signal: NodeJS.Signals | null): void {
    const hasServed = this.#serving.delete(worker)
    this.#workers.delete(worker)
    this.#metrics.keep(worker)
    if (this.#isStopping) return
    const end = { worker: worker.id, pid: worker.process.pid, code, signal }
    if (!hasServed && this.#workers.size === 0) {
      // One that exits has said why.
      if (signal !== null) this.#log.error(end, 'worker ended before it could serve')
      process.exit(code || 1)
    }
    const pauseMs = this.#nextPauseMs(worker)
    this.#metrics.countEnd()
    this.#log.error({ ...end, pauseMs }, 'worker ended and is replaced')
    setTimeout(() => this.#isStopping || this.#fork(), pauseMs)
  }

  #nextPauseMs(worker: Worker): number {
    const livedMs = performance.now() - (this.#forkedAtMs.get(worker) ?? 0)
    if (livedMs > longLifeMs) this.#shortLives = 0
    const pauseMs = this.#shortLives === 0 ? 0 : firstPauseMs * 2 ** (this.#shortLives - 1)
    this.#shortLives++
    return Math.min(pauseMs, longestPauseMs)
  }

  /** @throws where a worker that served does not end in order */
  async #stop(signal: NodeJS.Signals | undefined): Promise<void> {
    this.#isStopping = true
    const ends = [...this.#workers].map((worker) => this.#stopOne(worker, signal))
    if ((await Promise.all(ends)).includes(false)) throw new Error('a worker did not shut down in order')
  }

  /** @returns whether it ended in order */
  async #stopOne(worker: Worker, signal: NodeJS.Signals | undefined): Promise<boolean> {
    const isServing = this.#serving.has(worker)
    // One that is starting may not hear messages yet.
    if (isServing) this.#tell(worker, { kind: 'shutdown', signal })
    else worker.process.kill('SIGTERM')
    if (!worker.isDead()) await new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    return !isServing || worker.process.exitCode === 0
  }
}
