import type { Transaction } from 'kysely'
import { clockToleranceSeconds, secondsAfter } from '../../clock.js'
import type { Database } from '../../database/schema.js'
import { type KeyRing, maxAgeMs } from './key-ring.js'
import type { SigningKeyRepository } from './repository.js'
import type { SigningKey, SigningProfile, StoredSigningKey } from './signing-key.js'
import type { SigningKeyWrapper } from './signing-key-wrapper.js'

/** A new key; or the one that prevents it, since it does not sign yet. */
export type RotationResult =
  | { readonly rotated: SigningKey }
  | { readonly pending: Pick<SigningKey, 'id' | 'signsFrom'> }

export interface RotationOptions {
  /** How long the other keys verify after the new one begins to sign; 0 for a leaked key: they expire at once. */
  readonly overlapSeconds?: number | undefined
  readonly at: Date
}

/** How long a new key is published before it signs: longer than any instance uses keys from memory, so that every one knows it then. */
const publishDelaySeconds = maxAgeMs / 1_000 + 2

/** Replaces the signing keys of an API. */
export class SigningKeyRotation {
  constructor(
    readonly options: {
      readonly repository: SigningKeyRepository
      readonly wrapper: SigningKeyWrapper
      readonly keyRing: KeyRing
    },
  ) {}

  /**
   * Generates and stores a new key. It signs after a delay in which every instance learns of it. The others of the API expire when the tokens that they
   * signed have expired.
   */
  async rotate(
    trx: Transaction<Database>,
    profile: SigningProfile,
    { overlapSeconds, at }: RotationOptions,
  ): Promise<RotationResult> {
    const key = this.options.wrapper.generate(profile, at, signsFromOf(overlapSeconds, at))
    return this.replaceBy(trx, profile, key, { overlapSeconds, at })
  }

  /** {@link rotate} with a key that is given, whose time to sign is that of {@link signsFromOf}. */
  async replaceBy(
    trx: Transaction<Database>,
    profile: SigningProfile,
    key: StoredSigningKey,
    { overlapSeconds, at }: RotationOptions,
  ): Promise<RotationResult> {
    const { repository, keyRing } = this.options
    const isAfterLeak = overlapSeconds === 0
    const signsFrom = signsFromOf(overlapSeconds, at)
    const tokenUseSeconds = profile.lifetime + (profile.usableAfterExpiry ?? 0)
    const pending = await repository.replace(trx, {
      key,
      othersExpireAt: secondsAfter(signsFrom, overlapSeconds ?? tokenUseSeconds + clockToleranceSeconds),
      isAfterLeak,
    })
    if (pending) return { pending: { id: pending.id, signsFrom: pending.signsFrom } }
    keyRing.invalidate()
    const { wrapped: _, ...created } = key
    return { rotated: { ...created, state: isAfterLeak ? 'signing' : 'published' } }
  }
}

/** When a key that is stored at an instant signs. */
export function signsFromOf(overlapSeconds: number | undefined, at: Date): Date {
  return overlapSeconds === 0 ? at : secondsAfter(at, publishDelaySeconds)
}
