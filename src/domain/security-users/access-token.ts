import { numericDate } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { Claims } from '../../crypto/jwt.js'
import type { SigningProfile } from '../signing-keys/signing-key.js'
import { refreshTokenLifetimeSeconds } from './refresh-family.js'
import type { SecurityUser } from './security-user.js'

export const accessTokenLifetimeSeconds = 3_600

/** 128 bits: see {@link tokenId}. */
const tokenIdForm = /^[\w-]{22}$/

/** An expired access token is accepted for as long as the refresh token that it belongs to. */
export const sessionTokenProfile: SigningProfile = {
  api: 'security-management',
  algorithm: 'HS256',
  lifetime: accessTokenLifetimeSeconds,
  usableAfterExpiry: refreshTokenLifetimeSeconds,
  claims: {
    uid: { type: 'integer' },
    email: { type: 'string' },
    customerId: { type: 'string', format: 'uuid' },
    jti: { type: 'string', pattern: tokenIdForm.source },
  },
  // Those that the sample of the published document shows, before it is cut off.
  importedClaims: {
    uid: { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 },
    email: { type: 'string' },
  },
}

/** Signs and verifies JWTs of {@link sessionTokenProfile}. */
export interface AccessTokenIssuer {
  sign(claims: Claims): Promise<string>
  verify(token: string): Promise<Claims | undefined>
}

/** The `jti` of the access tokens that belong to a refresh token: the first 128 bits of its digest. */
export function tokenId(digest: Digest): string {
  return digest.subarray(0, 16).toString('base64url')
}

/** Whether the `jti` of a token has the form of {@link tokenId}. */
export function hasTokenId({ jti }: Claims): boolean {
  return typeof jti === 'string' && tokenIdForm.test(jti)
}

/** The claims of an access token of a user. @param refreshToken the digest of the refresh token that it belongs to */
export function accessTokenClaims(
  { uid, username, customerId }: SecurityUser,
  refreshToken: Digest,
  now: Date,
): Claims {
  const iat = numericDate(now)
  return { uid, email: username, customerId, jti: tokenId(refreshToken), iat, exp: iat + accessTokenLifetimeSeconds }
}
