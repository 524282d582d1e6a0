import { test } from 'tap'
import { send } from '../support/http.js'
import { adminKey } from '../support/operator.js'
import { startServer } from '../support/server.js'

test('the audit names the address of a caller behind a trusted proxy, or says that it is unknown', async (t) => {
  const { baseUrl, db } = await startServer(t, { trustedProxies: ['127.0.0.1'] })
  const body = '{"name":"Broker GmbH"}'
  for (const [forwarded, source] of [
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['x'.repeat(9_000), 'unknown'],
    ['not an address', 'unknown'],
    ['198.51.100.7:4711', 'unknown'],
    ['<script>', 'unknown'],
  ] as const) {
    const headers = { authorization: `Bearer ${adminKey}`, 'x-forwarded-for': forwarded }
    t.equal((await send(baseUrl, { method: 'POST', path: '/operator/v1/broker-users', headers, body })).status, 201)
    const [event] = await db.selectFrom('audit_events').select('source').orderBy('seq', 'desc').limit(1).execute()
    t.equal(event?.source, source, forwarded.slice(0, 20))
  }
})
