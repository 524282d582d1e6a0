import { isObject } from '../contract/document.js'
import type { ShadowDifference } from './compare-answers.js'

/** Claims that are the issuer's own, and those of time, of which only the lifetime is compared. */
const issuedClaims: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf', 'jti', 'auth_time'])
const maxLifetimeDifference = 1

interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * Compares two tokens that each server has issued: what their holder is, not which token it is. Tokens that are no JWTs say nothing.
 * @param at where they stand in the answers
 */
export function tokenDifferences(at: string, old: unknown, fresh: unknown): ShadowDifference[] {
  const [one, other] = [decoded(old), decoded(fresh)]
  if (!one && !other) return []
  if (!one || !other) return [{ at, what: one ? 'a JWT of the old server alone' : 'a JWT of the new server alone' }]
  const found: ShadowDifference[] = []
  if (one.header.alg !== other.header.alg) found.push({ at: `${at} alg`, what: 'another value' })
  for (const claim of new Set([...Object.keys(one.claims), ...Object.keys(other.claims)])) {
    const place = `${at} claim ${claim}`
    if (!(claim in other.claims)) found.push({ at: place, what: 'only the old server has it' })
    else if (!(claim in one.claims)) found.push({ at: place, what: 'only the new server has it' })
    else if (!issuedClaims.has(claim) && JSON.stringify(one.claims[claim]) !== JSON.stringify(other.claims[claim]))
      found.push({ at: place, what: 'another value' })
  }
  if (Math.abs(lifetime(one) - lifetime(other)) > maxLifetimeDifference)
    found.push({ at: `${at} lifetime`, what: 'another value' })
  return found
}

/** Seconds; `NaN`, which is more than nothing, where the token has none. */
function lifetime({ claims }: DecodedToken): number {
  return Number(claims.exp) - Number(claims.iat)
}

/** Reads a JWT without verifying it: the keys are the servers'. */
function decoded(token: unknown): DecodedToken | undefined {
  if (typeof token !== 'string') return undefined
  const parts = token.split('.')
  if (parts.length !== 3) return undefined
  try {
    const [header, claims] = parts
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown)
    return isObject(header) && isObject(claims) ? { header, claims } : undefined
  } catch {
    return undefined
  }
}
