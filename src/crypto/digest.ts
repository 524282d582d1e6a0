import { hash, timingSafeEqual } from 'node:crypto'

declare const brand: unique symbol

/** The keyed digest of a secret of ours: what is stored instead of the secret. 32 bytes. */
export type Digest = Buffer & { readonly [brand]: 'Digest' }

/** Turns a secret into its digest. */
export type Digester = (secret: string) => Digest

/** The digests under which a secret may be stored, the one that is written first: one, and two while the master key rotates. */
export type AcceptedDigests = readonly [Digest, ...Digest[]]

/** Turns a secret into the digests under which it may be stored. */
export type AcceptingDigester = (secret: string) => AcceptedDigests

/** Of SHA-256, in bytes. */
const blockSize = 64
const digestSize = 32
/** UTF-8 takes at most so many bytes for a unit of UTF-16. */
const mostBytesPerUnit = 3

/**
 * HMAC-SHA-256 under a server key (RFC 2104). Enough for random secrets of 190 bits and more, which nobody can guess; passwords
 * of people go through a slow hash instead. Made of two hashes, since Node's own `Hmac` takes twice as long, and every look-up waits for it.
 * @param pepper at most 64 bytes
 */
export function digester(pepper: Buffer): Digester {
  if (pepper.length > blockSize) throw new Error(`a pepper has at most ${blockSize} bytes`)
  const padded = (pad: number): Buffer =>
    Buffer.from(Buffer.alloc(blockSize, pad).map((byte, index) => byte ^ (pepper[index] ?? 0)))
  // What is hashed: a pad, and behind it the secret or the digest of the first hash. The same memory serves every time.
  let inner = padded(0x36)
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(digestSize)])
  return (secret) => {
    const most = blockSize + secret.length * mostBytesPerUnit
    if (most > inner.length) inner = Buffer.concat([inner.subarray(0, blockSize), Buffer.alloc(most - blockSize)])
    const length = blockSize + inner.write(secret, blockSize, 'utf8')
    outer.write(sha256(inner.subarray(0, length)), blockSize, 'latin1')
    return Buffer.from(sha256(outer), 'latin1') as Digest
  }
}

/** As a text of one character for each byte: Node makes that, and bytes of it, faster than bytes at once. */
function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'binary')
}

/** The digests under every master key that is accepted. */
export function acceptingDigester(current: Digester, previous: Digester | undefined): AcceptingDigester {
  if (!previous) return (secret) => [current(secret)]
  return (secret) => [current(secret), previous(secret)]
}

/** Stands in where there is nothing to compare with. */
const noDigest = Buffer.alloc(32)

/**
 * Whether a presented secret is one of those stored: the only comparison of secrets in the product. The time tells neither which one, nor that there is none to compare with.
 */
export function isOneOfDigests(stored: readonly Digest[], presented: AcceptedDigests): boolean {
  const candidates = stored.length > 0 ? stored : [noDigest]
  // `filter` rather than `some`, which would stop at the first match.
  const matches = presented.flatMap((digest) =>
    candidates.filter((candidate) => timingSafeEqual(candidate, digest)),
  ).length
  return stored.length > 0 && matches > 0
}
