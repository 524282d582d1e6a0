import type { Dependencies } from '../../dependencies.js'
import { isRefreshToken, refreshTokenExpiry, repeatableSince, tokenId } from '../../domain/refresh-family.js'
import { Secret } from '../../domain/secret.js'
import type { AccessTokens } from './access-tokens.js'
import type { Session } from './sign-in.js'

/** Exchanges a pair of tokens; `undefined` for every pair that is not valid. */
export type Refresh = (accessToken: string, refreshToken: string) => Promise<Session | undefined>

/** Goes on with a session, and ends it where a refresh token comes a second time (RFC 9700, section 4.14.2). */
export function refresh(
  { repositories: { refreshTokens }, successorOf, digest, clock }: Dependencies,
  accessTokens: AccessTokens,
): Refresh {
  return async (accessToken, refreshToken) => {
    if (!isRefreshToken(refreshToken)) return undefined
    const presented = digest(refreshToken)
    if ((await accessTokens.idOf(accessToken)) !== tokenId(presented)) return undefined

    const next = successorOf(new Secret(refreshToken))
    const at = clock()
    const exchange = { digest: presented, successor: digest(next.reveal()), at }
    const usedSince = repeatableSince(at)
    const user =
      (await refreshTokens.use({ ...exchange, successorExpiresAt: refreshTokenExpiry(at) })) ??
      (await refreshTokens.findRepeatable(exchange, usedSince))
    if (user) return { user, refreshToken: next }
    await refreshTokens.endReused(exchange, usedSince)
    return undefined
  }
}
