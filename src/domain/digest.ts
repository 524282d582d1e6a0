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

/** Compares in constant time. The only comparison of secrets or digests in the product. */
export function isSameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other)
}
