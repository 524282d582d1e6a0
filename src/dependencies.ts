import type { Kysely } from 'kysely'
import type { Database } from './db/schema.js'
import { type Clock, systemClock } from './domain/clock.js'
import { type Digester, digester } from './domain/digest.js'
import { Passwords } from './domain/passwords.js'
import { type Random, systemRandom } from './domain/random.js'
import { type Successor, successorOf } from './domain/refresh-family.js'
import { LastUses } from './jobs/last-uses.js'
import { JwtIssuers } from './keys/jwt-issuers.js'
import type { MasterKey } from './keys/master-key.js'
import { repositories as createRepositories, type Repositories } from './repositories/repositories.js'

/** What an API's implementation is made from. */
export interface Dependencies {
  readonly repositories: Repositories
  readonly clock: Clock
  readonly random: Random
  /** The digest under which secrets of ours are stored. */
  readonly digest: Digester
  readonly passwords: Passwords
  /** The refresh token that follows another one. */
  readonly successorOf: Successor
  readonly jwtIssuers: JwtIssuers
  readonly lastUses: LastUses
}

export interface DependencyOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Told when uses of tokens could not be written. */
  readonly onDroppedUses: (error: unknown, dropped: number) => void
}

/** Everything over one database and one master key. */
export function createDependencies(
  db: Kysely<Database>,
  masterKey: MasterKey,
  { clock = systemClock, random = systemRandom, onDroppedUses }: DependencyOptions,
): Dependencies {
  const repositories = createRepositories(db)
  return {
    repositories,
    clock,
    random,
    digest: digester(masterKey.derive('pepper')),
    passwords: new Passwords(),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
    jwtIssuers: new JwtIssuers(repositories.signingKeys, masterKey.derive('signing keys'), clock),
    lastUses: new LastUses(repositories.gatewayTokens.recordUses, onDroppedUses),
  }
}
