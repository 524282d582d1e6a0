import { randomUUID } from 'node:crypto'
import type { Digester } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import {
  type BrokerUserId,
  generateAToken,
  type NewBrokerUser,
  type StoredBrokerUser,
} from '../broker-users/broker-user.js'
import type { BrokerUserService } from '../broker-users/service.js'
import { type GivenSecret, isStoredSecret, readSecret } from './given-secret.js'
import { activeHere, conflicting, existing, type ImportOutcome, type Refusal, refused } from './import-outcome.js'
import type { ImportKind } from './import-rows.js'

export interface GivenBrokerUser extends GivenSecret {
  readonly type: 'broker-user'
  readonly name: string
  /** A UUID in any case. Absent: a new one. */
  readonly id?: string | undefined
  readonly hash: string
  /** Absent: active. */
  readonly active?: boolean | undefined
  /** In order of creation. Absent `aToken`: a new one. */
  readonly accounts?: readonly { readonly name: string; readonly aToken?: string | undefined }[] | undefined
}

export interface ImportedBrokerUser {
  readonly user: NewBrokerUser
  readonly secret: NewBrokerUser['secrets'][number]
  /** Whether the row gave the id. */
  readonly isIdGiven: boolean
  /** The account tokens of the row, without the generated ones. */
  readonly givenATokens: readonly string[]
}

/** @param at the time of the import */
export function readBrokerUser(
  { name, id, hash, active = true, accounts = [], ...given }: GivenBrokerUser,
  at: Date,
  { digest, random }: { readonly digest: Digester; readonly random: Random },
): ImportedBrokerUser | Refusal {
  const givenATokens = accounts.flatMap(({ aToken }) => aToken ?? [])
  if (new Set(givenATokens).size < givenATokens.length) return refused('an account token stands twice in this row')
  const newSecret = readSecret(given, at, digest)
  if ('outcome' in newSecret) return newSecret
  const user: NewBrokerUser = {
    id: (id?.toLowerCase() ?? randomUUID()) as BrokerUserId,
    name,
    isActive: active,
    hash: storedSecret(new Secret(hash), digest),
    secrets: [newSecret],
    accounts: accounts.map(({ name, aToken }) => ({
      id: randomUUID(),
      name,
      aToken: aToken ?? generateAToken(random).reveal(),
      createdAt: at,
    })),
    createdAt: at,
  }
  return { user, secret: newSecret, isIdGiven: id !== undefined, givenATokens }
}

/**
 * Compares a row with the stored broker user, by what makes it work: its name may have changed since the first import.
 * @param taken whether any broker user has the row's id, and any account one of its account tokens
 */
export function compareBrokerUser(
  { user, secret, isIdGiven, givenATokens }: ImportedBrokerUser,
  stored: StoredBrokerUser | undefined,
  taken: { readonly isId: boolean; readonly isAToken: boolean },
): ImportOutcome {
  if (!stored) {
    if (taken.isId) return refused('another broker user has this id')
    return taken.isAToken ? refused('another broker user has one of these account tokens') : conflicting
  }
  if (isIdGiven && stored.userId !== user.id) return refused('this broker user exists with another id')
  if (!isStoredSecret(secret, stored)) return refused('another broker user has this hash')
  if (givenATokens.some((aToken) => !stored.aTokens.includes(aToken))) {
    return refused('this broker user exists, without one of these accounts')
  }
  return stored.isActive && !user.isActive ? activeHere : existing
}

/** @param at decides which stored secrets are valid */
export function brokerUserKind(brokerUsers: BrokerUserService, at: Date): ImportKind<ImportedBrokerUser> {
  return {
    claims: ({ user: { id, hash, accounts } }) => [
      `id ${id}`,
      `hash ${hash.digest.toString('hex')}`,
      ...accounts.map(({ aToken }) => `account ${aToken}`),
    ],
    idOf: ({ user }) => user.id,
    insert: (trx, rows) =>
      brokerUsers.insert(
        trx,
        rows.map(({ user }) => user),
      ),

    async compareWithStored(trx, rows) {
      const digests = rows.map(({ user }) => user.hash.digest)
      const stored = await brokerUsers.findStored(trx, digests, at)
      const byHash = new Map(stored.map((user) => [user.hashDigest.toString('hex'), user]))
      const aTokens = rows.flatMap(({ user }) => user.accounts.map(({ aToken }) => aToken))
      const takenATokens = await brokerUsers.findExistingATokens(trx, aTokens)
      const ids = rows.map(({ user }) => user.id)
      const takenIds = await brokerUsers.findExistingIds(trx, ids)
      return (row) => {
        const { id, hash, accounts } = row.user
        const isAToken = accounts.some(({ aToken }) => takenATokens.has(aToken))
        const taken = { isId: takenIds.has(id), isAToken }
        return compareBrokerUser(row, byHash.get(hash.digest.toString('hex')), taken)
      }
    },
  }
}
