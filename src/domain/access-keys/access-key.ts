import { type AcceptedDigests, type Digest, isOneOfDigests } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'

/** What an access key was made to; that its date has passed is no state of its own but a matter of the clock. */
export type AccessKeyStatus = 'pending' | 'active' | 'revoked'

export type AccessKeyState = AccessKeyStatus | 'expired'

/** With what a partner's program logs in: the record, without its secrets. */
export interface AccessKey {
  readonly id: string
  readonly userId: string
  readonly account: string
  readonly company: string
  readonly roles: readonly string[]
  readonly status: AccessKeyStatus
  readonly expiresAt: Date | null
}

/** An access key with the digests of its secrets: one, and during a rotation the earlier one as well. */
export interface AccessKeyWithSecrets extends AccessKey {
  readonly secretDigests: readonly Digest[]
}

/** Makes an access key: 40 hex digits, as seed 003 shows one. It names the record and is no secret. */
export function generateAccessKey(random: Random): string {
  return random(20).toString('hex')
}

/** Makes the secret of an access key: 48 characters of base64, as seed 003 shows one. */
export function generateAccessKeySecret(random: Random): Secret {
  return new Secret(random(36).toString('base64'))
}

/** The state of an access key at a moment. Its date ends a pending key too; only what is revoked stays so. */
export function stateOf({ status, expiresAt }: Pick<AccessKey, 'status' | 'expiresAt'>, now: Date): AccessKeyState {
  if (status === 'revoked') return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : status
}

/**
 * Whether an access key may log in with the secret of these digests.
 * The work is the same for every cause of a refusal, an unknown key included, so that the time does not tell which keys exist.
 */
export function canLogIn(
  accessKey: AccessKeyWithSecrets | undefined,
  presented: AcceptedDigests,
  now: Date,
): accessKey is AccessKeyWithSecrets {
  const isMatch = isOneOfDigests(accessKey?.secretDigests ?? [], presented)
  return accessKey !== undefined && isMatch && stateOf(accessKey, now) === 'active'
}
