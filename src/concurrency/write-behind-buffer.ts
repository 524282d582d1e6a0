export interface WriteBehindOptions<Key, Value> {
  /** Writes a batch in the background. */
  readonly write: (batch: ReadonlyMap<Key, Value>) => Promise<void>
  /** Told how many entries were lost: their write failed, or the buffer was full. */
  readonly onDropped: (count: number, error: unknown) => void
  /** Told how many entries one write took. */
  readonly onWritten?: (count: number) => void
  /** From the first entry to its write, and between writes. */
  readonly intervalMs?: number
  /** How many entries one write takes at most. */
  readonly maxBatchSize?: number
  /** How many different keys are kept: a flood must not fill the memory. */
  readonly maxPending?: number
}

/**
 * Collects values by key and writes them in the background, so that a request never waits for them. A later value of a pending key replaces the
 * earlier one. The key that waits longest is written first.
 */
export class WriteBehindBuffer<Key, Value> {
  readonly #pending = new Map<Key, Value>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  /** Entries that did not fit, since the last write. */
  #excess = 0

  constructor(readonly options: WriteBehindOptions<Key, Value>) {}

  set(key: Key, value: Value): void {
    const { maxPending = Number.POSITIVE_INFINITY } = this.options
    if (this.#pending.size >= maxPending && !this.#pending.has(key)) this.#excess++
    else this.#pending.set(key, value)
    this.#schedule()
  }

  get(key: Key): Value | undefined {
    return this.#pending.get(key)
  }

  /** Writes everything that is pending, and waits for a write that has begun. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#reportExcess()
    await this.#writing
    while (this.#pending.size > 0) await this.#writeBatch()
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#reportExcess()
      this.#writing = this.#writeBatch().then(() => {
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

  async #writeBatch(): Promise<void> {
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
      onDropped(batch.size, error)
    }
  }
}
