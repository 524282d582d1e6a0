import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Tracer } from '../observability/tracer.js'
import type { Connection, ConnectionCounts } from './connection.js'
import { parseDatabaseUrl } from './database-url.js'
import { UnpromotedStandby } from './errors.js'
import { FailureWatch, type OnDatabaseFailure } from './failure-watch.js'
import { HostPool, HostUnavailable } from './host-pool.js'
import type { Database } from './schema.js'
import { StatementNames } from './statement-names.js'
import { traced } from './traced-pool.js'

export interface PostgresqlOptions {
  /** With one host, or with several of which the primary is found. */
  readonly url: string
  /** Called when an unused connection is lost. The pool replaces it. */
  readonly onIdleError: (error: Error) => void
  /** Called for each statement, and each attempt to connect, that fails. */
  readonly onFailure?: OnDatabaseFailure | undefined
  /** How many connections a host has at most. */
  readonly maxConnections?: number
  /** How long a caller waits for a connection, whether all are in use or PostgreSQL does not answer. Several hosts share it. */
  readonly connectTimeoutMs?: number
  /** How long a statement may take; 0: without limit. */
  readonly statementTimeoutMs?: number
  /** How long a statement waits for a lock; 0: without limit. */
  readonly lockTimeoutMs?: number
  /** Whether statements that recur are prepared: `false` behind a pooler that does not keep them. */
  readonly isPreparing?: boolean
  /** Whether the host may be a standby, whose state somebody else watches. */
  readonly mayBeStandby?: boolean
  /** Whether a commit is answered only after every synchronous standby shows it (`synchronous_commit = remote_apply`). */
  readonly awaitsStandbys?: boolean
  /** Absent: statements are not traced. */
  readonly tracer?: Tracer | undefined
}

/**
 * Opens a pool of connections to PostgreSQL. Connects on first use.
 * Statements throw `Unavailable` while the database is away, too busy or hanging.
 * @throws {InvalidDatabaseUrl}
 */
export function openPostgresql({
  url,
  onIdleError,
  onFailure,
  maxConnections = 10,
  connectTimeoutMs = 1_500,
  statementTimeoutMs = 10_000,
  lockTimeoutMs = 1_000,
  isPreparing = true,
  mayBeStandby = false,
  awaitsStandbys = false,
  tracer,
}: PostgresqlOptions): Connection {
  const { hosts, isReadWrite } = parseDatabaseUrl(url)
  const names = isPreparing ? new StatementNames() : undefined
  const hostTimeoutMs = Math.ceil(connectTimeoutMs / hosts.length)
  const limits = { maxConnections, connectTimeoutMs, hostTimeoutMs, statementTimeoutMs, lockTimeoutMs }
  const kind = { isReadWrite, mayBeStandby, awaitsStandbys }
  const pools = hosts.map((host) => new HostPool({ url: host, onIdleError, ...limits, ...kind, names }))
  const watch = new FailureWatch(onFailure)
  const pool = new PrimaryPool(pools, connectTimeoutMs, watch)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: traced(pool, tracer) }), log: watch.log })
  return {
    kind: 'postgresql',
    db,
    counts: () => pool.counts,
    isDiskFull: watch.isDiskFull,
    close: () => db.destroy(),
  }
}

/** The connections to the primary, whichever host that is. */
class PrimaryPool implements PostgresPool {
  readonly #hosts: readonly HostPool[]
  readonly #connectTimeoutMs: number
  /** The host that is tried first: the last one that gave a connection, unless it failed since. */
  #preferred = 0
  readonly #watch: FailureWatch

  constructor(hosts: readonly HostPool[], connectTimeoutMs: number, watch: FailureWatch) {
    this.#hosts = hosts
    this.#watch = watch
    this.#connectTimeoutMs = connectTimeoutMs
  }

  get counts(): ConnectionCounts {
    const all = this.#hosts.map(({ counts }) => counts)
    const sum = (of: keyof ConnectionCounts) => all.reduce((total, counts) => total + counts[of], 0)
    return { total: sum('total'), idle: sum('idle'), waiting: sum('waiting') }
  }

  /** Tries the hosts in turn, each once, as long as the caller has time. */
  async connect(): Promise<PostgresPoolClient> {
    const deadline = performance.now() + this.#connectTimeoutMs
    const failures: HostUnavailable[] = []
    for (let index = this.#preferred; ; index = this.#next(index)) {
      try {
        const client = await (this.#hosts[index] as HostPool).connect()
        this.#preferred = index
        return client
      } catch (error) {
        if (!(error instanceof HostUnavailable)) throw this.#seen(error)
        // Unless another caller has found the primary meanwhile.
        if (this.#preferred === index) this.#preferred = this.#next(index)
        failures.push(error)
        if (failures.length === this.#hosts.length || performance.now() > deadline)
          throw this.#seen(mostTelling(failures))
      }
    }
  }

  /** Only what a caller gets: a standby in the list is no failure. */
  #seen(error: unknown): unknown {
    this.#watch.see(error)
    return error
  }

  #next(index: number): number {
    return (index + 1) % this.#hosts.length
  }

  async end(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.end()))
  }
}

/** What PostgreSQL or the network said, rather than that a host is a standby. */
function mostTelling(failures: readonly HostUnavailable[]): unknown {
  return failures.find(({ cause }) => !(cause instanceof UnpromotedStandby)) ?? failures.at(-1)
}
