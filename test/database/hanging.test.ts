import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { type Connection, isAnswering } from '../../src/database/connection.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { readinessOf } from '../../src/database/readiness.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { type RawReply, type RawRequest, send } from '../support/http.js'
import { startServer, testMasterKey } from '../support/server.js'

const lookUp: RawRequest = {
  method: 'GET',
  path: '/v1/api/auth',
  headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
}
const issue: RawRequest = {
  method: 'POST',
  path: '/v1/frontend/auth',
  headers: { 'content-type': 'application/json' },
  body: '{"account_id":"15","description":"one"}',
}
const signIn: RawRequest = {
  method: 'POST',
  path: '/login',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
    secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
  }),
}

async function openDatabase(t: Test, url?: string): Promise<Connection> {
  const connection = openPostgresql({
    url: url ?? (await createDatabase(t, postgresqlUrl ?? '', templateDatabase)),
    onIdleError: () => {},
  })
  t.teardown(connection.close)
  return connection
}

interface TimedReply extends RawReply {
  readonly seconds: number
  /** Without the longest stall of this process meanwhile: a busy machine is not what is tested. */
  readonly ownSeconds: number
}

async function timed(baseUrl: string, request: RawRequest): Promise<TimedReply> {
  const stalls = monitorEventLoopDelay({ resolution: 10 })
  stalls.enable()
  const startedAt = performance.now()
  const reply = await send(baseUrl, request)
  const seconds = (performance.now() - startedAt) / 1000
  stalls.disable()
  return { ...reply, seconds, ownSeconds: seconds - stalls.max / 1e9 }
}

testOn(
  'postgresql',
  'while the database hangs every call is 503 within 2.5 s, and 200 within 2 s after it',
  async (t) => {
    const proxy = await new TcpProxy(await createDatabase(t, postgresqlUrl ?? '', templateDatabase)).listen()
    t.teardown(() => proxy.close())
    const { db } = await openDatabase(t, proxy.url)
    const { baseUrl } = await startServer(t, {
      db,
      readiness: () => readinessOf({ db, isDiskFull: () => false }),
      onDropped: () => {},
    })
    const calls = [lookUp, issue, signIn, { method: 'GET', path: '/readyz' }]
    for (const call of calls) t.ok((await send(baseUrl, call)).status < 300)

    proxy.freeze()
    // The first calls find out; those a moment later wait behind them.
    const first = calls.flatMap((call) => Array.from({ length: 8 }, () => timed(baseUrl, call)))
    await delay(500)
    const second = calls.flatMap((call) => Array.from({ length: 8 }, () => timed(baseUrl, call)))
    const replies = await Promise.all([...first, ...second])
    t.strictSame([...new Set(replies.map(({ status }) => status))], [503])
    t.ok(replies.every(({ headers }) => Number(headers['retry-after']) >= 1))
    const slowest = Math.max(...replies.map(({ ownSeconds }) => ownSeconds))
    t.ok(slowest <= 2.5, `the slowest answer took ${slowest.toFixed(2)} s`)
    const known = await timed(baseUrl, { method: 'GET', path: '/readyz' })
    t.ok(known.status === 503 && known.ownSeconds < 0.5, 'once that is known it is told at once')

    proxy.thaw()
    await delay(2_000)
    for (const call of calls) t.ok((await send(baseUrl, call)).status < 300, `${call.path} is answered again`)
  },
)

testOn(
  'postgresql',
  'a connection that a firewall forgot is given up within 2.5 s, and all are made anew',
  async (t) => {
    const proxy = await new TcpProxy(await createDatabase(t, postgresqlUrl ?? '', templateDatabase)).listen()
    t.teardown(() => proxy.close())
    const { db, counts } = await openDatabase(t, proxy.url)
    const { baseUrl } = await startServer(t, {
      db,
      readiness: () => readinessOf({ db, isDiskFull: () => false }),
      onDropped: () => {},
    })
    await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.2)`.execute(db)))
    t.equal(counts().idle, 10, 'every connection of the pool is there')

    proxy.forget()
    const calls = [lookUp, issue, signIn, { method: 'GET', path: '/readyz' }]
    const replies = await Promise.all(calls.map((call) => timed(baseUrl, call)))
    t.strictSame(
      replies.map(({ status }) => status),
      [503, 503, 503, 503],
    )
    const slowest = Math.max(...replies.map(({ ownSeconds }) => ownSeconds))
    t.ok(slowest <= 2.5, `the slowest answer took ${slowest.toFixed(2)} s`)
    for (const call of calls) t.ok((await send(baseUrl, call)).status < 300, `${call.path} is answered again`)
  },
)

testOn('postgresql', 'a connection that is lost right after its start is given up within 2.5 s', async (t) => {
  const proxy = await new TcpProxy(await createDatabase(t, postgresqlUrl ?? '', templateDatabase)).listen()
  t.teardown(() => proxy.close())
  const { db } = await openDatabase(t, proxy.url)
  proxy.forgetNew()
  const startedAt = performance.now()
  t.notOk(await isAnswering(db))
  t.ok(performance.now() - startedAt < 2_500)
  proxy.forgetNew(false)
  t.ok(await isAnswering(db))
})

testOn('postgresql', 'a long statement of a database that answers is no hang', async (t) => {
  const { db } = await openDatabase(t)
  const sleep = sql`select pg_sleep(3)`.execute(db)
  await delay(1_800)
  t.ok(await isAnswering(db), 'others are answered meanwhile')
  await t.resolves(sleep)
  const trx = await db.startTransaction().execute()
  await delay(1_800)
  await t.resolves(trx.commit().execute(), 'nor is a transaction that waits for its client')
})

testOn('postgresql', 'a held lock is 503 after about a second, and leaves no connection in use', async (t) => {
  const { db, counts } = await openDatabase(t)
  const { baseUrl } = await startServer(t, { db })
  const lock = await db.startTransaction().execute()
  t.teardown(async () => {
    if (!lock.isCommitted) await lock.rollback().execute()
  })
  await sql`lock table gateway_tokens in access exclusive mode`.execute(lock)
  for (const call of [lookUp, issue]) {
    const { status, seconds, ownSeconds } = await timed(baseUrl, call)
    t.equal(status, 503)
    t.ok(seconds > 0.9 && ownSeconds < 2.5, `after ${seconds.toFixed(2)} s`)
  }
  await lock.commit().execute()
  for (const call of [lookUp, issue]) t.ok((await send(baseUrl, call)).status < 300)
  t.equal(counts().total, counts().idle, 'no connection stays in use')
})

testOn('postgresql', 'a serialization failure, a deadlock and a full disk are told as unavailable', async (t) => {
  const { db, counts } = await openDatabase(t)
  const raise = (code: string) =>
    sql`do ${sql.raw(`$$ begin raise exception 'x' using errcode = '${code}'; end $$`)}`.execute(db)
  for (const code of ['40001', '40P01', '53100', '55P03', '25006']) {
    await t.rejects(raise(code), { name: 'Unavailable', cause: { code } })
  }
  await t.rejects(raise('23505'), { code: '23505' }, 'other errors are not')
  t.equal(counts().total, counts().idle)
})

testOn(
  'postgresql',
  'a transaction that PostgreSQL has ended, since it idled for too long, is told as unavailable',
  async (t) => {
    const { db, counts } = await openDatabase(t)
    const trx = await db.startTransaction().execute()
    await sql`set local idle_in_transaction_session_timeout = 100`.execute(trx)
    await delay(500)
    await t.rejects(sql`select 1`.execute(trx), { name: 'Unavailable', cause: { code: '25P03' } })
    await t.rejects(trx.rollback().execute(), { name: 'Unavailable' })
    t.ok(await isAnswering(db))
    t.equal(counts().total, counts().idle)
  },
)

testOn('postgresql', 'on a read-only database look-ups and sign-ins are answered, and writes are 503', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const { db } = await openDatabase(t, url)
  const dropped: string[] = []
  const masterKey = testMasterKey()
  const writable = await startServer(t, { db, masterKey })
  t.equal((await send(writable.baseUrl, signIn)).status, 201)
  await writable.services.flush()
  await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set default_transaction_read_only = on`.execute(db)
  const readOnly = await openDatabase(t, url)
  const { baseUrl, services: own } = await startServer(t, {
    db: readOnly.db,
    masterKey,
    withoutDemo: true,
    onDropped: (what) => dropped.push(what),
  })
  t.equal((await send(baseUrl, lookUp)).status, 200)
  t.equal((await send(baseUrl, signIn)).status, 201)
  const { status, headers } = await send(baseUrl, issue)
  t.equal(status, 503)
  t.equal(headers['retry-after'], '1')
  await own.flush()
  t.ok(dropped.length > 0, 'the last use is dropped, and that is told')
})
