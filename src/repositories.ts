import type { Kysely } from 'kysely'
import type { ExpiringRows } from './cleanup-job.js'
import type { BatchingOptions } from './concurrency/batcher.js'
import type { KeyFingerprint } from './crypto/master-key.js'
import type { NearReads } from './database/near-reads.js'
import type { Database } from './database/schema.js'
import { AccessKeyRepository } from './domain/access-keys/repository.js'
import type { AuditSink } from './domain/audit/audit-sink.js'
import { AuditRepository } from './domain/audit/repository.js'
import { BrokerAccountRepository } from './domain/broker-users/account-repository.js'
import { BrokerUserRepository } from './domain/broker-users/repository.js'
import { FailureCountRepository } from './domain/failure-budgets/repository.js'
import { GatewayTokenDirectoryRepository } from './domain/gateway-tokens/directory-repository.js'
import { GatewayTokenRepository } from './domain/gateway-tokens/repository.js'
import type { KeyUsage } from './domain/master-keys/key-usage.js'
import { MasterKeyRepository } from './domain/master-keys/repository.js'
import { OperatorRepository } from './domain/operators/repository.js'
import { OverviewRepository } from './domain/overview/repository.js'
import { PartnerRepository } from './domain/partners/repository.js'
import { SecretRepository } from './domain/secrets/repository.js'
import { RefreshFamilyRepository } from './domain/security-users/refresh-family-repository.js'
import { SecurityUserRepository } from './domain/security-users/repository.js'
import { ThrottleRepository } from './domain/security-users/throttle-repository.js'
import { SigningKeyRepository } from './domain/signing-keys/repository.js'
import { UsageRepository } from './domain/usage/repository.js'
import { signInDaysKept } from './domain/usage/usage.js'

interface RepositoryOptions {
  readonly db: Kysely<Database>
  readonly reads: NearReads
  /** The key under which everything new is written. */
  readonly masterKey: KeyFingerprint
  readonly batching: Partial<BatchingOptions> | undefined
}

/** The repositories of a process, each built once. */
export type Repositories = ReturnType<typeof createRepositories>

export function createRepositories(options: RepositoryOptions) {
  const { masterKey } = options
  const brokerAccounts = new BrokerAccountRepository(options)
  const brokerSecrets = new SecretRepository({ table: 'broker_secrets', masterKey })
  const accessKeySecrets = new SecretRepository({ table: 'access_key_secrets', masterKey })
  return {
    audit: new AuditRepository(),
    masterKeys: new MasterKeyRepository(),
    signingKeys: new SigningKeyRepository(masterKey),
    operators: new OperatorRepository(masterKey),
    partners: new PartnerRepository(),
    brokerAccounts,
    brokerSecrets,
    brokerUsers: new BrokerUserRepository({ ...options, accounts: brokerAccounts, secrets: brokerSecrets }),
    accessKeySecrets,
    accessKeys: new AccessKeyRepository({ ...options, secrets: accessKeySecrets }),
    gatewayTokens: new GatewayTokenRepository(options),
    gatewayTokenDirectory: new GatewayTokenDirectoryRepository(),
    failureCounts: new FailureCountRepository(),
    usage: new UsageRepository(),
    overview: new OverviewRepository(),
    securityUsers: {
      users: new SecurityUserRepository(),
      families: new RefreshFamilyRepository(masterKey),
      throttles: new ThrottleRepository(),
    },
  }
}

/** Counts the rows that can still be used and are not under the current master key. */
export async function countUnderOtherMasterKey(
  repositories: Repositories,
  db: Kysely<Database>,
  now: Date,
): Promise<KeyUsage> {
  const { accessKeys, brokerSecrets, brokerUsers, gatewayTokens, operators, securityUsers, signingKeys } = repositories
  return {
    gatewayTokens: await gatewayTokens.countUnderOtherMasterKey(db),
    brokerHashes: await brokerUsers.countUnderOtherMasterKey(db),
    brokerSecrets: await brokerSecrets.countUnderOtherMasterKey(db, now),
    accessKeySecrets: await accessKeys.countSecretsUnderOtherMasterKey(db, now),
    operatorKeys: await operators.countUnderOtherMasterKey(db),
    refreshTokens: await securityUsers.families.countUnderOtherMasterKey(db, now),
    signingKeys: await signingKeys.countUnderOtherMasterKey(db, now),
  }
}

const hourSeconds = 3_600
const daySeconds = 24 * hourSeconds

/**
 * The rows that the cleanup job deletes.
 * @param auditSink the sink that is to have the audit before it is deleted
 */
export function expiringRows(
  repositories: Repositories,
  auditRetentionDays: number,
  auditSink: AuditSink['name'] | undefined,
): readonly ExpiringRows[] {
  const { audit, accessKeySecrets, brokerSecrets, failureCounts, signingKeys, usage } = repositories
  const { families, throttles } = repositories.securityUsers
  return [
    {
      table: 'refresh_families',
      retentionSeconds: hourSeconds,
      deleteExpired: (db, batch) => families.deleteExpired(db, batch),
    },
    {
      table: 'sign_in_throttles',
      retentionSeconds: daySeconds,
      deleteExpired: (db, batch) => throttles.deleteExpired(db, batch),
    },
    {
      table: 'failure_counts',
      retentionSeconds: hourSeconds,
      deleteExpired: (db, batch) => failureCounts.deleteExpired(db, batch),
    },
    {
      table: 'broker_secrets',
      retentionSeconds: hourSeconds,
      deleteExpired: (db, batch) => brokerSecrets.deleteExpired(db, batch),
    },
    {
      table: 'access_key_secrets',
      retentionSeconds: hourSeconds,
      deleteExpired: (db, batch) => accessKeySecrets.deleteExpired(db, batch),
    },
    {
      table: 'signing_keys',
      retentionSeconds: daySeconds,
      deleteExpired: (db, batch) => signingKeys.deleteExpired(db, batch),
    },
    {
      table: 'audit_events',
      retentionSeconds: auditRetentionDays * daySeconds,
      deleteExpired: (db, batch) => audit.deleteExpired(db, batch, auditSink),
    },
    {
      table: 'sign_in_days',
      retentionSeconds: signInDaysKept * daySeconds,
      deleteExpired: (db, batch) => usage.deleteExpiredDays(db, batch),
    },
    {
      table: 'sign_in_hours',
      retentionSeconds: 14 * daySeconds,
      deleteExpired: (db, batch) => usage.deleteExpiredHours(db, batch),
    },
  ]
}
