import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

declare const brand: unique symbol

/** The keyed digest of a secret of ours: what is stored instead of the secret. 32 bytes. */
export type Digest = Buffer & { readonly [brand]: 'Digest' }

/** Turns a secret into its digest. */
export type Digester = (secret: string) => Digest

/** The digests under which a secret may be stored, the one that is written first: one, and two while the master key rotates. */
export type AcceptedDigests = readonly [Digest, ...Digest[]]

/** Turns a secret into the digests under which it may be stored. */
export type AcceptingDigester = (secret: string) => AcceptedDigests

/**
 * HMAC-SHA-256 under a server key (RFC 2104). Enough for random secrets of 190 bits and more, which nobody can guess; passwords
 * of people go through a slow hash instead.
 */
export function digester(pepper: Buffer): Digester {
  // A key object is read once; bytes would be at every call.
  const key = createSecretKey(pepper)
  return (secret) => createHmac('sha256', key).update(secret, 'utf8').digest() as Digest
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
