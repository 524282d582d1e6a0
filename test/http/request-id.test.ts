import { test } from 'tap'
import { CapturedLog } from '../support/captured-log.js'
import { type RawRequest, send } from '../support/http.js'
import { startServer } from '../support/server.js'

const requestId = 'order 4711/retry~2'

const requests: readonly (readonly [what: string, status: number, request: RawRequest])[] = [
  ['a success', 200, { method: 'GET', path: '/v1/frontend/auth/15' }],
  ['a refusal of an authenticator', 401, { method: 'GET', path: '/v1/api/auth' }],
  ['a malformed body', 400, { method: 'POST', path: '/v1/frontend/auth', body: '{' }],
  ['a method that the path does not have', 405, { method: 'PATCH', path: '/v1/api/auth' }],
  ['a path of no API', 404, { method: 'GET', path: '/nowhere' }],
  ['a URL that cannot be decoded', 400, { method: 'GET', path: '/%zz' }],
  ['another host', 421, { method: 'GET', path: '/v1/frontend/auth/15', headers: { host: 'evil.example.org' } }],
  ['health', 200, { method: 'GET', path: '/livez' }],
]

test("a caller's X-Request-Id comes back on every answer and stands in the log", async (t) => {
  const log = new CapturedLog('debug')
  const { baseUrl } = await startServer(t, { log: log.logger })
  for (const [what, status, request] of requests) {
    const id = `${requestId} ${what}`
    const reply = await send(baseUrl, { ...request, headers: { ...request.headers, 'x-request-id': id } })
    t.equal(reply.status, status, what)
    t.equal(reply.headers['x-request-id'], id, what)
    t.equal(log.of(id).length, 1, `${what} is logged under its id`)
  }
})

test('an X-Request-Id that cannot be the id of a request is replaced', async (t) => {
  const { baseUrl } = await startServer(t)
  const reply = await send(baseUrl, { method: 'GET', path: '/livez', headers: { 'x-request-id': 'x'.repeat(129) } })
  t.match(reply.headers['x-request-id'], /^[\da-f-]{36}$/)
})
