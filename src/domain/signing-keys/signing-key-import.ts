import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Transaction } from 'kysely'
import { secondsAfter } from '../../clock.js'
import { keyLengths, minVerifyingKeyLength } from '../../crypto/jwt.js'
import type { Database } from '../../database/schema.js'
import type { KeyRing } from './key-ring.js'
import type { SigningKeyRepository } from './repository.js'
import { type SigningKey, type SigningProfile, type StoredSigningKey, withStates } from './signing-key.js'
import { type SigningKeyRotation, signsFromOf } from './signing-key-rotation.js'
import type { SigningKeyWrapper } from './signing-key-wrapper.js'

/** The key with which another installation signs. */
export interface GivenSigningKey {
  readonly material: Buffer
  /** In the header of its tokens; `null`: none; absent: the id that the key gets. */
  readonly kid?: string | null | undefined
  /** Whether nothing is signed with it here. */
  readonly isVerifyOnly: boolean
}

/** Why a key is not stored. */
export type ImportConflict =
  /** This very key is here: for another API, with another `kid`, another use, or about to end. */
  | 'exists'
  /** Another key of the API has the `kid`. */
  | 'kid-taken'
  /** The API has too many keys without a `kid`: each of them is tried for a token without one. */
  | 'too-many'
  /** Another key of the API does not sign yet. */
  | 'pending'

/** The stored key, new or as it was; or why there is none. */
export type ImportResult = { readonly key: SigningKey } | { readonly conflict: ImportConflict }

/**
 * For how long a key that is too short to sign verifies: longer than a move takes. All tokens of the other installation are over an hour after its
 * last one.
 */
const shortKeySeconds = 30 * 24 * 3_600

const maxKeysWithoutKid = 5

/** A key of random bytes, or a text of random digits, has more different bytes than this. */
const minDifferentBytes = 8

/**
 * Why a key cannot be taken, as the rest of a sentence; `undefined` where it can. A short one could be found out from a token of it, so that it never
 * signs here.
 */
export function weaknessOf(
  { algorithm }: SigningProfile,
  { material, isVerifyOnly }: GivenSigningKey,
): string | undefined {
  if (material.length < minVerifyingKeyLength) return `has fewer than ${minVerifyingKeyLength} bytes`
  if (new Set(material).size < minDifferentBytes) return `has fewer than ${minDifferentBytes} different bytes`
  const length = keyLengths[algorithm]
  if (isVerifyOnly || material.length >= length) return undefined
  return `has fewer than the ${length} bytes with which ${algorithm} signs (RFC 7518, section 3.2); import it to verify only`
}

/** Takes over the keys of other installations. */
export class SigningKeyImport {
  constructor(
    readonly options: {
      readonly repository: SigningKeyRepository
      readonly wrapper: SigningKeyWrapper
      readonly keyRing: KeyRing
      readonly rotation: SigningKeyRotation
    },
  ) {}

  /**
   * Stores a key that has no weakness. One that signs replaces the keys of the API that sign, as a rotation does. A key that was imported in the same
   * way before is left as it is.
   */
  async import(
    trx: Transaction<Database>,
    profile: SigningProfile,
    given: GivenSigningKey,
    at: Date,
  ): Promise<ImportResult> {
    const { repository, wrapper, keyRing, rotation } = this.options
    await repository.lockImports(trx)
    const stored = await repository.list(trx, at)
    const same = stored.find((key) => isSame(wrapper.unwrap(key).key, given.material))
    if (same) return isImportedAs(same, profile, given) ? { key: stateIn(stored, same, at) } : { conflict: 'exists' }
    const ofApi = stored.filter(({ api }) => api === profile.api)
    const { kid } = given
    const { length: count } = ofApi.filter((key) => key.kid === kid)
    if (typeof kid === 'string' && count > 0) return { conflict: 'kid-taken' }
    if (kid === null && count >= maxKeysWithoutKid) return { conflict: 'too-many' }

    const key = this.#toStored(profile, given, at)
    if (given.isVerifyOnly) {
      await repository.insert(trx, key)
      keyRing.invalidate()
    } else {
      const result = await rotation.replaceBy(trx, profile, key, { at })
      if ('pending' in result) return { conflict: 'pending' }
    }
    return { key: stateIn(await repository.list(trx, at), key, at) }
  }

  #toStored(
    { api, algorithm }: SigningProfile,
    { material, kid, isVerifyOnly }: GivenSigningKey,
    at: Date,
  ): StoredSigningKey {
    const id = randomUUID()
    const isShort = material.length < keyLengths[algorithm]
    const key = {
      id,
      kid: kid === undefined ? id : kid,
      api,
      algorithm,
      isImported: true,
      createdAt: at,
      signsFrom: isVerifyOnly ? null : signsFromOf(undefined, at),
      expiresAt: isShort ? secondsAfter(at, shortKeySeconds) : null,
    }
    return { ...key, wrapped: this.options.wrapper.wrap(key, material) }
  }
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

function isImportedAs(
  stored: StoredSigningKey,
  { api }: SigningProfile,
  { kid, isVerifyOnly }: GivenSigningKey,
): boolean {
  const isVerifyingOnly = stored.signsFrom === null
  // One that was replaced is about to end.
  if (!isVerifyingOnly && stored.expiresAt !== null) return false
  return stored.api === api && stored.kid === (kid === undefined ? stored.id : kid) && isVerifyingOnly === isVerifyOnly
}

function stateIn(keys: readonly StoredSigningKey[], { id }: StoredSigningKey, at: Date): SigningKey {
  const found = withStates(keys, at).find((key) => key.id === id)
  if (!found) throw new Error(`the signing key ${id} is not among those of its API`)
  return found
}
