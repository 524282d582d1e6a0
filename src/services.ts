import type { Kysely } from 'kysely'
import type { ExpiringRows } from './cleanup-job.js'
import { WriteBehindBuffer } from './concurrency/write-behind-buffer.js'
import { createDemo } from './create-demo.js'
import type { MasterKeyPair } from './crypto/master-key.js'
import { isAnswering } from './database/connection.js'
import { NearReads } from './database/near-reads.js'
import type { Database } from './database/schema.js'
import type { Demo } from './demo.js'
import { Diagnosis } from './doctor/diagnosis.js'
import { accessTokenProfile } from './domain/access-keys/access-token.js'
import { LeakedAccessKeySecretsService } from './domain/access-keys/leaked-secrets-service.js'
import { AccessKeyService } from './domain/access-keys/service.js'
import type { AuditSink } from './domain/audit/audit-sink.js'
import { LeakedBrokerCredentialsService } from './domain/broker-users/leaked-credentials-service.js'
import { securityTokenProfile } from './domain/broker-users/security-token.js'
import { BrokerUserService } from './domain/broker-users/service.js'
import { failureLimits } from './domain/failure-budgets/failure-limits.js'
import { FailureBudgetService } from './domain/failure-budgets/service.js'
import { GatewayTokenDirectory } from './domain/gateway-tokens/directory.js'
import { HashedTokenRepository } from './domain/gateway-tokens/hashed-token-repository.js'
import { HashedTokenService } from './domain/gateway-tokens/hashed-token-service.js'
import { GatewayTokenService } from './domain/gateway-tokens/service.js'
import { ownFormat, payFormat } from './domain/gateway-tokens/token-format.js'
import { TokenHasher } from './domain/gateway-tokens/token-hasher.js'
import { ImportService } from './domain/imports/service.js'
import { LeakService, type LeakServiceOptions } from './domain/leaks/service.js'
import { MasterKeyService } from './domain/master-keys/service.js'
import { AccountService } from './domain/operators/account-service.js'
import { IdentityProvider } from './domain/operators/identity-provider.js'
import { OperatorService } from './domain/operators/service.js'
import { OverviewService } from './domain/overview/service.js'
import { PartnerService } from './domain/partners/service.js'
import { HashedSecrets } from './domain/secrets/hashed-secrets.js'
import { sessionTokenProfile } from './domain/security-users/access-token.js'
import { SecurityUserService } from './domain/security-users/service.js'
import { SessionService } from './domain/security-users/session-service.js'
import { SignInService } from './domain/security-users/sign-in-service.js'
import { KeyRing } from './domain/signing-keys/key-ring.js'
import { SigningKeyService } from './domain/signing-keys/service.js'
import { SigningKeyImport } from './domain/signing-keys/signing-key-import.js'
import { SigningKeyRotation } from './domain/signing-keys/signing-key-rotation.js'
import { SigningKeyWrapper } from './domain/signing-keys/signing-key-wrapper.js'
import { createRepositories, expiringRows, type Repositories } from './repositories.js'
import { createDigestMigrator, createShared, type ServicesOptions, type Shared } from './shared-services.js'

/** The services of a process, each built once. */
export interface Services extends Shared {
  readonly brokerUsers: BrokerUserService
  readonly accessKeys: AccessKeyService
  readonly securityUsers: SecurityUserService
  readonly sessions: SessionService
  readonly signIns: SignInService
  readonly masterKeys: MasterKeyService
  readonly signingKeys: SigningKeyService
  readonly operators: OperatorService
  /** Absent: nobody signs in with an identity provider. */
  readonly accounts: AccountService | undefined
  readonly partners: PartnerService
  readonly gatewayTokens: GatewayTokenService
  readonly gatewayTokenDirectory: GatewayTokenDirectory
  readonly failureBudgets: FailureBudgetService
  readonly imports: ImportService
  readonly overview: OverviewService
  readonly leaks: LeakService
  readonly diagnosis: Diagnosis
  readonly demo: Demo
  /** The rows that the cleanup job deletes. */
  readonly expiringRows: (auditRetentionDays: number, auditSink?: AuditSink['name']) => readonly ExpiringRows[]
  /** Whether the database answers. */
  isAnswering(): Promise<boolean>
  /** Writes everything that is pending in the background. */
  flush(): Promise<void>
}

/** Builds the services over one database and its master keys. */
export function createServices(db: Kysely<Database>, masterKeys: MasterKeyPair, options: ServicesOptions): Services {
  const { current } = masterKeys
  const { reads = new NearReads(db) } = options
  const repositories = createRepositories({
    db,
    reads,
    masterKey: current.fingerprint,
    batching: { ...options.batching, onBatch: options.metrics.batch, tracer: options.tracer },
  })
  const shared = createShared(db, masterKeys, options, reads, repositories)
  const { audit, clock, digest, masterKeyRotation, usage } = shared
  const signingKeys = createSigningKeys(shared, masterKeys, repositories)
  options.metrics.watchSigningKeys(() => signingKeys.signingSince())
  const brokerUsers = createBrokerUsers(shared, repositories, signingKeys)
  const accessKeys = createAccessKeys(shared, repositories, signingKeys)
  const sessions = createSessions(shared, repositories, signingKeys)
  const signIns = createSignIns(shared, repositories, sessions)
  const operators = createOperators(shared, repositories)
  const gatewayTokens = createGatewayTokens(shared, repositories, options)
  const securityUsers = new SecurityUserService({ ...shared, ...repositories.securityUsers })
  const failureBudgets = createFailureBudgets(shared, repositories, options)
  const buffering = [brokerUsers, accessKeys, operators, gatewayTokens, failureBudgets, audit, usage]
  const flush = async (): Promise<void> => {
    await Promise.all(buffering.map((service) => service.flush()))
  }
  const services = {
    ...shared,
    masterKeys: new MasterKeyService({ db, rotation: masterKeyRotation, signingKeys, clock }),
    signingKeys,
    brokerUsers,
    accessKeys,
    securityUsers,
    sessions,
    signIns,
    operators,
    accounts: createAccounts(shared, options),
    partners: new PartnerService({ db, partners: repositories.partners }),
    gatewayTokens,
    gatewayTokenDirectory: new GatewayTokenDirectory({
      db,
      tokens: repositories.gatewayTokens,
      directory: repositories.gatewayTokenDirectory,
    }),
    failureBudgets,
    leaks: createLeaks({ ...shared, signingKeys, sessions, securityUsers, gatewayTokens, operators }, repositories),
    imports: new ImportService({ ...shared, brokerUsers, accessKeys, securityUsers, gatewayTokens }),
    demo: createDemo(db, repositories, digest, flush),
    isAnswering: () => isAnswering(db),
    expiringRows: (auditRetentionDays: number, auditSink?: AuditSink['name']) =>
      expiringRows(repositories, auditRetentionDays, auditSink),
    flush,
  }
  const overview = new OverviewService({ ...services, repository: repositories.overview })
  return { ...services, overview, diagnosis: createDiagnosis({ ...services, overview }, masterKeys, options) }
}

function createLeaks(
  services: Shared & Omit<LeakServiceOptions, 'brokerCredentials' | 'accessKeySecrets'>,
  { brokerUsers: users, brokerSecrets, accessKeys, accessKeySecrets }: Repositories,
): LeakService {
  return new LeakService({
    ...services,
    brokerCredentials: new LeakedBrokerCredentialsService({ ...services, users, secrets: brokerSecrets }),
    accessKeySecrets: new LeakedAccessKeySecretsService({ ...services, accessKeys, secrets: accessKeySecrets }),
  })
}

/** Without a configuration the demo is taken to be wanted. */
function createDiagnosis(
  services: Omit<Services, 'diagnosis'>,
  { previous }: MasterKeyPair,
  { config, legacyTokenBcryptSalt, onFailedCheck = () => {} }: ServicesOptions,
): Diagnosis {
  const { db, reads, clock, overview } = services
  return new Diagnosis({
    connection: { db, nearReads: reads, kind: config?.databaseUrl === undefined ? 'embedded' : 'postgresql' },
    config,
    settings: { demo: config?.demo ?? true, legacyTokenBcryptSalt, isRotating: previous !== undefined },
    services,
    counts: {
      keyUsage: () => overview.keyUsage(),
      hashedTokens: () => overview.hashedTokens(),
    },
    clock,
    onFailed: onFailedCheck,
  })
}

function createSigningKeys(
  { db, clock, masterKeyRotation }: Shared,
  { current, previous }: MasterKeyPair,
  { signingKeys: repository }: Repositories,
): SigningKeyService {
  const wrapper = new SigningKeyWrapper({
    current: current.derive('signing keys'),
    previous: previous?.derive('signing keys'),
    isMigrating: () => masterKeyRotation.isMigrating,
  })
  const keyRing = new KeyRing({ db, repository, wrapper, clock })
  const rotation = new SigningKeyRotation({ repository, wrapper, keyRing })
  const keyImport = new SigningKeyImport({ repository, wrapper, keyRing, rotation })
  return new SigningKeyService({ db, repository, wrapper, keyRing, rotation, keyImport, clock })
}

function createOperators(shared: Shared, { operators: repository }: Repositories): OperatorService {
  const { db, onDropped } = shared
  return new OperatorService({
    ...shared,
    repository,
    digestMigrator: createDigestMigrator(shared, repository),
    lastUses: new WriteBehindBuffer({
      write: (uses) => repository.recordUses(db, uses),
      onDropped: (uses, error) => onDropped('last uses of operator keys', error, uses),
    }),
  })
}

function createAccounts(
  { clock }: Shared,
  { oidc, metrics, onIdentityProviderFailed: onFailed = () => {}, jwksCooldownMs }: ServicesOptions,
): AccountService | undefined {
  if (!oidc) return undefined
  metrics.identityProvider.watch()
  const identityProvider = new IdentityProvider({
    ...oidc,
    clock,
    onFailed,
    onRequested: metrics.identityProvider.requested,
    ...(jwksCooldownMs !== undefined && { jwksCooldownMs }),
  })
  return new AccountService({ settings: oidc, identityProvider })
}

function createBrokerUsers(shared: Shared, repositories: Repositories, signingKeys: SigningKeyService) {
  const { brokerUsers: users, brokerAccounts: accounts, brokerSecrets: secrets } = repositories
  return new BrokerUserService({
    ...shared,
    users,
    accounts,
    hashMigrator: createDigestMigrator(shared, users),
    secretMigrator: createDigestMigrator(shared, secrets),
    hashedSecrets: new HashedSecrets({ ...shared, secrets }),
    securityTokens: signingKeys.issuerFor(securityTokenProfile),
  })
}

function createAccessKeys(shared: Shared, repositories: Repositories, signingKeys: SigningKeyService) {
  const { accessKeySecrets: secrets } = repositories
  return new AccessKeyService({
    ...shared,
    accessKeys: repositories.accessKeys,
    secretMigrator: createDigestMigrator(shared, secrets),
    hashedSecrets: new HashedSecrets({ ...shared, secrets }),
    accessTokens: signingKeys.issuerFor(accessTokenProfile),
  })
}

function createSessions(shared: Shared, { securityUsers }: Repositories, signingKeys: SigningKeyService) {
  const accessTokens = signingKeys.issuerFor(sessionTokenProfile)
  return new SessionService({ ...shared, ...securityUsers, accessTokens })
}

function createSignIns(shared: Shared, { securityUsers }: Repositories, sessions: SessionService): SignInService {
  const signIns = new SignInService({ ...shared, ...securityUsers, sessions })
  const { metrics, passwords } = shared
  // A sign-in that waits is a hash that waits.
  metrics.watchPasswordHashing(() => ({
    running: passwords.load.running,
    waiting: passwords.load.waiting + signIns.load.waiting,
  }))
  return signIns
}

function createGatewayTokens(
  shared: Shared,
  { gatewayTokens: repository }: Repositories,
  { payApiHmacSecret, legacyTokenBcryptSalt: salt }: ServicesOptions,
): GatewayTokenService {
  const { db, metrics, onDropped, passwords, random } = shared
  const format = payApiHmacSecret ? payFormat(random, payApiHmacSecret) : ownFormat(random)
  return new GatewayTokenService({
    ...shared,
    repository,
    format,
    hashedTokens: new HashedTokenService({
      ...shared,
      tokens: repository,
      repository: new HashedTokenRepository(shared.masterKey),
      hasher: salt && new TokenHasher(salt, (work) => passwords.queue(work)),
      format,
    }),
    digestMigrator: createDigestMigrator(shared, repository),
    lastUses: new WriteBehindBuffer({
      write: (uses) => repository.recordUses(db, uses),
      onWritten: metrics.lastUses.written,
      onDropped: (uses, error) => {
        metrics.lastUses.dropped(uses)
        onDropped('last uses of gateway tokens', error, uses)
      },
    }),
  })
}

function createFailureBudgets(
  { db, clock, onDropped }: Shared,
  { failureCounts: repository }: Repositories,
  { failureLimits: limits = failureLimits, trustedProxies = [] }: ServicesOptions,
): FailureBudgetService {
  return new FailureBudgetService({
    db,
    repository,
    limits,
    trustedProxies,
    clock,
    onDropped: (counts, error) => onDropped('failures of addresses', error, counts),
  })
}
