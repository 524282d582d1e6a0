import type { PasswordHash } from '../../crypto/password-hashing.js'

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

/** A user with what a sign-in is decided by. */
export interface SignInUser extends SecurityUser {
  readonly passwordHash: PasswordHash
  readonly isActive: boolean
}

/**
 * Folds a user name: names that differ only in case, or in how accents are encoded, are one name.
 * The same in every locale. `İ` (capital, with a dot) keeps its dot and is not an `i`; `ß` is not `ss`: folding them together would
 * let one person take a name that reads like another's.
 */
export function usernameKey(username: string): UsernameKey {
  return username.normalize('NFC').toLowerCase().normalize('NFC') as UsernameKey
}
