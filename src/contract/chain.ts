import type { Json } from './contract.js'
import { valueAt } from './document.js'

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

/** A placeholder of an example: `{operationId#/pointer}`; `{operationId#}` is the whole body. */
const placeholder = /\{(\w+)#((?:\/[^{}"\s]*)?)\}/g

/** The operations whose answers a request with placeholders needs, by their ids. */
export function neededOperations(request: object): string[] {
  return [...new Set(Array.from(JSON.stringify(request).matchAll(placeholder), ([, operationId = '']) => operationId))]
}

/**
 * A request with the values of other operations' answers in place of its placeholders.
 * @param answers the body of each needed operation, by its id
 * @throws where an answer has no such value
 */
export function withAnswers<T extends object>(request: T, answers: ReadonlyMap<string, unknown>): T {
  return JSON.parse(
    JSON.stringify(request).replaceAll(placeholder, (_, operationId: string, pointer: string) => {
      // Inside the quotes of a JSON text.
      return JSON.stringify(String(valueIn(answers.get(operationId), operationId, pointer))).slice(1, -1)
    }),
  )
}

function valueIn(answer: unknown, operationId: string, pointer: string): unknown {
  try {
    return valueAt(answer as Json, `#${pointer}`)
  } catch {
    throw new Error(`${operationId} answered nothing at ${pointer}`)
  }
}
