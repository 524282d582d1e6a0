import type { Json } from '../../../src/contract/contract.js'
import { isObject } from '../../../src/contract/document.js'
import type { Keys } from '../contract-source.js'
import { type ContractWalk, keysOf, valueAtKeys } from './contract-walk.js'

/** References lead to something in the same file, and never to what contains them: types, serializers and pages resolve each of them. */
export function checkReferences(walk: ContractWalk): void {
  const done = new Set<string>()

  function visit(value: Json, keys: Keys, above: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return
    // An example may hold any value.
    if (isObject(value) && typeof value.$ref === 'string' && keys.at(-1) !== 'value') {
      follow(value.$ref, [...keys, '$ref'], above)
    }
    for (const [key, item] of Object.entries(value as Readonly<Record<string, Json>>))
      visit(item, [...keys, key], above)
  }

  function follow(reference: string, keys: Keys, above: readonly string[]): void {
    if (!reference.startsWith('#/')) {
      return walk.report(
        keys,
        `${reference} leads out of the file: a contract stands alone, and names its parts #/components/…`,
      )
    }
    if (above.includes(reference))
      return walk.report(keys, `${reference} contains itself: the server resolves every reference`)
    if (done.has(reference)) return
    const target = valueAtKeys(walk.document, keysOf(reference))
    if (target === undefined) return walk.report(keys, `${reference} leads to nothing`)
    done.add(reference)
    visit(target, keysOf(reference), [...above, reference])
  }

  visit(walk.document, [], [])
}
