import type { Contract, JsonObject } from './contract.js'
import { isObject } from './document.js'

/** Which operations a listener serves. */
export type Surface = 'all' | 'public' | 'internal'

/** Whether a listener serves an operation. */
export function isServed({ isInternal }: { readonly isInternal: boolean }, surface: Surface): boolean {
  return surface === 'all' || isInternal === (surface === 'internal')
}

/** Whether a listener serves any operation of a contract. */
export function hasServedOperations({ operations }: Contract, surface: Surface): boolean {
  return Object.values(operations).some((operation) => isServed(operation, surface))
}

/** The document as a listener shows it: without the operations that it does not serve, and without paths that have none left. */
export function servedDocument({ document }: Contract, surface: Surface): JsonObject {
  const paths = Object.entries(document.paths as JsonObject).flatMap(([path, item]) => {
    const members = Object.entries(item as JsonObject).filter(
      ([, value]) => !isOperation(value) || isServed({ isInternal: value['x-internal'] === true }, surface),
    )
    return members.some(([, value]) => isOperation(value)) ? [[path, Object.fromEntries(members)] as const] : []
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

/** Whether a member of a path item is an operation; the others are parameters and extensions. */
function isOperation(value: unknown): value is JsonObject {
  return isObject(value) && typeof value.operationId === 'string'
}
