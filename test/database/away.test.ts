import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { contracts } from '../../src/apis/index.js'
import type { Contract, OperationEntry } from '../../src/contract/contract.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { ContractCaller } from '../support/contract-caller.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { ExampleReplay } from '../support/example-replay.js'
import { startServer } from '../support/server.js'
import { until } from '../support/until.js'

/** The first documented success of each operation, ready to be called while other operations do not answer. */
async function successes(contract: Contract, replays: ExampleReplay) {
  const firsts = new Map<OperationEntry, Example>()
  for (const example of examplesOf(contract).examples) {
    if (example.status < 400 && !firsts.has(example.operation)) firsts.set(example.operation, example)
  }
  const calls = []
  for (const [operation, example] of firsts) {
    const call = await replays.callOf(example)
    calls.push({
      operation,
      status: example.status,
      call: () => replays.call(contract, example, call),
      replay: () => replays.replay(contract, example),
    })
  }
  return calls
}

testOn('postgresql', 'while the database is away every API answers 503 in its envelope, and recovers', async (t) => {
  const proxy = await new TcpProxy(await createDatabase(t, postgresqlUrl ?? '', templateDatabase)).listen()
  t.teardown(() => proxy.close())
  const idleErrors: Error[] = []
  const { db, close } = openPostgresql({ url: proxy.url, onIdleError: (error) => idleErrors.push(error) })
  t.teardown(close)
  const { baseUrl, restoreDemo } = await startServer(t, { db, now: '2026-01-02T03:04:05Z' })
  const all = Object.values<Contract>(contracts)
  const replays = new ExampleReplay(all, baseUrl)
  const calls = []
  for (const contract of all) calls.push(...(await successes(contract, replays)))
  const operations = all.flatMap((contract) => Object.values(contract.operations))
  t.equal(calls.length, operations.length, 'there is a call of every operation')
  await restoreDemo()

  await proxy.close()
  for (const { operation, status: success, call } of calls) {
    const { status, headers, text } = await call()
    t.equal(status, operation.needsNoDatabase ? success : 503, operation.operationId)
    if (!operation.needsNoDatabase) t.ok(Number(headers['retry-after']) >= 1)
    t.notMatch(text, /ECONN|postgres\.|127\.0\.0\.1/i)
  }
  await proxy.listen()
  for (const { operation, status, replay } of calls) {
    t.equal((await replay()).status, status, `${operation.operationId} again`)
    // The examples stand each for itself: what one has revoked another one could not.
    await restoreDemo()
  }
})

testOn('postgresql', 'a broken connection fails its own requests only', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const { db, close } = openPostgresql({ url, onIdleError: () => {}, maxConnections: 2 })
  t.teardown(close)
  const { baseUrl } = await startServer(t, { db })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const list = async (): Promise<number> =>
    (await api.call('listGatewayTokens', { params: { account_id: '15' } })).status
  t.equal(await list(), 200)
  const admin = openPostgresql({ url: postgresqlUrl ?? '', onIdleError: () => {} })
  t.teardown(admin.close)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)}`.execute(
    admin.db,
  )
  const statuses = await Promise.all(Array.from({ length: 20 }, list))
  t.ok(
    statuses.every((status) => status === 200 || status === 503),
    statuses.join(' '),
  )
  t.equal(await list(), 200)
})

testOn(
  'postgresql',
  'what is written in the background waits while the database is away, and counts once',
  async (t) => {
    const url = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
    const direct = openPostgresql({ url, onIdleError: () => {} })
    t.teardown(direct.close)
    const proxy = await new TcpProxy(url).listen()
    t.teardown(() => proxy.close())
    const { db, close } = openPostgresql({ url: proxy.url, onIdleError: () => {} })
    t.teardown(close)
    const server = await startServer(t, { db, now: '2026-01-02T03:04:05Z' })
    const { services } = server
    await direct.db.deleteFrom('sign_in_days').execute()
    await direct.db.deleteFrom('sign_in_hours').execute()
    const key = await direct.db.selectFrom('access_keys').select('id').executeTakeFirstOrThrow()
    const signIn = () =>
      services.usage.recordSignIn({ api: 'partner-login', kind: 'access-key', subject: key.id, at: server.clock.now() })

    signIn()
    await proxy.close()
    // Writes are tried every second.
    await delay(1_500)
    signIn()
    await delay(1_500)
    await proxy.listen()
    const counted = async () => {
      const day = await direct.db.selectFrom('sign_in_days').select('sign_ins').executeTakeFirst()
      const hour = await direct.db.selectFrom('sign_in_hours').select('succeeded').executeTakeFirst()
      const used = await direct.db
        .selectFrom('access_keys')
        .select('last_used_at')
        .where('id', '=', key.id)
        .executeTakeFirst()
      return [day?.sign_ins, hour?.succeeded, used?.last_used_at?.toISOString()]
    }
    await until('the sign-ins are written', async () => (await counted()).every((value) => value !== undefined))
    t.strictSame(await counted(), [2, 2, '2026-01-02T03:04:05.000Z'])
  },
)
