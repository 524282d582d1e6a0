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
  return [...differencesAt('', example, body, new Set(volatile))]
}

function* differencesAt(
  pointer: string,
  example: unknown,
  value: unknown,
  volatile: ReadonlySet<string>,
): Generator<Difference> {
  if (volatile.has(pointer)) return
  const difference = (expected: string, actual: string): Difference => ({ at: where(pointer), expected, actual })
  if (Array.isArray(example) && Array.isArray(value)) {
    if (example.length !== value.length) return yield difference(`${example.length} items`, `${value.length} items`)
    for (const [at, item] of example.entries()) yield* differencesAt(`${pointer}/${at}`, item, value[at], volatile)
    return
  }
  if (isObject(example) && isObject(value)) {
    for (const key of new Set([...Object.keys(example), ...Object.keys(value)])) {
      // A child of the root: the pointers of contracts are fragments, those of bodies are not.
      const at = child(`#${pointer}`, key).slice(1)
      if (!(key in value)) yield { at: where(at), expected: JSON.stringify(example[key]), actual: 'nothing' }
      else if (!(key in example)) yield { at: where(at), expected: 'nothing', actual: JSON.stringify(value[key]) }
      else yield* differencesAt(at, example[key], value[key], volatile)
    }
    return
  }
  if (example !== value && !isSameTime(example, value))
    yield difference(JSON.stringify(example) ?? 'nothing', JSON.stringify(value) ?? 'nothing')
}

/** How a difference names a place in a body. */
export function where(pointer: string): string {
  return pointer === '' ? 'body' : `body ${pointer}`
}

function isSameTime(example: unknown, value: unknown): boolean {
  const forms = [example, value].map((one) => (one === null ? null : timeForm(one)))
  const [one, other] = forms
  return forms.every((form) => form !== undefined) && (one === null || other === null || one === other)
}

/** `10 Oct 2015` as `00 Aaa 0000`; `undefined` for what is no time. */
function timeForm(value: unknown): string | undefined {
  if (typeof value !== 'string' || !timePattern.test(value)) return undefined
  return value.replaceAll(/\d/g, '0').replaceAll(/[A-Z][a-z]{2}/g, 'Aaa')
}
