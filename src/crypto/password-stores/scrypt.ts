import { scrypt as deriveKey, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import {
  type HashForm,
  hex,
  type PasswordStore,
  type PasswordVerifier,
  paddedBase64,
  readHash,
  unpaddedBase64,
  utf8,
} from './password-store.js'

const limits = { memoryBytes: 64 * 2 ** 20, memoryBytesOfAllLanes: 128 * 2 ** 20 }

/** scrypt (RFC 7914). */
export const scrypt: PasswordStore = {
  maxCosts: 'scrypt: 64 MiB (128 · N · r bytes), 128 MiB over all lanes',
  verifierOf,
}

const forms: readonly HashForm[] = [
  // The PHC string format, as passlib writes it.
  {
    pattern: /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[^$]*)\$(?<output>[^$]+)$/,
    salt: unpaddedBase64,
    output: unpaddedBase64,
  },
  // Werkzeug. Its output and that of Django have 64 bytes: a shorter one would match as well.
  {
    pattern: /^scrypt:(?<N>\d{1,7}):(?<r>\d{1,2}):(?<p>\d{1,2})\$(?<salt>[^$]+)\$(?<output>[^$]{128})$/,
    salt: utf8,
    output: hex,
  },
  // Django.
  {
    pattern: /^scrypt\$(?<N>\d{1,7})\$(?<salt>[^$]+)\$(?<r>\d{1,2})\$(?<p>\d{1,2})\$(?<output>[^$]{88})$/,
    salt: utf8,
    output: paddedBase64,
  },
]

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(deriveKey)

function verifierOf(hash: string): PasswordVerifier | undefined {
  const read = readHash(hash, forms)
  if (!read) return undefined
  const { parameters, salt, output } = read
  const [r, p] = [Number(parameters.r), Number(parameters.p)]
  const ln = parameters.ln === undefined ? Math.log2(Number(parameters.N)) : Number(parameters.ln)
  // RFC 7914, section 2: N is a power of 2, larger than 1 and less than 2^(128 * r / 8).
  if (!Number.isInteger(ln) || ln < 1 || p < 1 || ln >= 16 * r) return undefined
  const N = 2 ** ln
  const memoryBytes = 128 * N * r
  // Lanes are computed one after the other.
  if (memoryBytes > limits.memoryBytes || memoryBytes * p > limits.memoryBytesOfAllLanes) return undefined
  // What OpenSSL takes: p blocks, and N + 2 to mix them.
  const options = { N, r, p, maxmem: 128 * r * (N + p + 2) }
  return async (password) => timingSafeEqual(await derive(Buffer.from(password), salt, output.length, options), output)
}
