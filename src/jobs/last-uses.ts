/** Told what became of the uses of a batch, by their number. */
export interface LastUsesObserver {
  written(uses: number): void
  /** The batch could not be written, and is lost. */
  dropped(uses: number, error: unknown): void
}

/** Collects when tokens or keys were used and writes it in the background, so that a look-up never waits for it. */
export class LastUses<Id> {
  #pending = new Map<Id, Date>()
  #timer: NodeJS.Timeout | undefined

  /**
   * @param write moves the last use of tokens forward
   * @param interval milliseconds from the first use to its being written
   */
  constructor(
    readonly write: (uses: ReadonlyMap<Id, Date>) => Promise<void>,
    readonly observer: LastUsesObserver,
    readonly interval = 1_000,
  ) {}

  /** Notes a use. Times only grow within a process, so the newest stays. */
  record(id: Id, at: Date): void {
    this.#pending.set(id, at)
    this.#timer ??= setTimeout(() => void this.flush(), this.interval).unref()
  }

  /** Writes what is pending, in one statement. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#pending.size === 0) return
    const uses = this.#pending
    this.#pending = new Map()
    try {
      await this.write(uses)
      this.observer.written(uses.size)
    } catch (error) {
      this.observer.dropped(uses.size, error)
    }
  }
}
