import { importedPasswordHash, type PasswordHash } from '../../crypto/password-hashing.js'
import { maxPasswordCosts } from '../../crypto/password-verifier.js'

/** The outcome of a row of an import. A reason is a text for people and never holds a value of the row. */
export type ImportOutcome = { readonly outcome: 'created' | 'existing' } | Refusal

export interface Refusal {
  readonly outcome: 'refused'
  readonly reason: string
}

export function refused(reason: string): Refusal {
  return { outcome: 'refused', reason }
}

/**
 * Reads a hash that other software has made of a password or another secret.
 * @param field of the row, which a refusal names
 */
export function readForeignHash(hash: string, field: string): PasswordHash | Refusal {
  return (
    importedPasswordHash(hash) ??
    refused(
      `the ${field} is malformed, or its costs are not valid or too high for a sign-in (at most ${maxPasswordCosts})`,
    )
  )
}

export const created: ImportOutcome = { outcome: 'created' }

export const existing: ImportOutcome = { outcome: 'existing' }

/** The row was neither inserted nor found: an earlier row with the same values was refused, or the row they belong to was just deleted. */
export const conflicting = refused(
  'another row, or a call at the same moment, has the same values; import this row again',
)

/** The row is switched off, but the stored credential works: to call it existing would hide that. */
export const activeHere = refused('it is switched off in this row, but exists and is active here')
