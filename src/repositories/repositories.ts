import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { KeyFingerprint } from '../domain/key-fingerprint.js'
import { type AccessKeys, accessKeys } from './access-keys.js'
import { type AccessKeysAdministration, accessKeysAdministration } from './administration/access-keys.js'
import { type BrokerUsersAdministration, brokerUsersAdministration } from './administration/broker-users.js'
import { type GatewayTokensAdministration, gatewayTokensAdministration } from './administration/gateway-tokens.js'
import { type SecurityUsersAdministration, securityUsersAdministration } from './administration/security-users.js'
import { type AuditEvents, auditEvents } from './audit-events.js'
import type { BatchingOptions } from './batcher.js'
import { type BrokerUsers, brokerUsers } from './broker-users.js'
import { type GatewayTokens, gatewayTokens } from './gateway-tokens.js'
import { type Housekeeping, housekeeping } from './housekeeping.js'
import { type Imports, imports } from './imports.js'
import { type MasterKeys, masterKeys } from './master-keys.js'
import { type Operators, operators } from './operators.js'
import { type RefreshTokens, refreshTokens } from './refresh-tokens.js'
import { type SecurityUsers, securityUsers } from './security-users.js'
import { type SignIns, signIns } from './sign-ins.js'
import { type SigningKeys, signingKeys } from './signing-keys.js'
import { type TokenSubjects, tokenSubjects } from './token-subjects.js'

/** Everything that is stored, by what it is about. */
export interface Repositories {
  readonly brokerUsers: BrokerUsers
  readonly accessKeys: AccessKeys
  readonly gatewayTokens: GatewayTokens
  readonly refreshTokens: RefreshTokens
  readonly securityUsers: SecurityUsers
  readonly signIns: SignIns
  readonly signingKeys: SigningKeys
  readonly masterKeys: MasterKeys
  readonly operators: Operators
  readonly auditEvents: AuditEvents
  readonly housekeeping: Housekeeping
  readonly tokenSubjects: TokenSubjects
  /** What operators do with credentials; the others are what a call of a token API needs. */
  readonly administration: {
    readonly brokerUsers: BrokerUsersAdministration
    readonly accessKeys: AccessKeysAdministration
    readonly securityUsers: SecurityUsersAdministration
    readonly gatewayTokens: GatewayTokensAdministration
  }
  readonly imports: Imports
  /** Does all of a work or nothing of it. The work uses the repositories that it is given, and no others. */
  transaction<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>
  /** Does a work as in a transaction, says what came of it, and keeps nothing. */
  rehearsal<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>
}

/**
 * @param masterKey the key under which everything new is written
 * @param batching how what many calls ask and write at the same time is brought together
 */
export function repositories(
  db: Kysely<Database>,
  masterKey: KeyFingerprint,
  batching?: BatchingOptions,
): Repositories {
  return {
    brokerUsers: brokerUsers(db, batching),
    accessKeys: accessKeys(db, batching),
    gatewayTokens: gatewayTokens(db, masterKey, batching),
    refreshTokens: refreshTokens(db, masterKey, batching),
    securityUsers: securityUsers(db),
    signIns: signIns(db, masterKey, batching),
    signingKeys: signingKeys(db, masterKey),
    masterKeys: masterKeys(db, masterKey),
    operators: operators(db, masterKey),
    auditEvents: auditEvents(db),
    housekeeping: housekeeping(db),
    tokenSubjects: tokenSubjects(db),
    administration: {
      brokerUsers: brokerUsersAdministration(db, masterKey),
      accessKeys: accessKeysAdministration(db, masterKey),
      securityUsers: securityUsersAdministration(db),
      gatewayTokens: gatewayTokensAdministration(db),
    },
    imports: imports(db, masterKey),
    transaction: (work) =>
      db.transaction().execute((transaction) => work(repositories(transaction, masterKey, batching))),
    async rehearsal(work) {
      const transaction = await db.startTransaction().execute()
      try {
        return await work(repositories(transaction, masterKey, batching))
      } finally {
        await transaction.rollback().execute()
      }
    },
  }
}
