import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { tryLock } from 'fs-native-extensions'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Connection, ConnectionCounts } from './connection.js'
import { DirectoryInUse } from './errors.js'
import type { Database } from './schema.js'

/** PGlite's types of `int8` and `bytea`, as `pg` gives them. */
const parsers = {
  20: (value: string) => value,
  17: (value: string) => Buffer.from(value.slice(2), 'hex'),
}

export interface EmbeddedOptions {
  /** Where the data is kept, or `undefined` for memory. */
  readonly directory: string | undefined
  /** A dump of a data directory to start from, instead of an empty database. */
  readonly template?: Blob
  /** Called when the directory has no database yet. To create one takes some seconds. */
  readonly onCreate?: () => void
}

/**
 * Opens the embedded database: PostgreSQL as WebAssembly, in this process (PGlite). It runs one query at a time on the JavaScript
 * thread and never calls fsync. The first query waits until it has started, and fails where it cannot: whoever opens it can do other things meanwhile.
 * @throws {DirectoryInUse} naming the process that holds the directory: PGlite itself would silently lose writes
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
    // Not through Kysely, which leaves a pool open that it has never used.
    close: () => pool.end(),
  }
}

async function startPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, parsers })
  // As a server's default would be; PGlite takes the zone of the machine.
  await pglite.exec("set time zone 'UTC'")
  return pglite
}

/** A dump of a migrated database, for {@link EmbeddedOptions.template}. */
export async function dumpEmbedded(prepare: (db: Kysely<Database>) => Promise<void>): Promise<Blob> {
  const pglite = await startPglite({})
  const pool = new SingleConnectionPool(Promise.resolve(pglite))
  await prepare(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }))
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  return dump
}

/**
 * Takes the lock beside PGlite's own directory. The kernel frees it when the process dies, however it dies.
 * The directory is made 0700, since PGlite's files are readable by everybody.
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

/** A pool of one, as PGlite has one connection: whoever connects waits until the one before has released. */
class SingleConnectionPool implements PostgresPool {
  readonly #pglite: Promise<PGlite>
  /** Held here, since Node closes the file of a lock that nobody refers to. */
  readonly #lock: FileHandle | undefined
  #last: Promise<void> = Promise.resolve()
  /** Who has the connection, and who waits for it. */
  #taken = 0

  constructor(pglite: Promise<PGlite>, lock?: FileHandle) {
    this.#pglite = pglite
    this.#lock = lock
    // Told to whoever connects.
    pglite.catch(() => {})
  }

  get counts(): ConnectionCounts {
    return { total: 1, idle: this.#taken === 0 ? 1 : 0, waiting: Math.max(0, this.#taken - 1) }
  }

  async connect(): Promise<PostgresPoolClient> {
    this.#taken++
    const before = this.#last
    let release = (): void => {}
    this.#last = new Promise((resolve) => {
      release = () => {
        this.#taken--
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
