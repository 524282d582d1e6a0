import { sql } from 'kysely'
import { TcpProxy } from '../../scripts/faults/tcp-proxy.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { contracts } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { brokerCredentials } from '../support/broker.js'
import { ContractCaller } from '../support/contract-caller.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { startServer } from '../support/server.js'

/** The first documented success of each operation that needs no answer of another one. */
function successes(contract: Contract, baseUrl: string) {
  const caller = new ContractCaller(contract, baseUrl)
  const first = new Map<string, Example>()
  for (const example of examplesOf(contract).examples) {
    const { operation, params, body, headers, status } = example
    const isWhole = !JSON.stringify([body ?? null, params, headers]).includes('#')
    // Every call of this API needs a token of another one; without it, it is refused before the database is asked.
    const isLoneApi = contract !== contracts['broker-accounts']
    if (isWhole && isLoneApi && status < 400 && !first.has(operation.operationId))
      first.set(operation.operationId, example)
  }
  return [...first].map(([operationId, { params, query, body, headers, status }]) => ({
    operationId,
    status,
    call: () =>
      caller.call(operationId, {
        params,
        query,
        ...(body !== undefined && { body }),
        headers,
      }),
  }))
}

testOn('postgresql', 'while the database is away every API answers 503 in its envelope, and recovers', async (t) => {
  const proxy = await new TcpProxy(await createDatabase(t, postgresqlUrl ?? '', templateDatabase)).listen()
  t.teardown(() => proxy.close())
  const idleErrors: Error[] = []
  const { db, close } = openPostgresql({ url: proxy.url, onIdleError: (error) => idleErrors.push(error) })
  t.teardown(close)
  const { baseUrl, restoreDemo } = await startServer(t, { db, now: '2026-01-02T03:04:05Z' })
  const accounts = new ContractCaller(contracts['broker-accounts'], baseUrl)
  const tokens = new ContractCaller(contracts['broker-token'], baseUrl)
  const { token } = (await tokens.call('createSecurityToken', { body: brokerCredentials.active })).body
  const calls = [
    { operationId: 'getAccountToken', status: 200, call: () => accounts.call('getAccountToken', { token }) },
    ...Object.values(contracts).flatMap((contract) => successes(contract, baseUrl)),
  ]
  t.ok(calls.length >= 6, 'calls of every API that asks the database')

  await proxy.close()
  for (const { operationId, call } of calls) {
    const { status, headers, text } = await call()
    t.equal(status, 503, operationId)
    t.ok(Number(headers['retry-after']) >= 1)
    t.notMatch(text, /ECONN|postgres|127\.0\.0\.1/i)
  }
  await proxy.listen()
  for (const { operationId, status, call } of calls) {
    t.equal((await call()).status, status, `${operationId} again`)
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
