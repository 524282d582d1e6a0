import { type AcceptedDigests, type Digest, isOneOfDigests } from '../../crypto/digest.js'
import { generatePrefixedKey } from '../../crypto/prefixed-key.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'

/** Names a user of the broker API. */
export type BrokerUserId = string & { readonly brokerUserId: unique symbol }

/** What a sign-in is judged by. */
export interface BrokerCredentials {
  readonly userId: BrokerUserId
  readonly isActive: boolean
  /** The digest of the user's hash, as it is stored. */
  readonly hashDigest: Digest
  /** One, and during a rotation the earlier one too; none once all have expired. */
  readonly secretDigests: readonly Digest[]
}

/** An account of a user. */
export interface BrokerAccount {
  readonly name: string
  /** Names the account in further calls; never changes. */
  readonly aToken: string
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
 * Judges a sign-in.
 * @returns the user, or `undefined` for an unknown, wrong or deactivated one: callers cannot tell which
 */
export function signInBrokerUser(
  found: BrokerCredentials | undefined,
  presented: AcceptedDigests,
): BrokerUserId | undefined {
  // Compared in any case: the time must not tell that a user is unknown or deactivated.
  const isMatch = isOneOfDigests(found?.secretDigests ?? [], presented)
  return found?.isActive && isMatch ? found.userId : undefined
}
