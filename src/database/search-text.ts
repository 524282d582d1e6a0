import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { uuidPattern } from '../uuid.js'

/** A text that somebody searches for, as conditions of a search. */
export class SearchText {
  readonly #pattern: string
  /** For texts that begin an id. */
  readonly #prefix: string | undefined
  readonly #hint: string

  constructor(readonly text: string) {
    this.#pattern = text.replaceAll(/[\\%_]/g, String.raw`\$&`)
    this.#prefix = /^[0-9a-f-]+$/i.test(text) ? text.toLowerCase() : undefined
    this.#hint = (text.split('…').at(-1) ?? '').toLowerCase()
  }

  /** Whether a column has the text somewhere, in any case. */
  isPartOf(column: string): RawBuilder<SqlBool> {
    return sql<SqlBool>`${sql.ref(column)} ilike ${`%${this.#pattern}%`}`
  }

  /** Whether a column, of texts or ids, begins with the text. */
  begins(column: string): RawBuilder<SqlBool> {
    return this.#prefix === undefined
      ? sql<SqlBool>`false`
      : sql<SqlBool>`starts_with(${sql.ref(column)}::text, ${this.#prefix})`
  }

  /** Whether the text is the hint of a secret, as it is shown: `1ITY`, `…1ITY` or `twg_…1ITY`. */
  isHint(column: string): RawBuilder<SqlBool> {
    // Longer hints are stored nowhere. A hint may be empty.
    if (this.#hint === '' || this.#hint.length > 8) return sql<SqlBool>`false`
    return sql<SqlBool>`lower(ltrim(${sql.ref(column)}, '…')) = ${this.#hint}`
  }

  /** Whether a column of numbers is the text. */
  is(column: string): RawBuilder<SqlBool> {
    return sql<SqlBool>`${sql.ref(column)}::text = ${this.text}`
  }

  /** Whether a stored secret ends with the text, where it is long enough to have a hint: see `hintOf`. */
  isEndOfSecret(column: string): RawBuilder<SqlBool> {
    if (this.#hint.length !== 4) return sql<SqlBool>`false`
    return sql<SqlBool>`(length(${sql.ref(column)}) >= 16 and lower(right(${sql.ref(column)}, 4)) = ${this.#hint})`
  }
}

/** @returns `undefined` where nothing is searched */
export function searchText(text: string | undefined): SearchText | undefined {
  return text === undefined ? undefined : new SearchText(text)
}

const shortestIdPrefix = 8

/**
 * The UUIDs that begin with a text.
 * @returns `undefined` for a text that no UUID begins with, or that is too short to tell one from others
 */
export function idRange(text: string): { readonly first: string; readonly last: string } | undefined {
  if (text.length < shortestIdPrefix || text.length > 36) return undefined
  const prefix = text.toLowerCase()
  const first = prefix + '00000000-0000-0000-0000-000000000000'.slice(prefix.length)
  const last = prefix + 'ffffffff-ffff-ffff-ffff-ffffffffffff'.slice(prefix.length)
  return uuidPattern.test(first) ? { first, last } : undefined
}
