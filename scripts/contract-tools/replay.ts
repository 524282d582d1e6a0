import type { Contract, Json, JsonObject } from '../../src/contract/contract.js'
import { isObject, valueAt } from '../../src/contract/document.js'
import { type Example, encodeExample, examplesOf, filledPath } from '../../src/contract/examples.js'

const placeholder = /\{(\w+)#([^{}"\s]*)\}/g

/** Makes the calls of examples. What they need of other operations is asked for, each time anew for a chain that is used once. */
export class Replay {
  readonly #examples: readonly Example[]

  constructor(
    contracts: readonly Contract[],
    readonly baseUrl: string,
  ) {
    this.#examples = contracts.flatMap((contract) => examplesOf(contract).examples)
  }

  /** Calls an operation with an example, directly or through a proxy in front of the server. */
  async call(example: Example, baseUrl = this.baseUrl): Promise<Response> {
    const { operation, params, query, headers, body } = example
    const call = (await this.filledIn({ params, query, headers, body: (body ?? null) as Json })) as unknown as Example
    const path = filledPath(operation.path, (name) => encodeURIComponent(call.params[name] ?? ''))
    const search = Object.keys(call.query).length > 0 ? `?${new URLSearchParams(call.query)}` : ''
    const hasBody = operation.body !== undefined && body !== undefined
    return fetch(baseUrl + path + search, {
      method: operation.method,
      headers: { ...call.headers, ...(hasBody && { 'content-type': operation.body?.mediaType ?? '' }) },
      ...(hasBody && { body: encodeExample(operation, call.body) }),
    })
  }

  /** A value with its placeholders replaced by what the operations answer that they name. */
  async filledIn(value: Json, answers = new Map<string, Json>()): Promise<Json> {
    let text = JSON.stringify(value)
    for (const [found, operationId = '', pointer = ''] of text.matchAll(placeholder)) {
      text = text.replaceAll(found, String(valueAt(await this.#answer(operationId, answers), `#${pointer}`)))
    }
    return JSON.parse(text)
  }

  /** A document whose examples have answers of just now where their `x-chain` names them. */
  async chained(document: JsonObject): Promise<JsonObject> {
    const copy = structuredClone(document)
    const answers = new Map<string, Json>()
    for (const example of objectsIn(copy)) {
      for (const [pointer, source] of Object.entries((example['x-chain'] ?? {}) as Record<string, string>)) {
        const keys = ['value', ...pointer.split('/').slice(1)]
        const last = keys.pop() as string
        const owner = keys.reduce((at, key) => at[key] as JsonObject, example) as Record<string, Json>
        owner[last] = await this.filledIn(`{${source}}`, answers)
      }
    }
    return copy
  }

  async #answer(operationId: string, answers: Map<string, Json>): Promise<Json> {
    const known = answers.get(operationId)
    if (known !== undefined) return known
    const first = this.#examples.find(({ operation }) => operation.operationId === operationId)
    if (!first) throw new Error(`no operation ${operationId} has an example`)
    const answer = (await (await this.call(first)).json()) as Json
    answers.set(operationId, answer)
    return answer
  }
}

function* objectsIn(value: Json): Generator<JsonObject> {
  if (isObject(value)) yield value
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value) as Json[]) yield* objectsIn(item)
  }
}
