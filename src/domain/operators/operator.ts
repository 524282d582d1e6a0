import { generatePrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import type { Secret } from '../../crypto/secret.js'

const prefix = 'two_'

export type Role = 'admin' | 'viewer'

/** Names an operator. */
export type OperatorId = string & { readonly operatorId: unique symbol }

/** Somebody who calls the operator API. */
export interface Operator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
}

/** An operator as lists show it. */
export interface OperatorRecord extends Operator {
  /** The last characters of the key. */
  readonly hint: string
  readonly isFromEnvironment: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** Generates the key of an operator. */
export function generateOperatorKey(random: Random): Secret {
  return generatePrefixedKey(prefix, random)
}

/** Shows the hint of an operator's key. A key from the configuration does not have our prefix. */
export function showOperatorKeyHint(hint: string, isFromEnvironment: boolean): string {
  return isFromEnvironment ? `…${hint}` : `${prefix}…${hint}`
}

/** Whether an operator has one of the required roles. An admin may call everything. */
export function hasRole({ role }: Operator, required: readonly string[]): boolean {
  return role === 'admin' || required.includes(role)
}
