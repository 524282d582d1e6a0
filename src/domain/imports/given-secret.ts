import { type Digest, type Digester, isOneOfDigests } from '../../crypto/digest.js'
import { passwordHashDigest } from '../../crypto/password-hashing.js'
import { Secret, storedSecret } from '../../crypto/secret.js'
import type { NewSecret } from '../secrets/secret-rotation.js'
import { type Refusal, readForeignHash, refused } from './import-outcome.js'

/** The secret of a row, or the hash that another installation has of it. */
export interface GivenSecret {
  /** Either this or `secretHash` is given. */
  readonly secret?: string | undefined
  readonly secretHash?: string | undefined
}

/** The valid secrets of an owner, as an import compares them. */
export interface StoredSecrets {
  readonly secretDigests: readonly Digest[]
  /** Of the hashes with which secrets were imported, used since or not. */
  readonly importedHashDigests: readonly Buffer[]
}

export function readSecret({ secret, secretHash }: GivenSecret, at: Date, digest: Digester): NewSecret | Refusal {
  const times = { createdAt: at, expiresAt: null }
  if (secretHash === undefined) {
    if (secret === undefined) return refused('a secret or a secretHash is needed')
    return { ...storedSecret(new Secret(secret), digest), ...times }
  }
  const hash = readForeignHash(secretHash, 'secretHash')
  if (typeof hash === 'object') return hash
  // It only names the row: nothing that is presented is compared with it.
  return { hash, digest: passwordHashDigest(hash) as Digest, hint: '', ...times }
}

/** Whether the secret of a row is one of those that are stored. */
export function isStoredSecret({ digest, hash }: NewSecret, stored: StoredSecrets): boolean {
  if (hash === undefined) return isOneOfDigests(stored.secretDigests, [digest])
  return stored.importedHashDigests.some((one) => one.equals(digest))
}
