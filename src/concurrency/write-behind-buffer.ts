import { Unavailable } from '../errors.js'

export interface WriteBehindOptions<Key, Value> {
  /**
   * Writes a batch in the background. Where it ends with {@link Unavailable}, the batch waits for the next write: what was written
   * although its answer was lost is written twice.
   */
  readonly write: (batch: ReadonlyMap<Key, Value>) => Promise<void>
  /** What two values become that wait for the same key; where it is absent, the later one. */
  readonly combine?: (earlier: Value, later: Value) => Value
  /** Told how many entries were lost: their write failed for good, or the buffer was full. */
  readonly onDropped: (count: number, error: unknown) => void
  /** Told how many entries one write took. */
  readonly onWritten?: (count: number) => void
  /** From the first entry to its write, and between writes. */
  readonly intervalMs?: number
  /** How many entries one write takes at most. */
  readonly maxBatchSize?: number
  /** How many different keys wait, besides those of one write: neither a flood nor a long outage may fill the memory. */
  readonly maxPending?: number
}

/**
 * Collects values by key and writes them in the background, so that a request never waits for them. A later value of a pending key replaces the
 * earlier one, or is combined with it. The key that waits longest is written first. While the database is away, all wait.
 */
export class WriteBehindBuffer<Key, Value> {
  #pending = new Map<Key, Value>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  /** Entries that did not fit, since the last write. */
  #excess = 0

  constructor(readonly options: WriteBehindOptions<Key, Value>) {}

  set(key: Key, value: Value): void {
    const { maxPending = 100_000 } = this.options
    if (this.#pending.size >= maxPending && !this.#pending.has(key)) this.#excess++
    else this.#pending.set(key, this.#combined(this.#pending.get(key), value))
    this.#schedule()
  }

  get(key: Key): Value | undefined {
    return this.#pending.get(key)
  }

  /** Writes everything that is pending, and waits for a write that has begun. What cannot be written is lost. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#reportExcess()
    await this.#writing
    while (this.#pending.size > 0) await this.#writeBatch(false)
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#reportExcess()
      this.#writing = this.#writeBatch(true).then(() => {
        this.#timer = undefined
        if (this.#pending.size > 0) this.#schedule()
      })
    }, this.options.intervalMs ?? 1_000).unref()
  }

  #reportExcess(): void {
    if (this.#excess === 0) return
    this.options.onDropped(this.#excess, new Error('the write-behind buffer is full'))
    this.#excess = 0
  }

  async #writeBatch(isRepeated: boolean): Promise<void> {
    const { write, onWritten, onDropped, maxBatchSize = 5_000 } = this.options
    const batch = new Map<Key, Value>()
    for (const [key, value] of this.#pending) {
      if (batch.size >= maxBatchSize) break
      batch.set(key, value)
      this.#pending.delete(key)
    }
    if (batch.size === 0) return
    try {
      await write(batch)
      onWritten?.(batch.size)
    } catch (error) {
      if (isRepeated && error instanceof Unavailable) this.#putBack(batch)
      else onDropped(batch.size, error)
    }
  }

  #putBack(batch: Map<Key, Value>): void {
    for (const [key, later] of this.#pending) batch.set(key, this.#combined(batch.get(key), later))
    this.#pending = batch
  }

  #combined(earlier: Value | undefined, later: Value): Value {
    const { combine } = this.options
    return combine === undefined || earlier === undefined ? later : combine(earlier, later)
  }
}
