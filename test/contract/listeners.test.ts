import { pino } from 'pino'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { buildApp } from '../../src/http/app.js'
import { RepeatedLines } from '../../src/observability/repeated-lines.js'
import { openTestDatabase } from '../support/database.js'
import { send } from '../support/http.js'
import { readMetrics } from '../support/metrics-page.js'
import { startServer, testMasterKey } from '../support/server.js'

/** Of servers that share a database. */
const masterKey = testMasterKey()
const contracts: readonly Contract[] = Object.values(contractsByName)

test('each listener serves its own operations, and the others are not there', async (t) => {
  const { db } = await openTestDatabase(t)
  const servers = {
    public: await startServer(t, { db, masterKey, surface: 'public' }),
    internal: await startServer(t, { db, masterKey, surface: 'internal' }),
  }
  for (const contract of contracts) {
    const operations = Object.values(contract.operations)
    for (const { operationId, method, path, isInternal } of operations) {
      for (const [surface, { baseUrl }] of Object.entries(servers)) {
        const isServed = isInternal === (surface === 'internal')
        const isPathServed = operations.some(
          (other) => other.path === path && other.isInternal === (surface === 'internal'),
        )
        const { status } = await send(baseUrl, { method, path: path.replaceAll(/\{\w+\}/g, 'x') })
        if (isServed)
          t.notOk(
            [404, 405].includes(status) && !contract.operations[operationId]?.replies[status],
            `${surface} ${operationId}`,
          )
        else t.equal(status, isPathServed ? 405 : 404, `${surface} ${operationId}`)
      }
    }
  }
})

test('what no API has is 404, whatever its body is', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const [type, body] of [
    ['application/json', '{"broken'],
    ['text/xml', '<a/>'],
    ['application/json', 'x'.repeat(100_000)],
  ] as const) {
    const request = { method: 'POST', path: '/nowhere', headers: { 'content-type': type }, body }
    t.match(await send(baseUrl, request), { status: 404, text: /"No API has this path\."/ }, `${type}, ${body.length}`)
  }
})

test('internal operations answer to loopback names and the configured ones only', async (t) => {
  const { baseUrl } = await startServer(t, {
    internalHosts: ['tokens.internal.example.org', '192.0.2.0/24', '198.51.100.7', '2001:db8::/32'],
  })
  const status = async (host: string, path: string) =>
    (await send(baseUrl, { method: 'GET', path, headers: { host } })).status
  const internal = '/v1/frontend/auth/15'
  for (const host of [
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1:8080',
    '[::1]:3000',
    'tokens.internal.example.org:3001',
    'Tokens.Internal.Example.org',
    '192.0.2.255:3001',
    '198.51.100.7',
    '[2001:DB8::7]:3001',
  ]) {
    t.equal(await status(host, internal), 200, host)
  }
  for (const host of [
    'evil.example.org',
    'localhost.evil.example.org',
    '127.0.0.1.evil.example.org',
    'localhost@evil',
    '127.999.999.999',
    '127.1',
    '127.0.0.1.',
    '[localhost]',
    '[127.0.0.1]',
    '::1',
    '192.0.3.1',
    '198.51.100.8',
    '192.0.2.1.evil.example.org',
    '[2001:db9::1]',
  ]) {
    t.equal(await status(host, internal), 421, host)
    t.equal(await status(host, '/v1/api/auth'), 401, 'public operations answer to every name')
  }
})

test('a page of another origin cannot call an internal operation, and everything else can', async (t) => {
  const { baseUrl } = await startServer(t, { internalHosts: ['tokens.example.org'] })
  const body = '{"account_id":"15","description":"one"}'
  const status = async (headers: Record<string, string>, path = '/v1/frontend/auth') =>
    (await send(baseUrl, { method: 'POST', path, headers, body })).status
  const host = 'localhost:3000'
  for (const [what, headers] of Object.entries({
    'another origin': { host, origin: 'https://evil.example.org' },
    'another port': { host, origin: 'http://localhost:3001' },
    'no port': { host, origin: 'http://localhost' },
    'a page without an origin': { host, origin: 'null' },
    'an origin that is none': { host, origin: 'localhost:3000' },
    'a page of another site that hides its origin': { host, 'sec-fetch-site': 'cross-site' },
    'another name of the same site': {
      host: 'tokens.example.org',
      origin: 'https://www.example.org',
      'sec-fetch-site': 'same-site',
    },
  })) {
    t.equal(await status(headers), 403, what)
    t.equal(await status(headers, '/operator/v1/introspect'), 403, `${what}, before it is asked who calls`)
    t.equal(await status(headers, '/login'), 400, 'a public operation answers')
  }
  for (const [what, headers] of Object.entries({
    'a server': { host },
    'a page of this server': { host, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    'in capital letters': { host: 'LOCALHOST:3000', origin: 'http://localhost:3000' },
    'behind a proxy that ends TLS': { host: 'tokens.example.org', origin: 'https://tokens.example.org' },
    'behind a proxy that names the default port': {
      host: 'tokens.example.org:443',
      origin: 'https://tokens.example.org',
    },
    'an address that a person typed': { host, 'sec-fetch-site': 'none' },
  })) {
    t.equal(await status(headers), 200, what)
  }
  const refused = await send(baseUrl, {
    method: 'POST',
    path: '/v1/frontend/auth',
    headers: { host, origin: 'https://evil.example.org' },
    body,
  })
  t.equal(refused.headers['content-type'], 'application/problem+json')
  t.match(JSON.parse(refused.text), { status: 403, detail: 'A page of another origin may not call this operation.' })
})

test('metrics are on the listener for internal operations, on the only one, and never on the public one', async (t) => {
  const { db } = await openTestDatabase(t)
  const expected = { all: 200, internal: 200, public: 404 } as const
  for (const surface of ['all', 'internal', 'public'] as const) {
    const { baseUrl } = await startServer(t, { db, masterKey, surface, internalHosts: ['tokens.internal.example.org'] })
    const ask = (host: string) => send(baseUrl, { method: 'GET', path: '/metrics', headers: { host } })
    for (const host of ['localhost:3000', 'tokens.internal.example.org:3001']) {
      const { status, text } = await ask(host)
      t.equal(status, expected[surface], `${surface} ${host}`)
      t.equal(text.includes('tokenwright_requests_total{'), status === 200)
    }
    const stranger = await ask('evil.example.org')
    t.equal(stranger.status, surface === 'public' ? 404 : 421, `${surface}, another host name`)
    t.equal(stranger.headers['content-type'], 'application/problem+json')
    t.notMatch(stranger.text, /tokenwright_/)
  }
})

test('the listeners of a process show the requests of each other', async (t) => {
  const internal = await startServer(t, { surface: 'internal' })
  const app = await buildApp(internal.services, {
    surface: 'public',
    internalHosts: [],
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    repeatedLines: new RepeatedLines(),
    metrics: internal.metrics,
    readiness: async () => ({}),
    isStopping: () => false,
    demo: true,
  })
  t.teardown(() => app.close())
  const publicUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  await send(publicUrl, { method: 'GET', path: '/v1/api/auth' })
  const samples = await readMetrics(internal.baseUrl)
  t.equal(samples.get('tokenwright_requests_total{api="gateway-tokens",operation="getTokenAccount",status="401"}'), 1)
})
