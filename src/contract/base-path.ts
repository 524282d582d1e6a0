import { StartupError } from '../errors.js'
import type { Contract, JsonObject } from './contract.js'
import { readContract } from './read-contract.js'

/** Contracts by their names. */
type Contracts<Name extends string> = Readonly<Record<Name, Contract>>

/**
 * Puts contracts below base paths, as their vendors publish them: `/login` is `/partners-int/login` then. In documents it belongs to the server's URL.
 * @param basePaths by the name of a contract, such as `/partners-int`
 * @throws {StartupError} for a name that no contract has
 */
export function atBasePaths<Name extends string>(
  contracts: Contracts<Name>,
  basePaths: ReadonlyMap<string, string>,
): Contracts<Name> {
  const names = Object.keys(contracts)
  const unknown = [...basePaths.keys()].find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new StartupError(`BASE_PATHS names ${unknown}, which is no API; it may name ${names.join(', ')}`)
  }
  const entries = Object.entries<Contract>(contracts).map(([name, contract]) => [
    name,
    atBasePath(contract, basePaths.get(name)),
  ])
  return Object.fromEntries(entries) as Contracts<Name>
}

function atBasePath(contract: Contract, basePath: string | undefined): Contract {
  if (basePath === undefined) return contract
  const paths = Object.entries(contract.document.paths as JsonObject).map(([path, item]) => [basePath + path, item])
  return { ...readContract(contract.name, { ...contract.document, paths: Object.fromEntries(paths) }), basePath }
}
