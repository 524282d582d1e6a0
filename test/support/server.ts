import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import type { Test } from 'tap'
import { MasterKey } from '../../src/crypto/master-key.js'
import type { PasswordCosts } from '../../src/crypto/password-hashing.js'
import { Secret } from '../../src/crypto/secret.js'
import type { NearReads } from '../../src/database/near-reads.js'
import type { Database } from '../../src/database/schema.js'
import {
  type FailureBudget,
  type FailureLimit,
  failureLimits,
} from '../../src/domain/failure-budgets/failure-limits.js'
import { type AppOptions, buildApp } from '../../src/http/app.js'
import { Metrics } from '../../src/observability/metrics.js'
import { RepeatedLines } from '../../src/observability/repeated-lines.js'
import type { OidcSettings } from '../../src/oidc-config.js'
import { createServices, type Services } from '../../src/services.js'
import { openTestDatabase } from './database.js'

/** A hash takes a tenth of a millisecond, where the recommended costs take 20 ms. */
const cheapPasswordCosts: PasswordCosts = { memoryKib: 64, iterations: 1 }

const unlimited: FailureLimit = { maxFailures: Number.POSITIVE_INFINITY, windowSeconds: 60 }

/** Tests fail often, from one address and within one minute. */
const noFailureLimits = everywhere(unlimited)

/** The same limit for every budget. */
export function everywhere(limit: FailureLimit): Readonly<Record<FailureBudget, FailureLimit>> {
  const budgets = Object.keys(failureLimits) as FailureBudget[]
  return Object.fromEntries(budgets.map((budget) => [budget, limit])) as Record<FailureBudget, FailureLimit>
}

/** What the hashes that a test server makes begin with. */
export const cheapPasswordPrefix = '$argon2id$v=19$m=64,t=1,p=1$'

/** A clock that tests hold and move. */
export class TestClock {
  #now: Date
  constructor(start: string) {
    this.#now = new Date(start)
  }

  readonly now = (): Date => new Date(this.#now)

  set(moment: string): void {
    this.#now = new Date(moment)
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000)
  }
}

export interface TestServer {
  readonly baseUrl: string
  readonly app: FastifyInstance
  readonly db: Kysely<Database>
  readonly services: Services
  readonly metrics: Metrics
  readonly clock: TestClock
  /** Puts the demo rows back into their first state. */
  restoreDemo(): Promise<void>
}

export interface TestServerOptions extends Partial<Omit<AppOptions, 'metrics'>> {
  /** The time at the start. */
  readonly now?: string
  readonly db?: Kysely<Database>
  /** The reads that a standby may answer; absent: all go to `db`. */
  readonly reads?: NearReads
  readonly masterKey?: MasterKey
  /** A master key that is accepted as well. */
  readonly previousMasterKey?: MasterKey | undefined
  /** One that several servers share. */
  readonly clock?: TestClock
  /** Whether the rows stay as they are, rather than the demo rows being put back. */
  readonly keepsRows?: boolean
  /** For a database that cannot be written to. */
  readonly withoutDemo?: boolean
  /** Where a test lets the writing of last uses fail. */
  readonly onDropped?: (what: string) => void
  readonly passwordCosts?: PasswordCosts
  readonly payApiHmacSecret?: Secret
  readonly legacyTokenBcryptSalt?: Secret
  readonly oidc?: OidcSettings
  readonly jwksCooldownMs?: number
  /** Absent: an address may fail as often as it likes. */
  readonly failureLimits?: Readonly<Record<FailureBudget, FailureLimit>>
}

/** A listening server with demo data, on a database of its own; all of it goes with the test. */
export async function startServer(t: Test, options: TestServerOptions = {}): Promise<TestServer> {
  const {
    now = '2026-01-02T03:04:05Z',
    clock = new TestClock(now),
    masterKey = testMasterKey(),
    previousMasterKey,
    keepsRows = false,
    db: ownDb,
    reads,
    onDropped,
    withoutDemo = false,
    passwordCosts = cheapPasswordCosts,
    failureLimits = noFailureLimits,
    payApiHmacSecret,
    legacyTokenBcryptSalt,
    oidc,
    jwksCooldownMs,
    ...appOptions
  } = options
  const metrics = new Metrics()
  const db = ownDb ?? (await openDatabase(t, metrics))
  const services = createServices(
    db,
    { current: masterKey, previous: previousMasterKey },
    {
      clock: clock.now,
      metrics,
      passwordCosts,
      failureLimits,
      payApiHmacSecret,
      legacyTokenBcryptSalt,
      ...(reads && { reads }),
      tracer: appOptions.tracer,
      oidc,
      ...(jwksCooldownMs !== undefined && { jwksCooldownMs }),
      trustedProxies: appOptions.trustedProxies ?? [],
      onDropped: onDropped ?? ((what, error) => t.error(error, `${what} are written`)),
    },
  )
  const restore = () => services.demo.restore()
  if (!withoutDemo) {
    const refusal = await services.masterKeys.begin()
    if (refusal !== undefined) throw new Error(refusal)
    if (!keepsRows) await restore()
  }
  const { readiness = async () => ({}) } = appOptions
  metrics.watchReadiness(readiness)
  const app = await buildApp(services, {
    surface: 'all',
    internalHosts: [],
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    // Each line is written.
    repeatedLines: new RepeatedLines(0),
    metrics,
    readiness,
    isStopping: () => false,
    demo: true,
    ...appOptions,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    await app.close()
    await services.flush()
  })
  const { port } = app.server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    app,
    db,
    services,
    metrics,
    clock,
    restoreDemo: restore,
  }
}

export function testMasterKey(): MasterKey {
  return new MasterKey(new Secret(randomBytes(32).toString('hex')))
}

async function openDatabase(t: Test, metrics: Metrics): Promise<Kysely<Database>> {
  const connection = await openTestDatabase(t)
  metrics.watchConnections(connection.counts)
  return connection.db
}
