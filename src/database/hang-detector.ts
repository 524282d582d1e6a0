import { setTimeout as delay } from 'node:timers/promises'
import { Unavailable } from '../errors.js'

export interface HangDetectorOptions {
  /**
   * Asks the database on another connection, and settles within two seconds.
   * @param processIds the processes of the database that serve waiting queries
   * @returns those of them that work on a query
   * @throws why the database does not answer
   */
  readonly probe: (processIds: readonly number[]) => Promise<ReadonlySet<number>>
  /** How long a query waits for its answer before the database is probed. */
  readonly probeAfterMs?: number
  /** How often a database that hangs is probed. */
  readonly retryAfterMs?: number
}

interface Waiting {
  readonly since: number
  /** The process of the database; `undefined` where it is not known. */
  readonly processId: number | undefined
  readonly reject: (error: Error) => void
  /** Whether the last probe found the process without a query: the answer may be under way. */
  isIdle: boolean
}

/**
 * Tells a database that hangs (frozen, or behind a network that drops packets) from one that works on a long statement: when a query gets
 * no answer for 0.75 s, another connection is tried. Where that gets no answer either, every waiting query fails, and further ones fail at
 * once until the database answers again. Where it does, it also tells which processes work on a query: a query whose process has none was lost
 * with its connection, as behind a firewall that forgot it, and fails. A short timeout of every statement would end imports and other long
 * statements as well.
 */
export class HangDetector {
  readonly #options: HangDetectorOptions
  /** Oldest first. */
  readonly #waiting = new Set<Waiting>()
  #timer: NodeJS.Timeout | undefined
  #losses = 0
  #isHanging = false
  /** Why the last probe that got no answer got none. */
  #lastFailure: unknown

  constructor(options: HangDetectorOptions) {
    this.#options = options
  }

  /** @throws {Unavailable} while the database hangs */
  throwIfHanging(): void {
    if (this.#isHanging) throw this.#hang()
  }

  /** How often queries were given up: connections from before may be dead. */
  get losses(): number {
    return this.#losses
  }

  /**
   * @param processId the process of the database that works on the answer
   * @throws {Unavailable} as soon as the database is found to hang, or the connection to be dead
   */
  watch<Answer>(answer: Promise<Answer>, processId?: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { since: performance.now(), processId, reject, isIdle: false }
      this.#waiting.add(waiting)
      this.#schedule()
      answer.then(resolve, reject).finally(() => this.#waiting.delete(waiting))
    })
  }

  #schedule(): void {
    const { probeAfterMs = 750 } = this.#options
    this.#timer ??= setTimeout(() => void this.#check(probeAfterMs), probeAfterMs / 4).unref()
  }

  async #check(probeAfterMs: number): Promise<void> {
    const since = performance.now() - probeAfterMs
    const late = [...this.#waiting].filter((waiting) => waiting.since <= since)
    if (late.length > 0) {
      const busy = await this.#probe(late.flatMap(({ processId }) => processId ?? []))
      if (busy) this.#failLost(late, busy)
      else await this.#failUntilAnswer()
    }
    this.#timer = undefined
    if (this.#waiting.size > 0) this.#schedule()
  }

  /** @returns `undefined` where the database does not answer */
  async #probe(processIds: readonly number[]): Promise<ReadonlySet<number> | undefined> {
    try {
      return await this.#options.probe(processIds)
    } catch (error) {
      this.#lastFailure = error
      return undefined
    }
  }

  /** Fails the queries whose processes had none in two probes. */
  #failLost(late: readonly Waiting[], busy: ReadonlySet<number>): void {
    const idle = late.filter(({ processId }) => processId !== undefined && !busy.has(processId))
    const lost = idle.filter((waiting) => waiting.isIdle && this.#waiting.has(waiting))
    for (const waiting of idle) waiting.isIdle = true
    this.#fail(lost, new Unavailable('the connection to the database is dead'))
  }

  async #failUntilAnswer(): Promise<void> {
    const { retryAfterMs = 250 } = this.#options
    this.#isHanging = true
    this.#fail([...this.#waiting], this.#hang())
    do await delay(retryAfterMs, undefined, { ref: false })
    while (!(await this.#probe([])))
    this.#isHanging = false
  }

  #hang(): Unavailable {
    return new Unavailable('the database hangs', 1, { cause: this.#lastFailure })
  }

  #fail(queries: readonly Waiting[], error: Unavailable): void {
    if (queries.length === 0) return
    this.#losses++
    for (const waiting of queries) {
      waiting.reject(error)
      this.#waiting.delete(waiting)
    }
  }
}
