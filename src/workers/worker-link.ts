import cluster, { type Worker } from 'node:cluster'
import { Unavailable } from '../errors.js'
import type { MetricsSnapshot } from '../observability/metrics.js'
import type { ToPrimary, ToWorker } from './messages.js'

/** How long the primary may take to gather the metrics of all workers. */
const pageTimeoutMs = 5_000

/** What a worker that is killed counted since it last told the primary is lost: at most so much. */
const defaultReportEveryMs = 5_000

export interface WorkerLinkOptions {
  /** Shuts this worker down, as on that signal. */
  readonly shutDown: (signal: NodeJS.Signals | undefined) => void
  /** Called where the primary has ended: nobody watches this worker any more. */
  readonly onPrimaryLost: () => void
  readonly metrics: () => Promise<MetricsSnapshot>
  /** How often the primary is told the metrics unasked. */
  readonly reportEveryMs?: number
}

/** What a worker has to do with its primary. */
export class WorkerLink {
  readonly #worker: Worker
  readonly #pages = new Map<number, (page: string) => void>()
  #pagesWanted = 0
  #metrics: WorkerLinkOptions['metrics'] | undefined

  constructor(worker: Worker) {
    this.#worker = worker
  }

  /** The link of this process; `undefined` where it is no worker. */
  static ofThisProcess(): WorkerLink | undefined {
    return cluster.worker && new WorkerLink(cluster.worker)
  }

  /** Counts the workers of a tree, replaced ones included. */
  get id(): number {
    return this.#worker.id
  }

  /** The first worker has the start to itself, and speaks to people for all. */
  get isFirst(): boolean {
    return this.id === 1
  }

  /** Starts to hear what the primary says. */
  attach({ shutDown, onPrimaryLost, metrics, reportEveryMs = defaultReportEveryMs }: WorkerLinkOptions): void {
    this.#metrics = metrics
    const reports = setInterval(() => void this.reportMetrics(), reportEveryMs).unref()
    this.#worker.on('message', (message: ToWorker) => {
      if (message.kind === 'shutdown') shutDown(message.signal)
      else if (message.kind === 'metrics-wanted') void this.reportMetrics(message.id)
      else this.#pages.get(message.id)?.(message.page)
    })
    this.#worker.once('disconnect', () => {
      // Otherwise Node ends a worker at once whose primary was killed.
      this.#worker.exitedAfterDisconnect = true
      clearInterval(reports)
      onPrimaryLost()
    })
  }

  /** Says that this worker serves. */
  reportStart(): void {
    void this.#send({ kind: 'started' })
  }

  /**
   * Hands the metrics over, the last time when all is written: the counters of a worker outlive it.
   * @param id of the question that this answers; unasked there is none
   */
  async reportMetrics(id?: number): Promise<void> {
    if (!this.#metrics) return
    await this.#send({ kind: 'metrics', ...(id !== undefined && { id }), metrics: await this.#metrics() })
  }

  /**
   * The metrics of all workers in the text format of Prometheus.
   * @throws {Unavailable} where the primary does not answer
   */
  metricsPage(): Promise<string> {
    const id = ++this.#pagesWanted
    return new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Unavailable('the primary sends no metrics')), pageTimeoutMs)
      this.#pages.set(id, (page) => {
        clearTimeout(timer)
        resolve(page)
      })
      void this.#send({ kind: 'metrics-page-wanted', id })
    }).finally(() => this.#pages.delete(id))
  }

  /** Resolves once it is sent, or cannot be: a primary that is gone is told by `disconnect`. */
  #send(message: ToPrimary): Promise<void> {
    return new Promise((resolve) => {
      if (this.#worker.isConnected()) this.#worker.send(message, () => resolve())
      else resolve()
    })
  }
}
