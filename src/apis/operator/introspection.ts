import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import { numericDate } from '../../clock.js'
import type { Claims } from '../../crypto/jwt.js'
import type { IdentifiedToken } from '../../domain/signing-keys/service.js'
import type { Services } from '../../services.js'
import type { Principals } from './security.js'

type Introspection = components['schemas']['Introspection']
type IntrospectionServices = Pick<
  Services,
  'brokerUsers' | 'accessKeys' | 'gatewayTokens' | 'signingKeys' | 'sessions' | 'clock'
>

/** RFC 7662, section 2.2: an inactive token says nothing else. */
const inactive: Introspection = { active: false }

export function introspectionOperations(
  services: IntrospectionServices,
): Pick<OperatorOperations<Principals>, 'introspectToken' | 'introspectOauthToken'> {
  const introspector = new Introspector(services)
  return {
    async introspectToken({ body }): Promise<OperatorReplies['introspectToken']> {
      return { status: 200, body: await introspector.introspect(body.token) }
    },

    async introspectOauthToken({ body }): Promise<OperatorReplies['introspectOauthToken']> {
      return { status: 200, body: inOauthNames(await introspector.introspect(body.token)) }
    },
  }
}

/** The members of RFC 7662, section 2.2. A user of a broker is the client to which its token was issued. */
function inOauthNames({ active, api, tokenUse, clientId, sub, username, roles, iat, exp, jti }: Introspection) {
  const client = clientId ?? (api === 'broker-token' ? sub : undefined)
  return {
    active,
    ...(active && tokenUse !== 'refresh' && { token_type: 'Bearer' as const }),
    ...(client !== undefined && { client_id: client }),
    ...(username !== undefined && { username }),
    ...(sub !== undefined && { sub }),
    ...(iat !== undefined && { iat }),
    ...(exp !== undefined && { exp }),
    ...(jti !== undefined && { jti }),
    ...(api !== undefined && { api }),
    ...(roles && { roles }),
  } satisfies components['schemas']['OauthIntrospection']
}

/** Tells the state of a token of any API. */
class Introspector {
  constructor(readonly services: IntrospectionServices) {}

  async introspect(token: string): Promise<Introspection> {
    const { signingKeys, clock } = this.services
    const jwt = await signingKeys.identify(token)
    if (jwt) return jwt.claims.exp > numericDate(clock()) ? this.#introspectJwt(jwt) : inactive
    // A token that was made elsewhere may look like one of either kind.
    return (await this.#introspectRefreshToken(token)) ?? this.#introspectGatewayToken(token)
  }

  async #introspectJwt({ api, claims, key }: IdentifiedToken): Promise<Introspection> {
    const { brokerUsers, accessKeys, sessions } = this.services
    const times = { iat: claims.iat, exp: claims.exp }
    switch (api) {
      case 'broker-token': {
        const userId = await brokerUsers.introspect(claims)
        if (!userId) return inactive
        return { active: true, api, sub: userId, ...times, ...tokenIdOf(claims) }
      }
      case 'partner-login': {
        const subject = await accessKeys.introspect(claims)
        if (!subject) return inactive
        const { userId, accessKeyId, roles } = subject
        return { active: true, api, sub: userId, clientId: accessKeyId, roles: [...roles], ...times }
      }
      case 'security-management': {
        const found = await sessions.introspect(claims, key)
        if (!found) return inactive
        const { uid, username, customerId } = found
        const user = { sub: String(uid), username, customerId }
        return { active: true, api, tokenUse: 'access', ...user, ...times, ...tokenIdOf(claims) }
      }
    }
  }

  async #introspectRefreshToken(token: string): Promise<Introspection | undefined> {
    const found = await this.services.sessions.findRefreshToken(token)
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

  async #introspectGatewayToken(token: string): Promise<Introspection> {
    const found = await this.services.gatewayTokens.introspect(token)
    if (!found) return inactive
    const { accountId, link, issuedAt } = found
    return { active: true, api: 'gateway-tokens', sub: accountId, clientId: link, iat: numericDate(issuedAt) }
  }
}

/** The `jti` of a token. One of another installation may have none, or one that is no id. */
function tokenIdOf({ jti }: Claims): { jti?: string } {
  return typeof jti === 'string' && jti.length <= 255 ? { jti } : {}
}
