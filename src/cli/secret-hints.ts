import type { components } from '../../generated/operator/types.js'
import { hint, moment } from './field.js'

/** Secrets as lists know them: the last characters, and until when one that is replaced stays valid. */
export function secretHints(secrets: readonly components['schemas']['SecretHint'][]): string[] {
  return secrets.map(({ hint: characters, expiresAt }) => {
    const until = expiresAt === null ? '' : ` until ${moment(expiresAt)}`
    return `${hint(characters) ?? '(short)'}${until}`
  })
}
