import { child, isObject } from '../contract/document.js'
import type { Difference } from './probe.js'

/** A day, or a day and a time, in one of the forms that published documents use. */
const timePattern = /^(?:\d{4}-\d{2}-\d{2}|\d{2} [A-Z][a-z]{2} \d{4})(?:[T -].*)?$/

/**
 * Compares a body with the example of its reply. Times are equal where they have the same form, since the clock of the example is another one;
 * one that the example lacks (`null`) may have come up since.
 * @param volatile JSON pointers of leaves that differ from call to call
 */
export function compareExample(example: unknown, body: unknown, volatile: readonly string[]): Difference[] {
  const ignored = new Set(volatile)
  const found = differencesBetween(
    example,
    body,
    (pointer, one, other) => ignored.has(pointer) || isSameTime(one, other),
  )
  return found.map(({ pointer, one, other }) => {
    const areLists = Array.isArray(one) && Array.isArray(other)
    const [expected, actual] = areLists
      ? [`${one.length} items`, `${other.length} items`]
      : [written(one), written(other)]
    return { at: where(pointer), expected, actual }
  })
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

/** Where two bodies differ: leaves, members that one of them lacks (`undefined`), and lists of different lengths as a whole. */
export interface BodyDifference {
  readonly pointer: string
  readonly one: unknown
  readonly other: unknown
}

/**
 * Compares two JSON values, or texts.
 * @param isEqual is asked about what is in both; where it says no, members and items are compared one by one
 */
export function differencesBetween(
  one: unknown,
  other: unknown,
  isEqual: (pointer: string, one: unknown, other: unknown) => boolean,
): BodyDifference[] {
  return [...differencesAt('', one, other, isEqual)]
}

function* differencesAt(
  pointer: string,
  one: unknown,
  other: unknown,
  isEqual: (pointer: string, one: unknown, other: unknown) => boolean,
): Generator<BodyDifference> {
  if (isEqual(pointer, one, other)) return
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return yield { pointer, one, other }
    for (const [at, item] of one.entries()) yield* differencesAt(`${pointer}/${at}`, item, other[at], isEqual)
    return
  }
  if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      // A child of the root: the pointers of contracts are fragments, those of bodies are not.
      const at = child(`#${pointer}`, key).slice(1)
      if (key in one && key in other) yield* differencesAt(at, one[key], other[key], isEqual)
      else yield { pointer: at, one: one[key], other: other[key] }
    }
    return
  }
  if (one !== other) yield { pointer, one, other }
}

/** How a difference names a place in a body. */
export function where(pointer: string): string {
  return pointer === '' ? 'body' : `body ${pointer}`
}

/** Whether two values are times of the same form, or one of them is none yet (`null`). */
export function isSameTime(example: unknown, value: unknown): boolean {
  const forms = [example, value].map((one) => (one === null ? null : timeForm(one)))
  const [one, other] = forms
  return forms.every((form) => form !== undefined) && (one === null || other === null || one === other)
}

/** `10 Oct 2015` as `00 Aaa 0000`; `undefined` for what is no time. */
function timeForm(value: unknown): string | undefined {
  if (typeof value !== 'string' || !timePattern.test(value)) return undefined
  return value.replaceAll(/\d/g, '0').replaceAll(/[A-Z][a-z]{2}/g, 'Aaa')
}
