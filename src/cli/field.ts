import { printable } from './printable.js'

export type Value = string | number | boolean | readonly string[] | null | undefined

/** A field of a resource: a column of a table, or a line where one resource is shown. */
export interface Field<Item> {
  readonly name: string
  /** `null` is shown as a dash; `undefined` is left out where one resource is shown. */
  readonly of: (item: Item) => Value
  /** Never cut to fit a terminal, since it is what people copy. */
  readonly isKept?: boolean
}

/** A value as lines of text that a terminal can show. */
export function linesOf(value: Value): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'object' && value !== null) return value.length > 0 ? value.map(printable) : ['-']
  return [value === null || value === undefined ? '-' : printable(String(value))]
}

/** A time to the second, ISO 8601 in UTC. */
export function moment(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** A secret by its last characters. */
export function hint(characters: string): string | null {
  return characters === '' ? null : `…${characters}`
}
