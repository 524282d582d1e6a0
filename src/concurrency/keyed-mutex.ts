import { Gate } from './semaphore.js'

/** Lets tasks of the same key run one after the other, in this process; tasks of different keys do not wait for each other. */
export class Turns {
  readonly #gates = new Map<string, Gate>()

  /**
   * @param what what the tasks are, for the log
   * @param places how many tasks of one key may wait
   */
  constructor(
    readonly what: string,
    readonly places: number,
  ) {}

  /** How many keys have tasks under way. */
  get size(): number {
    return this.#gates.size
  }

  /** @throws {Unavailable} where too many tasks of this key wait */
  async take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const gate = this.#gates.get(key) ?? new Gate(this.what, 1, this.places)
    this.#gates.set(key, gate)
    try {
      return await gate.run(task)
    } finally {
      if (gate.isIdle) this.#gates.delete(key)
    }
  }
}
