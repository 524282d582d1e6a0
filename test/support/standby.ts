import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Test } from 'tap'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { type Cluster, startCluster } from '../../scripts/test/postgresql-cluster.js'
import type { Config } from '../../src/config.js'
import { Secret } from '../../src/crypto/secret.js'
import { migrateUp } from '../../src/database/migrate.js'
import { type OpenDatabaseOptions, type OpenedDatabase, openDatabase } from '../../src/database/open.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'

/** A primary with one synchronous standby, and the connections of an administrator to both. */
export interface ReplicatedDatabase {
  readonly primary: Cluster
  readonly standby: Cluster
  /** Before the standby. */
  readonly proxy: TcpProxy
  readonly atPrimary: Kysely<Database>
  readonly atStandby: Kysely<Database>
  /** Opens the database with the standby as `DATABASE_READ_URL`, and begins to watch it. */
  open(t: Test, options?: OpenOptions): Promise<OpenedDatabase>
}

interface OpenOptions extends OpenDatabaseOptions {
  readonly maxLagMs?: number
  readonly user?: string
  readonly readUrl?: string
  readonly pool?: Partial<Config['databasePool']>
}

const databasePool = {
  maxConnections: 10,
  connectTimeoutMs: 1_500,
  statementTimeoutMs: 10_000,
  lockTimeoutMs: 1_000,
  isPreparing: true,
}

/** Starts a migrated primary and its standby; both go with the test. */
export async function startReplicated(t: Test): Promise<ReplicatedDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'tokenwright-standby-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const primary = await startCluster(directory)
  if (!primary) throw new Error('PostgreSQL is not installed')
  t.teardown(() => primary.stop().catch(() => {}))
  const standby = await primary.startStandby('near')
  t.teardown(() => standby.stop().catch(() => {}))
  const proxy = await new TcpProxy(standby.url).listen()
  t.teardown(() => proxy.close())
  const admin = openPostgresql({ url: primary.url, onIdleError: () => {} })
  t.teardown(admin.close)
  const reader = openPostgresql({ url: standby.url, onIdleError: () => {}, mayBeStandby: true })
  t.teardown(reader.close)
  await migrateUp(admin.db)
  return {
    primary,
    standby,
    proxy,
    atPrimary: admin.db,
    atStandby: reader.db,
    async open(t, { maxLagMs, user = 'tokenwright', readUrl = proxy.url, pool, ...options } = {}) {
      const own = (url: string): Secret => {
        const changed = new URL(url)
        changed.username = user
        return new Secret(changed.href)
      }
      const config = {
        databaseUrl: own(primary.url),
        databasePool: { ...databasePool, ...pool },
        databaseReads: { url: own(readUrl), maxLagMs },
        dataDirectory: directory,
      }
      const opened = await openDatabase(config, options)
      t.teardown(() => opened.close())
      opened.nearReads.start()
      return opened
    },
  }
}

/** Changes a setting of a server. */
export async function setSetting(db: Kysely<Database>, name: string, value: string): Promise<void> {
  await sql`alter system set ${sql.id(name)} = ${sql.lit(value)}`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
}
