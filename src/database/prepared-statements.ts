/** From how many uses on a statement is prepared. */
const worthPreparing = 5
/** How many statements are prepared at most: each takes memory in each connection. */
const mostPrepared = 200
/** How many statements are counted at most. Those of a length that varies come and go. */
const mostCounted = 2_000

/** Gives the statements that come often a name, under which a connection keeps them parsed and planned. */
export class PreparedStatements {
  readonly #names = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  /** The name of a statement, or `undefined` where it does not come often. Counts a use. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= mostPrepared) return name
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses >= worthPreparing) {
      this.#uses.delete(text)
      this.#names.set(text, `tokenwright_${this.#names.size + 1}`)
    } else {
      if (this.#uses.size >= mostCounted) this.#uses.clear()
      this.#uses.set(text, uses)
    }
    return this.#names.get(text)
  }
}
