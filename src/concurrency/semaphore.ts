import { Unavailable } from '../errors.js'

export interface SemaphoreOptions {
  /** What the tasks are, for the log. */
  readonly name: string
  /** How many tasks run at the same time. */
  readonly concurrency: number
  /** How many tasks may wait for their turn. */
  readonly maxQueued: number
}

/** Bounds how many tasks run at the same time. Others queue in the order of their arrival. */
export class Semaphore {
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(readonly options: SemaphoreOptions) {}

  /** How many tasks run, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#queue.length }
  }

  get isIdle(): boolean {
    return this.#running === 0
  }

  /** @throws {Unavailable} where the queue is full; the task is not started then */
  async run<T>(task: () => Promise<T>): Promise<T> {
    const { name, concurrency, maxQueued } = this.options
    if (this.#running < concurrency) this.#running++
    else if (this.#queue.length < maxQueued) await new Promise<void>((resolve) => this.#queue.push(resolve))
    else throw new Unavailable(`${name}: the queue is full`)
    try {
      return await task()
    } finally {
      // The next task takes over this slot. Freeing the slot first would let a newcomer overtake the queue.
      const next = this.#queue.shift()
      if (next) next()
      else this.#running--
    }
  }
}
