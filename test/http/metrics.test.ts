import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { Secret } from '../../src/crypto/secret.js'
import { causeOf } from '../../src/database/failure-cause.js'
import type { Readiness } from '../../src/database/readiness.js'
import { packageVersion } from '../../src/package-file.js'
import { send, sendText } from '../support/http.js'
import { readMetrics, type Samples } from '../support/metrics-page.js'
import { noPromtool } from '../support/promtool.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)
const activeToken = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' }

function requests(samples: Samples, api: string, operation: string, status: number): number | undefined {
  return samples.get(`tokenwright_requests_total{api="${api}",operation="${operation}",status="${status}"}`)
}

function timed(samples: Samples, api: string, operation: string): number | undefined {
  return samples.get(`tokenwright_request_duration_seconds_count{api="${api}",operation="${operation}"}`)
}

test('the page has the media type of the text format', async (t) => {
  const { baseUrl } = await startServer(t)
  const { headers } = await send(baseUrl, { method: 'GET', path: '/metrics' })
  t.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
})

test('every status that an operation declares is counted from zero', async (t) => {
  const { baseUrl } = await startServer(t)
  const samples = await readMetrics(baseUrl)
  for (const { name, operations } of contracts) {
    for (const { operationId, replies } of Object.values(operations)) {
      for (const status of Object.keys(replies)) t.equal(requests(samples, name, operationId, Number(status)), 0)
    }
  }
})

test('a request is counted and timed once, under its operation and status, protocol failures included', async (t) => {
  const { baseUrl } = await startServer(t)
  const path = '/v1/frontend/auth'
  const json = { 'content-type': 'application/json' }
  const body = '{"account_id":"15","description":"one"}'
  await send(baseUrl, { method: 'POST', path, headers: json, body })
  await send(baseUrl, { method: 'POST', path, headers: json, body })
  await send(baseUrl, { method: 'POST', path, headers: json, body: '{"broken' })
  await send(baseUrl, { method: 'POST', path, headers: { 'content-type': 'text/plain' }, body: 'x' })
  await send(baseUrl, { method: 'POST', path, headers: json, body: 'x'.repeat(20_000) })
  await send(baseUrl, { method: 'POST', path, headers: { ...json, host: 'evil.example.org' }, body })
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers: activeToken })
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth' })

  const samples = await readMetrics(baseUrl)
  const issued = (status: number) => requests(samples, 'gateway-tokens', 'issueGatewayToken', status)
  t.strictSame([200, 400, 413, 415, 421].map(issued), [2, 1, 1, 1, 1])
  t.equal(timed(samples, 'gateway-tokens', 'issueGatewayToken'), 6)
  t.equal(requests(samples, 'gateway-tokens', 'getTokenAccount', 200), 1)
  t.equal(requests(samples, 'gateway-tokens', 'getTokenAccount', 401), 1)
  t.equal(timed(samples, 'gateway-tokens', 'getTokenAccount'), 2)
  t.equal(requests(samples, 'gateway-tokens', 'getTokenAccountAlias', 200), 0, 'another operation')
})

test('another method of a path is counted for the API, under no operation', async (t) => {
  const { baseUrl } = await startServer(t)
  await send(baseUrl, { method: 'DELETE', path: '/login' })
  const samples = await readMetrics(baseUrl)
  t.equal(requests(samples, 'partner-login', '', 405), 1)
  t.equal(timed(samples, 'partner-login', ''), 1)
})

test('what no contract owns is counted under empty names', async (t) => {
  const { baseUrl } = await startServer(t)
  await send(baseUrl, { method: 'GET', path: '/livez' })
  await send(baseUrl, { method: 'GET', path: '/unknown' })
  // An empty segment is no value of the path's parameter, though the router takes it for one.
  await send(baseUrl, { method: 'GET', path: '/v1/frontend/auth/' })
  await send(baseUrl, { method: 'PUT', path: '/v1/frontend/auth/' })
  await send(baseUrl, { method: 'GET', path: '/%zz' })
  await sendText(baseUrl, 'this is not HTTP\r\n\r\n')
  const samples = await readMetrics(baseUrl)
  t.equal(requests(samples, '', '', 200), 1)
  t.equal(requests(samples, '', '', 404), 3)
  t.equal(requests(samples, '', '', 400), 2, 'an undecodable path, and what is no request')
  t.equal(requests(samples, 'gateway-tokens', 'listGatewayTokens', 404), undefined)
})

test('the buckets reach from a fifth of a millisecond to ten seconds, and hold the durations', async (t) => {
  const { baseUrl } = await startServer(t)
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth' })
  const samples = await readMetrics(baseUrl)
  const labels = 'api="gateway-tokens",operation="getTokenAccount"'
  const buckets = [...samples].filter(
    ([name]) => name.startsWith('tokenwright_request_duration_seconds_bucket') && name.includes(labels),
  )
  const bounds = buckets.map(([name]) => /le="([^"]+)"/.exec(name)?.[1])
  t.equal(bounds[0], '0.0002')
  t.strictSame(bounds.slice(-2), ['10', '+Inf'])
  t.equal(buckets.at(-1)?.[1], 1)
  const sum = samples.get(`tokenwright_request_duration_seconds_sum{${labels}}`) ?? 0
  const first = bounds[buckets.findIndex(([, count]) => count === 1)]
  t.ok(sum > 0 && sum <= Number(first), 'in seconds')
})

test('password hashes that are computed and that wait are shown', async (t) => {
  const { metrics, services } = await startServer(t)
  // What is read when the page is asked for, before anything else happens.
  const shown = async () =>
    [...(await metrics.page()).matchAll(/^tokenwright_password_hashing\{state="(\w+)"\} (\d+)$/gm)].map(
      ([, state, count]) => [state, Number(count)],
    )
  const cores = availableParallelism()
  const hashes = Array.from({ length: cores + 3 }, () => services.passwords.hash(new Secret('correct horse')))
  t.strictSame(await shown(), [
    ['running', cores],
    ['waiting', 3],
  ])
  await Promise.all(hashes)
  t.strictSame(await shown(), [
    ['running', 0],
    ['waiting', 0],
  ])
})

test('the build, the ages of signing keys and the sizes of batches are shown', async (t) => {
  const { baseUrl, clock, services } = await startServer(t)
  clock.set('2026-03-01T10:00:00Z')
  await services.signingKeys.load()
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers: activeToken })
  const samples = await readMetrics(baseUrl)
  const [build, one] = [...samples].find(([name]) => name.startsWith('tokenwright_build_info')) ?? []
  t.match(build, new RegExp(`version="${packageVersion()}",commit="[^"]*",node="${process.versions.node}"`))
  t.equal(one, 1)
  const { items } = await services.signingKeys.list({ limit: 100 })
  for (const { api, createdAt } of items.filter(({ state }) => state === 'signing')) {
    const shown = samples.get(`tokenwright_signing_key_created_timestamp_seconds{api="${api}"}`)
    t.equal(shown, createdAt.getTime() / 1_000, api)
  }
  t.equal(samples.get('tokenwright_batch_size_count{what="gateway tokens"}'), 1)
  t.equal(samples.get('tokenwright_batch_size_sum{what="gateway tokens"}'), 1)
  t.notOk(samples.has('tokenwright_certificate_expiry_timestamp_seconds'), 'there is no TLS')
})

test('promtool finds nothing to object to', { skip: noPromtool }, async (t) => {
  const { metrics } = await startServer(t)
  const { status, stderr } = spawnSync('promtool', ['check', 'metrics'], {
    input: await metrics.page(),
    encoding: 'utf8',
  })
  // Of the metrics that prom-client collects by itself.
  const own = stderr.split('\n').filter((line) => line.startsWith('tokenwright_'))
  t.strictSame(own, [])
  t.not(status, 1, 'the page can be read')
})

test('whether reads and writes can be answered is asked when the page is', async (t) => {
  let failures: Readiness = {}
  const { baseUrl } = await startServer(t, { readiness: async () => failures })
  const shown = async () => {
    const samples = await readMetrics(baseUrl)
    return ['reads', 'writes'].map((purpose) => samples.get(`tokenwright_ready{for="${purpose}"}`))
  }
  t.strictSame(await shown(), [1, 1])
  failures = { writes: causeOf('read-only') }
  t.strictSame(await shown(), [1, 0])
})

test('sign-in failures are counted by API, from zero', async (t) => {
  const { baseUrl } = await startServer(t)
  const refuse = (path: string, body: object) =>
    send(baseUrl, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (const accessKey of ['1'.repeat(40), 'unknown']) await refuse('/login', { accessKey, secret: 'wrong' })
  await refuse('/api/token', { hash: 'unknown', secret: 'wrong' })
  const samples = await readMetrics(baseUrl)
  const failures = (api: string) => samples.get(`tokenwright_sign_in_failures_total{api="${api}"}`)
  t.strictSame(['broker-token', 'partner-login', 'security-management'].map(failures), [1, 2, 0])
})

test('the sizes of the written batches of last uses are shown', async (t) => {
  const { baseUrl, services } = await startServer(t)
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers: activeToken })
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers: activeToken })
  await services.gatewayTokens.flush()
  const samples = await readMetrics(baseUrl)
  t.equal(samples.get('tokenwright_last_uses_batch_size_count'), 1, 'one statement')
  t.equal(samples.get('tokenwright_last_uses_batch_size_sum'), 1, 'for one token')
  t.equal(samples.get('tokenwright_last_uses_dropped_total'), 0)
})

test('last uses that could not be written are counted', async (t) => {
  const { baseUrl, db, services } = await startServer(t, { onDropped: () => {} })
  await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers: activeToken })
  await db.schema.alterTable('gateway_tokens').renameTo('gateway_tokens_away').execute()
  await services.gatewayTokens.flush()
  const samples = await readMetrics(baseUrl)
  t.equal(samples.get('tokenwright_last_uses_batch_size_count'), 0)
  t.equal(samples.get('tokenwright_last_uses_dropped_total'), 1)
})

test('the process shows its own figures', async (t) => {
  const { baseUrl } = await startServer(t)
  const samples = await readMetrics(baseUrl)
  t.ok((samples.get('process_resident_memory_bytes') ?? 0) > 1_000_000)
  t.ok(samples.has('nodejs_eventloop_lag_p99_seconds'))
})
