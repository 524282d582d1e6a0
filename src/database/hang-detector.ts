import { setTimeout as delay } from 'node:timers/promises'
import { Unavailable } from '../errors.js'

export interface HangDetectorOptions {
  /** Whether the database answers at all, be it with an error. Has to settle within a second. */
  readonly probe: () => Promise<boolean>
  /** How long a query waits for its answer before the database is probed. */
  readonly probeAfterMs?: number
  /** How often a database that hangs is probed. */
  readonly retryAfterMs?: number
}

interface Waiting {
  readonly since: number
  readonly reject: (error: Error) => void
}

/**
 * Tells a database that hangs (frozen, or behind a network that drops packets) from one that works on a long statement: when a query gets
 * no answer for 0.75 s, another connection is tried. Where that gets no answer either, every waiting query fails, and further ones fail at
 * once until the database answers again. A short timeout of every statement would end imports and other long statements as well.
 */
export class HangDetector {
  readonly #options: HangDetectorOptions
  /** Oldest first. */
  readonly #waiting = new Set<Waiting>()
  #timer: NodeJS.Timeout | undefined
  #hangs = 0
  #isHanging = false

  constructor(options: HangDetectorOptions) {
    this.#options = options
  }

  get isHanging(): boolean {
    return this.#isHanging
  }

  /** How often the database has begun to hang: connections from before may be dead. */
  get hangs(): number {
    return this.#hangs
  }

  /** @throws {Unavailable} as soon as the database is found to hang */
  watch<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { since: performance.now(), reject }
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
    const [oldest] = this.#waiting
    if (oldest && performance.now() - oldest.since >= probeAfterMs && !(await this.#options.probe())) {
      await this.#failUntilAnswer()
    }
    this.#timer = undefined
    if (this.#waiting.size > 0) this.#schedule()
  }

  async #failUntilAnswer(): Promise<void> {
    const { probe, retryAfterMs = 250 } = this.#options
    this.#hangs++
    this.#isHanging = true
    for (const { reject } of this.#waiting) reject(new Unavailable('the database hangs'))
    this.#waiting.clear()
    do await delay(retryAfterMs, undefined, { ref: false })
    while (!(await probe()))
    this.#isHanging = false
  }
}
