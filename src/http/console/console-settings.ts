import type { Contract, JsonObject } from '../../contract/contract.js'
import { resolved } from '../../contract/document.js'

/** What the server tells the page, in a `meta` element of the index. */
export interface ConsoleSettings {
  /** The port of the public listener, where that is another one. */
  readonly publicPort: number | null
  /** Below which path an API is served, by the name of its contract. */
  readonly basePaths: Readonly<Record<string, string>>
  /** Operator keys of the demo by role; they are public. */
  readonly demoKeys: Readonly<Record<string, string>> | null
}

/** The operator keys of the demo by role, as the operator contract documents them. */
export function demoKeysOf({ document }: Contract): Readonly<Record<string, string>> {
  const scheme = resolved(document, '#/components/securitySchemes/operator_key') as JsonObject
  const headers = Object.entries(scheme['x-role-examples'] as Readonly<Record<string, string>>)
  return Object.fromEntries(headers.map(([role, header]) => [role, header.replace(/^Bearer /, '')]))
}
