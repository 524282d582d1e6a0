/** Told what became of the uses of a batch, by their number. */
export interface LastUsesObserver {
  written(uses: number): void
  /** The batch could not be written, and is lost. */
  dropped(uses: number, error: unknown): void
}

/** Of the uses that wait a fifth is written at a time, and at least so many. */
const share = 5
const least = 1_000

/**
 * Collects when tokens or keys were used and writes it in the background, so that a look-up never waits for it. Of many thousands that are used
 * all the time each is written every few seconds: what waits longest comes first, with its newest time.
 */
export class LastUses<Id> {
  /** In the order in which they began to wait. */
  readonly #pending = new Map<Id, Date>()
  #timer: NodeJS.Timeout | undefined

  /**
   * @param write moves the last use of tokens forward
   * @param interval milliseconds from one statement to the next, and from the first use to the first one
   */
  constructor(
    readonly write: (uses: ReadonlyMap<Id, Date>) => Promise<void>,
    readonly observer: LastUsesObserver,
    readonly interval = 1_000,
  ) {}

  /** Notes a use. Times only grow within a process, so the newest stays. */
  record(id: Id, at: Date): void {
    this.#pending.set(id, at)
    this.#schedule()
  }

  /** Writes all that is pending, in one statement. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#write(this.#pending.size)
  }

  #schedule(): void {
    this.#timer ??= setTimeout(async () => {
      await this.#write(Math.max(least, Math.ceil(this.#pending.size / share)))
      this.#timer = undefined
      if (this.#pending.size > 0) this.#schedule()
    }, this.interval).unref()
  }

  async #write(most: number): Promise<void> {
    if (this.#pending.size === 0) return
    const uses = new Map([...this.#pending].slice(0, most))
    for (const id of uses.keys()) this.#pending.delete(id)
    try {
      await this.write(uses)
      this.observer.written(uses.size)
    } catch (error) {
      this.observer.dropped(uses.size, error)
    }
  }
}
