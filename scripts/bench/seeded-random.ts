import { createCipheriv, createHash } from 'node:crypto'
import type { Random } from '../../src/crypto/random.js'

/** Random bytes that are the same in every run (AES-256 in counter mode): what is measured does not depend on luck. */
export function seededRandom(seed: string): Random {
  const cipher = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16))
  return (size) => cipher.update(Buffer.alloc(size))
}
