import { numericDate } from '../../clock.js'
import type { JwtProfile } from '../../crypto/jwt.js'
import type { Dependencies } from '../../services.js'
import { accessTokenLifetime, refreshTokenLifetime, tokenId } from './refresh-family.js'
import type { Session } from './sign-in.js'

/** An expired access token is of use as long as the refresh token that it belongs to. */
export const accessTokenProfile: JwtProfile = {
  api: 'security-management',
  algorithm: 'HS256',
  lifetime: accessTokenLifetime + refreshTokenLifetime,
}

/** The access tokens of this API: JWTs, each of which belongs to a refresh token by its `jti`. */
export interface AccessTokens {
  sign(session: Session): Promise<string>
  /** The `jti` of a token that was signed here, expired or not. */
  idOf(token: string): Promise<unknown>
}

export function accessTokens({ jwtIssuers, clock }: Dependencies): AccessTokens {
  const issuer = jwtIssuers.for(accessTokenProfile)
  return {
    sign({ user, refreshTokenDigest }) {
      const iat = numericDate(clock())
      return issuer.sign({
        uid: user.uid,
        email: user.username,
        customerId: user.customerId,
        jti: tokenId(refreshTokenDigest),
        iat,
        exp: iat + accessTokenLifetime,
      })
    },

    async idOf(token) {
      return (await issuer.verify(token))?.jti
    },
  }
}
