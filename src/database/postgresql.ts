import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../errors.js'
import type { Connection } from './connection.js'
import { UnpromotedStandby } from './errors.js'
import { HangDetector } from './hang-detector.js'
import { FullDiskWatch } from './readiness.js'
import type { Database } from './schema.js'

export interface PostgresqlOptions {
  readonly url: string
  /** Called when an unused connection is lost. The pool replaces it. */
  readonly onIdleError: (error: Error) => void
  readonly maxConnections?: number
  /** How long a caller waits for a connection, whether all are in use or PostgreSQL does not answer. */
  readonly connectTimeoutMs?: number
  /** How long a statement may take; 0: without limit. */
  readonly statementTimeoutMs?: number
  /** How long a statement waits for a lock; 0: without limit. */
  readonly lockTimeoutMs?: number
  /** Whether statements that recur are prepared: `false` behind a pooler that does not keep them. */
  readonly isPreparing?: boolean
}

/** How long the probe of a database that seems to hang may take. */
const probeTimeoutMs = 1_000

/**
 * Opens a pool of connections to PostgreSQL. Connects on first use.
 * Statements throw {@link Unavailable} while the database is away, too busy or hanging.
 */
export function openPostgresql({
  url,
  onIdleError,
  maxConnections = 10,
  connectTimeoutMs = 1_500,
  statementTimeoutMs = 10_000,
  lockTimeoutMs = 1_000,
  isPreparing = true,
}: PostgresqlOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'tokenwright',
    max: maxConnections,
    // Without timeouts an exhausted pool or a frozen database would block for ever.
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: statementTimeoutMs,
    keepAlive: true,
    onConnect: (client) => configure(client, { statementTimeoutMs, lockTimeoutMs }),
  })
  // Without a listener the error of an idle connection would end the process.
  pool.on('error', onIdleError)
  const hangDetector = new HangDetector({ probe: (processIds) => findBusy(url, processIds) })
  const names = isPreparing ? new StatementNames() : undefined
  const { log, isFull } = new FullDiskWatch()
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool(pool, hangDetector, names) }), log })
  return {
    kind: 'postgresql',
    db,
    counts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    isDiskFull: isFull,
    close: () => db.destroy(),
  }
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

/** The process of PostgreSQL behind a connection. A pooler in between lends its clients one process after the other: then it is not known. */
const knownProcessIds = new WeakMap<pg.ClientBase, number>()

/**
 * Configures a new connection. `enable_seqscan = off` prefers an index to reading a whole table: plans of prepared statements are kept, also those
 * made while a table was small or empty. Without `jit = off` a statement that has to read a whole table would be compiled first, as PostgreSQL
 * takes it for an expensive one. Settings of a statement instead of the startup packet: poolers such as PgBouncer refuse a packet with them.
 */
const configureQuery = {
  text: `select set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false),
    set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
    set_config('idle_in_transaction_session_timeout', '10000', false),
    pg_is_in_recovery() as "isStandby", pg_backend_pid() as "processId"`,
  // Short: nothing else watches a connection that is being made.
  query_timeout: 1_000,
}

/**
 * Prepares a new connection, and refuses one to a standby: it may lag, so that a token that was issued is unknown there and a revoked one active.
 * During a failover clients can be led to one before it is promoted. Its connections outlive the promotion, which comes after everything has
 * been replayed.
 * @throws {UnpromotedStandby}
 */
async function configure(
  client: pg.ClientBase,
  { statementTimeoutMs, lockTimeoutMs }: Required<Pick<PostgresqlOptions, 'statementTimeoutMs' | 'lockTimeoutMs'>>,
): Promise<void> {
  const query = { ...configureQuery, values: [String(statementTimeoutMs), String(lockTimeoutMs)] }
  const { rows } = await client.query<{ isStandby: boolean; processId: number }>(query)
  const [server] = rows
  if (server?.isStandby) throw new UnpromotedStandby()
  // Missing in the types of pg: the process that the other end names at the start.
  const { processID } = client as { processID?: unknown }
  if (server && server.processId === processID) knownProcessIds.set(client, server.processId)
}

/** The pool of `pg` as Kysely uses it. */
class Pool implements PostgresPool {
  readonly #pool: pg.Pool
  readonly #clients = new WeakMap<pg.PoolClient, Client>()
  readonly #hangDetector: HangDetector
  readonly #names: StatementNames | undefined

  /** @param names of statements that recur; without them none is prepared */
  constructor(pool: pg.Pool, hangDetector: HangDetector, names: StatementNames | undefined) {
    this.#pool = pool
    this.#hangDetector = hangDetector
    this.#names = names
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      this.#hangDetector.throwIfHanging()
      const client = await this.#connect()
      const known = this.#clients.get(client) ?? new Client(client, this.#names, this.#hangDetector)
      this.#clients.set(client, known)
      // Kysely calls the other form of `query`, with a cursor, for streams alone: they are not used.
      if (known.isCurrent) return known as unknown as PostgresPoolClient
      known.release()
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
      throw unavailable(error)
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }
}

/** A connection that prepares the statements that recur, and leaves the pool once it is broken. */
class Client {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames | undefined
  readonly #hangDetector: HangDetector
  /** The losses before this connection. */
  readonly #losses: number
  #broken: Error | undefined

  constructor(client: pg.PoolClient, names: StatementNames | undefined, hangDetector: HangDetector) {
    this.#client = client
    this.#names = names
    this.#hangDetector = hangDetector
    this.#losses = hangDetector.losses
    client.on('error', (error) => {
      // The first one tells the cause; that the connection has ended follows.
      this.#broken ??= unavailable(error)
    })
  }

  /** Whether the connection was made after the last loss of another one. */
  get isCurrent(): boolean {
    return this.#losses === this.#hangDetector.losses
  }

  async query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    // Such as the rollback of a transaction: it would wait for an answer that does not come.
    if (this.#broken) throw this.#broken
    try {
      const answer = this.#client.query({ name: this.#names?.nameOf(text), text, values })
      return await this.#hangDetector.watch(answer, knownProcessIds.get(this.#client))
    } catch (error) {
      if (isBusy(error)) throw unavailable(error)
      if (!isAway(error)) throw error
      this.#broken = unavailable(error)
      throw this.#broken
    }
  }

  release(): void {
    this.#client.release(this.#broken ?? !this.isCurrent)
  }
}

const recursFrom = 5
/** Each named statement takes memory in each connection. */
const maxNames = 200
const maxCounted = 2_000
/** As Kysely writes `selectAll` and `returningAll`. */
const allColumns = /(?:select|returning|,) (?:"\w+"\.)?\*/

/**
 * Gives a name to each statement that came five times: a connection keeps what has a name parsed and planned, which halves the time of a
 * look-up of 20 digests in the database. Texts whose length varies, such as lists of values, seldom recur, and are not named.
 * The name is a digest of the text: behind a pooler, several processes share a connection and the names on it. A statement that takes all
 * columns, whichever there are, is not named: PostgreSQL would refuse it on every connection once a migration has added one (0A000).
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  /** Counts a use of a statement, and gives its name once it has one. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= maxNames || allColumns.test(text)) return name
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses < recursFrom) {
      if (this.#uses.size >= maxCounted) this.#uses.clear()
      this.#uses.set(text, uses)
      return undefined
    }
    this.#uses.delete(text)
    const digest = createHash('sha256').update(text).digest('base64url')
    // PostgreSQL cuts names after 63 bytes.
    this.#names.set(text, `tokenwright_${digest}`)
    return this.#names.get(text)
  }
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
  'ENFILE',
])

/**
 * Whether an error means that the connection may be lost, rather than that the statement is wrong: SQLSTATE classes 08 (connection),
 * 53 (insufficient resources) and 57 (operator intervention), and 25P03 (the transaction has idled for too long, as in a process that stood still).
 */
function isAway(error: unknown): boolean {
  if (error instanceof Unavailable) return true
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return awayCodes.has(code) || /^((08|53|57)...|25P03)$/.test(code)
  // pg gives its own timeouts and lost connections no code.
  return code === undefined && /timeout|terminated|not queryable|connection error|ended/i.test(String(message))
}

/**
 * Whether a later try of the same statement may succeed, on the same connection: SQLSTATE class 40 (serialization failure, deadlock),
 * 55P03 (a lock is held) and 25006 (the database is read-only).
 */
function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && (code.startsWith('40') || code === '55P03' || code === '25006')
}

function unavailable(cause: unknown): Unavailable {
  return cause instanceof Unavailable ? cause : new Unavailable('the database is away or busy', 1, { cause })
}
