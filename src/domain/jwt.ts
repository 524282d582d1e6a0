import { createSigner, createVerifier } from 'fast-jwt'

/** A JSON Web Token algorithm with a shared key. The key is as long as the digest (RFC 7518, section 3.2). */
export type Algorithm = 'HS256' | 'HS384' | 'HS512'

export const keyLengths: Readonly<Record<Algorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 }

/** The JSON Web Tokens of one API. */
export interface JwtProfile {
  /** The contract whose tokens they are. */
  readonly api: string
  /** Fixed: a token of another one is refused. */
  readonly algorithm: Algorithm
  /** Seconds for which a token is of use to anybody after it was signed. */
  readonly lifetime: number
}

/** A key that signs and verifies, known by its `kid`. */
export interface JwtKey {
  readonly kid: string
  readonly algorithm: Algorithm
  readonly key: Buffer
}

export interface Claims {
  readonly iat: number
  readonly exp: number
  readonly [name: string]: unknown
}

/** Of how many tokens of a key the last verification is remembered, by their digests. */
const rememberedTokens = 1000

/** Signs claims; `iat` and `exp` are the caller's, in seconds. */
export function jwtSigner({ kid, algorithm, key }: JwtKey): (claims: Claims) => string {
  checkKey(algorithm, key)
  return createSigner({ algorithm, key, kid }) as (claims: Claims) => string
}

/**
 * Verifies signature and form, and leaves time to the caller: `exp` is there, a number, and not judged.
 * @returns `undefined` for whatever this key did not sign with exactly this algorithm
 */
export function jwtVerifier({ algorithm, key }: JwtKey): (token: string) => Claims | undefined {
  checkKey(algorithm, key)
  const verify = createVerifier({
    key,
    algorithms: [algorithm],
    requiredClaims: ['iat', 'exp'],
    ignoreExpiration: true,
    ignoreNotBefore: true,
    // A signature that was right stays right; what else counts is judged at each call. Callers present a token many times.
    cache: rememberedTokens,
  })
  return (token) => {
    if (!isCanonical(token)) return undefined
    try {
      const claims = verify(token) as Record<string, unknown>
      return Number.isSafeInteger(claims.iat) && Number.isSafeInteger(claims.exp) ? (claims as Claims) : undefined
    } catch {
      return undefined
    }
  }
}

/** The `kid` in a token's header, unverified: it only chooses the key. */
export function kidOf(token: string): string | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString())
    const { kid } = header as { kid?: unknown }
    return typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}

/** Whether the signature is spelt the one canonical way: base64url leaves spare bits in the last character. */
function isCanonical(token: string): boolean {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return false
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return Buffer.from(signature, 'base64url').toString('base64url') === signature
}

/** The signing package accepts keys of a single character. */
function checkKey(algorithm: Algorithm, key: Buffer): void {
  if (key.length < keyLengths[algorithm])
    throw new Error(`a key for ${algorithm} has at least ${keyLengths[algorithm]} bytes`)
}
