import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verify as verifyArgon2 } from '@node-rs/argon2'
import { verify as verifyBcrypt } from '@node-rs/bcrypt'

/** Tells whether a password is the one that was hashed. */
export type PasswordVerifier = (password: string) => Promise<boolean>

/**
 * Reads a hash and gives what verifies it: Argon2id (RFC 9106) and scrypt (RFC 7914) in the PHC string format, and bcrypt as `$2a$`,
 * `$2b$` or `$2y$`, of which only the first 72 bytes of a password count.
 * @returns `undefined` for a hash that is malformed, of another kind, or needs more than one sign-in may cost: see {@link maxPasswordCosts}
 */
export function passwordVerifier(hash: string): PasswordVerifier | undefined {
  return argon2id(hash) ?? bcrypt(hash) ?? scryptOf(hash)
}

/**
 * What the hash of another software may cost: about five times a hash of ours, or the 0.25 s of bcrypt at its usual cost of 12. It holds what
 * frameworks take by default and what OWASP recommends, but for scrypt with 128 MiB. Somebody who guesses makes the server pay it each time.
 */
const argon2 = { maxMemoryKib: 64 * 1024, maxMemoryKibOfAllIterations: 192 * 1024, maxLanes: 4, memoryKibPerLane: 8 }
const bcryptMaxCost = 12
const scryptLimits = { maxMemoryBytes: 64 * 2 ** 20, maxMemoryBytesOfAllLanes: 128 * 2 ** 20 }

/** For an operator whose hash is refused. */
export const maxPasswordCosts =
  'Argon2id: 64 MiB, 192 MiB over all iterations and 4 lanes; scrypt: 64 MiB (128 · N · r bytes), 128 MiB over all lanes; bcrypt: cost 12'

function argon2id(hash: string): PasswordVerifier | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!found) return undefined
  const [memory, iterations, lanes] = numbers(found, 3)
  const [salt, output] = [bytesOf(found[4]), bytesOf(found[5])]
  if (!salt || salt.length < 8 || !output || output.length < 12) return undefined
  if (!iterations || !lanes || !memory || memory < argon2.memoryKibPerLane * lanes) return undefined
  if (lanes > argon2.maxLanes || memory > argon2.maxMemoryKib) return undefined
  if (memory * iterations > argon2.maxMemoryKibOfAllIterations) return undefined
  return (password) => verifyArgon2(hash, password)
}

function bcrypt(hash: string): PasswordVerifier | undefined {
  const [, cost] = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/.exec(hash) ?? []
  if (cost === undefined || Number(cost) < 4 || Number(cost) > bcryptMaxCost) return undefined
  return (password) => verifyBcrypt(password, hash)
}

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

function scryptOf(hash: string): PasswordVerifier | undefined {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([^$]*)\$([^$]+)$/.exec(hash)
  if (!found) return undefined
  const [ln = 0, r = 0, p = 0] = numbers(found, 3)
  const [salt, output] = [bytesOf(found[4]), bytesOf(found[5])]
  if (!salt || !output || output.length < 16) return undefined
  // RFC 7914, section 2: N is larger than 1 and less than 2^(128 * r / 8).
  if (ln < 1 || p < 1 || ln >= 16 * r) return undefined
  const N = 2 ** ln
  const memoryBytes = 128 * N * r
  // Lanes are computed one after the other.
  if (memoryBytes > scryptLimits.maxMemoryBytes || memoryBytes * p > scryptLimits.maxMemoryBytesOfAllLanes)
    return undefined
  // What OpenSSL takes: p blocks, and N + 2 to mix them.
  const options = { N, r, p, maxmem: 128 * r * (N + p + 2) }
  return async (password) => timingSafeEqual(await derive(Buffer.from(password), salt, output.length, options), output)
}

function numbers(found: RegExpExecArray, count: number): number[] {
  return found.slice(1, count + 1).map(Number)
}

/** The bytes of unpadded base64; `undefined` for what no encoder writes. */
function bytesOf(text = ''): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64').replace(/=+$/, '') === text ? bytes : undefined
}
