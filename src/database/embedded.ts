import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { tryLock } from 'fs-native-extensions'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Connection, ConnectionCounts } from './connection.js'
import { DirectoryInUse } from './errors.js'
import type { Database } from './schema.js'

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
}

/**
 * Opens the embedded database: PostgreSQL as WebAssembly, in this process (PGlite). It runs one query at a time on the JavaScript
 * thread and never calls fsync. Returns before it has started: the first query waits for that, or throws what prevents it.
 * @throws {DirectoryInUse} naming the process that has the directory open: PGlite itself would silently lose writes
 */
export async function openEmbedded({ directory, template, onCreate }: EmbeddedOptions): Promise<Connection> {
  const lock = directory === undefined ? undefined : await lockDirectory(directory)
  if (directory !== undefined && !existsSync(join(directory, 'pglite', 'PG_VERSION'))) onCreate?.()
  const pool = new SingleConnectionPool(
    startPglite({
      ...(directory !== undefined && { dataDir: join(directory, 'pglite') }),
      ...(template && { loadDataDir: template }),
    }),
    lock,
  )
  return {
    kind: 'embedded',
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    counts: () => pool.counts,
    // Kysely's `destroy` does nothing before the first query.
    close: () => pool.end(),
  }
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

/**
 * Locks the directory with a file beside PGlite's own directory. The kernel releases the lock when the process ends, however it ends.
 * Creates the directory with mode 0700, since PGlite's files are world-readable.
 */
async function lockDirectory(directory: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'lock')
  const file = await open(path, 'a+', 0o600)
  if (!tryLock(file.fd)) {
    const holder = (await file.readFile('utf8')).trim()
    await file.close()
    throw new DirectoryInUse(
      `${directory} is in use by the process ${holder || '(unknown)'}; stop it, or set DATA_DIR to another directory`,
    )
  }
  await file.truncate(0)
  await file.write(`${process.pid}\n`)
  return file
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
      const query = (text: string, values: unknown[]): unknown => pglite.query(text, values)
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
