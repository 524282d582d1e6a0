/**
 * A thread that computes hashes of SHA-256-crypt and SHA-512-crypt, after Ulrich Drepper's "Unix crypt using SHA-256 and SHA-512"
 * (https://www.akkadia.org/drepper/SHA-crypt.txt). Node.js has no such function, and the packages that have it would block its event loop.
 */
import { hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

export interface ShaCryptTask {
  readonly algorithm: 'sha256' | 'sha512'
  readonly password: string
  readonly salt: string
  readonly rounds: number
}

/** The characters of the output, from 0 to 63. */
const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function shaCrypt(task: ShaCryptTask): string {
  const { algorithm, rounds } = task
  const digest = (...parts: Buffer[]): Buffer => hash(algorithm, Buffer.concat(parts), 'buffer')
  const [password, salt] = [Buffer.from(task.password), Buffer.from(task.salt)]
  const first = firstDigest(digest, password, salt)
  const passwordSequence = repeated(digest(...Array<Buffer>(password.length).fill(password)), password.length)
  const saltSequence = repeated(digest(...Array<Buffer>(16 + (first[0] ?? 0)).fill(salt)), salt.length)
  let current = first
  for (let round = 0; round < rounds; round++) {
    const isOdd = round % 2 === 1
    const parts = [isOdd ? passwordSequence : current]
    if (round % 3 !== 0) parts.push(saltSequence)
    if (round % 7 !== 0) parts.push(passwordSequence)
    parts.push(isOdd ? current : passwordSequence)
    current = digest(...parts)
  }
  return algorithm === 'sha256' ? encodeSha256(current) : encodeSha512(current)
}

/** Steps 1 to 12 of the specification. */
function firstDigest(digest: (...parts: Buffer[]) => Buffer, password: Buffer, salt: Buffer): Buffer {
  const alternate = digest(password, salt, password)
  const parts = [password, salt, repeated(alternate, password.length)]
  // Each bit of the length, the lowest one first.
  for (let length = password.length; length > 0; length >>= 1) parts.push(length % 2 === 1 ? alternate : password)
  return digest(...parts)
}

function repeated(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes)
}

/** Three bytes at a time, one from each third of the digest. Which third comes first changes with every three bytes. */
function encodeSha256(digest: Buffer): string {
  const groups = Array.from({ length: 10 }, (_, index) => {
    const bytes = [index, index + 10, index + 20]
    return encode([0, 1, 2].map((place) => digest[bytes[(place + 2 * index) % 3] ?? 0] ?? 0))
  })
  return groups.join('') + encode([digest[31] ?? 0, digest[30] ?? 0])
}

function encodeSha512(digest: Buffer): string {
  const groups = Array.from({ length: 21 }, (_, index) => {
    const bytes = [index, index + 21, index + 42]
    return encode([0, 1, 2].map((place) => digest[bytes[(place + index) % 3] ?? 0] ?? 0))
  })
  return groups.join('') + encode([digest[63] ?? 0])
}

/** Six bits a character, the lowest ones first. */
function encode(bytes: readonly number[]): string {
  let bits = bytes.reduce((value, byte) => value * 256 + byte, 0)
  let text = ''
  for (let count = bytes.length + 1; count > 0; count--) {
    text += alphabet[bits % 64]
    bits = Math.floor(bits / 64)
  }
  return text
}

parentPort?.on('message', (task: ShaCryptTask) => parentPort?.postMessage(shaCrypt(task)))
