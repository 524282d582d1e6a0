import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { type Cluster, startCluster } from '../../scripts/test/postgresql-cluster.js'
import { isAnswering } from '../../src/database/connection.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { readinessOf } from '../../src/database/readiness.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { type RawRequest, send } from '../support/http.js'
import { startServer } from '../support/server.js'

async function startPrimary(t: Test): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), 'tokenwright-failover-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const primary = await startCluster(directory)
  if (!primary) throw new Error('PostgreSQL is not installed')
  t.teardown(() => primary.stop().catch(() => {}))
  return primary
}

testOn(
  'postgresql',
  'a standby is not asked before it is promoted: a new token is 503 meanwhile, never 401',
  async (t) => {
    const primary = await startPrimary(t)
    const proxy = await new TcpProxy(primary.url).listen()
    t.teardown(() => proxy.close())
    const { db, close } = openPostgresql({ url: proxy.url, onIdleError: () => {} })
    t.teardown(close)
    await migrateUp(db)
    const { baseUrl } = await startServer(t, {
      db,
      readiness: () => readinessOf({ db, isDiskFull: () => false }),
      onDropped: () => {},
    })
    // It has every commit on its disk, and would show it a minute later.
    const standby = await primary.startStandby('standby', { recovery_min_apply_delay: '60s' })
    t.teardown(() => standby.stop())
    const issued = await send(baseUrl, {
      method: 'POST',
      path: '/v1/frontend/auth',
      headers: { 'content-type': 'application/json' },
      body: '{"account_id":"15","description":"one"}',
    })
    const { token } = JSON.parse(issued.text) as { token: string }
    const lookUp: RawRequest = { method: 'GET', path: '/v1/api/auth', headers: { authorization: `Bearer ${token}` } }
    t.equal((await send(baseUrl, lookUp)).status, 200)

    await primary.stop()
    proxy.moveTo(standby.url)
    for (let call = 0; call < 5; call++) t.equal((await send(baseUrl, lookUp)).status, 503)
    t.equal((await send(baseUrl, { method: 'GET', path: '/readyz' })).status, 503)

    await standby.promote()
    t.equal((await send(baseUrl, lookUp)).status, 200, 'right after the promotion')
  },
)

testOn(
  'postgresql',
  'of several hosts the primary is found: past one that is away and a standby, and again when its machine is gone and the standby promoted',
  async (t) => {
    const primary = await startPrimary(t)
    const standby = await primary.startStandby('standby')
    t.teardown(() => standby.stop())
    const proxy = await new TcpProxy(primary.url).listen()
    t.teardown(() => proxy.close())
    const hosts = ['127.0.0.1:1', new URL(standby.url).host, new URL(proxy.url).host]
    const url = `postgres://tokenwright@${hosts.join(',')}/postgres?target_session_attrs=read-write`
    const { db, close, counts } = openPostgresql({ url, onIdleError: () => {} })
    t.teardown(close)
    const isStandby = sql<{ value: boolean }>`select pg_is_in_recovery() as value, pg_sleep(0.5)`
    const ask = async () => (await isStandby.execute(db)).rows[0]?.value

    t.strictSame(await Promise.all(Array.from({ length: 10 }, ask)), Array(10).fill(false))
    t.equal(counts().total, 10)

    // A machine that is gone answers nothing, not even new connections. The standby answers: the probe of the primary does not ask it.
    proxy.freeze()
    const startedAt = performance.now()
    await t.rejects(ask(), { name: 'Unavailable', message: 'the database hangs' })
    t.ok(performance.now() - startedAt < 5_000, 'long before the limit of a statement')
    await t.rejects(ask(), { name: 'Unavailable' })
    await standby.promote()
    t.strictSame(await Promise.all(Array.from({ length: 10 }, ask)), Array(10).fill(false))
  },
)

testOn(
  'postgresql',
  'a read-only primary is refused with target_session_attrs=read-write, and serves otherwise',
  async (t) => {
    const url = await createDatabase(t, postgresqlUrl ?? '')
    const admin = openPostgresql({ url, onIdleError: () => {} })
    t.teardown(admin.close)
    const database = sql.id(new URL(url).pathname.slice(1))
    await sql`alter database ${database} set default_transaction_read_only = on`.execute(admin.db)
    for (const [target, expected] of [
      ['read-write', false],
      ['primary', true],
    ] as const) {
      const { db, close } = openPostgresql({ url: `${url}?target_session_attrs=${target}`, onIdleError: () => {} })
      t.teardown(close)
      t.equal(await isAnswering(db), expected, target)
    }
  },
)
