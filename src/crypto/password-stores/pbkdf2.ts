import { pbkdf2 as deriveKey, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import {
  dottedBase64,
  type HashForm,
  hex,
  type PasswordStore,
  type PasswordVerifier,
  paddedBase64,
  readHash,
  utf8,
} from './password-store.js'

/** 0.3 s each. Every block of the output, which is as long as a digest, costs all the iterations. */
const digests = {
  sha1: { bytes: 20, maxIterations: 400_000 },
  sha256: { bytes: 32, maxIterations: 1_200_000 },
  sha512: { bytes: 64, maxIterations: 400_000 },
} as const

/** An output is as long as the digest, or has the 64 bytes of older versions of Keycloak: a shorter one would match as well. */
const oldKeycloakBytes = 64

/** PBKDF2 (RFC 8018) with HMAC. */
export const pbkdf2: PasswordStore = {
  maxCosts:
    'PBKDF2: 1,200,000 iterations with SHA-256 and 400,000 with SHA-512 or SHA-1, over all blocks of the output',
  verifierOf,
}

/** Where the name of the digest is left out it is SHA-1. */
const forms: readonly HashForm[] = [
  // Django.
  {
    pattern: /^pbkdf2_(?<digest>sha1|sha256)\$(?<iterations>[1-9]\d{0,6})\$(?<salt>[^$]+)\$(?<output>[^$]+)$/,
    salt: utf8,
    output: paddedBase64,
  },
  // passlib.
  {
    pattern: /^\$pbkdf2(?:-(?<digest>sha256|sha512))?\$(?<iterations>[1-9]\d{0,6})\$(?<salt>[^$]*)\$(?<output>[^$]+)$/,
    salt: dottedBase64,
    output: dottedBase64,
  },
  // Werkzeug.
  {
    pattern: /^pbkdf2:(?<digest>sha1|sha256|sha512):(?<iterations>[1-9]\d{0,6})\$(?<salt>[^$]+)\$(?<output>[^$]+)$/,
    salt: utf8,
    output: hex,
  },
  // The fields of Keycloak's export in one line: see docs/import.md.
  {
    pattern:
      /^keycloak\$pbkdf2(?:-(?<digest>sha256|sha512))?\$(?<iterations>[1-9]\d{0,6})\$(?<salt>[^$]*)\$(?<output>[^$]+)$/,
    salt: paddedBase64,
    output: paddedBase64,
  },
]

/** Runs in the thread pool of Node.js. */
const derive = promisify(deriveKey)

function verifierOf(hash: string): PasswordVerifier | undefined {
  const read = readHash(hash, forms)
  if (!read) return undefined
  const { parameters, salt, output } = read
  const digest = (parameters.digest ?? 'sha1') as keyof typeof digests
  const iterations = Number(parameters.iterations)
  const { bytes, maxIterations } = digests[digest]
  if (output.length !== bytes && output.length !== oldKeycloakBytes) return undefined
  if (iterations * Math.ceil(output.length / bytes) > maxIterations) return undefined
  return async (password) => timingSafeEqual(await derive(password, salt, iterations, output.length, digest), output)
}
