import { randomBytes, randomUUID } from 'node:crypto'
import { type Algorithm, keyLengths } from '../../crypto/jwt.js'
import { unwrap, wrap } from '../../crypto/master-key.js'
import type { SigningProfile, StoredSigningKey } from './signing-key.js'

/** Keys that encrypt signing keys for storage. */
export interface WrappingKeys {
  readonly current: Buffer
  readonly previous: Buffer | undefined
  /** Whether the previous key is the older one, so that keys that are encrypted under it are encrypted anew. */
  readonly isMigrating: () => boolean
}

/** A stored key is encrypted under none of the wrapping keys. */
export class OtherMasterKey extends Error {
  override readonly name = 'OtherMasterKey'
}

/** A signing key that can be used. */
export interface UnwrappedKey {
  readonly key: Buffer
  readonly isUnderPrevious: boolean
}

/** Generates signing keys, and encrypts them for storage. */
export class SigningKeyWrapper {
  constructor(readonly wrappingKeys: WrappingKeys) {}

  generate({ api, algorithm }: SigningProfile, createdAt: Date, signsFrom: Date): StoredSigningKey {
    const id = randomUUID()
    const key = { id, kid: id, api, algorithm, isImported: false, createdAt, signsFrom, expiresAt: null }
    return { ...key, wrapped: this.wrap(key, randomBytes(keyLengths[algorithm satisfies Algorithm])) }
  }

  /** Encrypts a key under the current wrapping key. */
  wrap(stored: Omit<StoredSigningKey, 'wrapped'>, key: Buffer): Buffer {
    return wrap(this.wrappingKeys.current, key, contextOf(stored))
  }

  /** @throws {OtherMasterKey} */
  unwrap(stored: StoredSigningKey): UnwrappedKey {
    const { current, previous } = this.wrappingKeys
    const underCurrent = tryUnwrap(current, stored)
    const key = underCurrent ?? (previous && tryUnwrap(previous, stored))
    if (!key) throw new OtherMasterKey(`the signing key ${stored.id} was encrypted under another master key`)
    return { key, isUnderPrevious: !underCurrent }
  }
}

function tryUnwrap(wrappingKey: Buffer, stored: StoredSigningKey): Buffer | undefined {
  try {
    return unwrap(wrappingKey, stored.wrapped, contextOf(stored))
  } catch {
    // Encrypted under another key, or moved to another API.
    return undefined
  }
}

/** A key that is moved to another row, API or algorithm cannot be decrypted. */
function contextOf({ id, api, algorithm }: Omit<StoredSigningKey, 'wrapped'>): string {
  return `${id} ${api} ${algorithm}`
}
