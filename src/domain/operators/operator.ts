import { generatePrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import type { Secret } from '../../crypto/secret.js'

const prefix = 'two_'

export type Role = 'admin' | 'viewer'

/** Gives a role to everybody whose claim has a value. */
export interface RoleMapping {
  readonly role: Role
  readonly value: string
}

/** Names an operator. */
export type OperatorId = string & { readonly operatorId: unique symbol }

/** Somebody who calls the operator API. */
export interface Operator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
  /** The key is refused from here on; `null`: never. Of an account, its access token. */
  readonly expiresAt: Date | null
  /** Of somebody who has signed in with the identity provider, and has no key. */
  readonly account?: { readonly email: string | null }
}

export type OperatorState = 'active' | 'expired'

/** An operator as lists show it. */
export interface OperatorRecord extends Operator {
  readonly state: OperatorState
  /** The last characters of the key. */
  readonly hint: string
  readonly isFromEnvironment: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

export function stateOf({ expiresAt }: Pick<Operator, 'expiresAt'>, now: Date): OperatorState {
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
}

/**
 * Whether an operator is the last admin: the last one whose key never expires or, where the key of every admin expires, the last one whose key
 * has not expired yet. Admins whose keys all end some day do not count, since nobody might be left to renew them.
 */
export function isLastAdmin(id: OperatorId, admins: readonly Pick<Operator, 'id' | 'expiresAt'>[], now: Date): boolean {
  const lasting = admins.filter(({ expiresAt }) => expiresAt === null)
  const counted = lasting.length > 0 ? lasting : admins.filter((admin) => stateOf(admin, now) === 'active')
  return counted.length === 1 && counted[0]?.id === id
}

/** Whether a key would end sooner than it does now. `null` is never. */
export function endsSooner(expiresAt: Date | null, current: Date | null): boolean {
  return expiresAt !== null && (current === null || expiresAt < current)
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
