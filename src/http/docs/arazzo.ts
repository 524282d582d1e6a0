import { existsSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import type { Contract } from '../../contract/contract.js'
import { isServed, type Surface } from '../../contract/surface.js'
import { packageFile, packagePath } from '../../package-file.js'

/** An Arazzo document, as far as it is rewritten. */
interface Sequences {
  readonly sourceDescriptions: readonly { readonly name: string; readonly url: string }[]
}

/** Writes the sequences of calls of a contract (Arazzo) for the origin under which a reader has called. */
export type WriteSequences = (origin: string) => string

/**
 * The sequences of calls of a contract, `openapi/arazzo/NAME.yaml`, with the contracts that this server serves as their sources.
 * @returns `undefined` where there are none, and where this listener serves only a part of the operations: a sequence needs all of them
 */
export function sequencesOf({ name, operations }: Contract, surface: Surface): WriteSequences | undefined {
  const path = `openapi/arazzo/${name}.yaml`
  const isWhole = Object.values(operations).every((operation) => isServed(operation, surface))
  if (!isWhole || !existsSync(packagePath(path))) return undefined
  return (origin) => {
    const sequences = parse(packageFile(path)) as Sequences
    const sourceDescriptions = sequences.sourceDescriptions.map((source) => ({
      ...source,
      url: `${origin}/openapi/${source.name}.yaml`,
    }))
    return stringify({ ...sequences, sourceDescriptions })
  }
}
