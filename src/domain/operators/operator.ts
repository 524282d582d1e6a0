import { generatePrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import type { Secret } from '../../crypto/secret.js'

const prefix = 'two_'

export type Role = 'admin' | 'viewer'

/** Names an operator. */
export type OperatorId = string & { readonly operatorId: unique symbol }

/** Who calls the operator API. */
export interface Operator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
}

/** Makes the key of an operator. */
export function generateOperatorKey(random: Random): Secret {
  return generatePrefixedKey(prefix, random)
}

/** A hint of an operator's key with what it leaves out. A key from the configuration has no prefix of ours. */
export function showOperatorKeyHint(hint: string, isFromEnvironment: boolean): string {
  return isFromEnvironment ? `…${hint}` : `${prefix}…${hint}`
}

/** Whether an operator may call what demands one of these roles. An admin may call everything. */
export function mayCall({ role }: Operator, demanded: readonly string[]): boolean {
  return role === 'admin' || demanded.includes(role)
}
