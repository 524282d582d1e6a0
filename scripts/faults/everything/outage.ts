/** What ends late: calls that were refused before the end of an outage, and connections that are made anew. */
const graceMs = 3_000

/** When 503 is allowed. */
export class Outage {
  #begunAtMs = Number.POSITIVE_INFINITY
  #endedAtMs = Number.POSITIVE_INFINITY

  begin(): void {
    this.#begunAtMs = performance.now()
  }

  end(): void {
    this.#endedAtMs = performance.now()
  }

  isNow(): boolean {
    const now = performance.now()
    return now >= this.#begunAtMs && now <= this.#endedAtMs + graceMs
  }

  /** How long it took; `NaN` where there was none. */
  get seconds(): number {
    return (this.#endedAtMs - this.#begunAtMs) / 1_000
  }
}
