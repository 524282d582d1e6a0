import type { Dependencies } from '../../dependencies.js'
import { numericDate } from '../../domain/clock.js'
import { accessTokenLifetime, tokenId } from '../../domain/refresh-family.js'
import type { Session } from './sign-in.js'

/** The access tokens of this API: JWTs, each of which belongs to a refresh token by its `jti`. */
export interface AccessTokens {
  sign(session: Session): Promise<string>
  /** The `jti` of a token that was signed here, expired or not. */
  idOf(token: string): Promise<unknown>
}

export function accessTokens({ jwtIssuers, digest, clock }: Dependencies): AccessTokens {
  const issuer = jwtIssuers.for('security-management', 'HS256')
  return {
    sign({ user, refreshToken }) {
      const iat = numericDate(clock())
      return issuer.sign({
        uid: user.uid,
        email: user.username,
        customerId: user.customerId,
        jti: tokenId(digest(refreshToken.reveal())),
        iat,
        exp: iat + accessTokenLifetime,
      })
    },

    async idOf(token) {
      return (await issuer.verify(token))?.jti
    },
  }
}
