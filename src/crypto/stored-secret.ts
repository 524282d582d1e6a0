import type { Digest, Digester } from './digest.js'
import { hintOf, type Secret } from './secret.js'

/** What is kept of a secret. */
export interface StoredSecret {
  readonly digest: Digest
  /** Its last characters, for its owner. */
  readonly hint: string
}

/** Makes of a secret what is kept of it. */
export function storedSecret(secret: Secret, digest: Digester): StoredSecret {
  return { digest: digest(secret.reveal()), hint: hintOf(secret) }
}
