import { Unavailable } from '../errors.js'

/** Lets a bounded number of tasks run at a time, in the order in which they came, and a bounded number wait. */
export class Gate {
  #running = 0
  readonly #waiting: (() => void)[] = []

  /**
   * @param what what is behind the gate, for the log
   * @param width how many tasks run at a time
   * @param places how many may wait
   */
  constructor(
    readonly what: string,
    readonly width: number,
    readonly places: number,
  ) {}

  /** How many tasks run and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** Whether nothing runs and nothing waits. */
  get isIdle(): boolean {
    return this.#running === 0
  }

  /** @throws {Unavailable} where every place to wait is taken; the task then never starts */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running < this.width) this.#running++
    else if (this.#waiting.length < this.places) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else throw new Unavailable(`${this.what}: every place in the queue is taken`)
    try {
      return await task()
    } finally {
      // Whoever waits takes over the place, so that nobody who comes in between can have it.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
