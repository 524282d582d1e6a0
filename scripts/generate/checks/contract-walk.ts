import type { Json, JsonObject } from '../../../src/contract/contract.js'
import { isObject } from '../../../src/contract/document.js'
import { methods } from '../../../src/contract/read-contract.js'
import type { ContractSource, Finding, Keys } from '../contract-source.js'

/** A value of a contract and where it really stands: behind its `$ref`, if it is one. */
export interface Place {
  readonly keys: Keys
  readonly value: JsonObject
}

/** An operation with the parameters of its path. */
export interface PlacedOperation extends Place {
  readonly path: string
  readonly method: (typeof methods)[number]
  readonly parameters: readonly Place[]
}

/** Goes through a contract whose references lead somewhere, and collects what is wrong with it. */
export class ContractWalk {
  readonly findings: Finding[] = []

  constructor(readonly source: ContractSource) {}

  get document(): JsonObject {
    return this.source.document
  }

  report(keys: Keys, message: string): void {
    this.findings.push(this.source.finding(keys, message))
  }

  /** Reports each of these members that an object has. */
  refuse({ keys, value }: Place, members: Readonly<Record<string, string>>): void {
    for (const [name, message] of Object.entries(members)) {
      if (value[name] !== undefined) this.report([...keys, name], message)
    }
  }

  /** What stands at these keys, its references followed. */
  at(keys: Keys): Place {
    const value = valueAtKeys(this.document, keys)
    if (!isObject(value)) return { keys, value: {} }
    return typeof value.$ref === 'string' ? this.at(keysOf(value.$ref)) : { keys, value }
  }

  child({ keys }: Place, ...names: Keys): Place {
    return this.at([...keys, ...names])
  }

  /** The members of an object that may be absent. */
  members(place: Place, key: string): [name: string, member: Place][] {
    const value = place.value[key]
    return isObject(value) ? Object.keys(value).map((name) => [name, this.child(place, key, name)]) : []
  }

  list(place: Place, key: string): Place[] {
    const value = place.value[key]
    return Array.isArray(value) ? value.map((_, index) => this.child(place, key, index)) : []
  }

  paths(): [path: string, item: Place][] {
    const paths = this.document.paths
    return isObject(paths) ? Object.keys(paths).map((path) => [path, this.at(['paths', path])]) : []
  }

  operations(): PlacedOperation[] {
    return this.paths().flatMap(([path, item]) =>
      methods
        .filter((method) => isObject(item.value[method]))
        .map((method) => {
          const operation = this.child(item, method)
          const parameters = [...this.list(item, 'parameters'), ...this.list(operation, 'parameters')]
          return { ...operation, path, method, parameters }
        }),
    )
  }

  /** The replies of all operations and of `components`, each once. */
  replies(): [status: string, reply: Place][] {
    const declared = this.operations().flatMap((operation) => this.members(operation, 'responses'))
    const shared = this.members(this.at(['components']), 'responses').map(([, reply]): [string, Place] => [
      String(reply.value['x-protocol-status'] ?? ''),
      reply,
    ])
    return [...new Map([...shared, ...declared].map((entry) => [entry[1].keys.join('/'), entry])).values()]
  }
}

/** The keys of a reference into the same document. */
export function keysOf(reference: string): string[] {
  const parts = reference.replace(/^#\/?/, '').split('/')
  return parts.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at these keys, or `undefined`. */
export function valueAtKeys(document: Json, keys: Keys): Json | undefined {
  let value: Json | undefined = document
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string | number, Json>>)[key]
  }
  return value
}
