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
import type { Metrics } from './observability/metrics.js'
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
  /** Shows how busy what is made here is. */
  readonly metrics: Metrics
  /** Told when something could not be written in the background. */
  readonly onDropped: (what: string, error: unknown, dropped: number) => void
}

/** Everything over one database and one master key. */
export function createDependencies(
  db: Kysely<Database>,
  masterKey: MasterKey,
  { clock = systemClock, random = systemRandom, metrics, onDropped }: DependencyOptions,
): Dependencies {
  const repositories = createRepositories(db)
  const passwords = new Passwords()
  metrics.watchPasswordHashing(() => passwords.load)
  const lastUses = new LastUses<TokenLink>(repositories.gatewayTokens.recordUses, {
    written: metrics.lastUses.written,
    dropped: (uses, error) => {
      metrics.lastUses.dropped(uses)
      onDropped('uses of tokens', error, uses)
    },
  })
  const operatorUses = new LastUses<OperatorId>(repositories.operators.recordUses, {
    written: () => {},
    dropped: (uses, error) => onDropped('uses of operator keys', error, uses),
  })
  const failedSignIns = new FailedSignIns(repositories.auditEvents.appendFailedSignIns, clock, (error, failures) =>
    onDropped('failed sign-ins', error, failures),
  )
  return {
    repositories,
    clock,
    random,
    digest: digester(masterKey.derive('pepper')),
    passwords,
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
