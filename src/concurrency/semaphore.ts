import { Unavailable } from '../errors.js'

export interface SemaphoreOptions {
  /** What the tasks are, for the log. */
  readonly name: string
  /** How many tasks run at the same time. */
  readonly concurrency: number
  /** How many tasks may wait for their turn. */
  readonly maxQueued: number
}

interface Waiter {
  readonly start: () => void
  readonly refuse: (error: Unavailable) => void
}

/**
 * Bounds how many tasks run at the same time. Others queue, and groups of tasks take turns: a group with many tasks does not delay the others.
 * Tasks of one group start in the order of their arrival.
 */
export class Semaphore {
  #running = 0
  #waiting = 0
  /** By group. The first group has the next turn. No queue is empty. */
  readonly #queues = new Map<string, Waiter[]>()

  constructor(readonly options: SemaphoreOptions) {}

  /** How many tasks run, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waiting }
  }

  get isIdle(): boolean {
    return this.#running === 0
  }

  /**
   * @param group such as the client that asks for the task
   * @throws {Unavailable} where the queue is full and no other group has more waiting tasks, or where another group needs the place of this task
   *   before its turn; the task is not started then
   */
  async run<T>(task: () => Promise<T>, group = ''): Promise<T> {
    if (this.#running < this.options.concurrency) this.#running++
    else await this.#wait(group)
    try {
      return await task()
    } finally {
      // The next task takes over this slot. Freeing the slot first would let a newcomer overtake the queue.
      const next = this.#next()
      if (next) next.start()
      else this.#running--
    }
  }

  #wait(group: string): Promise<void> {
    const queue = this.#queues.get(group) ?? []
    if (this.#waiting >= this.options.maxQueued) this.#makeRoom(queue.length)
    return new Promise((resolve, reject) => {
      queue.push({ start: resolve, refuse: reject })
      this.#queues.set(group, queue)
      this.#waiting++
    })
  }

  /** Refuses the last task of the longest queue in favour of a group with `waiting` tasks, which has fewer with the new one too. */
  #makeRoom(waiting: number): void {
    let longest: Waiter[] = []
    for (const queue of this.#queues.values()) if (queue.length > longest.length) longest = queue
    const full = new Unavailable(`${this.options.name}: the queue is full`)
    if (longest.length <= waiting + 1) throw full
    longest.pop()?.refuse(full)
    this.#waiting--
  }

  #next(): Waiter | undefined {
    const [first] = this.#queues
    if (!first) return undefined
    const [group, queue] = first
    const waiter = queue.shift()
    this.#queues.delete(group)
    if (queue.length > 0) this.#queues.set(group, queue)
    this.#waiting--
    return waiter
  }
}
