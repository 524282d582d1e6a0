import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, Json, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { isObject, resolved } from '../../src/contract/document.js'
import { chromiumArguments, chromiumPath } from '../support/chromium.js'
import { startServer } from '../support/server.js'

const skip = chromiumPath === undefined ? 'no Chromium is installed; set CHROMIUM_PATH to use one' : false
const contracts: readonly Contract[] = Object.values(contractsByName)

test('the documentation in a browser', { skip }, async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t)
  const browser = await launch()
  t.teardown(() => browser.close())

  const menus = new Map<string, readonly (string | null)[]>()

  await t.test('every operation answers as documented when it is executed with what is prefilled', async (t) => {
    for (const contract of contracts) {
      await t.test(contract.name, async (t) => {
        await restoreDemo()
        const { page, problems } = await openPage(browser, `${baseUrl}/docs`)
        await choose(page, contract)
        // One after the other, as a reader goes down the page: an operation works on what those before it have answered.
        for (const operation of Object.values(contract.operations)) {
          await showTag(page, contract, operation)
          const block = await expand(page, operation)
          if (exampleNames(contract, operation).length > 1) menus.set(operation.operationId, await readMenu(block))
          t.equal(await execute(block), expectedStatus(contract, operation), operation.operationId)
          // Every open operation makes the page slower.
          await press(block.locator('.opblock-summary-control'))
        }
        t.strictSame(problems(), [], 'the browser has nothing to complain about')
        await page.close()
      })
    }
  })

  await t.test('the requests that the schema refuses are in the menu of examples', async (t) => {
    for (const contract of contracts) {
      for (const operation of Object.values(contract.operations)) {
        const names = exampleNames(contract, operation)
        if (names.length > 1) t.strictSame(menus.get(operation.operationId), names, operation.operationId)
      }
    }
  })

  await t.test('an example that is picked for the body brings its parameters', async (t) => {
    await restoreDemo()
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    const { contract, operation } = operationNamed('revokeGatewayToken')
    await choose(page, contract)
    const block = await expand(page, operation)
    await block.locator('.opblock-section-request-body .examples-select select').selectOption('already_revoked')
    t.equal(await execute(block), '404')
  })

  await t.test('a credential that the reader gives wins over the prefilled one', async (t) => {
    await restoreDemo()
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    const { contract, operation } = operationNamed('getTokenAccount')
    await choose(page, contract)
    await page.locator('.auth-wrapper .btn.authorize').click()
    const dialog = page.locator('.dialog-ux')
    await dialog.getByRole('button', { name: 'Remove authorization' }).click()
    await dialog.locator('input').fill('twg_ThisTokenHasNeverBeenIssued000002a3IWb')
    await dialog.getByRole('button', { name: 'Apply credentials' }).click()
    await dialog.locator('.btn-done').click()
    t.equal(await execute(await expand(page, operation)), '401')
    for (const other of contracts) await choose(page, other)
    await choose(page, contract)
    t.equal(await execute(await expand(page, operation)), '401', 'also after other contracts were opened')
  })

  await t.test('a form has a menu of its examples, and empty optional fields are left out', async (t) => {
    await restoreDemo()
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    const { contract, operation } = operationNamed('introspectOauthToken')
    await choose(page, contract)
    await showTag(page, contract, operation)
    const block = await expand(page, operation)
    const sent = () => page.waitForRequest((request) => request.url().endsWith('/oauth/introspect'))
    const menu = block.locator('.opblock-section-request-body .examples-select select')
    const filled = { token: 'twg_GatewayAccount1DemoTokenIsActive2qte6G' }
    for (const [name, fields] of [
      [undefined, filled],
      ['inactive', { token: 'twg_ThisTokenHasNeverBeenIssued000002a3IWb', token_type_hint: 'access_token' }],
      ['noCredentials', filled],
    ] as const) {
      if (name) await menu.selectOption(name)
      const [request, status] = await Promise.all([sent(), execute(block)])
      t.equal(status, '200', name ?? 'at first')
      t.strictSame(Object.fromEntries(new URLSearchParams(request.postData() ?? '')), fields, name ?? 'at first')
    }
  })

  await t.test('a challenge of HTTP Basic is shown, and credentials that are not filled in are not sent', async (t) => {
    const { baseUrl } = await startServer(t, { demo: false })
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    const { contract, operation } = operationNamed('introspectOauthToken')
    await choose(page, contract)
    await showTag(page, contract, operation)
    await page.locator('.auth-wrapper .btn.authorize').click()
    const dialog = page.locator('.dialog-ux')
    const apply = dialog.getByRole('button', { name: 'Apply credentials' })
    await apply.first().waitFor()
    t.equal(await apply.count(), 2, 'a key, or a user name and a password')
    const username = dialog.locator('input[name="username"]')
    await username.fill('x')
    await username.fill('')
    for (const button of await apply.all()) await button.click()
    await dialog.locator('.btn-done').first().click()
    const block = await expand(page, operation)
    const sent = page.waitForRequest((request) => request.url().endsWith('/oauth/introspect'))
    const [request, status] = await Promise.all([sent, execute(block)])
    t.equal(status, '401')
    t.equal((await request.allHeaders()).authorization, undefined)
  })

  await t.test('without the demo no credential is prefilled', async (t) => {
    const { baseUrl } = await startServer(t, { demo: false })
    const { page } = await openPage(browser, `${baseUrl}/docs`)
    const { contract, operation } = operationNamed('getTokenAccount')
    await choose(page, contract)
    t.equal(await execute(await expand(page, operation)), '401')
  })
})

function launch(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: chromiumArguments,
  })
}

/** A page, and what the browser has complained about since. */
async function openPage(browser: Browser, url: string): Promise<{ page: Page; problems: () => readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('console', (message) => {
    // A browser prints every answer from 400 on; whether it is the documented one is judged by its status.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(url)
  return { page, problems: () => problems }
}

/** Opens a contract through the navigation. */
async function choose(page: Page, { name, document }: Contract): Promise<void> {
  await page.locator(`#navigation h2 a[href="#/${name}"]`).click()
  const { title } = document.info as JsonObject
  await page.locator('.info .title', { hasText: String(title) }).waitFor()
}

/** Closes the operations of all tags but that of an operation: the page takes time at every step for each that it shows. */
async function showTag(page: Page, { document }: Contract, { at }: OperationEntry): Promise<void> {
  const { tags } = resolved(document, at) as { tags: readonly string[] }
  const own = `[data-tag="${tags[0]}"]`
  await page
    .locator(`.opblock-tag[data-is-open="true"]:not(${own}), .opblock-tag[data-is-open="false"]${own}`)
    .evaluateAll((headings) => headings.map((heading) => (heading as unknown as { click(): void }).click()))
}

async function expand(page: Page, { operationId }: OperationEntry): Promise<Locator> {
  const block = page.locator(`.opblock[id$="-${operationId}"]`)
  const button = block.locator('.opblock-summary-control')
  if ((await button.getAttribute('aria-expanded')) !== 'true') await press(button)
  await block.locator('.btn.execute').waitFor()
  return block
}

/** An event instead of a click, which waits until the page stands still. */
function press(button: Locator): Promise<void> {
  return button.dispatchEvent('click')
}

/** The names of the valid and the invalid examples of a body. */
function exampleNames({ document }: Contract, { body }: OperationEntry): readonly string[] {
  if (!body) return []
  const media = resolved(document, body.at) as JsonObject
  return [...namesOf(media.examples), ...namesOf(media['x-invalid-examples'])]
}

/** The menu of examples for the body. */
async function readMenu(block: Locator): Promise<readonly (string | null)[]> {
  const options = block.locator('.opblock-section-request-body .examples-select option')
  await options.first().waitFor({ state: 'attached' })
  return Promise.all((await options.all()).map((option) => option.getAttribute('value')))
}

/** Presses "Execute" and reads the status that the page shows. */
async function execute(block: Locator): Promise<string> {
  await block.locator('.btn.execute').click()
  const status = block.locator('.live-responses-table .response-col_status').last()
  await status.waitFor()
  return (await status.textContent())?.trim().match(/^\d+/)?.[0] ?? ''
}

function operationNamed(operationId: string): { contract: Contract; operation: OperationEntry } {
  for (const contract of contracts) {
    const operation = contract.operations[operationId]
    if (operation) return { contract, operation }
  }
  throw new Error(`no contract has an operation ${operationId}`)
}

function namesOf(examples: Json | undefined): string[] {
  return Object.keys(isObject(examples) ? examples : {})
}

/** The status of the reply example with the name of the first request example, else of the first reply example. */
function expectedStatus({ document }: Contract, { at, body, replies }: OperationEntry): string | undefined {
  const media = body ? (resolved(document, body.at) as JsonObject) : {}
  const authorizations = (resolved(document, at) as JsonObject)['x-authorization-examples']
  const name = namesOf(media.examples)[0] ?? namesOf(authorizations)[0]
  const named = Object.entries(replies).map(([status, { at, content }]) => ({
    status,
    names: content
      ? namesOf((resolved(document, content.at) as JsonObject).examples)
      : (((resolved(document, at) as JsonObject)['x-answers'] ?? []) as readonly string[]),
  }))
  const match = named.find(({ names }) => name !== undefined && names.includes(name))
  return (match ?? named.find(({ names }) => names.length > 0))?.status
}
