import { numericDate } from '../../clock.js'
import type { Claims } from '../../crypto/jwt.js'
import type { Random } from '../../crypto/random.js'
import type { SigningProfile } from '../signing-keys/signing-key.js'
import type { BrokerUserId } from './broker-user.js'

/** Security tokens, whichever API they are presented to. */
export const securityTokenProfile: SigningProfile = {
  api: 'broker-token',
  algorithm: 'HS256',
  lifetime: 15 * 60,
  claims: { sub: { type: 'string', format: 'uuid' }, jti: { type: 'string' } },
  importedClaims: { sub: { type: 'string', format: 'uuid' } },
}

/** The claims of a new security token. */
export function securityTokenClaims(userId: BrokerUserId, random: Random, now: Date): Claims {
  const iat = numericDate(now)
  // Tokens that are issued in the same second differ by their id.
  return { sub: userId, jti: random(16).toString('base64url'), iat, exp: iat + securityTokenProfile.lifetime }
}

/** The first second in which a token is refused. */
export function expiryOf({ exp }: Claims): Date {
  return new Date(exp * 1000)
}

/** The state of a presented security token. */
export type SecurityTokenState =
  | { readonly state: 'valid'; readonly userId: BrokerUserId }
  | { readonly state: 'expired' }
  | { readonly state: 'invalid' }

/** @param claims of a verified token, or `undefined` where it could not be verified */
export function securityTokenState(claims: Claims | undefined, now: Date): SecurityTokenState {
  if (typeof claims?.sub !== 'string') return { state: 'invalid' }
  if (now >= expiryOf(claims)) return { state: 'expired' }
  return { state: 'valid', userId: claims.sub as BrokerUserId }
}
