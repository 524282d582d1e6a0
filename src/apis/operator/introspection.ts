import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { numericDate } from '../../clock.js'
import type { Claims } from '../../crypto/jwt.js'
import type { Services } from '../../services.js'
import type { Principals } from './security.js'

type Introspection = components['schemas']['Introspection']

/** RFC 7662, section 2.2: an inactive token says nothing else. */
const inactive: Introspection = { active: false }

export function introspectionOperations({
  brokerUsers,
  accessKeys,
  gatewayTokens,
  signingKeys,
  sessions,
  clock,
}: Services): Pick<OperatorOperations<Principals>, 'introspectToken'> {
  async function introspect(token: string): Promise<Introspection> {
    const now = clock()
    const jwt = await signingKeys.identify(token)
    if (jwt) return jwt.claims.exp > numericDate(now) ? introspectJwt(jwt) : inactive
    // Tokens of both kinds may have the form of the other where they were made elsewhere.
    return (await introspectRefreshToken(token)) ?? introspectGatewayToken(token)
  }

  async function introspectJwt({ api, claims }: { api: string; claims: Claims }): Promise<Introspection> {
    switch (api) {
      case 'broker-token': {
        const userId = await brokerUsers.introspect(claims)
        if (!userId) return inactive
        return { active: true, api, sub: userId, ...timesOf(claims), jti: String(claims.jti) }
      }
      case 'partner-login': {
        const subject = await accessKeys.introspect(claims)
        if (!subject) return inactive
        const { userId, accessKeyId, roles } = subject
        return { active: true, api, sub: userId, clientId: accessKeyId, roles: [...roles], ...timesOf(claims) }
      }
      case 'security-management': {
        const session = await sessions.findByAccessToken(claims)
        if (!session) return inactive
        const { uid, username, customerId } = session
        const user = { sub: String(uid), username, customerId }
        return { active: true, api, tokenUse: 'access', ...user, ...timesOf(claims), jti: String(claims.jti) }
      }
      default:
        throw new Error(`nobody knows what a token of ${api} speaks for`)
    }
  }

  async function introspectRefreshToken(token: string): Promise<Introspection | undefined> {
    const found = await sessions.findRefreshToken(token)
    return (
      found && {
        active: true,
        api: 'security-management',
        tokenUse: 'refresh',
        sub: String(found.uid),
        username: found.username,
        customerId: found.customerId,
        iat: numericDate(found.issuedAt),
        exp: numericDate(found.expiresAt),
      }
    )
  }

  async function introspectGatewayToken(token: string): Promise<Introspection> {
    const found = await gatewayTokens.introspect(token)
    if (!found) return inactive
    const { accountId, link, issuedAt } = found
    return { active: true, api: 'gateway-tokens', sub: accountId, clientId: link, iat: numericDate(issuedAt) }
  }

  return {
    async introspectToken({ body }): Promise<OperatorReplies['introspectToken']> {
      return { status: 200, body: await introspect(body.token) }
    },
  }
}

function timesOf({ iat, exp }: Claims): { iat: number; exp: number } {
  return { iat, exp }
}
