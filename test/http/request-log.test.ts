import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import { test } from 'tap'
import { RepeatedLines } from '../../src/observability/repeated-lines.js'
import { CapturedLog } from '../support/captured-log.js'
import type { RawRequest } from '../support/http.js'
import { send, sendText } from '../support/http.js'
import { startServer, type TestServer, type TestServerOptions } from '../support/server.js'

const json = { 'content-type': 'application/json' }
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parentId = '00f067aa0ba902b7'
const traceparent = `00-${traceId}-${parentId}-01`

async function startLogged(
  t: Test,
  level: 'info' | 'debug',
  options: TestServerOptions = {},
): Promise<TestServer & { log: CapturedLog }> {
  const log = new CapturedLog(level)
  return { ...(await startServer(t, { log: log.logger, ...options })), log }
}

const issue: RawRequest = {
  method: 'POST',
  path: '/v1/frontend/auth',
  headers: json,
  body: '{"account_id":"15","description":"one"}',
}

test('at debug each request gets one line that names its operation and its route, and never its URL', async (t) => {
  const { baseUrl, log } = await startLogged(t, 'debug')
  const lineOf = async (request: RawRequest) => {
    const { headers } = await send(baseUrl, request)
    const lines = log.of(headers['x-request-id'])
    t.equal(lines.length, 1, `${request.method} ${request.path}`)
    const { durationMs, time, level, msg, ...line } = lines[0] ?? { level: 0, msg: '' }
    t.ok(typeof durationMs === 'number' && durationMs >= 0)
    t.strictSame([level, msg], [20, 'request answered'])
    t.equal(line.reqId, headers['x-request-id'])
    return line
  }
  const reqId = /^[0-9a-f-]{36}$/
  t.match(await lineOf(issue), {
    reqId,
    api: 'gateway-tokens',
    operationId: 'issueGatewayToken',
    method: 'POST',
    route: '/v1/frontend/auth',
    status: 200,
  })
  t.match(await lineOf({ method: 'GET', path: '/v1/frontend/auth/15?state=REVOKED' }), {
    operationId: 'listGatewayTokens',
    route: '/v1/frontend/auth/:account_id',
    status: 200,
  })
  t.match(await lineOf({ ...issue, body: '{' }), { operationId: 'issueGatewayToken', status: 400 })
  t.match(await lineOf({ method: 'DELETE', path: '/login' }), { api: 'partner-login', operationId: '', status: 405 })
  const unowned = { api: '', operationId: '', method: 'GET' }
  t.match(await lineOf({ method: 'GET', path: '/livez' }), { ...unowned, route: '/livez', status: 200 })
  t.match(await lineOf({ method: 'GET', path: '/away?x=1' }), { ...unowned, route: '', status: 404 })
  t.match(await lineOf({ method: 'GET', path: '/v1/frontend/auth/' }), { ...unowned, route: '', status: 404 })
  t.match(await lineOf({ method: 'GET', path: '/%zz' }), { ...unowned, route: '', status: 400 })
})

test('at debug what is no request gets a line with the id that its answer carries', async (t) => {
  const { baseUrl, log } = await startLogged(t, 'debug')
  const answer = await sendText(baseUrl, 'this is not HTTP\r\n\r\n')
  const [, id = ''] = /x-request-id: (\S+)/i.exec(answer) ?? []
  t.match(log.of(id), [{ api: '', operationId: '', status: 400 }])
})

test('at info a request that goes well, or is refused, gets no line', async (t) => {
  const { baseUrl, log } = await startLogged(t, 'info')
  for (const request of [issue, { ...issue, body: '{' }, { method: 'GET', path: '/away' }]) {
    const { headers } = await send(baseUrl, { ...request, headers: { ...request.headers, traceparent } })
    t.strictSame(log.of(headers['x-request-id']), [])
  }
})

test('an internal failure is logged with its request, its operation and the trace of the caller', async (t) => {
  const { baseUrl, db, log } = await startLogged(t, 'info')
  await db.schema.alterTable('gateway_tokens').renameTo('gateway_tokens_away').execute()
  const failWith = async (headers: Record<string, string>) => {
    const reply = await send(baseUrl, { ...issue, headers: { ...json, ...headers } })
    t.equal(reply.status, 500)
    const lines = log.of(reply.headers['x-request-id'])
    t.equal(lines.length, 1)
    return lines[0] ?? {}
  }
  const traced = await failWith({ traceparent })
  t.match(traced, {
    level: 50,
    msg: 'operation failed',
    api: 'gateway-tokens',
    operationId: 'issueGatewayToken',
    trace_id: traceId,
    parent_id: parentId,
    err: { code: '42P01', message: '' },
  })
  for (const [what, headers] of Object.entries({
    absent: {},
    'in upper case': { traceparent: traceparent.toUpperCase() },
    'of zeros': { traceparent: `00-${'0'.repeat(32)}-${parentId}-01` },
    'of a later version': { traceparent: `cc-${traceId}-${parentId}-01` },
  })) {
    const line = await failWith(headers)
    t.match(line, { operationId: 'issueGatewayToken' })
    t.notOk('trace_id' in line || 'parent_id' in line, `a traceparent ${what} is no trace`)
    t.notMatch(JSON.stringify(line), new RegExp(traceId, 'i'))
  }
})

test('failures in masses get one line a second, with the number of those left out', async (t) => {
  const { baseUrl, db, log } = await startLogged(t, 'info', { repeatedLines: new RepeatedLines() })
  await db.schema.alterTable('gateway_tokens').renameTo('gateway_tokens_away').execute()
  const replies = await Promise.all(Array.from({ length: 50 }, () => send(baseUrl, issue)))
  t.ok(replies.every(({ status }) => status === 500))
  await delay(2_100)
  const lines = log.lines.filter(({ msg }) => msg === 'operation failed')
  t.ok(lines.length <= 5, `${lines.length} lines`)
  const leftOut = lines.reduce((sum, { suppressed }) => sum + Number(suppressed ?? 0), 0)
  t.equal(lines.length + leftOut, 50, 'each failure is counted')
})
