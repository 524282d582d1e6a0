import { test } from 'tap'
import { CapturedLog } from '../support/captured-log.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const lookUp = {
  method: 'GET',
  path: '/v1/api/auth',
  headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
}
const issue = {
  method: 'POST',
  path: '/v1/frontend/auth',
  headers: { 'content-type': 'application/json' },
  body: '{"account_id":"15","description":"one"}',
}

test('whatever an authenticator or a handler fails with is 500 in the envelope of its API, and nobody is let in', async (t) => {
  const log = new CapturedLog('info')
  const { baseUrl, services } = await startServer(t, { log: log.logger })
  const { gatewayTokens } = services
  for (const [request, method] of [
    [lookUp, 'authenticate'],
    [issue, 'issue'],
  ] as const) {
    t.equal((await send(baseUrl, request)).status, 200)
    for (const reason of [undefined, null, 'a text', { principal: {} }, new TypeError('broken')]) {
      const failing = t.capture(gatewayTokens, method, () => Promise.reject(reason))
      const { status, headers, text } = await send(baseUrl, request)
      t.equal(status, 500, `${method}: ${String(reason)}`)
      t.strictSame(JSON.parse(text), {
        message: 'The request could not be answered because of a failure of the server',
      })
      t.match(log.of(headers['x-request-id']), [{ level: 50, msg: 'operation failed' }])
      failing.restore()
    }
  }
})

test('a reply that cannot be written is 500', async (t) => {
  const { baseUrl, services } = await startServer(t)
  const found = t.capture(services.gatewayTokens, 'authenticate', async () => ({
    accountId: {
      toString() {
        throw new Error('unreadable')
      },
    },
  }))
  t.equal((await send(baseUrl, lookUp)).status, 500)
  found.restore()
  t.equal((await send(baseUrl, lookUp)).status, 200)
})

test('what Fastify itself has to say is in the log', async (t) => {
  const log = new CapturedLog('info')
  await startServer(t, { log: log.logger })
  t.match(
    log.lines.map(({ msg }) => msg),
    [/^Server listening at http:/],
  )
})
