import { hash } from 'node:crypto'
import { createSigner, createVerifier } from 'fast-jwt'
import { LRUCache } from 'lru-cache'

/** A JSON Web Token algorithm with a shared key. */
export type Algorithm = 'HS256' | 'HS384' | 'HS512'

/** Bytes of a key that signs: at least as many as the digest has (RFC 7518, section 3.2). */
export const keyLengths: Readonly<Record<Algorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 }

/** Bytes of a key that only verifies the tokens of another installation: 128 bits, which nobody can guess where they are random. */
export const minVerifyingKeyLength = 16

/** The JSON Web Tokens of one API. */
export interface JwtProfile {
  /** The contract whose tokens they are. */
  readonly api: string
  /** Fixed: a token of another one is refused. */
  readonly algorithm: Algorithm
  /** Seconds from `iat` to `exp`; a token that claims more is refused. */
  readonly lifetime: number
  /** Seconds for which an expired token is still of use: a replaced key verifies so much longer. */
  readonly usableAfterExpiry?: number
  /** The JSON schemas of the claims that every token has besides `iat` and `exp`. */
  readonly claims: Readonly<Record<string, object>>
  /** Those of tokens of imported keys, which another installation may have signed. Absent: the same. */
  readonly importedClaims?: Readonly<Record<string, object>>
}

/** A key that signs and verifies. */
export interface JwtKey {
  /** Names the key in the header of its tokens; `null`: they have no `kid`. */
  readonly kid: string | null
  readonly algorithm: Algorithm
  readonly key: Buffer
}

export interface Claims {
  readonly iat: number
  readonly exp: number
  readonly [name: string]: unknown
}

/** Of how many tokens of a key the claims are remembered once they are verified. */
const rememberedTokens = 1_000
/** Of how many headers the `kid` is remembered. All tokens of a key have the same one. */
const rememberedHeaders = 100

/** Signs claims; `iat` and `exp` are the caller's, in seconds. */
export function jwtSigner({ kid, algorithm, key }: JwtKey): (claims: Claims) => string {
  checkLength(algorithm, key, keyLengths[algorithm])
  return createSigner({ algorithm, key, ...(kid !== null && { kid }) }) as (claims: Claims) => string
}

/**
 * Verifies signature and form, and leaves time to the caller: `exp` is there, a number, and not judged.
 * @returns `undefined` for whatever this key did not sign with exactly this algorithm
 */
export function jwtVerifier({ algorithm, key }: JwtKey): (token: string) => Claims | undefined {
  checkLength(algorithm, key, minVerifyingKeyLength)
  const verify = createVerifier({
    key,
    algorithms: [algorithm],
    requiredClaims: ['iat', 'exp'],
    ignoreExpiration: true,
    ignoreNotBefore: true,
  })
  // A signature that was right stays right; what else counts is judged at each call. Callers present a token many times. Kept by their
  // digests; the package's own cache takes three times as long to make one.
  const remembered = new LRUCache<string, Claims>({ max: rememberedTokens })
  return (token) => {
    const digest = hash('sha256', token, 'base64')
    const known = remembered.get(digest)
    if (known) return known
    if (!isCanonical(token)) return undefined
    try {
      const claims = verify(token) as Claims
      if (!Number.isSafeInteger(claims.iat) || !Number.isSafeInteger(claims.exp)) return undefined
      remembered.set(digest, Object.freeze(claims))
      return claims
    } catch {
      return undefined
    }
  }
}

/** The package keeps no `null`. */
const kids = new LRUCache<string, { readonly kid: string | null }>({ max: rememberedHeaders })

/**
 * The `kid` in a token's header, unverified: it only chooses the key.
 * @returns `null` for a header without one, `undefined` for what is no header or has a `kid` that is no string
 */
export function kidOf(token: string): string | null | undefined {
  const header = token.slice(0, token.indexOf('.'))
  const known = kids.get(header)
  if (known !== undefined) return known.kid
  const kid = readKid(header)
  // A copy: a slice would keep the whole token in memory.
  if (kid !== undefined) kids.set(Buffer.from(header).toString(), { kid })
  return kid
}

function readKid(encoded: string): string | null | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString())
    if (typeof header !== 'object' || header === null || Array.isArray(header)) return undefined
    if (!Object.hasOwn(header, 'kid')) return null
    const { kid } = header as { kid?: unknown }
    return typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}

/** Whether each of the three parts is spelt the one canonical way: base64url leaves spare bits in the last character. */
function isCanonical(token: string): boolean {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return false
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}

/** The signing package accepts keys of a single character. */
function checkLength(algorithm: Algorithm, key: Buffer, minLength: number): void {
  if (key.length < minLength) throw new Error(`a key for ${algorithm} has at least ${minLength} bytes`)
}
