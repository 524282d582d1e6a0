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

/** In hex on the way: Node makes such a text, and bytes of it, faster than bytes at once. */
function sha256(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.from(hash('sha256', Buffer.concat(parts), 'hex'), 'hex')
}

/**
 * HMAC-SHA-256 under a server key (RFC 2104). Enough for random secrets of 190 bits and more, which nobody can guess; passwords
 * of people go through a slow hash instead. Made of two hashes, since Node's own `Hmac` takes twice as long, and every look-up waits for it.
 * @param pepper at most 64 bytes
 */
export function digester(pepper: Buffer): Digester {
  if (pepper.length > blockSize) throw new Error(`a pepper has at most ${blockSize} bytes`)
  const padded = (pad: number): Uint8Array =>
    Buffer.alloc(blockSize, pad).map((byte, index) => byte ^ (pepper[index] ?? 0))
  const innerPad = padded(0x36)
  const outerPad = padded(0x5c)
  return (secret) => sha256(outerPad, sha256(innerPad, Buffer.from(secret, 'utf8'))) as Digest
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
