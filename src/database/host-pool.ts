import type { PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../errors.js'
import type { ConnectionCounts } from './connection.js'
import { ReadOnlyServer, UnpromotedStandby } from './errors.js'
import { HangDetector } from './hang-detector.js'
import { knownProcessIds, PoolClient } from './pool-client.js'
import type { StatementNames } from './statement-names.js'
import { unavailable } from './unavailability.js'

/** A host that gives no connection to a primary. Another host of the list may. */
export class HostUnavailable extends Unavailable {}

export interface HostPoolOptions {
  /** With one host. */
  readonly url: string
  readonly onIdleError: (error: Error) => void
  readonly maxConnections: number
  /** How long a caller waits for a connection. */
  readonly connectTimeoutMs: number
  /** How long the start of a connection may take: shorter, where other hosts have to be tried within the time of a caller. */
  readonly hostTimeoutMs: number
  readonly statementTimeoutMs: number
  readonly lockTimeoutMs: number
  /** Whether a server that is read-only by its configuration is refused as a standby is. */
  readonly isReadWrite: boolean
  /** Whether the host may be a standby, whose state somebody else watches. */
  readonly mayBeStandby: boolean
  /** Whether a commit is answered only after every synchronous standby shows it (`synchronous_commit = remote_apply`). */
  readonly awaitsStandbys: boolean
  /** Of statements that recur; without them none is prepared. */
  readonly names: StatementNames | undefined
}

/** How long the probe of a database that seems to hang may take. */
const probeTimeoutMs = 1_000

/** The connections to one host. Whether it hangs is found out by a probe of this host. */
export class HostPool {
  readonly #pool: pg.Pool
  readonly #clients = new WeakMap<pg.PoolClient, PoolClient>()
  readonly #hangDetector: HangDetector
  readonly #names: StatementNames | undefined

  constructor(options: HostPoolOptions) {
    const { url, onIdleError, maxConnections, connectTimeoutMs, hostTimeoutMs, statementTimeoutMs, names } = options
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'tokenwright',
      max: maxConnections,
      // Without timeouts an exhausted pool or a frozen database would block for ever.
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: statementTimeoutMs,
      keepAlive: true,
      onConnect: (client) => configure(client, options),
      // The pool has one time for both.
      Client: class extends pg.Client {
        constructor(config?: pg.ClientConfig) {
          super({ ...config, connectionTimeoutMillis: hostTimeoutMs })
        }
      },
    })
    // Without a listener the error of an idle connection would end the process.
    this.#pool.on('error', onIdleError)
    this.#hangDetector = new HangDetector({ probe: (processIds) => findBusy(url, processIds) })
    this.#names = names
  }

  get counts(): ConnectionCounts {
    const { totalCount, idleCount, waitingCount } = this.#pool
    return { total: totalCount, idle: idleCount, waiting: waitingCount }
  }

  /**
   * @throws {HostUnavailable} where the host is away, hangs or is no primary
   * @throws {Unavailable} where every connection is in use
   */
  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      this.#throwIfHanging()
      const client = await this.#connect()
      const known = this.#clients.get(client) ?? new PoolClient(client, this.#names, this.#hangDetector)
      this.#clients.set(client, known)
      // Kysely calls the other form of `query`, with a cursor, for streams alone: they are not used.
      if (known.isCurrent) return known as unknown as PostgresPoolClient
      known.release()
    }
  }

  #throwIfHanging(): void {
    try {
      this.#hangDetector.throwIfHanging()
    } catch (error) {
      throw hostUnavailable(error)
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    const connecting = this.#pool.connect()
    try {
      return await this.#hangDetector.watch(connecting)
    } catch (error) {
      // Where the database hangs, the connection may still come.
      connecting.then(
        (client) => client.release(true),
        () => {},
      )
      // Whatever prevents it, such as a password that was changed: no statement was run, and the same call can succeed later.
      throw isExhausted(error) ? unavailable(error) : hostUnavailable(error)
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

/** Whether no connection of the pool became free in time: the host itself may be well. */
function isExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect'
}

function hostUnavailable(cause: unknown): HostUnavailable {
  // One of this project says what is wrong.
  const { message } = cause instanceof Unavailable ? cause : unavailable(cause)
  return new HostUnavailable(message, 1, { cause })
}

/**
 * Asks PostgreSQL on a new connection. An error, such as "too many connections", is an answer too: then every process may be busy.
 * @returns the processes that work on a statement
 * @throws why there is no answer
 */
async function findBusy(url: string, processIds: readonly number[]): Promise<ReadonlySet<number>> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tokenwright probe',
    connectionTimeoutMillis: probeTimeoutMs,
    query_timeout: probeTimeoutMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    if (processIds.length === 0) return new Set()
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where pid = any($1) and (state is null or state not like 'idle%')`,
      [processIds],
    )
    return new Set(rows.map(({ pid }) => pid))
  } catch (error) {
    if (error instanceof pg.DatabaseError) return new Set(processIds)
    throw error
  } finally {
    // Not awaited: a database that hangs does not say goodbye.
    client.end().catch(() => {})
  }
}

/**
 * Configures a new connection. `enable_seqscan = off` prefers an index to reading a whole table: plans of prepared statements are kept, also those
 * made while a table was small or empty. Without `jit = off` a statement that has to read a whole table would be compiled first, as PostgreSQL
 * takes it for an expensive one. Settings of a statement instead of the startup packet: poolers such as PgBouncer refuse a packet with them.
 */
const configureQuery = {
  text: `select set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),
    set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
    set_config('idle_in_transaction_session_timeout', '10000', false),
    pg_is_in_recovery() as "isStandby", current_setting('default_transaction_read_only') = 'on' as "isReadOnly",
    pg_backend_pid() as "processId"`,
  // Short: nothing else watches a connection that is being made.
  query_timeout: 1_000,
}

/** Not one of the settings above: where no standby is read, the setting of the server is kept. */
const awaitStandbysQuery = {
  text: `select set_config('synchronous_commit', 'remote_apply', false)`,
  query_timeout: configureQuery.query_timeout,
}

interface ServerState {
  readonly isStandby: boolean
  readonly isReadOnly: boolean
  readonly processId: number
}

/**
 * Prepares a new connection, and refuses one to a standby, where a primary is wanted: it may lag, so that a token that was issued is unknown there and a revoked one active.
 * During a failover clients can be led to one before it is promoted. Its connections outlive the promotion, which comes after everything has
 * been replayed.
 * @throws {UnpromotedStandby}
 * @throws {ReadOnlyServer}
 */
async function configure(
  client: pg.ClientBase,
  { statementTimeoutMs, lockTimeoutMs, isReadWrite, mayBeStandby, awaitsStandbys }: HostPoolOptions,
): Promise<void> {
  const query = { ...configureQuery, values: [String(statementTimeoutMs), String(lockTimeoutMs)] }
  const [server] = (await client.query<ServerState>(query)).rows
  if (awaitsStandbys) await client.query(awaitStandbysQuery)
  if (server?.isStandby && !mayBeStandby) throw new UnpromotedStandby()
  if (server?.isReadOnly && isReadWrite) throw new ReadOnlyServer()
  // Missing in the types of pg: the process that the other end names at the start.
  const { processID } = client as { processID?: unknown }
  if (server && server.processId === processID) knownProcessIds.set(client, server.processId)
}
