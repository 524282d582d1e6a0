import type { GatewayTokensSecurity } from '../../../generated/gateway-tokens/operations.js'
import { replyExamples } from '../../../generated/gateway-tokens/reply-examples.js'
import type { FoundToken } from '../../domain/gateway-tokens/gateway-token.js'
import type { GatewayTokenService } from '../../domain/gateway-tokens/service.js'

/** Who presented a gateway token. */
export type TokenHolder = Omit<FoundToken, 'isRevoked' | 'digest'>

const challenge = 'Bearer realm="gateway-tokens"'
const invalidToken = 'Bearer realm="gateway-tokens", error="invalid_token"'

export function gatewayTokensSecurity(
  gatewayTokens: GatewayTokenService,
): GatewayTokensSecurity<{ gateway_token: TokenHolder }> {
  return {
    async gateway_token({ credential: token }, { signal }) {
      const found = token === undefined ? undefined : await gatewayTokens.authenticate(token, signal)
      if (!found) {
        return {
          status: 401,
          headers: { 'WWW-Authenticate': token === undefined ? challenge : invalidToken },
          body: replyExamples.TokenRefused.unknown,
        }
      }
      if (found.isRevoked) {
        return {
          status: 401,
          headers: { 'WWW-Authenticate': invalidToken },
          body: { ...replyExamples.TokenRefused.revoked, token_link: found.link },
        }
      }
      return { principal: found }
    },
  }
}
