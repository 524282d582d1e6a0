import { isObject } from '../../src/contract/document.js'
import { methods } from '../../src/contract/read-contract.js'
import type { ContractSource, Finding, Keys } from './contract-source.js'

/**
 * The one rule of `openapi/README.md` that a linter cannot check, since it reads one contract at a time: an operationId, and a
 * method and path, belong to one operation of all contracts.
 * @returns every breach, with file and line
 */
export function checkUniqueOperations(sources: readonly ContractSource[]): Finding[] {
  const owners = new Map<string, string>()
  const findings: Finding[] = []

  function claim(source: ContractSource, what: string, keys: Keys): void {
    const owner = owners.get(what)
    if (owner === undefined) owners.set(what, source.file)
    else findings.push(source.finding(keys, `${what} is taken by ${owner}`))
  }

  for (const source of sources) {
    for (const [path, item] of Object.entries(source.document.paths ?? {})) {
      for (const method of methods) {
        const operation = isObject(item) ? item[method] : undefined
        if (!isObject(operation)) continue
        const keys = ['paths', path, method]
        claim(source, `operationId ${String(operation.operationId)}`, [...keys, 'operationId'])
        claim(source, `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, keys)
      }
    }
  }
  return findings
}
