import type { Kysely } from 'kysely'
import type { Database } from './db/schema.js'
import { type Clock, systemClock } from './domain/clock.js'
import { type Digester, digester } from './domain/digest.js'
import type { TokenLink } from './domain/gateway-token.js'
import type { OperatorId } from './domain/operator.js'
import { Passwords } from './domain/passwords.js'
import { type Random, systemRandom } from './domain/random.js'
import { type Successor, successorOf } from './domain/refresh-family.js'
import { FailedSignIns } from './jobs/failed-sign-ins.js'
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
  readonly lastUses: LastUses<TokenLink>
  readonly operatorUses: LastUses<OperatorId>
  readonly failedSignIns: FailedSignIns
  /** Writes what waits to be written in the background. */
  flush(): Promise<void>
}

export interface DependencyOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** Told when something could not be written in the background. */
  readonly onDropped: (what: string, error: unknown, dropped: number) => void
}

/** Everything over one database and one master key. */
export function createDependencies(
  db: Kysely<Database>,
  masterKey: MasterKey,
  { clock = systemClock, random = systemRandom, onDropped }: DependencyOptions,
): Dependencies {
  const repositories = createRepositories(db)
  const dropped = (what: string) => (error: unknown, count: number) => onDropped(what, error, count)
  const lastUses = new LastUses(repositories.gatewayTokens.recordUses, dropped('uses of tokens'))
  const operatorUses = new LastUses(repositories.operators.recordUses, dropped('uses of operator keys'))
  const failedSignIns = new FailedSignIns(
    repositories.auditEvents.appendFailedSignIns,
    clock,
    dropped('failed sign-ins'),
  )
  return {
    repositories,
    clock,
    random,
    digest: digester(masterKey.derive('pepper')),
    passwords: new Passwords(),
    successorOf: successorOf(masterKey.derive('refresh tokens')),
    jwtIssuers: new JwtIssuers(repositories.signingKeys, masterKey.derive('signing keys'), clock),
    lastUses,
    operatorUses,
    failedSignIns,
    async flush() {
      await Promise.all([lastUses.flush(), operatorUses.flush(), failedSignIns.flush()])
    },
  }
}
