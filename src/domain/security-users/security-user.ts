import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { PartnerId } from '../partners/partner.js'

declare const brand: unique symbol

/** A user name folded for comparison. */
export type UsernameKey = string & { readonly [brand]: 'UsernameKey' }

/** Whom tokens of the security management speak for. */
export interface SecurityUser {
  readonly uid: number
  /** As it was given; an e-mail address, as a rule. */
  readonly username: string
  readonly customerId: string
}

/** A user with the credentials that a sign-in or an import compares. */
export interface SecurityUserCredentials extends SecurityUser {
  readonly passwordHash: PasswordHash
  readonly isActive: boolean
}

/** A user as an import compares it. */
export interface StoredSecurityUser extends SecurityUserCredentials {
  /** Of the hash with which the user was imported; `undefined` for others. */
  readonly importedHashDigest: Buffer | undefined
}

/** A user as operators see it. */
export interface SecurityUserRecord extends SecurityUser {
  readonly partnerId: PartnerId | null
  readonly isActive: boolean
  readonly createdAt: Date
  /** The last sign-in or renewal of a session. */
  readonly lastUsedAt: Date | null
}

/** A user that is to be stored. */
export interface NewSecurityUser {
  /** Absent: the database numbers the user. */
  readonly uid?: number
  readonly username: string
  readonly customerId: string
  /** Absent: the user belongs to no partner. */
  readonly partnerId?: PartnerId | null
  readonly passwordHash: PasswordHash
  /** Where the hash is brought by an import: see `passwordHashDigest`. */
  readonly importedHashDigest?: Buffer | undefined
  readonly isActive: boolean
  readonly createdAt: Date
}

/** The new values of a user; an absent one stays. At least one is given. */
export interface SecurityUserChange {
  readonly partnerId?: PartnerId | null | undefined
  readonly isActive?: boolean | undefined
  readonly passwordHash?: PasswordHash | undefined
}

/**
 * Folds a user name: names that differ only in case, or in how accents are encoded, are one name.
 * The same in every locale. `İ` (capital, with a dot) keeps its dot and is not an `i`; `ß` is not `ss`: folding them together would
 * let one person take a name that reads like another's.
 */
export function usernameKey(username: string): UsernameKey {
  return username.normalize('NFC').toLowerCase().normalize('NFC') as UsernameKey
}
