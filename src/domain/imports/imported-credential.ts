import { type Digest, isOneOfDigests } from '../../crypto/digest.js'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { AccessKeyStatus } from '../access-keys/access-key.js'
import type { TokenLink } from '../gateway-tokens/gateway-token.js'
import type { UsernameKey } from '../security-users/security-user.js'

/** What becomes of a row of an import. A reason is a text for people, and never has a value in it. */
export type ImportOutcome =
  | { readonly outcome: 'created' | 'existing' }
  | { readonly outcome: 'refused'; readonly reason: string }

export interface ImportedBrokerUser {
  readonly id: string
  readonly name: string
  readonly hashDigest: Digest
  readonly hashHint: string
  readonly secretDigest: Digest
  readonly secretHint: string
  readonly isActive: boolean
  /** Oldest first. */
  readonly accounts: readonly {
    readonly id: string
    readonly name: string
    readonly aToken: string
    /** Whether the `aToken` was given, rather than made for the row. */
    readonly isGiven: boolean
  }[]
}

/** What an imported broker user is compared with. */
export interface StoredBrokerUser {
  readonly isActive: boolean
  readonly secretDigests: readonly Digest[]
  readonly aTokens: readonly string[]
}

export interface ImportedAccessKey {
  readonly id: string
  readonly accessKey: string
  readonly name: string
  readonly secretDigest: Digest
  readonly secretHint: string
  /** Absent: a new one. */
  readonly userId: string | undefined
  readonly account: string
  readonly company: string
  readonly roles: readonly string[]
  readonly status: AccessKeyStatus
  readonly expiresAt: Date | null
}

/** What an imported access key is compared with. */
export interface StoredAccessKey {
  readonly userId: string
  readonly account: string
  readonly company: string
  readonly status: AccessKeyStatus
  readonly secretDigests: readonly Digest[]
}

export interface ImportedSecurityUser {
  readonly username: string
  readonly usernameKey: UsernameKey
  /** Absent: a new one. */
  readonly customerId: string | undefined
  /** Made from the password of the row, or given by it; absent where the user was there before its password was hashed. */
  readonly passwordHash: PasswordHash | undefined
  /** Whether the row gave the hash itself. */
  readonly isHashGiven: boolean
  readonly isActive: boolean
}

/** What an imported security user is compared with. */
export interface StoredSecurityUser {
  readonly customerId: string
  readonly passwordHash: PasswordHash
  readonly isActive: boolean
}

export interface ImportedGatewayToken {
  readonly link: TokenLink
  /** Whether the link was given, rather than made for the row. */
  readonly isLinkGiven: boolean
  readonly digest: Digest
  readonly hint: string
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly issuedAt: Date
  readonly revokedAt: Date | null
}

/** What an imported gateway token is compared with. */
export interface StoredGatewayToken {
  readonly link: TokenLink
  readonly accountId: string
  readonly isRevoked: boolean
}

export function refused(reason: string): ImportOutcome {
  return { outcome: 'refused', reason }
}

const existing: ImportOutcome = { outcome: 'existing' }

/** For a row that has neither been created nor is there: an earlier row claimed its values and was refused, or they were just removed. */
const entangled = refused('another row, or a call at the same moment, has the same values; import this row again')

/** What was switched off elsewhere and works here is no match: whoever imports it would take it to be off. */
const activeHere = refused('it is switched off in this row, but exists and is active here')

/*
 * An existing credential is compared by what makes it work and by what nothing here can change: names, descriptions, roles and dates
 * may have been changed since the first import.
 */

/** @param taken whether an account of somebody else has one of the row's account tokens */
export function judgeBrokerUser(
  row: ImportedBrokerUser,
  stored: StoredBrokerUser | undefined,
  taken: boolean,
): ImportOutcome {
  if (!stored) return taken ? refused('another broker user has one of these account tokens') : entangled
  if (!isOneOfDigests(stored.secretDigests, [row.secretDigest])) return refused('another broker user has this hash')
  if (row.accounts.some(({ aToken, isGiven }) => isGiven && !stored.aTokens.includes(aToken)))
    return refused('this broker user exists, without one of these accounts')
  return stored.isActive && !row.isActive ? activeHere : existing
}

export function judgeAccessKey(row: ImportedAccessKey, stored: StoredAccessKey | undefined): ImportOutcome {
  if (!stored) return entangled
  if (!isOneOfDigests(stored.secretDigests, [row.secretDigest]))
    return refused('this access key exists with another secret')
  const isSame =
    stored.account === row.account &&
    stored.company === row.company &&
    (row.userId === undefined || stored.userId === row.userId)
  if (!isSame) return refused('this access key exists with another account, company or user')
  return row.status === 'revoked' && stored.status !== 'revoked' ? activeHere : existing
}

export function judgeSecurityUser(row: ImportedSecurityUser, stored: StoredSecurityUser | undefined): ImportOutcome {
  if (!stored) return entangled
  if (row.isHashGiven && row.passwordHash !== stored.passwordHash)
    return refused('this user exists with another password hash; a sign-in may have replaced the hash')
  if (row.customerId !== undefined && row.customerId !== stored.customerId)
    return refused('this user exists with another customer')
  return stored.isActive && !row.isActive ? activeHere : existing
}

/** @param taken whether another token has the row's link */
export function judgeGatewayToken(
  row: ImportedGatewayToken,
  stored: StoredGatewayToken | undefined,
  taken: boolean,
): ImportOutcome {
  if (!stored) return taken ? refused('another token has this tokenLink') : entangled
  if (stored.accountId !== row.accountId) return refused('this token exists, for another account')
  if (row.isLinkGiven && stored.link !== row.link) return refused('this token exists, with another tokenLink')
  return row.revokedAt !== null && !stored.isRevoked ? activeHere : existing
}
