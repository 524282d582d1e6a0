import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { StoredSecret } from '../../crypto/secret.js'

/** A secret as operators see it. */
export interface SecretRecord {
  /** Its last characters. */
  readonly hint: string
  readonly createdAt: Date
  /** `null` for the current secret. */
  readonly expiresAt: Date | null
}

/** A secret to be stored. */
export interface NewSecret extends StoredSecret {
  /** The hash of another installation, where only this is known; the digest is that of the hash then. */
  readonly hash?: PasswordHash | undefined
  readonly createdAt: Date
  /** `null` for the current secret. */
  readonly expiresAt: Date | null
}

/** Replaces the current secret by a new one. */
export interface SecretRotation {
  readonly secret: StoredSecret
  /** For how long the earlier secret stays valid; 0 ends every earlier one at once. */
  readonly overlapSeconds: number
  /** The valid secrets, newest first, that the operator had seen when asking for the rotation. */
  readonly seen: readonly SecretRecord[]
}

/** Why a secret cannot be rotated. */
export type RotationConflict =
  /** Another operator has rotated the secret since it was seen. A second rotation would end the secret that the other was just shown. */
  | 'already-rotated'
  /** An earlier secret is still valid, and there may be two at most. */
  | 'overlapping'

/**
 * Whether a rotation conflicts with another one.
 * @param valid the secrets that are valid now, newest first
 */
export function rotationConflict(
  valid: readonly SecretRecord[],
  { seen, overlapSeconds }: Pick<SecretRotation, 'seen' | 'overlapSeconds'>,
): RotationConflict | undefined {
  if (!isSame(valid[0], seen[0])) return 'already-rotated'
  return overlapSeconds > 0 && valid.length > 1 ? 'overlapping' : undefined
}

function isSame(one: SecretRecord | undefined, other: SecretRecord | undefined): boolean {
  return one?.createdAt.getTime() === other?.createdAt.getTime() && one?.hint === other?.hint
}
