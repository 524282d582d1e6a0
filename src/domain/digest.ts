import { createHmac, timingSafeEqual } from 'node:crypto'

declare const brand: unique symbol

/** The keyed digest of a secret of ours: what is stored instead of the secret. 32 bytes. */
export type Digest = Buffer & { readonly [brand]: 'Digest' }

/** Turns a secret into its digest. */
export type Digester = (secret: string) => Digest

/**
 * HMAC-SHA-256 under a server key (RFC 2104). Enough for random secrets of 190 bits and more, which nobody can guess; passwords
 * of people go through a slow hash instead.
 */
export function digester(pepper: Buffer): Digester {
  return (secret) => createHmac('sha256', pepper).update(secret, 'utf8').digest() as Digest
}

/** Stands in where there is nothing to compare with. */
const noDigest = Buffer.alloc(32)

/**
 * Whether a presented digest is one of those stored: the only comparison of secrets in the product. The time tells neither which one, nor that there is none to compare with.
 */
export function isOneOfDigests(stored: readonly Digest[], presented: Digest): boolean {
  const candidates = stored.length > 0 ? stored : [noDigest]
  // `filter` rather than `some`, which would stop at the first match.
  const matches = candidates.filter((candidate) => timingSafeEqual(candidate, presented)).length
  return stored.length > 0 && matches > 0
}
