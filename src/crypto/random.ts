import { randomBytes, randomFillSync } from 'node:crypto'

/** Gives `size` random bytes. Comes in as an argument, so that tests can hold it. */
export type Random = (size: number) => Buffer

/** How many bytes are fetched from the system at a time: a fetch costs more than what it brings. */
const poolSize = 4_096

/** Random bytes of the system. What was given away is wiped from the pool. */
function pooledRandom(): Random {
  const pool = Buffer.alloc(poolSize)
  let used = poolSize
  return (size) => {
    if (size > poolSize) return randomBytes(size)
    if (used + size > poolSize) {
      randomFillSync(pool)
      used = 0
    }
    const bytes = Buffer.from(pool.subarray(used, used + size))
    pool.fill(0, used, used + size)
    used += size
    return bytes
  }
}

export const systemRandom: Random = pooledRandom()

const base62Alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `length` random characters of base62, each equally likely (5.95 bits a character). */
export function randomBase62(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) {
      // 248 = 4 × 62: the bytes above would favour the first characters.
      if (byte < 248 && text.length < length) text += base62Alphabet.charAt(byte % 62)
    }
  }
  return text
}

/** A whole number in base62, padded to `length` characters. */
export function base62(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62))
    text = base62Alphabet.charAt(rest % 62) + text
  return text
}
