/** Fields to add to a line of the log: how many of its kind were left out since the line before. */
export type LeftOut = { readonly suppressed?: number }

interface Kind {
  suppressed: number
  /** Writes the latest line that was left out. */
  writeLast: ((leftOut: LeftOut) => void) | undefined
}

/**
 * Keeps an overload or a restart of the database from filling the log: the first line of a kind is written at once, then one a second,
 * with the number of those left out.
 */
export class RepeatedLines {
  /** The kinds of which a line was written within the interval. */
  readonly #recent = new Map<string, Kind>()

  constructor(readonly intervalMs = 1_000) {}

  /**
   * @param kind such as the message of the line
   * @param write writes the line with the given fields
   */
  write(kind: string, write: (leftOut: LeftOut) => void): void {
    const recent = this.#recent.get(kind)
    if (!recent) {
      this.#writeNow(kind, write, {})
      return
    }
    if (recent.writeLast) recent.suppressed++
    recent.writeLast = write
  }

  #writeNow(kind: string, write: (leftOut: LeftOut) => void, leftOut: LeftOut): void {
    write(leftOut)
    this.#recent.set(kind, { suppressed: 0, writeLast: undefined })
    setTimeout(() => this.#endInterval(kind), this.intervalMs).unref()
  }

  #endInterval(kind: string): void {
    const recent = this.#recent.get(kind)
    this.#recent.delete(kind)
    if (!recent?.writeLast) return
    this.#writeNow(kind, recent.writeLast, recent.suppressed > 0 ? { suppressed: recent.suppressed } : {})
  }
}
