import { type AcceptedDigests, isOneOfDigests } from '../../crypto/digest.js'
import type { Random } from '../../crypto/random.js'
import { Secret } from '../../crypto/secret.js'
import type { PartnerId } from '../partners/partner.js'
import type { ValidSecrets } from '../secrets/repository.js'
import type { NewSecret, SecretRecord } from '../secrets/secret-rotation.js'

/** Names the record of an access key. */
export type AccessKeyId = string & { readonly accessKeyId: unique symbol }

/** The stored state of an access key. Expiry is not stored: it depends on the clock. */
export type AccessKeyStatus = 'pending' | 'active' | 'revoked'

export type AccessKeyState = AccessKeyStatus | 'expired'

/** With what a partner's program logs in: the record, without its secrets. */
export interface AccessKey {
  readonly id: AccessKeyId
  readonly userId: string
  readonly account: string
  readonly company: string
  readonly roles: readonly string[]
  readonly status: AccessKeyStatus
  readonly expiresAt: Date | null
}

/** An access key with its secrets. */
export interface AccessKeyWithSecrets extends AccessKey, ValidSecrets {}

/** A stored access key as an import compares it. */
export interface StoredAccessKey extends AccessKeyWithSecrets {
  readonly accessKey: string
  /** Of the hashes with which its secrets were imported. */
  readonly importedHashDigests: readonly Buffer[]
}

/** An access key as operators see it. */
export interface AccessKeyRecord extends Omit<AccessKey, 'status'> {
  readonly partnerId: PartnerId | null
  readonly accessKey: string
  readonly name: string
  readonly state: AccessKeyState
  /** Those that are valid, newest first. */
  readonly secrets: readonly SecretRecord[]
  readonly createdAt: Date
  /** The last log-in. */
  readonly lastUsedAt: Date | null
}

/** An access key to be stored. */
export interface NewAccessKey extends AccessKey {
  /** Absent: it belongs to no partner. */
  readonly partnerId?: PartnerId | null
  readonly accessKey: string
  readonly name: string
  readonly secrets: readonly NewSecret[]
  readonly createdAt: Date
}

/** What operators can change of an access key. An absent member stays. */
export interface AccessKeyChanges {
  readonly partnerId?: PartnerId | null | undefined
  readonly name?: string | undefined
  readonly roles?: readonly string[] | undefined
  readonly expiresAt?: Date | null | undefined
}

/** Makes an access key: 40 hex digits, as the published document shows one. It names the record and is no secret. */
export function generateAccessKey(random: Random): string {
  return random(20).toString('hex')
}

/** Makes the secret of an access key: 48 characters of base64, as the published document shows one. */
export function generateAccessKeySecret(random: Random): Secret {
  return new Secret(random(36).toString('base64'))
}

/** The state of an access key. A pending key expires too; a revoked one stays revoked. */
export function stateOf({ status, expiresAt }: Pick<AccessKey, 'status' | 'expiresAt'>, now: Date): AccessKeyState {
  if (status === 'revoked') return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : status
}

/**
 * The access key, where it is active and has the secret of these digests.
 * The work is the same for every cause of a refusal, an unknown key included, so that the time does not tell which keys exist.
 */
export function verifyCredentials(
  found: AccessKeyWithSecrets | undefined,
  presentedSecret: AcceptedDigests,
  now: Date,
): AccessKeyWithSecrets | undefined {
  const isMatch = isOneOfDigests(found?.secretDigests ?? [], presentedSecret)
  return found && isMatch && stateOf(found, now) === 'active' ? found : undefined
}
