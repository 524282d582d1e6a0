import type { Kysely } from 'kysely'
import { type Clock, systemClock } from './clock.js'
import type { BatchingOptions } from './concurrency/batcher.js'
import { WriteBehindBuffer } from './concurrency/write-behind-buffer.js'
import { type AcceptingDigester, acceptingDigester, type Digester, digester } from './crypto/digest.js'
import type { MasterKey, MasterKeyPair } from './crypto/master-key.js'
import { PasswordHasher } from './crypto/password-hashing.js'
import { type Random, systemRandom } from './crypto/random.js'
import { repositories as createRepositories, type Repositories } from './database/repositories.js'
import type { Database } from './database/schema.js'
import { type FailedSignIn, FailedSignIns } from './domain/audit/failed-sign-ins.js'
import type { TokenLink } from './domain/gateway-tokens/gateway-token.js'
import { Rekeyings } from './domain/master-keys/digest-migration.js'
import { KeyRotation } from './domain/master-keys/master-key-rotation.js'
import type { OperatorId } from './domain/operators/operator.js'
import { type RefreshKey, type RefreshKeys, successorOf } from './domain/security-users/refresh-family.js'
import { JwtIssuers } from './domain/signing-keys/service.js'
import type { Metrics } from './observability/metrics.js'

/** What an API's implementation is made from. */
export interface Dependencies {
  readonly repositories: Repositories
  readonly clock: Clock
  readonly random: Random
  /** The digest under which secrets of ours are stored. */
  readonly digest: Digester
  /** The digests under which a secret that is presented may be stored: more than one while the master key rotates. */
  readonly acceptedDigests: AcceptingDigester
  readonly passwords: PasswordHasher
  readonly refreshKeys: RefreshKeys
  readonly jwtIssuers: JwtIssuers
  readonly lastUses: WriteBehindBuffer<TokenLink, Date>
  readonly operatorUses: WriteBehindBuffer<OperatorId, Date>
  readonly failedSignIns: FailedSignIns
  readonly keyRotation: KeyRotation
  /** Told of every secret that is used, so that a rotation of the master key moves it. */
  readonly rekeyings: Rekeyings
  /** Writes what waits to be written in the background. */
  flush(): Promise<void>
}

export interface DependencyOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Shows how busy what is made here is. */
  readonly metrics: Metrics
  /** Told when something could not be written in the background. */
  readonly onDropped: (what: string, error: unknown, dropped: number) => void
  /** How what many calls ask and write at the same time is brought together. */
  readonly batching?: BatchingOptions
}

/** The API whose sign-in each of these actions is. */
const signInApis = {
  'broker-user.sign-in': 'broker-token',
  'access-key.sign-in': 'partner-login',
  'security-user.sign-in': 'security-management',
} as const satisfies Record<FailedSignIn['action'], string>

/** Everything over one database and its master keys. */
export function createDependencies(
  db: Kysely<Database>,
  { current, previous }: MasterKeyPair,
  { clock = systemClock, random = systemRandom, metrics, onDropped, batching }: DependencyOptions,
): Dependencies {
  const repositories = createRepositories(db, current.fingerprint, batching)
  const keyRotation = new KeyRotation(repositories.masterKeys, current.fingerprint, previous?.fingerprint)
  const movesOn = (): boolean => keyRotation.movesOn
  const currentKey = refreshKey(current)
  const previousKey = previous && refreshKey(previous)
  const wrappingKeys = {
    current: current.derive('signing keys'),
    previous: previous?.derive('signing keys'),
    movesOn,
  }
  const passwords = new PasswordHasher()
  metrics.watchPasswordHashing(() => passwords.load)
  const lastUses = new WriteBehindBuffer<TokenLink, Date>({
    write: repositories.gatewayTokens.recordUses,
    onWritten: metrics.lastUses.written,
    onDropped: (uses, error) => {
      metrics.lastUses.dropped(uses)
      onDropped('last uses of gateway tokens', error, uses)
    },
  })
  const operatorUses = new WriteBehindBuffer<OperatorId, Date>({
    write: repositories.operators.recordUses,
    onDropped: (uses, error) => onDropped('last uses of operator keys', error, uses),
  })
  const failedSignIns = new FailedSignIns(
    repositories.auditEvents.appendFailedSignIns,
    clock,
    (error, failures) => onDropped('failed sign-ins', error, failures),
    undefined,
    (action) => metrics.signInFailures.count(signInApis[action]),
  )
  // What is dropped is moved at its next use.
  const rekeyings = new Rekeyings(movesOn, repositories.masterKeys.rekey, (error, digests) =>
    onDropped('digests under the current master key', error, digests),
  )
  return {
    repositories,
    clock,
    random,
    digest: currentKey.digest,
    acceptedDigests: acceptingDigester(currentKey.digest, previousKey?.digest),
    passwords,
    refreshKeys: previousKey ? [currentKey, previousKey] : [currentKey],
    jwtIssuers: new JwtIssuers(repositories.signingKeys, wrappingKeys, clock),
    lastUses,
    operatorUses,
    failedSignIns,
    keyRotation,
    rekeyings,
    async flush() {
      await Promise.all([lastUses.flush(), operatorUses.flush(), failedSignIns.flush(), rekeyings.flush()])
    },
  }
}

function refreshKey(masterKey: MasterKey): RefreshKey {
  return {
    digest: digester(masterKey.derive('pepper')),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
  }
}
