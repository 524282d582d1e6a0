import { Semaphore } from './semaphore.js'

export interface KeyedSemaphoreOptions {
  /** What the tasks are, for the log. */
  readonly name: string
  /** How many tasks of one key run at the same time: 1 makes it a mutex. */
  readonly concurrencyPerKey: number
  /** How many tasks of one key may wait for their turn. */
  readonly maxQueuedPerKey: number
}

/** Bounds how many tasks of the same key run at the same time, within this process. Tasks of different keys run side by side. */
export class KeyedSemaphore {
  readonly #semaphores = new Map<string, Semaphore>()

  constructor(readonly options: KeyedSemaphoreOptions) {}

  /** How many keys have running tasks. */
  get size(): number {
    return this.#semaphores.size
  }

  /**
   * @param group among which the turns of the key are shared out, as in {@link Semaphore.run}
   * @throws {Unavailable} where the queue of this key is full
   */
  async run<T>(key: string, task: () => Promise<T>, group?: string): Promise<T> {
    const { name, concurrencyPerKey: concurrency, maxQueuedPerKey: maxQueued } = this.options
    const semaphore = this.#semaphores.get(key) ?? new Semaphore({ name, concurrency, maxQueued })
    this.#semaphores.set(key, semaphore)
    try {
      return await semaphore.run(task, group)
    } finally {
      if (semaphore.isIdle) this.#semaphores.delete(key)
    }
  }
}
