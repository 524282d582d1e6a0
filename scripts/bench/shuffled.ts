import type { Random } from '../../src/crypto/random.js'

/** The items in a random order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = random(4).readUInt32BE() % (last + 1)
    const [one, two] = [result[last], result[other]]
    if (one === undefined || two === undefined) continue
    result[last] = two
    result[other] = one
  }
  return result
}
