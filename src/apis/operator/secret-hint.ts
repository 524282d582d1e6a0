import type { components } from '../../../generated/operator/types.js'
import type { SecretRecord } from '../../domain/secrets/secret-rotation.js'

/** A secret as it is shown again: by its last characters. */
export function showSecretHint({ hint, createdAt, expiresAt }: SecretRecord): components['schemas']['SecretHint'] {
  return { hint, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null }
}
