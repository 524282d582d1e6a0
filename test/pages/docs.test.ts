import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { test } from 'tap'
import { parse } from 'yaml'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { isServed } from '../../src/contract/surface.js'
import { generatorsOf } from '../../src/http/docs/generators.js'
import { accessibilityViolations, launchBrowser, noBrowser, openPage, overflow, views } from '../support/browser.js'
import { send } from '../support/http.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

/** Opens the documentation at an operation, which then is expanded. */
async function openOperation(browser: Browser, baseUrl: string, operation: string, view = views[0]) {
  const opened = await openPage(browser, `${baseUrl}/docs#/${operation}`, view)
  const block = opened.page.locator(`.opblock[id$="-${operation.split('/')[1]}"]`)
  await block.locator('.sample').waitFor()
  return { ...opened, block }
}

/** The number of characters in the longest line of a paragraph or list item, as the browser breaks it. */
function longestLine(page: Page): Promise<number> {
  return page.evaluate(`Math.max(...[...document.querySelectorAll('main :is(p, li)')]
    .filter((one) => one.offsetParent !== null && one.textContent.length > 90 && !one.matches('.contract-links, .first'))
    .map((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 12)))
      return one.textContent.length / lines.size
    }))`) as Promise<number>
}

test('the documentation in a browser', { skip: noBrowser }, async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t)
  const browser = await launchBrowser(t)

  for (const view of views) {
    await t.test(`is whole and accessible at ${view.width} pixels, ${view.scheme}`, async (t) => {
      const overview = await openPage(browser, `${baseUrl}/docs`, view)
      t.strictSame(await overview.page.locator('#overview h2').count(), contracts.length)
      t.equal(await overflow(overview.page), 0, 'the overview is no wider than the window')
      t.strictSame(await accessibilityViolations(overview.page), [])
      t.strictSame(overview.problems(), [])
      await overview.page.context().close()
      const { page, block, problems } = await openOperation(browser, baseUrl, 'gateway-tokens/revokeGatewayToken', view)
      await page.locator('.info summary').click()
      await block.locator('.btn.execute').click()
      await block.locator('.live-responses-table').waitFor()
      t.equal(await overflow(page), 0, 'an operation is no wider than the window')
      t.strictSame(await accessibilityViolations(page), [], 'an operation that was executed')
      t.ok((await longestLine(page)) <= 80, 'no line of text is longer than 80 characters')
      t.strictSame(problems(), [])
      await page.context().close()
      await restoreDemo()
    })
  }

  await t.test('the first operation of every contract is visible without scrolling', async (t) => {
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    for (const { name, document } of contracts) {
      const { title } = document.info as { title: string }
      await page.locator(`#navigation h2 a[href="#/${name}"]`).click()
      await page.locator('.info .title', { hasText: title }).waitFor()
      const block = page.locator('.opblock').first()
      const box = await block.boundingBox()
      t.ok(box && box.y >= 0 && box.y + box.height <= 800, `${name}: ${JSON.stringify(box)}`)
    }
    await page.context().close()
  })

  await t.test('the search finds an operation by keyboard alone, and its address leads back to it', async (t) => {
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    await page.keyboard.press('/')
    await page.keyboard.type('revoke by token')
    t.match(await page.locator('#found').textContent(), /^[1-9]\d* operations?$/)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('introspect rfc')
    t.equal(await page.locator('#found').textContent(), '1 operation')
    await page.keyboard.press('Enter')
    await page.locator('.opblock[id$="-introspectOauthToken"] .sample').waitFor()
    t.match(page.url(), /#\/operator\/introspectOauthToken$/)
    t.equal(await page.locator('#navigation [aria-current]').getAttribute('href'), '#/operator/introspectOauthToken')
    await page.reload()
    await page.locator('.opblock[id$="-introspectOauthToken"] .sample').waitFor()
    await page.context().close()
  })

  await t.test('the code follows the example that is chosen', async (t) => {
    const { page, block } = await openOperation(browser, baseUrl, 'gateway-tokens/revokeGatewayToken')
    const samples = (await (await fetch(`${baseUrl}/docs/samples/gateway-tokens/revokeGatewayToken`)).json()) as Record<
      string,
      Record<string, string>
    >
    const shown = () => block.locator('.sample').textContent()
    t.equal(await shown(), Object.values(samples)[0]?.curl)
    await block.locator('.opblock-section-request-body .examples-select select').selectOption('already_revoked')
    t.equal(await shown(), samples.already_revoked?.curl)
    await block.getByRole('button', { name: 'Python' }).click()
    t.equal(await shown(), samples.already_revoked?.python)
    await block.getByRole('button', { name: 'TypeScript' }).click()
    t.equal(await shown(), samples.already_revoked?.typescript)
    await page.context().close()
  })

  await t.test('an account that is filled in has tokens', async (t) => {
    const { page, block } = await openOperation(browser, baseUrl, 'gateway-tokens/listGatewayTokens')
    await block.locator('.btn.execute').click()
    const answer = block.locator('.live-responses-table .highlight-code')
    t.match(await answer.first().textContent(), /"token_link"/)
    await page.context().close()
  })

  await t.test('the tables of answers have no column of links and no header that every answer has', async (t) => {
    const { page, block } = await openOperation(browser, baseUrl, 'gateway-tokens/listGatewayTokens')
    const text = (await block.locator('.responses-table').innerText()) ?? ''
    t.match(text, /Next:/, 'what a link says stands in the text')
    t.notOk(/No links|Links|X-Request-Id/.test(text))
    await page.context().close()
  })
})

test('docs/partners.md names the generators that the documentation names', async (t) => {
  const partners = await readFile(join(root, 'docs/partners.md'), 'utf8')
  const lines = generatorsOf('partner-login', 'http://localhost:3000').flatMap(({ text }) => text.split('\n'))
  t.ok(lines.length > 8)
  for (const line of lines.filter((one) => !/^(cat |END)/.test(one))) t.ok(partners.includes(`\n${line}\n`), line)
})

for (const surface of ['all', 'public', 'internal'] as const) {
  test(`the ${surface} listener serves the sequences of calls of which it has every operation`, async (t) => {
    const { baseUrl } = await startServer(t, { surface })
    let served = 0
    for (const { name, operations } of contracts) {
      const { status, text } = await send(baseUrl, { method: 'GET', path: `/openapi/${name}.arazzo.yaml` })
      const isWhole = Object.values(operations).every((operation) => isServed(operation, surface))
      t.equal(status, isWhole && name !== 'operator' ? 200 : 404, name)
      if (status !== 200) continue
      served += 1
      const { sourceDescriptions } = parse(text) as { sourceDescriptions: readonly { name: string; url: string }[] }
      for (const source of sourceDescriptions) {
        t.equal(source.url, `${baseUrl}/openapi/${source.name}.yaml`)
        t.equal((await send(source.url, { method: 'GET', path: new URL(source.url).pathname })).status, 200)
      }
    }
    t.equal(served, { all: 5, public: 4, internal: 0 }[surface])
  })
}

test('the typed client is served as one source for every contract that has one', async (t) => {
  const { baseUrl } = await startServer(t)
  const { headers, text } = await send(baseUrl, { method: 'GET', path: '/openapi/partner-login.client.ts' })
  t.match(headers['content-type'], /^text\/plain/)
  t.match(text, 'export function createPartnerLoginClient(')
  t.equal((await send(baseUrl, { method: 'GET', path: '/openapi/operator.client.ts' })).status, 404)
})
