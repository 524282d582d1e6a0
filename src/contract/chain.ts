/** What an example needs of other operations (`x-chain`): by JSON pointer into its value, `operationId#/pointer` into their answers. */
export type Chain = Readonly<Record<string, string>>

/**
 * The value of an example with a placeholder, `{operationId#/pointer}`, in each place that a call fills with what another operation answered.
 * The value itself shows what the answer's example has there.
 * @throws where a pointer leads nowhere
 */
export function withPlaceholders(value: unknown, chain: Chain | undefined): unknown {
  const root = { value: structuredClone(value) }
  for (const [pointer, source] of Object.entries(chain ?? {})) {
    const keys = ['value', ...pointer.split('/').slice(1)]
    const last = keys.pop() as string
    const owner = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
    if (typeof owner !== 'object' || owner === null || !(last in owner)) {
      throw new Error(`x-chain: the example has nothing at ${pointer}`)
    }
    ;(owner as Record<string, unknown>)[last] = `{${source}}`
  }
  return root.value
}
