import type { Kysely } from 'kysely'
import { type Clock, systemClock } from './clock.js'
import type { BatchingOptions } from './concurrency/batcher.js'
import { WriteBehindBuffer } from './concurrency/write-behind-buffer.js'
import { type AcceptingDigester, acceptingDigester, type Digester, digester } from './crypto/digest.js'
import type { KeyFingerprint, MasterKey, MasterKeyPair } from './crypto/master-key.js'
import { type PasswordCosts, PasswordHasher } from './crypto/password-hashing.js'
import { type Random, systemRandom } from './crypto/random.js'
import type { DigestMigration } from './database/migrate-digests.js'
import { repositories as createRepositories, type Repositories } from './database/repositories.js'
import type { Database } from './database/schema.js'
import { accessTokenProfile } from './domain/access-keys/access-token.js'
import { AccessKeyRepository } from './domain/access-keys/repository.js'
import { AccessKeyService } from './domain/access-keys/service.js'
import { FailedSignIns, type SignInAction } from './domain/audit/failed-sign-ins.js'
import { AuditRepository } from './domain/audit/repository.js'
import { AuditService } from './domain/audit/service.js'
import { BrokerAccountRepository } from './domain/broker-users/account-repository.js'
import { BrokerUserRepository } from './domain/broker-users/repository.js'
import { securityTokenProfile } from './domain/broker-users/security-token.js'
import { BrokerUserService } from './domain/broker-users/service.js'
import type { TokenLink } from './domain/gateway-tokens/gateway-token.js'
import { Rekeyings } from './domain/master-keys/digest-migration.js'
import { DigestMigrator } from './domain/master-keys/digest-migrator.js'
import { KeyRotation } from './domain/master-keys/master-key-rotation.js'
import type { OperatorId } from './domain/operators/operator.js'
import { SecretRepository } from './domain/secrets/repository.js'
import { type RefreshKey, type RefreshKeys, successorOf } from './domain/security-users/refresh-family.js'
import { JwtIssuers } from './domain/signing-keys/service.js'
import type { Metrics, SignInApi } from './observability/metrics.js'

/** The services of a process, each built once. */
export interface Services extends Shared, Unconverted {
  readonly brokerUsers: BrokerUserService
  readonly accessKeys: AccessKeyService
  /** Writes everything that is pending in the background. */
  flush(): Promise<void>
}

/** What several services are built from. */
export interface Shared {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly random: Random
  /** Identifies the current master key: everything new is written under it. */
  readonly masterKey: KeyFingerprint
  /** Computes the digest under which a new secret is stored. */
  readonly digest: Digester
  /** Computes the digests under which a presented secret may be stored: two while the master key rotates. */
  readonly acceptedDigests: AcceptingDigester
  readonly refreshKeys: RefreshKeys
  readonly keyRotation: KeyRotation
  readonly passwords: PasswordHasher
  readonly audit: AuditService
  readonly metrics: Metrics
  readonly onDropped: ServicesOptions['onDropped']
  readonly batching: BatchingOptions | undefined
}

export interface ServicesOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Shows the load of the services. */
  readonly metrics: Metrics
  /** Told what could not be written in the background, and how many of it. */
  readonly onDropped: (what: string, error: unknown, dropped: number) => void
  /** How concurrent questions and writes are combined into batches. */
  readonly batching?: BatchingOptions
  /** Cheap ones for tests. */
  readonly passwordCosts?: PasswordCosts
}

/** Builds the services over one database and its master keys. */
export function createServices(db: Kysely<Database>, masterKeys: MasterKeyPair, options: ServicesOptions): Services {
  const repositories = createRepositories(db, masterKeys.current.fingerprint, options.batching)
  const shared = createShared(db, masterKeys, options, repositories)
  const unconverted = createUnconverted(shared, masterKeys, repositories)
  const { audit } = shared
  const { jwtIssuers, lastUses, operatorUses, rekeyings } = unconverted
  const brokerUsers = createBrokerUsers(shared, jwtIssuers)
  const accessKeys = createAccessKeys(shared, jwtIssuers)
  const flushed = [brokerUsers, accessKeys, lastUses, operatorUses, rekeyings, audit]
  return {
    ...shared,
    ...unconverted,
    brokerUsers,
    accessKeys,
    async flush() {
      await Promise.all(flushed.map((service) => service.flush()))
    },
  }
}

function createShared(
  db: Kysely<Database>,
  { current, previous }: MasterKeyPair,
  options: ServicesOptions,
  repositories: Repositories,
): Shared {
  const { clock = systemClock, random = systemRandom, metrics, onDropped, batching, passwordCosts } = options
  const currentKey = refreshKey(current)
  const previousKey = previous && refreshKey(previous)
  const passwords = new PasswordHasher(passwordCosts && { costs: passwordCosts })
  metrics.watchPasswordHashing(() => passwords.load)
  return {
    db,
    clock,
    random,
    masterKey: current.fingerprint,
    digest: currentKey.digest,
    acceptedDigests: acceptingDigester(currentKey.digest, previousKey?.digest),
    refreshKeys: previousKey ? [currentKey, previousKey] : [currentKey],
    keyRotation: new KeyRotation(repositories.masterKeys, current.fingerprint, previous?.fingerprint),
    passwords,
    audit: createAudit({ db, clock, metrics, onDropped }),
    metrics,
    onDropped,
    batching,
  }
}

function refreshKey(masterKey: MasterKey): RefreshKey {
  return {
    digest: digester(masterKey.derive('pepper')),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
  }
}

/** The API whose sign-in each of these actions is. */
const signInApis: Readonly<Record<SignInAction, SignInApi>> = {
  'broker-user.sign-in': 'broker-token',
  'access-key.sign-in': 'partner-login',
  'security-user.sign-in': 'security-management',
}

function createAudit({
  db,
  clock,
  metrics,
  onDropped,
}: Pick<Shared, 'db' | 'clock' | 'metrics' | 'onDropped'>): AuditService {
  const repository = new AuditRepository()
  const failedSignIns = new FailedSignIns({
    append: (events) => repository.appendFailedSignIns(db, events),
    clock,
    onDropped: (count, error) => onDropped('failed sign-ins', error, count),
  })
  return new AuditService({
    db,
    repository,
    failedSignIns,
    onFailedSignIn: (action) => metrics.signInFailures.count(signInApis[action]),
  })
}

/** @param repository stores the digests that migrate */
export function createDigestMigrator(
  { db, keyRotation, onDropped }: Shared,
  repository: { migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> },
): DigestMigrator {
  return new DigestMigrator({
    db,
    isMigrating: () => keyRotation.movesOn,
    migrateDigests: (db, migrations) => repository.migrateDigests(db, migrations),
    onDropped: (count, error) => onDropped('digests under the current master key', error, count),
  })
}

function createBrokerUsers(shared: Shared, jwtIssuers: JwtIssuers): BrokerUserService {
  const { masterKey } = shared
  const accounts = new BrokerAccountRepository(shared)
  const secrets = new SecretRepository({ table: 'broker_secrets', masterKey })
  const users = new BrokerUserRepository({ ...shared, accounts, secrets })
  return new BrokerUserService({
    ...shared,
    users,
    accounts,
    hashMigrator: createDigestMigrator(shared, users),
    secretMigrator: createDigestMigrator(shared, secrets),
    securityTokens: jwtIssuers.for(securityTokenProfile),
  })
}

function createAccessKeys(shared: Shared, jwtIssuers: JwtIssuers): AccessKeyService {
  const { masterKey } = shared
  const secrets = new SecretRepository({ table: 'access_key_secrets', masterKey })
  return new AccessKeyService({
    ...shared,
    accessKeys: new AccessKeyRepository({ ...shared, secrets }),
    secretMigrator: createDigestMigrator(shared, secrets),
    accessTokens: jwtIssuers.for(accessTokenProfile),
  })
}

/** What disappears when every thing of the domain has its service. */
export interface Unconverted {
  readonly repositories: Repositories
  readonly jwtIssuers: JwtIssuers
  readonly lastUses: WriteBehindBuffer<TokenLink, Date>
  readonly operatorUses: WriteBehindBuffer<OperatorId, Date>
  readonly failedSignIns: Pick<FailedSignIns, 'record'>
  readonly rekeyings: Rekeyings
}

function createUnconverted(
  { audit, clock, keyRotation, metrics, onDropped }: Shared,
  { current, previous }: MasterKeyPair,
  repositories: Repositories,
): Unconverted {
  const movesOn = (): boolean => keyRotation.movesOn
  const wrappingKeys = {
    current: current.derive('signing keys'),
    previous: previous?.derive('signing keys'),
    movesOn,
  }
  return {
    repositories,
    jwtIssuers: new JwtIssuers(repositories.signingKeys, wrappingKeys, clock),
    lastUses: new WriteBehindBuffer({
      write: repositories.gatewayTokens.recordUses,
      onWritten: metrics.lastUses.written,
      onDropped: (uses, error) => {
        metrics.lastUses.dropped(uses)
        onDropped('last uses of gateway tokens', error, uses)
      },
    }),
    operatorUses: new WriteBehindBuffer({
      write: repositories.operators.recordUses,
      onDropped: (uses, error) => onDropped('last uses of operator keys', error, uses),
    }),
    failedSignIns: { record: (failure) => audit.recordFailedSignIn(failure) },
    rekeyings: new Rekeyings(movesOn, repositories.masterKeys.rekey, (error, digests) =>
      onDropped('digests under the current master key', error, digests),
    ),
  }
}

export type Dependencies = Services
export const createDependencies = createServices
