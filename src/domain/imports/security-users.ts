import { randomUUID } from 'node:crypto'
import { type PasswordHash, passwordHashDigest } from '../../crypto/password-hashing.js'
import { Secret } from '../../crypto/secret.js'
import {
  type NewSecurityUser,
  type StoredSecurityUser,
  type UsernameKey,
  usernameKey,
} from '../security-users/security-user.js'
import type { SecurityUserService } from '../security-users/service.js'
import {
  activeHere,
  conflicting,
  existing,
  type ImportOutcome,
  type Refusal,
  readForeignHash,
  refused,
} from './import-outcome.js'
import type { ImportKind } from './import-rows.js'

export interface GivenSecurityUser {
  readonly type: 'security-user'
  readonly username: string
  /** Absent: the next one. */
  readonly uid?: number | undefined
  /** Either this or `passwordHash`. */
  readonly password?: string | undefined
  readonly passwordHash?: string | undefined
  /** A UUID in any case. Absent: a new one. */
  readonly customerId?: string | undefined
  /** Absent: active. */
  readonly active?: boolean | undefined
}

export interface ImportedSecurityUser {
  readonly user: Omit<NewSecurityUser, 'passwordHash'>
  readonly usernameKey: UsernameKey
  /** To be hashed, where the row gave no hash. */
  readonly password: Secret | undefined
  /** Absent where it was not hashed, since the user existed. */
  readonly passwordHash: PasswordHash | undefined
  /** Whether the row gave the customer id. */
  readonly isCustomerIdGiven: boolean
}

/** @param at the time of the import */
export function readSecurityUser(row: GivenSecurityUser, at: Date): ImportedSecurityUser | Refusal {
  if (row.password === undefined && row.passwordHash === undefined) {
    return refused('a password or a passwordHash is needed')
  }
  const passwordHash = row.passwordHash === undefined ? undefined : readForeignHash(row.passwordHash, 'passwordHash')
  if (typeof passwordHash === 'object') return passwordHash
  return {
    user: {
      ...(row.uid !== undefined && { uid: row.uid }),
      username: row.username,
      customerId: row.customerId?.toLowerCase() ?? randomUUID(),
      isActive: row.active ?? true,
      createdAt: at,
    },
    usernameKey: usernameKey(row.username),
    password: row.password === undefined || passwordHash ? undefined : new Secret(row.password),
    passwordHash,
    isCustomerIdGiven: row.customerId !== undefined,
  }
}

/**
 * Compares a row with the stored user. A password is not compared: verifying it would take as long as a sign-in.
 * @param isUidTaken whether any user has the number of the row
 */
export function compareSecurityUser(
  { user, password, passwordHash, isCustomerIdGiven }: ImportedSecurityUser,
  stored: StoredSecurityUser | undefined,
  isUidTaken: boolean,
): ImportOutcome {
  if (!stored) return isUidTaken ? refused('another user has this uid') : conflicting
  if (user.uid !== undefined && user.uid !== stored.uid) return refused('this user exists with another uid')
  if (password === undefined && passwordHash && !isHashOf(stored, passwordHash)) {
    return refused('this user exists with another password hash')
  }
  if (isCustomerIdGiven && user.customerId !== stored.customerId) {
    return refused('this user exists with another customer')
  }
  return stored.isActive && !user.isActive ? activeHere : existing
}

/** Whether a hash is the user's, or the one with which it was imported. */
function isHashOf(stored: StoredSecurityUser, passwordHash: PasswordHash): boolean {
  if (passwordHash === stored.passwordHash) return true
  return stored.importedHashDigest?.equals(passwordHashDigest(passwordHash)) === true
}

export function securityUserKind(securityUsers: SecurityUserService): ImportKind<ImportedSecurityUser> {
  return {
    claims: ({ usernameKey, user: { uid } }) => [`name ${usernameKey}`, ...(uid === undefined ? [] : [`uid ${uid}`])],
    idOf: ({ usernameKey }) => usernameKey,

    async insert(trx, rows) {
      const users = rows.flatMap(({ user, passwordHash }) =>
        passwordHash ? [{ ...user, passwordHash, importedHashDigest: passwordHashDigest(passwordHash) }] : [],
      )
      return new Set((await securityUsers.createAll(trx, users)).keys())
    },

    async compareWithStored(trx, rows) {
      const names = rows.map(({ usernameKey }) => usernameKey)
      const stored = await securityUsers.findAllCredentials(trx, names)
      const uids = rows.flatMap(({ user: { uid } }) => uid ?? [])
      const taken = await securityUsers.findExistingUids(trx, uids)
      return (row) => compareSecurityUser(row, stored.get(row.usernameKey), taken.has(row.user.uid ?? 0))
    },
  }
}
