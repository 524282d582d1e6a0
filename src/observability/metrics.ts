import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ObservedRoute } from '../contract/observed-route.js'
import { RequestDurations } from './request-durations.js'

/** The APIs in which somebody signs in with a secret. */
export type SignInApi = 'broker-token' | 'partner-login' | 'security-management'

const batchBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/**
 * What this process counts, for Prometheus. One for each process: its listeners share it. Nothing of a request's input is ever a
 * label.
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #registers = [this.#registry]
  readonly #requests = new Counter({
    name: 'tokenwright_requests_total',
    help: 'Answered requests. api and operation are empty for what no contract owns.',
    labelNames: ['api', 'operation', 'status'],
    registers: this.#registers,
    collect: () => {
      for (const add of this.#requestCounts) add()
    },
  })
  /** Bring what was counted since the last page to the counter, whose own way looks its labels up at each request. */
  readonly #requestCounts: (() => void)[] = []
  readonly #durations = new RequestDurations()
  readonly #signInFailures = new Counter({
    name: 'tokenwright_sign_in_failures_total',
    help: 'Sign-ins that were refused for their credentials.',
    labelNames: ['api'],
    registers: this.#registers,
  })
  readonly #lastUsesBatches = new Histogram({
    name: 'tokenwright_last_uses_batch_size',
    help: 'Tokens whose last use was written by one statement.',
    buckets: batchBuckets,
    registers: this.#registers,
  })
  readonly #droppedLastUses = new Counter({
    name: 'tokenwright_last_uses_dropped_total',
    help: 'Last uses of tokens that could not be written.',
    registers: this.#registers,
  })

  /** Sign-ins that were refused for their credentials. */
  readonly signInFailures = { count: (api: SignInApi): void => this.#signInFailures.inc({ api }) }

  /** Last uses of tokens, by how many were written or lost at a time. */
  readonly lastUses = {
    written: (uses: number): void => this.#lastUsesBatches.observe(uses),
    dropped: (uses: number): void => this.#droppedLastUses.inc(uses),
  }

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
    // All that the registry asks of a histogram is its name and `get`.
    this.#registry.registerMetric(this.#durations as unknown as Histogram)
    for (const api of ['broker-token', 'partner-login', 'security-management'] satisfies SignInApi[]) {
      this.#signInFailures.inc({ api }, 0)
    }
  }

  /**
   * Counts and times the answers of one route. What its labels lead to is resolved here, so that a request only adds.
   * @param statuses what the route is known to answer: counted from zero, so that the first failure shows as a rise
   */
  route(api: string, operationId: string, statuses: readonly number[] = []): ObservedRoute {
    const counts = new Map<number, { sinceLastPage: number }>()
    const counterOf = (status: number): { sinceLastPage: number } => {
      const counter = this.#requests.labels(api, operationId, String(status))
      counter.inc(0)
      const count = { sinceLastPage: 0 }
      this.#requestCounts.push(() => {
        counter.inc(count.sinceLastPage)
        count.sinceLastPage = 0
      })
      counts.set(status, count)
      return count
    }
    for (const status of statuses) counterOf(status)
    const observe = this.#durations.route(api, operationId)
    return {
      api,
      operationId,
      answered: (status, seconds) => {
        const count = counts.get(status) ?? counterOf(status)
        count.sinceLastPage++
        if (seconds !== undefined) observe(seconds)
      },
    }
  }

  /** Shows the connections to the database. They are read when somebody asks. */
  watchConnections(read: () => Readonly<Record<'total' | 'idle' | 'waiting', number>>): void {
    this.#watchStates(
      'tokenwright_database_connections',
      'Connections to the database, those of them that are idle, and who waits for one.',
      read,
    )
  }

  /** Shows how busy password hashing is. It is read when somebody asks. */
  watchPasswordHashing(read: () => Readonly<Record<'running' | 'waiting', number>>): void {
    this.#watchStates('tokenwright_password_hashing', 'Password hashes that are computed, and those that wait.', read)
  }

  /** What `page` is made of. */
  get contentType(): string {
    return this.#registry.contentType
  }

  /** Everything, as Prometheus reads it. */
  page(): Promise<string> {
    return this.#registry.metrics()
  }

  #watchStates(name: string, help: string, read: () => Readonly<Record<string, number>>): void {
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: this.#registers,
      collect() {
        for (const [state, count] of Object.entries(read())) this.set({ state }, count)
      },
    })
  }
}
