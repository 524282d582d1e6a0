import { type Digest, isSameDigest } from './digest.js'

/** Names a user of the broker API. */
export type BrokerUserId = string & { readonly brokerUserId: unique symbol }

/** What a sign-in is judged by. */
export interface BrokerCredentials {
  readonly userId: BrokerUserId
  readonly isActive: boolean
  /** One, and during a rotation the earlier one too; none once all have expired. */
  readonly secretDigests: readonly Digest[]
}

/** An account of a user. */
export interface BrokerAccount {
  readonly name: string
  /** Names the account in further calls; never changes. */
  readonly aToken: string
}

/** Stands in where there is no secret to compare with. No secret has this digest. */
const nobodysDigest = Buffer.alloc(32)

/**
 * Judges a sign-in.
 * @returns the user, or `undefined` for an unknown, wrong or deactivated one: callers cannot tell which
 */
export function signInBrokerUser(found: BrokerCredentials | undefined, presented: Digest): BrokerUserId | undefined {
  const candidates = found && found.secretDigests.length > 0 ? found.secretDigests : [nobodysDigest]
  // No short cut, neither for a deactivated user nor after a match: the time must not tell what was wrong.
  const matching = candidates.filter((candidate) => isSameDigest(candidate, presented))
  return found?.isActive && matching.length > 0 ? found.userId : undefined
}
