import { isObject } from '../../../src/contract/document.js'
import { methods } from '../../../src/contract/read-contract.js'
import type { ContractSource, Finding, Keys } from '../contract-source.js'

interface Claim {
  readonly source: ContractSource
  readonly keys: Keys
}

/**
 * An operationId belongs to one operation of all contracts, and a path to one contract. A linter cannot check it, since it reads one contract at a time.
 * @returns every place that has what another one has too: nobody knows which of them is new
 */
export function checkUniqueOperations(sources: readonly ContractSource[]): Finding[] {
  const operationIds = new Map<string, Claim[]>()
  const paths = new Map<string, Claim[]>()
  for (const source of sources) {
    for (const [path, item] of Object.entries(source.document.paths ?? {})) {
      claim(paths, `the path ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, { source, keys: ['paths', path] })
      for (const method of methods) {
        const operation = isObject(item) ? item[method] : undefined
        if (!isObject(operation)) continue
        const keys = ['paths', path, method, 'operationId']
        claim(operationIds, `the operationId ${String(operation.operationId)}`, { source, keys })
      }
    }
  }
  return [...operationIds, ...paths].flatMap(([what, claims]) => claims.flatMap((one) => conflict(what, one, claims)))
}

function claim(owners: Map<string, Claim[]>, what: string, one: Claim): void {
  owners.set(what, [...(owners.get(what) ?? []), one])
}

function conflict(what: string, { source, keys }: Claim, claims: readonly Claim[]): Finding[] {
  const other = claims.find((one) => one.source !== source || one.keys.join() !== keys.join())
  if (!other) return []
  const { file, line } = other.source.finding(other.keys, '')
  return [source.finding(keys, `${what} is also at ${file}:${line}: choose another one`)]
}
