import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import { type AccessKeys, accessKeys } from './access-keys.js'
import { type GatewayTokensAdministration, gatewayTokensAdministration } from './administration/gateway-tokens.js'
import { type SecurityUsersAdministration, securityUsersAdministration } from './administration/security-users.js'
import { type AuditEvents, auditEvents } from './audit-events.js'
import { type BrokerUsers, brokerUsers } from './broker-users.js'
import { type GatewayTokens, gatewayTokens } from './gateway-tokens.js'
import { type Operators, operators } from './operators.js'
import { type RefreshTokens, refreshTokens } from './refresh-tokens.js'
import { type SecurityUsers, securityUsers } from './security-users.js'
import { type SignInThrottles, signInThrottles } from './sign-in-throttles.js'
import { type SigningKeys, signingKeys } from './signing-keys.js'

/** Everything that is stored, by what it is about. */
export interface Repositories {
  readonly brokerUsers: BrokerUsers
  readonly accessKeys: AccessKeys
  readonly gatewayTokens: GatewayTokens
  readonly refreshTokens: RefreshTokens
  readonly securityUsers: SecurityUsers
  readonly signInThrottles: SignInThrottles
  readonly signingKeys: SigningKeys
  readonly operators: Operators
  readonly auditEvents: AuditEvents
  /** What only operators do. */
  readonly administration: {
    readonly securityUsers: SecurityUsersAdministration
    readonly gatewayTokens: GatewayTokensAdministration
  }
  /** Does all of a work or nothing of it. The work uses the repositories that it is given, and no others. */
  transaction<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>
}

export function repositories(db: Kysely<Database>): Repositories {
  return {
    brokerUsers: brokerUsers(db),
    accessKeys: accessKeys(db),
    gatewayTokens: gatewayTokens(db),
    refreshTokens: refreshTokens(db),
    securityUsers: securityUsers(db),
    signInThrottles: signInThrottles(db),
    signingKeys: signingKeys(db),
    operators: operators(db),
    auditEvents: auditEvents(db),
    administration: {
      securityUsers: securityUsersAdministration(db),
      gatewayTokens: gatewayTokensAdministration(db),
    },
    transaction: (work) => db.transaction().execute((transaction) => work(repositories(transaction))),
  }
}
