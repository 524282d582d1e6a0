import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { openEmbedded } from '../../src/database/embedded.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { serve } from '../bench/product.js'
import type { Workbench } from '../bench/workbench.js'

/** A server with demo data. */
export interface Target {
  readonly database: 'PostgreSQL' | 'embedded'
  readonly url: string
  readonly pid: number
  /** Stops the server. @returns the tables that changed since its start */
  stop(): Promise<string[]>
}

/** Tables that even a refused request changes: failures are counted and audited, by address and by hour, keys are created at their first use, operators show their last use. */
const unwatched = /^(signing_keys|sign_in_throttles|operators|audit_events.*|failure_counts|sign_in_hours)$/

/** Requests name other addresses, so that no limit of one address hides what the server does. */
const environment = { PORT: '0', LOG_LEVEL: 'fatal', DEMO: '1', TRUSTED_PROXIES: '127.0.0.1' }

/** A server on PostgreSQL, whose rows and keys can be read. */
export interface PostgresqlTarget extends Target {
  readonly db: Kysely<Database>
  readonly databaseUrl: string
  readonly masterKey: string
}

export interface TargetOptions {
  /** Of the database or directory. */
  readonly name?: string
  /** Settings of the server besides those of every target. */
  readonly env?: Readonly<Record<string, string>>
}

export async function startOnPostgresql(
  workbench: Workbench,
  { name = 'abuse', env: settings = {} }: TargetOptions = {},
): Promise<PostgresqlTarget> {
  const databaseUrl = await workbench.createDatabase(name)
  const { db, close } = openPostgresql({ url: databaseUrl, onIdleError: () => {} })
  await migrateUp(db)
  const masterKey = randomBytes(32).toString('hex')
  const env = { ...environment, ...settings, DATABASE_URL: databaseUrl, MASTER_KEY: masterKey }
  await promisify(execFile)(process.execPath, [...serve.slice(0, -1), 'demo'], { env: { ...process.env, ...env } })
  const server = await workbench.startServer(serve, env)
  const before = await readTables(db)
  return {
    database: 'PostgreSQL',
    url: server.url,
    pid: server.pid,
    db,
    databaseUrl,
    masterKey,
    stop: async () => {
      await server.stop()
      const changed = differences(before, await readTables(db))
      await close()
      return changed
    },
  }
}

export async function startOnEmbedded(
  workbench: Workbench,
  { name = 'abuse', env = {} }: TargetOptions = {},
): Promise<Target> {
  const directory = join(workbench.directory, name)
  const server = await workbench.startServer(serve, { ...environment, ...env, DATA_DIR: directory })
  // The server has the directory to itself, and writes nothing before the first request.
  const copy = `${directory}-before`
  await cp(directory, copy, { recursive: true })
  const before = await readDirectory(copy)
  return {
    database: 'embedded',
    url: server.url,
    pid: server.pid,
    stop: async () => {
      await server.stop()
      return differences(before, await readDirectory(directory))
    },
  }
}

async function readDirectory(directory: string): Promise<Tables> {
  const { db, close } = await openEmbedded({ directory })
  try {
    return await readTables(db)
  } finally {
    await close()
  }
}

type Tables = ReadonlyMap<string, string>

/** The rows of each watched table as text, without the last uses, which the refused request of a valid token may change. */
async function readTables(db: Kysely<Database>): Promise<Tables> {
  const tables = await db.introspection.getTables()
  const watched = tables.filter(({ name }) => !unwatched.test(name))
  const entries: [string, string][] = []
  for (const { name } of watched) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    const texts = rows.map(({ last_used_at: _, ...row }) => JSON.stringify(row))
    entries.push([name, texts.sort().join('\n')])
  }
  return new Map(entries)
}

function differences(before: Tables, after: Tables): string[] {
  return [...after].flatMap(([name, rows]) => (before.get(name) === rows ? [] : [name]))
}
