import { argon2 } from './password-stores/argon2.js'
import { bcrypt } from './password-stores/bcrypt.js'
import type { PasswordStore, PasswordVerifier } from './password-stores/password-store.js'
import { pbkdf2 } from './password-stores/pbkdf2.js'
import { saltedDigest } from './password-stores/salted-digest.js'
import { scrypt } from './password-stores/scrypt.js'
import { shaCrypt } from './password-stores/sha-crypt.js'

/**
 * Whose hashes are accepted. What a hash may cost is about five times a hash of ours, or the 0.3 s of bcrypt at its usual cost of 12. It holds
 * what most frameworks take by default; docs/import.md lists the exceptions. Somebody who guesses makes the server pay it each time.
 */
const stores: readonly PasswordStore[] = [argon2, scrypt, bcrypt, pbkdf2, shaCrypt, saltedDigest]

/** For an operator whose hash is refused. */
export const maxPasswordCosts = stores.flatMap(({ maxCosts }) => maxCosts ?? []).join('; ')

/** @returns `undefined` for a hash that is malformed, of an unknown kind, or needs more than one sign-in may cost: see {@link maxPasswordCosts} */
export function passwordVerifier(hash: string): PasswordVerifier | undefined {
  for (const { verifierOf } of stores) {
    const verifier = verifierOf(hash)
    if (verifier) return verifier
  }
  return undefined
}
