import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../errors.js'
import type { Connection } from './connection.js'
import { PreparedStatements } from './prepared-statements.js'
import type { Database } from './schema.js'

export interface PostgresqlOptions {
  readonly url: string
  /** Told when a connection that nobody uses breaks: the pool replaces it. */
  readonly onIdleError: (error: Error) => void
  /** The largest number of connections. */
  readonly connections?: number
  /** How long a statement may take, in milliseconds; 0: as long as it takes. */
  readonly statementTimeout?: number
}

/**
 * Opens a pool of connections to PostgreSQL. Connects on first use.
 * A database that is away, too busy or hanging shows as {@link Unavailable}.
 */
export function openPostgresql({
  url,
  onIdleError,
  connections = 10,
  statementTimeout = 10_000,
}: PostgresqlOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'tokenwright',
    max: connections,
    // Without these an exhausted pool or a frozen database would hang for ever.
    connectionTimeoutMillis: 3_000,
    query_timeout: statementTimeout,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    onConnect: configureSession,
  })
  // Without a listener the process dies with the database.
  pool.on('error', onIdleError)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: availablePool(pool) }) })
  return {
    kind: 'postgresql',
    db,
    counts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => db.destroy(),
  }
}

/**
 * Prefers an index to reading a whole table: plans of prepared statements are kept, also those made while a table was small or empty.
 * Without `jit = off` a statement that has to read a whole table would be compiled first, as PostgreSQL takes it for an expensive one.
 */
async function configureSession(client: pg.ClientBase): Promise<void> {
  await client.query('set enable_seqscan = off; set jit = off')
}

/** The pool as Kysely needs it, with errors that mean "away" told apart. */
function availablePool(pool: pg.Pool): pg.Pool {
  const wrapped = new WeakMap<pg.PoolClient, pg.PoolClient>()
  const prepared = new PreparedStatements()
  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect().catch((error: unknown) => {
      throw asUnavailable(error, true)
    })
    const known = wrapped.get(client)
    if (known) return known
    let broken: Error | undefined
    client.on('error', (error) => {
      broken = error
    })
    const own = Object.create(client, {
      query: {
        value: async (text: string, values: unknown[]) => {
          try {
            return await client.query({ name: prepared.nameOf(text), text, values })
          } catch (error) {
            const told = asUnavailable(error, false)
            if (told instanceof Unavailable) broken = told
            throw told
          }
        },
      },
      // A broken connection leaves the pool instead of failing the next caller.
      release: { value: () => client.release(broken) },
    }) as pg.PoolClient
    wrapped.set(client, own)
    return own
  }
  return { connect, end: () => pool.end() } as unknown as pg.Pool
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
])

/** SQLSTATE classes 08 (connection), 40 (lost against another transaction), 53 (resources), 57 (operator intervention): not the query is at fault. */
function asUnavailable(error: unknown, connecting: boolean): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const away =
    (typeof code === 'string' && (awayCodes.has(code) || /^(08|40|53|57)...$/.test(code))) ||
    // pg gives its own timeouts and lost connections no code.
    (code === undefined && /timeout|terminated|not queryable|connection error|ended/i.test(String(message))) ||
    (connecting && code === undefined)
  return away ? new Unavailable('the database is away', 1, { cause: error }) : error
}
