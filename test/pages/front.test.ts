import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject } from '../../src/contract/contract.js'
import { hasServedOperations, isServed } from '../../src/contract/surface.js'
import { accessibilityViolations, launchBrowser, noBrowser, openPage, overflow, views } from '../support/browser.js'
import { noCurl } from '../support/curl.js'
import { send } from '../support/http.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)
const titleOf = ({ document }: Contract): string => String((document.info as JsonObject).title)

test('the front door in a browser', { skip: noBrowser }, async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const browser = await launchBrowser(t)

  for (const view of views) {
    await t.test(`is whole and accessible at ${view.width} pixels, ${view.scheme}`, async (t) => {
      const { page, problems } = await openPage(browser, `${baseUrl}/`, view)
      for (const details of await page.locator('details > summary').all()) await details.click()
      t.equal(await overflow(page), 0, 'nothing is wider than the window')
      t.strictSame(await accessibilityViolations(page), [])
      t.strictSame(problems(), [])
      await page.context().close()
    })
  }

  await t.test('shows each contract in the order of the README, with the documents that it links', async (t) => {
    const { page } = await openPage(browser, `${baseUrl}/`)
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    const named = [...readme.matchAll(/^\| \[`([\w-]+)`\]\(openapi/gm)].map(([, name]) => name)
    t.strictSame(contracts.map(({ name }) => name).slice(0, named.length), named)
    t.strictSame(await page.locator('.card h3').allTextContents(), contracts.map(titleOf))
    for (const link of await page.locator('main a').all()) {
      const href = await link.getAttribute('href')
      // It has a build of its own.
      if (href === '/console') continue
      t.equal((await send(baseUrl, { method: 'GET', path: String(href).replace(/#.*/, '') })).status, 200, String(href))
    }
    await page.context().close()
  })

  await t.test('each curl line, copied by its button, gives the answer that is shown', { skip: noCurl }, async (t) => {
    const { page } = await openPage(browser, `${baseUrl}/`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const cards = await page.locator('.card').all()
    t.equal(cards.length, contracts.length)
    for (const card of cards) {
      await card.locator('button.copy').click()
      await card.locator('button.copy', { hasText: 'Copied' }).waitFor()
      const copied = String(await page.evaluate('navigator.clipboard.readText()'))
      const { stdout } = await promisify(execFile)('bash', ['-c', copied])
      const shown = (await card.locator('.answer').textContent()) ?? ''
      const pattern = shown.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^"]+')
      t.match(stdout, new RegExp(`^${pattern}$`), copied)
    }
    await page.context().close()
  })
})

test('the front door and what it loads stay below 100 KB', async (t) => {
  const { baseUrl } = await startServer(t)
  const { text } = await send(baseUrl, { method: 'GET', path: '/' })
  const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  t.ok(assets.length >= 5)
  const sizes = await Promise.all(
    assets.map(async (path) => Buffer.byteLength((await send(baseUrl, { method: 'GET', path })).text)),
  )
  t.ok(sizes.reduce((sum, size) => sum + size, Buffer.byteLength(text)) < 100_000)
})

test('a production server has a front door without credentials', async (t) => {
  const { baseUrl } = await startServer(t, { demo: false })
  const { status, text } = await send(baseUrl, { method: 'GET', path: '/' })
  t.equal(status, 200)
  for (const contract of contracts) t.match(text, `<h3 id="${contract.name}">${titleOf(contract)}</h3>`)
  t.notOk(/curl|[Dd]emo|DEMO|Authorization|twg_|two_/.test(text), 'nothing of the demo')
})

for (const surface of ['public', 'internal'] as const) {
  test(`the ${surface} listener shows its own contracts, operations and pages`, async (t) => {
    const { app, baseUrl } = await startServer(t, { surface })
    const { text } = await send(baseUrl, { method: 'GET', path: '/' })
    for (const contract of contracts) {
      t.equal(text.includes(`<h3 id="${contract.name}">`), hasServedOperations(contract, surface), contract.name)
      for (const operation of Object.values(contract.operations)) {
        const link = `"/docs#/${contract.name}/${operation.operationId}"`
        t.equal(text.includes(link), isServed(operation, surface), link)
      }
    }
    t.equal(text.includes('href="/metrics"'), surface === 'internal')
    const hasConsole = app.hasRoute({ method: 'GET', url: '/console' })
    t.equal(text.includes('href="/console"'), hasConsole, 'a link to the console where it is served')
    if (surface === 'public') t.notOk(hasConsole)
    for (const [, path = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      if (path === '/console') continue
      t.equal((await send(baseUrl, { method: 'GET', path })).status, 200, path)
    }
  })
}

test('the name by which the server was called stays text, in the page and in the shell', async (t) => {
  const { baseUrl } = await startServer(t)
  const host = `a'"&;$(id).test`
  const { text } = await send(baseUrl, { method: 'GET', path: '/', headers: { host } })
  t.notOk(text.includes(`a'"&;`))
  t.ok(text.includes(`curl -s &#39;http://a&#39;\\&#39;&#39;&quot;&amp;;$(id).test/api/token&#39;`))
})

test('a page can only be read, whatever a reader accepts', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const path of ['/', '/docs', '/assets/base.css']) {
    const get = await send(baseUrl, { method: 'GET', path, headers: { accept: 'image/png' } })
    t.equal(get.status, 200, path)
    t.match(get.headers['content-security-policy'], /^default-src 'none'; script-src 'self'; style-src 'self';/)
    t.notMatch(get.headers['content-security-policy'], /unsafe|https?:|\*/)
    t.equal((await send(baseUrl, { method: 'HEAD', path })).status, 200)
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await send(baseUrl, { method, path: '/?x=1', body: 'anything' })
    t.equal(status, 405, method)
    t.equal(headers.allow, 'GET, HEAD')
    t.equal(headers['content-type'], 'application/problem+json')
  }
  for (const path of ['/:x(', '/*', '/a:b(c', '//', '/docs/static/unknown']) {
    t.equal((await send(baseUrl, { method: 'POST', path })).status, 404, path)
  }
})
