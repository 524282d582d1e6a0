import { type AcceptedDigests, type Digest, isOneOfDigests } from '../../crypto/digest.js'
import { generatePrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import { Secret, type StoredSecret } from '../../crypto/secret.js'
import type { PartnerId } from '../partners/partner.js'
import type { ValidSecrets } from '../secrets/repository.js'
import type { NewSecret, SecretRecord } from '../secrets/secret-rotation.js'

/** Names a user of the broker API. */
export type BrokerUserId = string & { readonly brokerUserId: unique symbol }

/** An account of a user. */
export interface BrokerAccount {
  readonly name: string
  /** Names the account in further calls; never changes. */
  readonly aToken: string
}

export interface BrokerAccountRecord extends BrokerAccount {
  readonly id: string
}

/** A user as operators see it. */
export interface BrokerUserRecord {
  readonly id: BrokerUserId
  readonly name: string
  readonly isActive: boolean
  readonly partnerId: PartnerId | null
  /** The last characters of the `hash`. */
  readonly hashHint: string
  /** Those that are valid, newest first. */
  readonly secrets: readonly SecretRecord[]
  /** In order of creation. */
  readonly accounts: readonly BrokerAccountRecord[]
  readonly createdAt: Date
  /** The last sign-in. */
  readonly lastUsedAt: Date | null
}

export interface NewBrokerAccount extends BrokerAccountRecord {
  readonly createdAt: Date
}

/** A user to be stored. */
export interface NewBrokerUser {
  readonly id: BrokerUserId
  readonly name: string
  readonly isActive: boolean
  /** Absent: it belongs to no partner. */
  readonly partnerId?: PartnerId | null
  /** Names the user at sign-in. */
  readonly hash: StoredSecret
  readonly secrets: readonly NewSecret[]
  /** In order of creation. */
  readonly accounts: readonly NewBrokerAccount[]
  readonly createdAt: Date
}

/** What operators can change of a user. An absent member stays. */
export interface BrokerUserChanges {
  readonly name?: string | undefined
  readonly isActive?: boolean | undefined
  readonly partnerId?: PartnerId | null | undefined
}

/** The stored credentials of a user. */
export interface BrokerCredentials extends ValidSecrets {
  readonly userId: BrokerUserId
  readonly isActive: boolean
  /** The digest of the user's hash, as it is stored. */
  readonly hashDigest: Digest
}

/** A stored user as an import compares it. */
export interface StoredBrokerUser extends BrokerCredentials {
  readonly aTokens: readonly string[]
  /** Of the hashes with which its secrets were imported. */
  readonly importedHashDigests: readonly Buffer[]
}

/** Makes the `hash` with which a user signs in: 64 hex digits, as partners know it. */
export function generateBrokerHash(random: Random): Secret {
  return new Secret(random(32).toString('hex'))
}

/** Makes the secret of a user. */
export function generateBrokerSecret(random: Random): Secret {
  return generatePrefixedKey('tws_', random)
}

/** Makes the `aToken` of an account. */
export function generateAToken(random: Random): Secret {
  return generatePrefixedKey('act_', random)
}

/**
 * The user, where it is active and has the secret of these digests.
 * The work is the same for every cause of a refusal, an unknown user included, so that the time does not tell which users exist.
 */
export function verifyCredentials(
  found: BrokerCredentials | undefined,
  presentedSecret: AcceptedDigests,
): BrokerCredentials | undefined {
  const isMatch = isOneOfDigests(found?.secretDigests ?? [], presentedSecret)
  return found?.isActive && isMatch ? found : undefined
}
