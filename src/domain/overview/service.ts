import type { Kysely } from 'kysely'
import type { Clock } from '../../clock.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { SampledCounts } from '../../database/sample.js'
import type { Database } from '../../database/schema.js'
import { hashedHint } from '../gateway-tokens/gateway-token.js'
import type { MasterKeyService } from '../master-keys/service.js'
import type { SigningKeyService } from '../signing-keys/service.js'
import type { SigningKey } from '../signing-keys/signing-key.js'
import type { UsageService } from '../usage/service.js'
import type { SignInHour } from '../usage/usage.js'
import type {
  AccessKeyStates,
  GatewayTokenStates,
  OverviewRepository,
  SampledKeyUsage,
  UserStates,
} from './repository.js'

export interface OverviewServiceOptions {
  readonly db: Kysely<Database>
  readonly repository: OverviewRepository
  readonly usage: Pick<UsageService, 'lastDay'>
  readonly signingKeys: Pick<SigningKeyService, 'list'>
  readonly masterKeys: Pick<MasterKeyService, 'wasEverRotated'>
  /** The current master key. */
  readonly masterKey: KeyFingerprint
  readonly clock: Clock
}

/** How many credentials there are, and how they are used. */
export interface Overview {
  readonly at: Date
  readonly brokerUsers: UserStates
  readonly accessKeys: AccessKeyStates
  readonly securityUsers: UserStates
  readonly gatewayTokens: GatewayTokenStates
  readonly signIns: readonly SignInHour[]
  readonly signingKeys: readonly SigningKey[]
}

/** More than there can be: expired ones are deleted. */
const maxSigningKeys = 1_000

/** What an operator wants to see first. Each answer takes a bounded time, whatever the number of rows. */
export class OverviewService {
  constructor(readonly options: OverviewServiceOptions) {}

  async overview(): Promise<Overview> {
    const { db, repository, usage, signingKeys, clock } = this.options
    const at = clock()
    const { items } = await signingKeys.list({ limit: maxSigningKeys })
    return {
      at,
      brokerUsers: await repository.countUsers(db, 'broker_users'),
      accessKeys: await repository.countAccessKeys(db, at),
      securityUsers: await repository.countUsers(db, 'security_users'),
      gatewayTokens: await repository.countGatewayTokens(db),
      signIns: await usage.lastDay(at),
      signingKeys: items.filter(({ state }) => state !== 'expired'),
    }
  }

  /** Counts the rows that can still be used and are not under the current master key. */
  async keyUsage(): Promise<SampledKeyUsage | undefined> {
    const { db, repository, masterKeys, masterKey, clock } = this.options
    if (!(await masterKeys.wasEverRotated())) return undefined
    return repository.countUnderOtherMasterKey(db, masterKey, clock())
  }

  /** Counts the active gateway tokens of which only a hash is known. */
  hashedTokens(): Promise<SampledCounts<'hashed'>> {
    const { db, repository } = this.options
    return repository.countHashedTokens(db, hashedHint)
  }
}
