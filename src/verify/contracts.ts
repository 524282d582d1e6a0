import { documents } from '../../generated/index.js'
import type { Contract } from '../contract/contract.js'
import { readContract } from '../contract/read-contract.js'
import { hasServedOperations } from '../contract/surface.js'

let contracts: readonly Contract[] | undefined

/** The contracts that this version knows, without their implementations. */
export function allContracts(): readonly Contract[] {
  contracts ??= Object.entries(documents).map(([name, document]) => readContract(name, document))
  return contracts
}

/** Those that partners call: the others are for the operators of this server alone. */
export function publicContracts(): readonly Contract[] {
  return allContracts().filter((contract) => hasServedOperations(contract, 'public'))
}
