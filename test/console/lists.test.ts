import { test } from 'tap'
import { launchBrowser, noBrowser } from '../support/browser.js'
import { openConsole, roleKeys, settled, signIn, visit } from '../support/console.js'
import { startServer } from '../support/server.js'

/** More than a page. */
const count = 60

test('a list of the console', { skip: noBrowser }, async (t) => {
  const { baseUrl } = await startServer(t)
  const browser = await launchBrowser(t)
  const call = (path: string, body: object) =>
    fetch(`${baseUrl}/operator/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${roleKeys.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (let number = 0; number < count; number++) {
    await call('gateway-tokens', { accountId: 'MANY', description: `token number ${number}.` })
  }
  const { page, problems } = await openConsole(browser, `${baseUrl}/console/gateway-tokens`, 'viewer')
  const rows = page.locator('main tbody tr')

  await t.test('has pages, each with an address', async (t) => {
    await settled(page)
    t.equal(await rows.count(), 50)
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.getByText('Page 2').waitFor()
    await settled(page)
    t.ok((await rows.count()) >= 10)
    t.equal(new URL(page.url()).searchParams.get('page'), '2')
    await page.goBack()
    await page.getByText('Page 1').waitFor()
  })

  await t.test('is filtered by its address, also after the sign-in', async (t) => {
    const address = `${baseUrl}/console/gateway-tokens?state=revoked`
    await page.goto(address)
    await signIn(page, 'viewer')
    await settled(page)
    t.equal(page.url(), address)
    t.equal(await page.getByLabel('State').inputValue(), 'revoked')
    t.strictSame([...new Set(await page.locator('tbody .badge').allInnerTexts())], ['revoked'])
    await page.getByLabel('State').selectOption('active')
    await page.locator('tbody .badge', { hasText: 'active' }).first().waitFor()
    t.equal(new URL(page.url()).searchParams.get('state'), 'active')
  })

  await t.test('is searched, and the search stands in its address', async (t) => {
    await visit(page, '/gateway-tokens')
    await page.getByLabel('Search').fill('number 59.')
    await page.waitForURL(/search=number/)
    await settled(page)
    t.strictSame(await page.locator('tbody th a').allInnerTexts(), ['token number 59.'])
    await page.getByLabel('Search').fill('nothing has this name')
    await page.getByText('Nothing matches this search').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await rows.first().waitFor()
    t.equal(new URL(page.url()).search, '')
  })

  await t.test('searches for no secret, and keeps it out of its address', async (t) => {
    await page.getByLabel('Search').fill('twg_GatewayAccount1DemoTokenIsActive2qte6G')
    await page.getByText('This looks like a secret').waitFor()
    await page.waitForTimeout(400)
    t.notMatch(page.url(), 'twg_')
    await visit(page, '/access-keys')
    await visit(page, '/gateway-tokens?search=twg_GatewayAccount1DemoTokenIsActive2qte6G')
    t.equal(await page.getByLabel('Search').inputValue(), '')
    t.notMatch(page.url(), 'twg_', 'an address that has one loses it')
  })

  await t.test('is sorted by a column', async (t) => {
    await visit(page, '/gateway-tokens')
    await page.getByRole('button', { name: 'Account' }).click()
    await page.waitForURL(/sort=accountId/)
    await settled(page)
    t.equal(await page.getByRole('columnheader', { name: 'Account' }).getAttribute('aria-sort'), 'ascending')
    const accounts = await page.locator('tbody td:nth-child(3)').allInnerTexts()
    t.strictSame(accounts, accounts.toSorted())
  })

  await t.test('says what is wrong while the server is away, and goes on after it', async (t) => {
    await page.route('**/operator/v1/access-keys*', (route) => route.abort())
    await visit(page, '/access-keys?state=active')
    await page.getByText('The server cannot be reached.').waitFor()
    await page.unroute('**/operator/v1/access-keys*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await rows.first().waitFor()
    t.equal(await page.getByRole('alert').count(), 0)
  })

  await t.test('of events follows what happens', async (t) => {
    await visit(page, '/audit?action=gateway-token.create')
    t.equal(await page.getByLabel('Action').inputValue(), 'gateway-token.create')
    await page.getByLabel('Follow').check()
    await page.waitForURL(/follow=1/)
    const reply = await call('gateway-tokens', { accountId: 'FOLLOWED', description: 'one more' })
    const { tokenLink } = (await reply.json()) as { tokenLink: string }
    await page.getByRole('link', { name: `All events of ${tokenLink}` }).click()
    await page.getByText('1 event', { exact: true }).waitFor()
    t.equal(new URL(page.url()).searchParams.get('subject'), tokenLink)
    await page.getByLabel('Since (UTC)').fill('2030-01-01T00:00')
    await page.getByText('The audit has no event that fits.').waitFor()
  })

  t.strictSame(problems(), [])
})
