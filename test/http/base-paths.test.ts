import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { atBasePaths } from '../../src/contract/base-path.js'
import { demoCalls } from '../../src/contract/demo-calls.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const basePaths = new Map([
  ['partner-login', '/partners-int'],
  ['gateway-tokens', '/pay/public-auth'],
])

test('an API is served below its base path, and nowhere else', async (t) => {
  const { baseUrl } = await startServer(t, { basePaths })
  const statusOf = async (method: string, path: string): Promise<number> =>
    (await send(baseUrl, { method, path, headers: { 'content-type': 'application/json' }, body: '{}' })).status
  t.strictSame(await statusOf('POST', '/partners-int/login'), 400)
  t.strictSame(await statusOf('POST', '/login'), 404)
  t.strictSame(await statusOf('POST', '/api/token'), 200, 'the others stay where they are')
  const wrongMethod = await send(baseUrl, { method: 'PATCH', path: '/pay/public-auth/v1/frontend/auth/15' })
  t.strictSame([wrongMethod.status, wrongMethod.headers.allow], [405, 'GET, DELETE'])
  const listed = await send(baseUrl, { method: 'GET', path: '/pay/public-auth/v1/frontend/auth/15' })
  t.strictSame([listed.status, JSON.parse(listed.text).tokens.length], [200, 1])
})

test('documents and the lines to try show it', async (t) => {
  const { baseUrl } = await startServer(t, { basePaths })
  const { text } = await send(baseUrl, { method: 'GET', path: '/openapi/partner-login.json' })
  const { servers, paths } = JSON.parse(text)
  t.strictSame([servers[0].url, Object.keys(paths)], [`${baseUrl}/partners-int`, ['/login']])
  const calls = demoCalls(Object.values(atBasePaths(contracts, basePaths)), 'http://server', 'http://server')
  t.ok(calls.some((call) => call.includes("'http://server/partners-int/login'")))
})

test('a name that no API has is refused', (t) => {
  t.throws(() => atBasePaths(contracts, new Map([['partner', '/x']])), {
    message: /^BASE_PATHS names partner, which is no API; it may name broker-token, /,
  })
  t.end()
})
