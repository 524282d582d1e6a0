import type { components } from '../../generated/operator/types.js'

export type Value = string | number | boolean | readonly string[] | null | undefined

/** A field of a resource: a column of a table, or a line where one resource is shown. */
export interface Field<Item> {
  readonly name: string
  /** `null` is shown as a dash; `undefined` is left out where one resource is shown. */
  readonly of: (item: Item) => Value
  /** Never wrapped to fit a terminal. */
  readonly isNeverCut?: boolean
  /** A time whose minutes are never left out. */
  readonly isExact?: boolean
  /** An id that commands take. To fit a terminal it is shortened to what is unique in the table. */
  readonly isId?: boolean
  /** Which fields are left out first where a table does not fit a terminal: see `Column` in table-layout.ts. */
  readonly leftOut?: number
}

/** Formats a value as lines of printable text. */
export function linesOf(value: Value): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'object' && value !== null) return value.length > 0 ? value.map(printable) : ['-']
  return [value === null || value === undefined ? '-' : printable(String(value))]
}

/** Formats a time to the second, ISO 8601 in UTC. */
export function formatInstant(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Formats the last characters of a secret. */
export function formatHint(characters: string): string | null {
  return characters === '' ? null : `…${characters}`
}

// Control characters, and those that change the writing direction.
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Escapes what a terminal would obey instead of showing. Names and descriptions are written by others. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, escaped)
}

/** JSON with the same escapes. `JSON.stringify` escapes only the control characters below U+0020. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(unprintable, (found) =>
    found === '\n' ? found : escaped(found),
  )
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Formats secrets by their last characters, with the expiry of a replaced one. */
export function formatSecretHints(secrets: readonly components['schemas']['SecretHint'][]): string[] {
  return secrets.map(({ hint: characters, expiresAt }) => {
    const until = expiresAt === null ? '' : ` until ${formatInstant(expiresAt)}`
    return `${formatHint(characters) ?? '(short)'}${until}`
  })
}
