import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { hex, type PasswordStore, type PasswordVerifier, paddedBase64 } from './password-store.js'

/** One SHA-256 or SHA-512 over password and salt. */
export const saltedDigest: PasswordStore = {
  maxCosts: undefined,
  verifierOf: (hash) => ldapVerifier(hash) ?? werkzeugVerifier(hash),
}

/** Of LDAP: the digest of the password followed by the salt, and then the salt, in base64. */
function ldapVerifier(hash: string): PasswordVerifier | undefined {
  const { bits, encoded = '' } = /^\{SSHA(?<bits>256|512)\}(?<encoded>[^{}]+)$/.exec(hash)?.groups ?? {}
  const bytes = bits === undefined ? undefined : paddedBase64(encoded)
  const digestLength = Number(bits) / 8
  if (!bytes || bytes.length <= digestLength) return undefined
  const [digest, salt] = [bytes.subarray(0, digestLength), bytes.subarray(digestLength)]
  return async (password) => timingSafeEqual(createHash(`sha${bits}`).update(password).update(salt).digest(), digest)
}

/** Of Werkzeug up to 2.2: HMAC of the password, with the text of the salt as the key. */
function werkzeugVerifier(hash: string): PasswordVerifier | undefined {
  const {
    bits,
    salt,
    encoded = '',
  } = /^sha(?<bits>256|512)\$(?<salt>[A-Za-z0-9]+)\$(?<encoded>[^$]+)$/.exec(hash)?.groups ?? {}
  const digest = hex(encoded)
  if (salt === undefined || digest?.length !== Number(bits) / 8) return undefined
  return async (password) => timingSafeEqual(createHmac(`sha${bits}`, salt).update(password).digest(), digest)
}
