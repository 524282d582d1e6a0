import { Semaphore } from './semaphore.js'

export interface KeyedMutexOptions {
  /** What the tasks are, for the log. */
  readonly name: string
  /** How many tasks of one key may wait for their turn. */
  readonly maxQueuedPerKey: number
}

/** Runs tasks of the same key one after the other, within this process. Tasks of different keys run side by side. */
export class KeyedMutex {
  readonly #semaphores = new Map<string, Semaphore>()

  constructor(readonly options: KeyedMutexOptions) {}

  /** How many keys have running tasks. */
  get size(): number {
    return this.#semaphores.size
  }

  /** @throws {Unavailable} where the queue of this key is full */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const { name, maxQueuedPerKey: maxQueued } = this.options
    const semaphore = this.#semaphores.get(key) ?? new Semaphore({ name, concurrency: 1, maxQueued })
    this.#semaphores.set(key, semaphore)
    try {
      return await semaphore.run(task)
    } finally {
      if (semaphore.isIdle) this.#semaphores.delete(key)
    }
  }
}
