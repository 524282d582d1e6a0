import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { test } from 'tap'
import { send } from '../support/http.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

/** What the page may weigh over the wire, with everything that it loads. */
const maxGzipBytes = 150 * 1024

/** The files that an index refers to. */
function assetsOf(index: string): string[] {
  return [...index.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
}

test('the console is served', async (t) => {
  const { baseUrl } = await startServer(t, {
    internalHosts: ['tokens.internal'],
    basePaths: new Map([['partner-login', '/<p>"']]),
  })
  const get = (path: string, headers: Record<string, string> = {}) => send(baseUrl, { method: 'GET', path, headers })
  const index = await get('/console')

  await t.test('under a strict Content-Security-Policy, and to no other page', async (t) => {
    const assets = assetsOf(index.text)
    t.ok(assets.length >= 3, 'script, style and icon')
    for (const path of ['/console', '/console/', '/console/access-keys/1', ...assets]) {
      const { status, headers } = await get(path)
      t.equal(status, 200, path)
      const policy = String(headers['content-security-policy'])
      for (const directive of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"]) {
        t.ok(policy.split('; ').includes(directive), `${path}: ${directive}`)
      }
      t.match(policy, /frame-ancestors 'none'/)
      t.match(policy, /form-action 'none'/)
      t.match(policy, /base-uri 'none'/)
      t.notMatch(policy, /unsafe|\*/)
      t.equal(headers['x-content-type-options'], 'nosniff')
      t.equal(headers['referrer-policy'], 'no-referrer')
      t.equal(headers['access-control-allow-origin'], undefined)
      t.equal(headers['set-cookie'], undefined)
    }
  })

  await t.test('each path below it answers the index, which nobody keeps', async (t) => {
    for (const path of ['/console/', '/console/gateway-tokens?state=active', '/console/partners/%3Cimg%3E']) {
      const { text, headers } = await get(path)
      t.equal(text, index.text, path)
      t.equal(headers['cache-control'], 'no-store')
      t.equal(headers['content-type'], 'text/html; charset=utf-8')
    }
    t.equal((await get('/consoles')).status, 404)
  })

  await t.test(
    'its files are kept for ever under a name of their content, and sent compressed to whoever takes it',
    async (t) => {
      for (const path of assetsOf(index.text)) {
        t.match(path, /-[\w-]{8}\.\w+$/)
        const plain = await get(path)
        t.match(String(plain.headers['cache-control']), /max-age=31536000, immutable/)
        t.equal(plain.headers['content-encoding'], undefined)
        const compressed = await get(path, { 'accept-encoding': 'gzip' })
        t.equal(compressed.headers['content-encoding'], 'gzip', path)
        t.equal(compressed.headers['content-type'], plain.headers['content-type'])
      }
      for (const path of [
        '/console/assets/nothing.js',
        '/console/assets/../index.html',
        '/console/assets/%2e%2e/licenses.md',
      ]) {
        const { status, headers } = await get(path)
        t.equal(status, 404, path)
        t.equal(headers['content-type'], 'application/problem+json')
      }
    },
  )

  await t.test('HEAD is answered as GET, and other methods are 405', async (t) => {
    const [asset = ''] = assetsOf(index.text)
    for (const path of ['/console', '/console/audit', asset]) {
      const head = await send(baseUrl, { method: 'HEAD', path })
      t.equal(head.status, 200, path)
      t.equal(head.text, '')
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const { status, headers } = await send(baseUrl, { method, path })
        t.equal(status, 405, `${method} ${path}`)
        t.equal(headers.allow, 'GET, HEAD')
      }
    }
  })

  await t.test('to internal host names only', async (t) => {
    t.equal((await get('/console', { host: 'evil.example.org' })).status, 421)
    t.equal((await get('/console', { host: 'tokens.internal' })).status, 200)
  })

  await t.test('what the server tells the page is text', async (t) => {
    t.match(index.text, '&quot;/&lt;p>')
    t.notMatch(index.text, '<p>')
  })
})

test('the console is on the internal listener only, and names demo keys only where they work', async (t) => {
  const publicServer = await startServer(t, { surface: 'public' })
  for (const path of ['/console', '/console/', '/console/assets/x.js']) {
    t.equal((await send(publicServer.baseUrl, { method: 'GET', path })).status, 404, path)
  }
  const internal = await startServer(t, { surface: 'internal', demo: false, publicPort: 3000 })
  const { status, text } = await send(internal.baseUrl, { method: 'GET', path: '/console' })
  t.equal(status, 200)
  t.match(text, '&quot;publicPort&quot;:3000')
  t.notMatch(text, 'two_')
})

test('no other origin may read the operator API, and it takes no cookie', async (t) => {
  const { baseUrl } = await startServer(t)
  const headers = { origin: 'https://evil.example.org', 'access-control-request-method': 'GET' }
  for (const method of ['OPTIONS', 'GET', 'POST']) {
    const reply = await send(baseUrl, { method, path: '/operator/v1/operators', headers })
    t.not(reply.status, 200, method)
    for (const name of Object.keys(reply.headers)) t.notMatch(name, /^access-control-/)
  }
  const cookie = { cookie: 'operator_key=two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN' }
  t.equal((await send(baseUrl, { method: 'GET', path: '/operator/v1/operators', headers: cookie })).status, 401)
})

test('everything that the console loads weighs at most 150 KB compressed', async (t) => {
  const directory = join(root, 'dist/console')
  const files = (await readdir(join(directory, 'assets'))).filter((name) => !name.endsWith('.gz'))
  const parts = [join(directory, 'index.html'), ...files.map((name) => join(directory, 'assets', name))]
  const sizes = await Promise.all(parts.map(async (path) => gzipSync(await readFile(path)).length))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  t.ok(total <= maxGzipBytes, `${total} bytes`)
  t.comment(`${(total / 1024).toFixed(1)} KB`)
})
