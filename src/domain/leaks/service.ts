import type { Transaction } from 'kysely'
import type { Database } from '../../database/schema.js'
import type { LeakedAccessKeySecretsService } from '../access-keys/leaked-secrets-service.js'
import type { LeakedBrokerCredentialsService } from '../broker-users/leaked-credentials-service.js'
import type { TokenLink } from '../gateway-tokens/gateway-token.js'
import type { GatewayTokenService } from '../gateway-tokens/service.js'
import type { OperatorService } from '../operators/service.js'
import type { SecurityUser } from '../security-users/security-user.js'
import type { SecurityUserService } from '../security-users/service.js'
import type { SessionService } from '../security-users/session-service.js'
import type { IdentifiedToken, SigningKeyService } from '../signing-keys/service.js'
import { type LeakOutcome, type LeakRefusal, nothing } from './leak.js'

export interface LeakServiceOptions {
  readonly signingKeys: Pick<SigningKeyService, 'identify'>
  readonly sessions: Pick<SessionService, 'introspect' | 'findRefreshTokenUser'>
  readonly securityUsers: Pick<SecurityUserService, 'endSessions'>
  readonly gatewayTokens: Pick<GatewayTokenService, 'lookUp' | 'revokeByLink'>
  readonly operators: Pick<OperatorService, 'removeByKey'>
  readonly brokerCredentials: LeakedBrokerCredentialsService
  readonly accessKeySecrets: LeakedAccessKeySecretsService
}

/** What a presented secret may be, found before the transaction: a token is verified, or hashed. */
export interface IdentifiedSecret {
  readonly secret: string
  readonly jwt?: IdentifiedToken | undefined
  /** Whose session a JWT or a refresh token continues. */
  readonly sessionUser?: SecurityUser | undefined
  readonly link?: TokenLink | undefined
}

/** Revokes whatever has a secret that leaked. */
export class LeakService {
  constructor(readonly options: LeakServiceOptions) {}

  /** Finds what takes long, and changes nothing. */
  async identify(secret: string): Promise<IdentifiedSecret> {
    const { signingKeys, sessions, gatewayTokens } = this.options
    const jwt = await signingKeys.identify(secret)
    if (jwt) {
      const hasSession = jwt.api === 'security-management'
      return { secret, jwt, sessionUser: hasSession ? await sessions.introspect(jwt.claims, jwt.key) : undefined }
    }
    const sessionUser = await sessions.findRefreshTokenUser(secret)
    return { secret, sessionUser, link: (await gatewayTokens.lookUp(secret))?.link }
  }

  /** Revokes a secret for all that have it: the same text may have been given to several when it was imported. */
  async revoke(trx: Transaction<Database>, identified: IdentifiedSecret, at: Date): Promise<LeakOutcome> {
    if (identified.jwt) return this.#revokeJwt(trx, identified.jwt, identified.sessionUser, at)
    const { brokerCredentials, accessKeySecrets } = this.options
    const { secret, sessionUser, link } = identified
    const outcomes = [
      sessionUser ? await this.#endSessions(trx, 'refresh-token', sessionUser, at) : nothing,
      link ? await this.#revokeGatewayToken(trx, link, at) : nothing,
      await this.#removeOperator(trx, secret),
      await brokerCredentials.revokeHash(trx, secret, at),
      await brokerCredentials.revokeSecret(trx, secret, at),
      await accessKeySecrets.revoke(trx, secret, at),
    ]
    return {
      revoked: outcomes.flatMap(({ revoked }) => revoked),
      refused: outcomes.flatMap(({ refused }) => refused),
    }
  }

  /** Only tokens of a session can be ended alone: of the others nothing is stored. */
  async #revokeJwt(
    trx: Transaction<Database>,
    { api, claims }: IdentifiedToken,
    user: SecurityUser | undefined,
    at: Date,
  ): Promise<LeakOutcome> {
    if (user) return this.#endSessions(trx, 'access-token', user, at)
    if (api === 'security-management')
      return refusal({ reason: 'ended', kind: 'access-token', subject: String(claims.uid) })
    const subject = String(api === 'partner-login' ? claims.ak : claims.sub)
    return refusal({ reason: 'expires', api, subject, expiresAt: new Date(claims.exp * 1_000) })
  }

  async #endSessions(
    trx: Transaction<Database>,
    kind: 'refresh-token' | 'access-token',
    { uid }: SecurityUser,
    at: Date,
  ): Promise<LeakOutcome> {
    const user = await this.options.securityUsers.endSessions(trx, uid, at)
    const subject = String(uid)
    if (!user) return refusal({ reason: 'ended', kind, subject })
    return { revoked: [{ kind, subject, name: user.username, done: 'sessions-ended' }], refused: [] }
  }

  async #revokeGatewayToken(trx: Transaction<Database>, link: TokenLink, at: Date): Promise<LeakOutcome> {
    const result = await this.options.gatewayTokens.revokeByLink(trx, link, at)
    if (result.outcome !== 'revoked') return refusal({ reason: 'ended', kind: 'gateway-token', subject: link })
    const { description: name } = result.token
    return { revoked: [{ kind: 'gateway-token', subject: link, name, done: 'token-revoked' }], refused: [] }
  }

  async #removeOperator(trx: Transaction<Database>, key: string): Promise<LeakOutcome> {
    const found = await this.options.operators.removeByKey(trx, key)
    if (!found || found.result === 'unknown') return nothing
    const { id: subject, name } = found.operator
    if (found.result !== 'removed') return refusal({ reason: found.result, subject })
    return { revoked: [{ kind: 'operator-key', subject, name, done: 'operator-deleted' }], refused: [] }
  }
}

function refusal(refused: LeakRefusal): LeakOutcome {
  return { revoked: [], refused: [refused] }
}
