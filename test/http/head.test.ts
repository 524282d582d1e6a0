import { test } from 'tap'
import { causeOf } from '../../src/database/failure-cause.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

test('HEAD of a page is answered as GET, without the body', async (t) => {
  const { baseUrl } = await startServer(t)
  const paths = [
    '/livez',
    '/readyz',
    '/metrics',
    '/',
    '/docs/',
    '/docs/static/swagger-ui.css',
    '/openapi/operator.json',
  ]
  for (const path of [...paths, '/openapi/operator.yaml', '/nowhere']) {
    const get = await send(baseUrl, { method: 'GET', path })
    const head = await send(baseUrl, { method: 'HEAD', path })
    t.equal(head.status, get.status, path)
    t.equal(head.headers['content-type'], get.headers['content-type'], path)
    t.equal(head.text, '', path)
  }
})

test('HEAD of a page that cannot be served has the status of GET', async (t) => {
  const { baseUrl } = await startServer(t, { readiness: async () => ({ reads: causeOf('refused') }) })
  const { status, headers } = await send(baseUrl, { method: 'HEAD', path: '/readyz' })
  t.equal(status, 503)
  t.equal(headers['retry-after'], '1')
})
