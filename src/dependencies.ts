import type { Kysely } from 'kysely'
import type { Database } from './db/schema.js'
import { type Clock, systemClock } from './domain/clock.js'
import { type AcceptingDigester, acceptingDigester, type Digester, digester } from './domain/digest.js'
import { Passwords } from './domain/passwords.js'
import { type Random, systemRandom } from './domain/random.js'
import { type RefreshKey, type RefreshKeys, successorOf } from './domain/refresh-family.js'
import { LastUses } from './jobs/last-uses.js'
import { Rekeyings } from './jobs/rekeyings.js'
import { JwtIssuers } from './keys/jwt-issuers.js'
import { KeyRotation } from './keys/key-rotation.js'
import type { MasterKey, MasterKeyPair } from './keys/master-key.js'
import { repositories as createRepositories, type Repositories } from './repositories/repositories.js'

/** What an API's implementation is made from. */
export interface Dependencies {
  readonly repositories: Repositories
  readonly clock: Clock
  readonly random: Random
  /** The digest under which secrets of ours are stored. */
  readonly digest: Digester
  /** The digests under which a secret that is presented may be stored: more than one while the master key rotates. */
  readonly acceptedDigests: AcceptingDigester
  readonly passwords: Passwords
  readonly refreshKeys: RefreshKeys
  readonly jwtIssuers: JwtIssuers
  readonly lastUses: LastUses
  readonly keyRotation: KeyRotation
  /** Told of every secret that is used, so that a rotation of the master key moves it. */
  readonly rekeyings: Rekeyings
}

export interface DependencyOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Told when uses of tokens could not be written. */
  readonly onDroppedUses: (error: unknown, dropped: number) => void
  /** Told when digests could not be moved to the current master key; they are at their next use. */
  readonly onDroppedRekeyings: (error: unknown, dropped: number) => void
}

/** Everything over one database and its master keys. */
export function createDependencies(
  db: Kysely<Database>,
  { current, previous }: MasterKeyPair,
  { clock = systemClock, random = systemRandom, onDroppedUses, onDroppedRekeyings }: DependencyOptions,
): Dependencies {
  const repositories = createRepositories(db, current.fingerprint)
  const keyRotation = new KeyRotation(repositories.masterKeys, current.fingerprint, previous?.fingerprint)
  const movesOn = (): boolean => keyRotation.movesOn
  const currentKey = refreshKey(current)
  const previousKey = previous && refreshKey(previous)
  const wrappingKeys = {
    current: current.derive('signing keys'),
    previous: previous?.derive('signing keys'),
    movesOn,
  }
  return {
    repositories,
    clock,
    random,
    digest: currentKey.digest,
    acceptedDigests: acceptingDigester(currentKey.digest, previousKey?.digest),
    passwords: new Passwords(),
    refreshKeys: previousKey ? [currentKey, previousKey] : [currentKey],
    jwtIssuers: new JwtIssuers(repositories.signingKeys, wrappingKeys, clock),
    lastUses: new LastUses(repositories.gatewayTokens.recordUses, onDroppedUses),
    keyRotation,
    rekeyings: new Rekeyings(movesOn, repositories.masterKeys.rekey, onDroppedRekeyings),
  }
}

function refreshKey(masterKey: MasterKey): RefreshKey {
  return {
    digest: digester(masterKey.derive('pepper')),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
  }
}
