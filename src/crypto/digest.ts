import { createHmac, timingSafeEqual } from 'node:crypto'

declare const brand: unique symbol

/** The keyed digest of a random secret: what is stored instead of the secret. 32 bytes. */
export type Digest = Buffer & { readonly [brand]: 'Digest' }

/** Computes the digest under which a secret is stored. */
export type Digester = (secret: string) => Digest

/** The digests under which a presented secret may be stored, the current one first. There are two while the master key rotates. */
export type AcceptedDigests = readonly [Digest, ...Digest[]]

export type AcceptingDigester = (secret: string) => AcceptedDigests

/**
 * HMAC-SHA-256 under a server key (RFC 2104). It is enough for random secrets of 190 bits and more, which nobody can guess. Passwords of
 * people are hashed slowly instead: see `password-hashing.ts`.
 */
export function digester(pepper: Buffer): Digester {
  return (secret) => createHmac('sha256', pepper).update(secret, 'utf8').digest() as Digest
}

/** Computes the digests under every master key that is accepted. */
export function acceptingDigester(current: Digester, previous: Digester | undefined): AcceptingDigester {
  if (!previous) return (secret) => [current(secret)]
  return (secret) => [current(secret), previous(secret)]
}

/** Compared with where nothing is stored, so that the work is the same. */
const noDigest = Buffer.alloc(32)

/**
 * Whether a presented secret is one of the stored ones, compared in constant time. The time tells neither which one matched nor whether
 * any is stored.
 */
export function isOneOfDigests(stored: readonly Digest[], presented: AcceptedDigests): boolean {
  const candidates = stored.length > 0 ? stored : [noDigest]
  // `filter`, since `some` would stop at the first match.
  const matches = presented.flatMap((digest) =>
    candidates.filter((candidate) => timingSafeEqual(candidate, digest)),
  ).length
  return stored.length > 0 && matches > 0
}
