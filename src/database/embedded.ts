import type { FileHandle } from 'node:fs/promises'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Unavailable } from '../errors.js'
import type { Tracer } from '../observability/tracer.js'
import type { Connection, ConnectionCounts } from './connection.js'
import { damaged, type EmbeddedDirectory, openDirectory } from './embedded-directory.js'
import { FailureWatch, type OnDatabaseFailure } from './failure-watch.js'
import type { Database } from './schema.js'
import { traced } from './traced-pool.js'

/** Reads `int8` and `bytea` as `pg` does. */
const parsers = {
  20: (value: string) => value,
  17: (value: string) => Buffer.from(value.slice(2), 'hex'),
}

export interface EmbeddedOptions {
  /** `undefined`: the data is kept in memory. */
  readonly directory: string | undefined
  /** A dump of a data directory to start from, instead of an empty database. */
  readonly template?: Blob
  /** Called when the directory has no database yet. To create one takes some seconds. */
  readonly onCreate?: () => void
  /** Called for each statement that fails. */
  readonly onFailure?: OnDatabaseFailure | undefined
  /** Absent: statements are not traced. */
  readonly tracer?: Tracer | undefined
}

/**
 * Opens the embedded database: PostgreSQL as WebAssembly, in this process (PGlite). It runs one query at a time on the JavaScript
 * thread and never calls fsync. Returns before it has started: the first query waits for that, or throws what prevents it.
 * @throws {DirectoryInUse}
 * @throws {UnusableDirectory}
 */
export async function openEmbedded({
  directory,
  template,
  onCreate,
  onFailure,
  tracer,
}: EmbeddedOptions): Promise<Connection> {
  const opened = directory === undefined ? undefined : await openDirectory(directory)
  if (opened && !opened.hasDatabase) onCreate?.()
  const started = startPglite({
    ...(opened && { dataDir: opened.dataDirectory }),
    ...(template && { loadDataDir: template }),
  })
  const pool = new SingleConnectionPool(opened?.hasDatabase ? explainDamage(started, opened) : started, opened?.lock)
  const { log, isDiskFull } = new FailureWatch(onFailure)
  return {
    kind: 'embedded',
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: traced(pool, tracer) }), log }),
    counts: () => pool.counts,
    isDiskFull,
    // Kysely's `destroy` does nothing before the first query.
    close: () => pool.end(),
  }
}

/** PGlite tells what prevents its start on the standard error alone. An error with a code is one of the system's, such as a full disk. */
function explainDamage(started: Promise<PGlite>, { dataDirectory }: EmbeddedDirectory): Promise<PGlite> {
  return started.catch((error: NodeJS.ErrnoException) => {
    throw error.code === undefined ? damaged(dataDirectory, 'PostgreSQL cannot start on its files') : error
  })
}

async function startPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, parsers })
  // PGlite takes the time zone of the machine.
  await pglite.exec("set time zone 'UTC'")
  return pglite
}

/** Creates a database in memory, prepares it, and dumps it for {@link EmbeddedOptions.template}. */
export async function dumpEmbedded(prepare: (db: Kysely<Database>) => Promise<void>): Promise<Blob> {
  const pglite = await startPglite({})
  const pool = new SingleConnectionPool(Promise.resolve(pglite))
  await prepare(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }))
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  return dump
}

/** @throws {Unavailable} where the disk is full (SQLSTATE class 53), or PostgreSQL has ended itself because of it */
function rethrow(error: unknown): never {
  const { code } = error as { code?: unknown }
  const isFull = typeof code === 'string' && (code.startsWith('53') || code === 'ENOSPC')
  if (isFull || (error as Error).name === 'RuntimeError') {
    throw new Unavailable('the embedded database cannot write', 1, { cause: error })
  }
  throw error
}

/** A pool of PGlite's one connection: `connect` waits until the caller before has released it. */
class SingleConnectionPool implements PostgresPool {
  readonly #pglite: Promise<PGlite>
  /** Kept, since Node closes a file to which nothing refers, and the lock with it. */
  readonly #lock: FileHandle | undefined
  #last: Promise<void> = Promise.resolve()
  /** How many callers have the connection or wait for it. */
  #callers = 0

  constructor(pglite: Promise<PGlite>, lock?: FileHandle) {
    this.#pglite = pglite
    this.#lock = lock
    // `connect` throws it.
    pglite.catch(() => {})
  }

  get counts(): ConnectionCounts {
    return { total: 1, idle: this.#callers === 0 ? 1 : 0, waiting: Math.max(0, this.#callers - 1) }
  }

  async connect(): Promise<PostgresPoolClient> {
    this.#callers++
    const before = this.#last
    let release = (): void => {}
    this.#last = new Promise((resolve) => {
      release = () => {
        this.#callers--
        resolve()
      }
    })
    await before
    try {
      const pglite = await this.#pglite
      const query = (text: string, values: unknown[]): unknown => pglite.query(text, values).catch(rethrow)
      return { query, release } as PostgresPoolClient
    } catch (error) {
      release()
      throw error
    }
  }

  async end(): Promise<void> {
    await this.#last
    const pglite = await this.#pglite.catch(() => undefined)
    if (pglite && !pglite.closed) await pglite.close()
    await this.#lock?.close()
  }
}
