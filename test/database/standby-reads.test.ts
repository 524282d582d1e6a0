import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { MasterKey } from '../../src/crypto/master-key.js'
import { Secret } from '../../src/crypto/secret.js'
import type { OpenedDatabase } from '../../src/database/open.js'
import { readinessOf, standbyReadiness } from '../../src/database/readiness.js'
import type { StandbyFailure } from '../../src/database/standby-failure.js'
import { databaseChecks } from '../../src/doctor/database.js'
import { purposeOf } from '../../src/domain/gateway-tokens/gateway-token.js'
import { Metrics } from '../../src/observability/metrics.js'
import type { Services } from '../../src/services.js'
import { testOn } from '../support/database.js'
import { type RawReply, type RawRequest, send } from '../support/http.js'
import { readMetrics } from '../support/metrics-page.js'
import { OwnProcess } from '../support/process.js'
import { startServer, type TestServer } from '../support/server.js'
import { type ReplicatedDatabase, setSetting, startReplicated } from '../support/standby.js'
import { until } from '../support/until.js'

const account = 'near'

function issue(baseUrl: string): Promise<string> {
  const body = JSON.stringify({ account_id: account, description: '' })
  const headers = { 'content-type': 'application/json' }
  return send(baseUrl, { method: 'POST', path: '/v1/frontend/auth', headers, body }).then(
    ({ text }) => JSON.parse(text).token,
  )
}

function revoke(baseUrl: string, token: string): Promise<RawReply> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ token })
  return send(baseUrl, { method: 'DELETE', path: `/v1/frontend/auth/${account}`, headers, body })
}

function lookUp(baseUrl: string, token: string): Promise<RawReply> {
  const request: RawRequest = { method: 'GET', path: '/v1/api/auth', headers: { authorization: `Bearer ${token}` } }
  return send(baseUrl, request)
}

interface NearServer extends TestServer {
  readonly database: OpenedDatabase
  /** How many reads had an outcome since it was asked last, by target and reason. */
  readonly outcomes: () => Promise<Record<string, number>>
}

/** A server whose `DATABASE_READ_URL` is the standby. */
async function startNearServer(
  t: Test,
  replicated: ReplicatedDatabase,
  masterKey: MasterKey,
  options: Parameters<ReplicatedDatabase['open']>[1] = {},
): Promise<NearServer> {
  const metrics = new Metrics()
  const database = await replicated.open(t, { ...options, onRead: metrics.nearReads.count })
  metrics.nearReads.watch(database.nearReads)
  const server = await startServer(t, {
    db: database.db,
    reads: database.nearReads,
    readiness: async () => ({ ...(await readinessOf(database)), ...standbyReadiness(database.nearReads) }),
    onDropped: () => {},
    masterKey,
    keepsRows: true,
  })
  let before: Record<string, number> = {}
  const outcomes = async () => {
    const page = await metrics.page()
    const now: Record<string, number> = Object.fromEntries(
      [...page.matchAll(/^tokenwright_near_reads_total\{target="(\w+)",reason="(\w*)"\} (\d+)$/gm)].map(
        ([, target, reason, count]) => [reason ? `${target} (${reason})` : target, Number(count)],
      ),
    )
    const risen = Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
    before = now
    return Object.fromEntries(risen.filter(([, count]) => count > 0))
  }
  return { ...server, metrics, database, outcomes }
}

function failureOf({ nearReads }: OpenedDatabase): StandbyFailure['kind'] | undefined {
  return nearReads.standbys[0]?.failure?.kind
}

const becomes = (database: OpenedDatabase, kind: StandbyFailure['kind'] | undefined) =>
  until(`the standby is ${kind ?? 'used'}, not ${failureOf(database)}`, () => failureOf(database) === kind)

/** What `doctor` says about the standby. */
async function findings(database: OpenedDatabase) {
  const checks = databaseChecks(database, () => new Date()).filter(({ name }) => /standby|commits/.test(name))
  return (await Promise.all(checks.map((check) => check.run()))).flat()
}

/**
 * Revokes tokens that the standby has, and looks each up right after the answer, without the cost of HTTP.
 * @returns how many were still valid
 */
async function countStale(revoking: Services, near: Services, pairs: number): Promise<number> {
  const details = { accountId: account, description: '', createdBy: null, partnerId: null, ...purposeOf({}) }
  const call = { clientAddress: '127.0.0.1', requestId: '' }
  let stale = 0
  let left = pairs
  const run = async () => {
    while (left-- > 0) {
      // Answered once the standby shows it.
      const token = (await near.gatewayTokens.issue(details)).reveal()
      const isRevoked = await revoking.gatewayTokens.revoke({ accountId: account }, { token }, call)
      if (!isRevoked) throw new Error('nothing was revoked')
      if ((await near.gatewayTokens.lookUp(token))?.isRevoked === false) stale++
    }
  }
  await Promise.all(Array.from({ length: 20 }, run))
  return stale
}

testOn('postgresql', 'reads near the gateway', async (t) => {
  const replicated = await startReplicated(t)
  const { standby, proxy, atPrimary, atStandby } = replicated
  const hexKey = randomBytes(32).toString('hex')
  const masterKey = new MasterKey(new Secret(hexKey))
  const server = await startNearServer(t, replicated, masterKey)
  const { baseUrl, database, outcomes } = server
  /** An instance without DATABASE_READ_URL. */
  const other = await startServer(t, {
    db: atPrimary,
    masterKey,
    keepsRows: true,
    onDropped: () => {},
  })
  await becomes(database, undefined)
  const token = await issue(baseUrl)

  await t.test('a look-up is answered by the standby', async (t) => {
    await outcomes()
    for (let call = 0; call < 20; call++) t.equal((await lookUp(baseUrl, token)).status, 200)
    t.ok(((await outcomes()).standby ?? 0) > 10, 'on a busy machine some may have gone to the primary')
    await until('the standby has counted its look-ups', async () => {
      const { rows } = await sql<{ scans: string }>`
        select coalesce(idx_scan, 0) + seq_scan as scans from pg_stat_user_tables where relname = 'gateway_tokens'`.execute(
        atStandby,
      )
      return Number(rows[0]?.scans) > 10
    })
    t.match(await server.metrics.page(), /^tokenwright_standby_used\{standby="1"\} 1$/m)
    t.equal((await send(baseUrl, { method: 'GET', path: '/readyz' })).text, '{"status":"ok"}')
    t.match(await findings(database), [
      { check: 'standby', level: 'ok' },
      { check: 'commits', level: 'warning', action: /alter role/ },
    ])
  })

  await t.test(
    'a token that the standby does not know yet is asked of the primary, and an unknown one is 401',
    async (t) => {
      await sql`select pg_wal_replay_pause()`.execute(atStandby)
      const fresh = await issue(other.baseUrl)
      await outcomes()
      t.equal((await lookUp(baseUrl, fresh)).status, 200)
      const unknown = server.services.gatewayTokens.format.generate(undefined).reveal()
      t.equal((await lookUp(baseUrl, unknown)).status, 401)
      await sql`select pg_wal_replay_resume()`.execute(atStandby)
      t.equal((await outcomes()).standby, undefined, 'each has been asked of the primary')
    },
  )

  await t.test('no revocation is answered before the standby shows it', async (t) => {
    await setSetting(atStandby, 'recovery_min_apply_delay', '5ms')
    await becomes(database, undefined)
    await outcomes()
    const startedAt = performance.now()
    const seen = await countStale(server.services, server.services, 1_000)
    t.equal(seen, 0, `${seen} stale of 1,000`)
    t.comment(`1,000 pairs in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)
    const { standby: byStandby = 0, ...byPrimary } = await outcomes()
    t.ok(byStandby > 1_000, `${byStandby} look-ups by the standby, others: ${JSON.stringify(byPrimary)}`)
    await setSetting(atStandby, 'recovery_min_apply_delay', '300ms')
    const stale = await countStale(other.services, server.services, 100)
    t.comment(`${stale} stale of 100, where the revocation does not wait for the standby`)
    t.ok(stale > 0, 'an instance that does not wait for the standby is seen late')
    await setSetting(atStandby, 'recovery_min_apply_delay', '0')
  })

  await t.test(
    'a standby whose replay is paused is left after two seconds; writes wait for it, look-ups do not',
    async (t) => {
      await becomes(database, undefined)
      const impatient = await startNearServer(t, replicated, masterKey, { pool: { statementTimeoutMs: 2_000 } })
      const [one, two] = [await issue(baseUrl), await issue(baseUrl)]
      await sql`select pg_wal_replay_pause()`.execute(atStandby)
      t.equal((await revoke(other.baseUrl, one)).status, 200)
      const revokedAt = performance.now()
      let acceptedAt = revokedAt
      await until('the revocation is seen', async () => {
        const startedAt = performance.now()
        const isRevoked = (await lookUp(baseUrl, one)).status === 401
        if (!isRevoked) acceptedAt = startedAt
        return isRevoked
      })
      const seconds = (acceptedAt - revokedAt) / 1_000
      t.ok(seconds <= 2, `a revocation that did not wait for the standby was unknown there for ${seconds.toFixed(1)} s`)
      t.equal(failureOf(database), 'lagging')
      t.match(await findings(database), [{ level: 'warning', message: /shows changes too late/ }, {}])
      t.match(JSON.parse((await send(baseUrl, { method: 'GET', path: '/readyz' })).text), {
        status: 'ok',
        standby: { status: 'unused', cause: 'lagging', action: /pg_wal_replay_resume/ },
      })
      t.match(await server.metrics.page(), /^tokenwright_standby_used\{standby="1"\} 0$/m)

      // More than the pool has connections.
      const revocations = Promise.all(Array.from({ length: 15 }, () => revoke(impatient.baseUrl, two)))
      const statuses = new Set<number>()
      for (let call = 0; call < 20; call++) statuses.add((await lookUp(impatient.baseUrl, two)).status)
      t.strictSame([...statuses], [200], 'a revocation that is not answered is not seen either')
      t.strictSame(Object.keys(await impatient.outcomes()), ['primary (unused)'])
      t.strictSame([...new Set((await revocations).map(({ status }) => status))], [503])
      await sql`select pg_wal_replay_resume()`.execute(atStandby)
      await becomes(database, undefined)
      t.equal(
        (await lookUp(baseUrl, two)).status,
        401,
        'one of the revocations that were answered 503 has taken effect',
      )
    },
  )

  await t.test('a standby that no commit waits for is read from only where reads may be stale', async (t) => {
    await setSetting(atPrimary, 'synchronous_standby_names', '')
    await becomes(database, 'asynchronous')
    await outcomes()
    t.equal((await lookUp(baseUrl, token)).status, 200)
    t.strictSame(Object.keys(await outcomes()), ['primary (unused)'])
    t.match(await findings(database), [{ level: 'warning', action: /synchronous_standby_names/ }, {}])
    const lenient = await replicated.open(t, { maxLagMs: 500 })
    await becomes(lenient, undefined)
    await sql`select pg_wal_replay_pause()`.execute(atStandby)
    await issue(other.baseUrl)
    await becomes(lenient, 'lagging')
    await sql`select pg_wal_replay_resume()`.execute(atStandby)
    await becomes(lenient, undefined)
    await setSetting(atPrimary, 'synchronous_standby_names', 'near')
    await becomes(database, undefined)
  })

  await t.test('a role that cannot see the replication reads from the primary, until it is granted', async (t) => {
    await sql`create role app login`.execute(atPrimary)
    const own = await replicated.open(t, { user: 'app' })
    await becomes(own, 'unreadable')
    t.match(await findings(own), [{ level: 'warning', action: /grant pg_read_all_stats/ }, {}])
    await sql`grant pg_read_all_stats to app`.execute(atPrimary)
    await sql`alter role app set synchronous_commit = remote_apply`.execute(atPrimary)
    await becomes(own, undefined)
    const later = await replicated.open(t, { user: 'app' })
    t.match(await findings(later), [{ level: 'ok' }, { check: 'commits', level: 'ok' }])
  })

  await t.test('a standby that does not follow the primary is left', async (t) => {
    const { rows } = await sql<{ value: string }>`select current_setting('primary_conninfo') as value`.execute(
      atStandby,
    )
    await setSetting(atStandby, 'primary_conninfo', '')
    await becomes(database, 'detached')
    t.equal((await lookUp(baseUrl, token)).status, 200)
    await setSetting(atStandby, 'primary_conninfo', rows[0]?.value ?? '')
    await becomes(database, undefined)
  })

  await t.test('no call fails while connections to the standby are ended, it hangs, and it is stopped', async (t) => {
    const statuses: number[] = []
    let slowestMs = 0
    let isOver = false
    const callers = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const startedAt = performance.now()
        statuses.push((await lookUp(baseUrl, token)).status)
        slowestMs = Math.max(slowestMs, performance.now() - startedAt)
      }
    })
    await outcomes()
    for (let round = 0; round < 5; round++) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'tokenwright' and pid <> pg_backend_pid()`.execute(atStandby)
      await becomes(database, undefined)
    }
    proxy.freeze()
    await becomes(database, 'away')
    proxy.thaw()
    await becomes(database, undefined)
    await standby.stop()
    await becomes(database, 'away')
    t.match(await findings(database), [{ level: 'warning', message: /standby of DATABASE_READ_URL/ }, {}])
    await standby.start()
    await becomes(database, undefined)
    isOver = true
    await Promise.all(callers)
    const seen = await outcomes()
    t.comment(`${statuses.length} calls, the slowest took ${slowestMs.toFixed(0)} ms: ${JSON.stringify(seen)}`)
    t.strictSame([...new Set(statuses)], [200])
    for (const outcome of ['standby', 'primary (failed)', 'primary (unused)']) t.ok((seen[outcome] ?? 0) > 0, outcome)
  })

  await t.test('workers read from the standby, and show it as one server', async (t) => {
    const env = {
      DATABASE_URL: replicated.primary.url,
      DATABASE_READ_URL: standby.url,
      MASTER_KEY: hexKey,
      PORT: String(await freePort()),
      WORKERS: '2',
    }
    const workers = new OwnProcess(t, 'src/main.ts', [], env)
    await workers.waitFor(/(?:"worker serves"[\s\S]*){2}/)
    const url = `http://127.0.0.1:${env.PORT}`
    const samples = () => readMetrics(url)
    await until('both read from the standby', async () => {
      return (await samples()).get('tokenwright_standby_used{standby="1"}') === 1
    })
    for (let call = 0; call < 20; call++) t.equal((await lookUp(url, token)).status, 200)
    const counted = (await samples()).get('tokenwright_near_reads_total{target="standby",reason=""}')
    t.equal(counted, 20)
    t.match(workers.output, /"msg":"reads go to the standby"/)
  })

  await t.test('a standby that was promoted is left', async (t) => {
    await setSetting(atPrimary, 'synchronous_standby_names', '')
    await standby.promote()
    await becomes(database, 'promoted')
    t.equal((await lookUp(baseUrl, token)).status, 200)
  })
})
