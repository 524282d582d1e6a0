import { numericDate } from '../../clock.js'
import type { Claims, JwtProfile } from '../../crypto/jwt.js'
import type { Random } from '../../crypto/random.js'
import type { BrokerUserId } from './broker-user.js'

/** Security tokens, whichever API they are presented to. */
export const securityTokenProfile: JwtProfile = { api: 'broker-token', algorithm: 'HS256', lifetime: 15 * 60 }

/** The claims of a new security token. */
export function securityTokenClaims(userId: BrokerUserId, random: Random, now: Date): Claims {
  const iat = numericDate(now)
  // Of two tokens issued in the same second each has an id of its own.
  return { sub: userId, jti: random(16).toString('base64url'), iat, exp: iat + securityTokenProfile.lifetime }
}

/** From when on a token is refused. */
export function expiryOf({ exp }: Claims): Date {
  return new Date(exp * 1000)
}

/** What a presented security token is worth. */
export type JudgedToken =
  | { readonly state: 'valid'; readonly userId: BrokerUserId }
  | { readonly state: 'expired' }
  | { readonly state: 'invalid' }

/** @param claims of a verified token, or `undefined` where it could not be verified */
export function judgeSecurityToken(claims: Claims | undefined, now: Date): JudgedToken {
  if (typeof claims?.sub !== 'string') return { state: 'invalid' }
  if (now >= expiryOf(claims)) return { state: 'expired' }
  return { state: 'valid', userId: claims.sub as BrokerUserId }
}
