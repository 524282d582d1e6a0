import type { GatewayTokensSecurity } from '../../../generated/gateway-tokens/operations.js'
import { replyExamples } from '../../../generated/gateway-tokens/reply-examples.js'
import { isGatewayToken } from '../../domain/gateway-tokens/gateway-token.js'
import { bearerToken } from '../../http/bearer.js'
import type { Dependencies } from '../../services.js'

/** Whom a gateway token speaks for. */
export interface TokenHolder {
  readonly accountId: string
}

const challenge = 'Bearer realm="gateway-tokens"'
const invalidToken = 'Bearer realm="gateway-tokens", error="invalid_token"'

export function gatewayTokensSecurity({
  repositories: { gatewayTokens },
  acceptedDigests,
  clock,
  lastUses,
  rekeyings,
}: Dependencies): GatewayTokensSecurity<{ gateway_token: TokenHolder }> {
  return {
    async gateway_token({ headers }, caller) {
      const token = bearerToken(headers.authorization)
      const digests = token !== undefined && isGatewayToken(token) ? acceptedDigests(token) : undefined
      const found = digests && (await gatewayTokens.find(digests, caller.signal))
      if (!found) {
        return {
          status: 401,
          headers: { 'WWW-Authenticate': token === undefined ? challenge : invalidToken },
          body: replyExamples.TokenRefused.unknown,
        }
      }
      // Revoked ones too: they are to be told as such for longer than a rotation.
      rekeyings.record('gateway token', digests, [found.digest])
      if (found.isRevoked) {
        return {
          status: 401,
          headers: { 'WWW-Authenticate': invalidToken },
          body: { ...replyExamples.TokenRefused.revoked, token_link: found.link },
        }
      }
      lastUses.set(found.link, clock())
      return { principal: { accountId: found.accountId } }
    },
  }
}
