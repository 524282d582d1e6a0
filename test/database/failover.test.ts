import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { type Cluster, startCluster } from '../../scripts/test/postgresql-cluster.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { readinessOf } from '../../src/database/readiness.js'
import { testOn } from '../support/database.js'
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
