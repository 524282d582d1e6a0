import { createHash } from 'node:crypto'

const recursFrom = 5
/** Each named statement takes memory in each connection. */
const maxNames = 200
const maxCounted = 2_000
/** As Kysely writes `selectAll` and `returningAll`. */
const allColumns = /(?:select|returning|,) (?:"\w+"\.)?\*/

/**
 * Gives a name to each statement that came five times: a connection keeps what has a name parsed and planned, which halves the time of a
 * look-up of 20 digests in the database. Texts whose length varies, such as lists of values, seldom recur, and are not named.
 * The name is a digest of the text: behind a pooler, several processes share a connection and the names on it. A statement that takes all
 * columns, whichever there are, is not named: PostgreSQL would refuse it on every connection once a migration has added one (0A000).
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  /** Counts a use of a statement, and gives its name once it has one. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= maxNames || allColumns.test(text)) return name
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses < recursFrom) {
      if (this.#uses.size >= maxCounted) this.#uses.clear()
      this.#uses.set(text, uses)
      return undefined
    }
    this.#uses.delete(text)
    const digest = createHash('sha256').update(text).digest('base64url')
    // PostgreSQL cuts names after 63 bytes.
    this.#names.set(text, `tokenwright_${digest}`)
    return this.#names.get(text)
  }
}
