import type { Contract } from '../contract.js'
import { type Example, firstExampleOf } from '../examples.js'
import { isServed, type Surface } from '../surface.js'

/** A placeholder of an example: `{operationId#/pointer}`; `{operationId#}` is the whole body. */
const placeholder = /\{(\w+)#((?:\/[^{}"\s]*)?)\}/g

/** Where a sample is read: on one listener, which may serve a part of the operations. */
export interface SampleSite {
  /** Of the listener, as the reader has called it. */
  readonly origin: string
  readonly surface: Surface
  /** All that the server speaks: an example may need an answer of another contract's operation. */
  readonly contracts: readonly Contract[]
}

/** A value of an answer that a later call sends. */
export interface Variable {
  /** In camel case, and unique within the plan. */
  readonly name: string
  readonly operationId: string
  /** Into the answer; empty: the whole body. */
  readonly pointer: string
}

/** One call of a sample. */
export interface PlannedCall {
  readonly contract: Contract
  readonly example: Example
  /** What later calls need of its answer. */
  readonly variables: readonly Variable[]
  /** Whether this listener serves the operation. */
  readonly isServed: boolean
}

/** The calls of a sample, one after the other; the last one is the sample's own. */
export interface CallPlan {
  readonly origin: string
  /** Whether curl shows nothing but the answer of the last call. */
  readonly isQuiet?: boolean
  readonly calls: readonly PlannedCall[]
  readonly variables: readonly Variable[]
}

/** Plans the call of an example, and before it the calls whose answers it needs. */
export function planCalls(contract: Contract, example: Example, site: SampleSite): CallPlan {
  const variables = new Map<string, Variable>()
  const calls = new Map<string, PlannedCall>()

  function visit(owner: Contract, one: Example, isLast: boolean): void {
    const { params, query, headers, body, operation } = one
    for (const [text, operationId = '', pointer = ''] of JSON.stringify({ params, query, headers, body }).matchAll(
      placeholder,
    )) {
      if (!variables.has(text)) {
        variables.set(text, { name: unusedName(operationId, pointer, variables), operationId, pointer })
      }
      const needed = calls.has(operationId) ? undefined : exampleOf(operationId, site.contracts)
      if (needed) visit(needed.contract, needed.example, false)
    }
    // The sample's own operation may also be one that it needs: the key tells the two calls apart.
    calls.set(isLast ? '' : operation.operationId, {
      contract: owner,
      example: one,
      variables: [],
      isServed: isServed(operation, site.surface),
    })
  }

  visit(contract, example, true)
  const all = [...variables.values()]
  return {
    origin: site.origin,
    calls: [...calls].map(([id, call]) => ({
      ...call,
      variables: all.filter(({ operationId }) => operationId === id),
    })),
    variables: all,
  }
}

/** A text in parts: as it stands, or a variable. */
export function partsOf(text: string, variables: readonly Variable[]): (string | Variable)[] {
  const parts: (string | Variable)[] = []
  let end = 0
  for (const { 0: match, 1: operationId, 2: pointer, index } of text.matchAll(placeholder)) {
    const variable = variables.find((one) => one.operationId === operationId && one.pointer === pointer)
    if (!variable) continue
    if (index > end) parts.push(text.slice(end, index))
    parts.push(variable)
    end = index + match.length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}

/** As {@link partsOf}, of a value that stands in a URL: percent-encoded, but for variables. */
export function encodedParts(value: string, variables: readonly Variable[]): (string | Variable)[] {
  return partsOf(value, variables).map((part) => (typeof part === 'string' ? encodeURIComponent(part) : part))
}

/** The keys of a JSON pointer; a number where it leads into a list. */
export function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')))
}

function exampleOf(
  operationId: string,
  contracts: readonly Contract[],
): { contract: Contract; example: Example } | undefined {
  for (const contract of contracts) {
    const example = firstExampleOf(contract, operationId)
    if (example) return { contract, example }
  }
  return undefined
}

function unusedName(operationId: string, pointer: string, taken: ReadonlyMap<string, Variable>): string {
  const names = [...taken.values()].map(({ name }) => name)
  const key = keysOf(pointer)
    .filter((one) => typeof one === 'string')
    .at(-1)
  const name = String(key ?? 'answer').replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())
  if (!names.includes(name)) return name
  return `${name}Of${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`
}
