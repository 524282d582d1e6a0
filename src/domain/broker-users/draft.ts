import { randomUUID } from 'node:crypto'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { PartnerId } from '../partners/partner.js'
import {
  type BrokerAccountRecord,
  type BrokerUserId,
  generateAToken,
  generateBrokerHash,
  generateBrokerSecret,
} from './broker-user.js'

/** What is given for an account; the rest is generated. */
export interface AccountDetails {
  readonly name: string
  readonly aToken?: string | undefined
}

/** What is given for a user; the rest is generated. */
export interface BrokerUserDetails {
  readonly name: string
  /** Absent: the user belongs to no partner. */
  readonly partnerId?: PartnerId | null | undefined
  readonly hash?: string | undefined
  readonly secret?: string | undefined
  readonly accounts?: readonly AccountDetails[] | undefined
}

/** A user that is about to be created. Hash and secret are shown once. */
export interface BrokerUserDraft {
  readonly id: BrokerUserId
  readonly name: string
  readonly partnerId: PartnerId | null
  readonly hash: Secret
  readonly secret: Secret
  readonly accounts: readonly BrokerAccountRecord[]
}

/** Generates what is not given for a new user. */
export function draftBrokerUser(
  { name, partnerId = null, hash, secret, accounts = [] }: BrokerUserDetails,
  random: Random,
): BrokerUserDraft {
  return {
    id: randomUUID() as string as BrokerUserId,
    name,
    partnerId,
    hash: hash === undefined ? generateBrokerHash(random) : new Secret(hash),
    secret: secret === undefined ? generateBrokerSecret(random) : new Secret(secret),
    accounts: accounts.map((account) => draftAccount(account, random)),
  }
}

/** Generates what is not given for a new account. */
export function draftAccount({ name, aToken }: AccountDetails, random: Random): BrokerAccountRecord {
  return { id: randomUUID(), name, aToken: aToken ?? generateAToken(random).reveal() }
}
