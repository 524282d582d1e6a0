import { availableParallelism } from 'node:os'
import type { Kysely } from 'kysely'
import { type Clock, systemClock } from './clock.js'
import type { BatchingOptions } from './concurrency/batcher.js'
import type { Config } from './config.js'
import { type AcceptingDigester, acceptingDigester, type Digester } from './crypto/digest.js'
import type { KeyFingerprint, MasterKeyPair } from './crypto/master-key.js'
import { type PasswordCosts, PasswordHasher } from './crypto/password-hashing.js'
import { type Random, systemRandom } from './crypto/random.js'
import type { Secret } from './crypto/secret.js'
import type { DigestMigration } from './database/migrate-digests.js'
import type { NearReads } from './database/near-reads.js'
import type { Database } from './database/schema.js'
import { FailedSignIns } from './domain/audit/failed-sign-ins.js'
import type { AuditRepository } from './domain/audit/repository.js'
import { AuditService } from './domain/audit/service.js'
import type { FailureBudget, FailureLimit } from './domain/failure-budgets/failure-limits.js'
import { DigestMigrator } from './domain/master-keys/digest-migrator.js'
import { MasterKeyRotation } from './domain/master-keys/master-key-rotation.js'
import { type RefreshKeys, refreshKeyOf } from './domain/security-users/refresh-family.js'
import { UsageService } from './domain/usage/service.js'
import type { Metrics } from './observability/metrics.js'
import type { Tracer } from './observability/tracer.js'
import type { OidcSettings } from './oidc-config.js'
import { countUnderOtherMasterKey, type Repositories } from './repositories.js'

/** What several services are built from. */
export interface Shared {
  readonly db: Kysely<Database>
  /** The reads that a standby may answer. */
  readonly reads: NearReads
  readonly clock: Clock
  readonly random: Random
  /** Identifies the current master key: everything new is written under it. */
  readonly masterKey: KeyFingerprint
  /** Computes the digest under which a new secret is stored. */
  readonly digest: Digester
  /** Computes the digests under which a presented secret may be stored: two while the master key rotates. */
  readonly acceptedDigests: AcceptingDigester
  readonly refreshKeys: RefreshKeys
  readonly masterKeyRotation: MasterKeyRotation
  readonly passwords: PasswordHasher
  /** How many cores the process may use for passwords. */
  readonly cores: number
  readonly audit: AuditService
  /** Counts sign-ins. */
  readonly usage: UsageService
  readonly metrics: Metrics
  readonly onDropped: ServicesOptions['onDropped']
}

export interface ServicesOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Shows the load of the services. */
  readonly metrics: Metrics
  /** Absent: nothing is traced. */
  readonly tracer?: Tracer | undefined
  /** Told what could not be written in the background, and how many of it. */
  readonly onDropped: (what: string, error: unknown, dropped: number) => void
  /** The reads that a standby may answer; absent: all go to the database. */
  readonly reads?: NearReads
  /** How concurrent questions and writes are combined into batches. */
  readonly batching?: Partial<BatchingOptions>
  /** The proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[]
  /** With it, gateway tokens are made and recognised in the form of GOV.UK Pay. */
  readonly payApiHmacSecret?: Secret | undefined
  /** With it, gateway tokens that were imported as hashes are known. */
  readonly legacyTokenBcryptSalt?: Secret | undefined
  /** How operators sign in with an identity provider. */
  readonly oidc?: OidcSettings | undefined
  /** Told why the identity provider is of no use at the moment. */
  readonly onIdentityProviderFailed?: (error: unknown) => void
  /** Another one for tests; see `IdentityProviderOptions`. */
  readonly jwksCooldownMs?: number
  /** Other ones for tests. */
  readonly failureLimits?: Readonly<Record<FailureBudget, FailureLimit>>
  /** Of the server, for its diagnosis; absent in a mock. */
  readonly config?: Config
  /** Told which check of the diagnosis could not be made. */
  readonly onFailedCheck?: (check: string, error: unknown) => void
  /** How many cores the process may use for passwords; all where it is absent. */
  readonly cores?: number
  /** Cheap ones for tests. */
  readonly passwordCosts?: PasswordCosts
}

export function createShared(
  db: Kysely<Database>,
  { current, previous }: MasterKeyPair,
  {
    clock = systemClock,
    random = systemRandom,
    metrics,
    onDropped,
    cores = availableParallelism(),
    passwordCosts,
  }: Omit<ServicesOptions, 'reads'>,
  reads: NearReads,
  repositories: Repositories,
): Shared {
  const masterKey = current.fingerprint
  const currentKey = refreshKeyOf(current)
  const previousKey = previous && refreshKeyOf(previous)
  const usage = new UsageService({ db, repository: repositories.usage, onDropped })
  const passwords = new PasswordHasher({ concurrency: cores, ...(passwordCosts && { costs: passwordCosts }) })
  return {
    db,
    reads,
    clock,
    random,
    masterKey,
    digest: currentKey.digest,
    acceptedDigests: acceptingDigester(currentKey.digest, previousKey?.digest),
    refreshKeys: previousKey ? [currentKey, previousKey] : [currentKey],
    masterKeyRotation: new MasterKeyRotation({
      db,
      repository: repositories.masterKeys,
      current: masterKey,
      previous: previous?.fingerprint,
      usage: (db, now) => countUnderOtherMasterKey(repositories, db, now),
    }),
    passwords,
    cores,
    audit: createAudit({ db, clock, metrics, usage, onDropped }, repositories.audit),
    usage,
    metrics,
    onDropped,
  }
}

function createAudit(
  { db, clock, metrics, usage, onDropped }: Pick<Shared, 'db' | 'clock' | 'metrics' | 'usage' | 'onDropped'>,
  repository: AuditRepository,
): AuditService {
  const failedSignIns = new FailedSignIns({
    append: (events) => repository.appendAll(db, events),
    clock,
    onDropped: (count, error) => onDropped('failed sign-ins', error, count),
  })
  return new AuditService({
    db,
    repository,
    failedSignIns,
    onFailedSignIn: (api) => {
      metrics.signInFailures.count(api)
      usage.recordRefusal(api, clock())
    },
  })
}

/** @param repository stores the digests that migrate */
export function createDigestMigrator(
  { db, masterKeyRotation, onDropped }: Shared,
  repository: { migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> },
): DigestMigrator {
  return new DigestMigrator({
    db,
    isMigrating: () => masterKeyRotation.isMigrating,
    migrateDigests: (db, migrations) => repository.migrateDigests(db, migrations),
    onDropped: (count, error) => onDropped('digests under the current master key', error, count),
  })
}
