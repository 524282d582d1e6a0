import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { KeyFingerprint } from '../domain/key-fingerprint.js'
import { type AccessKeys, accessKeys } from './access-keys.js'
import { type BrokerUsers, brokerUsers } from './broker-users.js'
import { type GatewayTokens, gatewayTokens } from './gateway-tokens.js'
import { type MasterKeys, masterKeys } from './master-keys.js'
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
  readonly masterKeys: MasterKeys
}

/** @param masterKey the key under which everything new is written */
export function repositories(db: Kysely<Database>, masterKey: KeyFingerprint): Repositories {
  return {
    brokerUsers: brokerUsers(db),
    accessKeys: accessKeys(db),
    gatewayTokens: gatewayTokens(db, masterKey),
    refreshTokens: refreshTokens(db, masterKey),
    securityUsers: securityUsers(db),
    signInThrottles: signInThrottles(db),
    signingKeys: signingKeys(db, masterKey),
    masterKeys: masterKeys(db, masterKey),
  }
}
