import type { Contract } from '../contract/contract.js'
import { type Example, examplesOf, firstExampleOf } from '../contract/examples.js'
import { demoValues } from './own-values.js'

/**
 * A file of credentials to fill in: each value of the demo data that the examples send, with `null` for the server's own one.
 * @param contracts where an example needs an answer of another contract's operation, that one's values stand here too
 */
export function credentialsTemplate(contract: Contract, contracts: readonly Contract[]): Record<string, null> {
  const { examples } = examplesOf(contract)
  const needed = [...JSON.stringify(examples.map(requestPart)).matchAll(/\{(\w+)#/g)].flatMap(([, operationId = '']) =>
    contracts.flatMap((one) => firstExampleOf(one, operationId) ?? []),
  )
  const values = [...needed, ...examples].flatMap(demoValues)
  return Object.fromEntries([...new Set(values)].map((value) => [value, null]))
}

function requestPart({ params, query, headers, body }: Example): object {
  return { params, query, headers, body }
}
