import { Secret } from '../../crypto/secret.js'
import type { Dependencies } from '../../services.js'
import type { AccessTokens } from './access-token.js'
import { isRefreshToken, refreshTokenExpiry, repeatableSince, tokenId } from './refresh-family.js'
import type { Session } from './sign-in.js'

/** Exchanges a pair of tokens; `undefined` for every pair that is not valid. */
export type Refresh = (accessToken: string, refreshToken: string) => Promise<Session | undefined>

/** Goes on with a session, and ends it where a refresh token comes a second time (RFC 9700, section 4.14.2). */
export function refresh(
  { repositories: { refreshTokens }, refreshKeys, acceptedDigests, clock }: Dependencies,
  accessTokens: AccessTokens,
): Refresh {
  return async (accessToken, refreshToken) => {
    if (!isRefreshToken(refreshToken)) return undefined
    const jti = await accessTokens.idOf(accessToken)
    // The access token tells under which key the refresh token is stored.
    const key = refreshKeys.find(({ digest }) => tokenId(digest(refreshToken)) === jti)
    if (!key) return undefined

    // Derived under the key of the token, not the current one: every instance derives the same successor, whichever key it writes
    // under, so that there is never a second one.
    const next = key.successorOf(new Secret(refreshToken))
    const successors = acceptedDigests(next.reveal())
    const at = clock()
    const exchange = { digest: key.digest(refreshToken), successors, at }
    const usedSince = repeatableSince(at)
    const user = await refreshTokens.use({ ...exchange, successorExpiresAt: refreshTokenExpiry(at) })
    if (user) return { user, refreshToken: next, refreshTokenDigest: successors[0] }
    const repeated = await refreshTokens.findRepeatable(exchange, usedSince)
    if (repeated) return { user: repeated.user, refreshToken: next, refreshTokenDigest: repeated.successor }
    await refreshTokens.endReused(exchange, usedSince)
    return undefined
  }
}
