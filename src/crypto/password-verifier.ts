import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verify as verifyArgon2 } from '@node-rs/argon2'
import { verify as verifyBcrypt } from '@node-rs/bcrypt'

/** Tells whether a password is the one that was hashed. */
export type PasswordVerifier = (password: string) => Promise<boolean>

/**
 * Reads a hash and gives what verifies it: Argon2id (RFC 9106) and scrypt (RFC 7914) in the PHC string format, and bcrypt as `$2a$`,
 * `$2b$` or `$2y$`, of which only the first 72 bytes of a password count.
 * @returns `undefined` for a hash that is malformed, of another kind, or needs more than one sign-in may cost: 1 GiB and 4 GiB of memory
 * passes with Argon2id, 128 MiB with scrypt, 2^14 rounds with bcrypt
 */
export function passwordVerifier(hash: string): PasswordVerifier | undefined {
  return argon2id(hash) ?? bcrypt(hash) ?? scryptOf(hash)
}

/** In KiB. */
const argon2 = { mostMemory: 2 ** 20, mostPasses: 4 * 2 ** 20, memoryPerLane: 8 }

function argon2id(hash: string): PasswordVerifier | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!found) return undefined
  const [memory, iterations, lanes] = numbers(found, 3)
  const [salt, output] = [bytesOf(found[4]), bytesOf(found[5])]
  if (!salt || salt.length < 8 || !output || output.length < 12) return undefined
  if (!iterations || !lanes || !memory || memory < argon2.memoryPerLane * lanes) return undefined
  if (memory > argon2.mostMemory || memory * iterations > argon2.mostPasses) return undefined
  return (password) => verifyArgon2(hash, password)
}

function bcrypt(hash: string): PasswordVerifier | undefined {
  if (!/^\$2[aby]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}$/.test(hash)) return undefined
  return (password) => verifyBcrypt(password, hash)
}

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** In bytes. Lanes count too: they may be computed side by side, and here, one after the other, they take as much more time. */
const mostScryptMemory = 128 * 2 ** 20

function scryptOf(hash: string): PasswordVerifier | undefined {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([^$]*)\$([^$]+)$/.exec(hash)
  if (!found) return undefined
  const [ln = 0, r = 0, p = 0] = numbers(found, 3)
  const [salt, output] = [bytesOf(found[4]), bytesOf(found[5])]
  if (!salt || !output || output.length < 16) return undefined
  // RFC 7914, section 2: N is larger than 1 and less than 2^(128 * r / 8).
  if (ln < 1 || p < 1 || ln >= 16 * r) return undefined
  const N = 2 ** ln
  if (128 * N * r * p > mostScryptMemory) return undefined
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
