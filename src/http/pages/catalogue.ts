import type { Contract, JsonObject } from '../../contract/contract.js'
import { valueAt } from '../../contract/document.js'
import { isServed, type Surface } from '../../contract/surface.js'
import type { DocumentForm } from '../docs/documents.js'

/** An operation as pages list it. */
export interface ListedOperation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly isDeprecated: boolean
}

/** A contract as pages list it, with the operations that this listener serves. */
export interface ListedContract {
  readonly contract: Contract
  readonly name: string
  readonly title: string
  /** What it is, in one sentence. */
  readonly summary: string
  readonly operations: readonly ListedOperation[]
  readonly forms: readonly DocumentForm[]
}

/** @param forms in which its document is served */
export function listedContract(contract: Contract, surface: Surface, forms: readonly DocumentForm[]): ListedContract {
  const { title = contract.name, summary = '' } = contract.document.info as JsonObject
  return {
    contract,
    name: contract.name,
    title: String(title),
    summary: String(summary),
    operations: Object.values(contract.operations)
      .filter((operation) => isServed(operation, surface))
      .map(({ operationId, method, path, at }) => {
        const { summary = operationId, deprecated } = valueAt(contract.document, at) as JsonObject
        return { operationId, method, path, summary: String(summary), isDeprecated: deprecated === true }
      }),
    forms,
  }
}

/** Where `/docs` shows a contract, or one of its operations. */
export function docsAddress(name: string, operationId?: string): string {
  return `/docs#/${name}${operationId === undefined ? '' : `/${operationId}`}`
}
