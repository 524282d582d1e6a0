import type { Page } from 'playwright-core'
import { test } from 'tap'
import { accessibilityViolations, launchBrowser, noBrowser, openPage, overflow } from '../support/browser.js'
import { dialogOf, keepPicture, signIn as signInWithKey, visit } from '../support/console.js'
import { oidcSettings } from '../support/identity-provider.js'
import { accessTokenSeconds, startOidcProvider } from '../support/oidc-provider.js'
import { startServer, TestClock } from '../support/server.js'

const button = (page: Page) => page.getByRole('button', { name: 'Sign in with your organisation' })

/** The identity provider has the time of this machine, and so has the server. */
class RunningClock extends TestClock {
  override readonly now = (): Date => new Date()
}

/** Signs in through the page of the identity provider. */
async function signIn(page: Page, person: string): Promise<void> {
  await button(page).click()
  await page.getByRole('link', { name: person }).click()
}

test('signing in to the console with the identity provider', { skip: noBrowser }, async (t) => {
  const provider = await startOidcProvider(t)
  const { issuer, grants } = provider
  const { baseUrl } = await startServer(t, {
    clock: new RunningClock(''),
    oidc: { ...oidcSettings, issuer },
    jwksCooldownMs: 0,
  })
  const url = `${baseUrl}/console`
  await provider.start(url)
  const browser = await launchBrowser(t)
  const open = async (path: string) => {
    const { page, problems } = await openPage(browser, url + path)
    return { page, problems: () => problems().filter((one) => !one.startsWith(`a request to ${issuer}`)) }
  }
  const signedIn = (page: Page) => page.getByRole('button', { name: 'Sign out' }).waitFor()

  await t.test('an admin signs in, is back where they were, changes something and signs out', async (t) => {
    const { page, problems } = await open('/audit?action=partner.create')
    await button(page).waitFor()
    t.strictSame(await accessibilityViolations(page), [])
    t.ok((await overflow(page)) <= 0)
    await keepPicture(page, 'sign-in-account')
    await signIn(page, 'ada')
    await signedIn(page)
    t.equal(page.url(), `${url}/audit?action=partner.create`)
    t.ok(await page.getByText('Ada Lovelace', { exact: true }).isVisible())
    t.equal(await page.evaluate('sessionStorage.length + localStorage.length + document.cookie.length'), 0)

    await visit(page, '/partners')
    await page.getByRole('button', { name: 'Create a partner' }).click()
    await dialogOf(page).getByLabel('Name', { exact: true }).fill('Acme Ltd')
    await dialogOf(page).getByRole('button', { name: 'Create', exact: false }).last().click()
    await dialogOf(page).waitFor({ state: 'hidden' })
    await visit(page, '/audit?action=partner.create')
    await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor()
    t.strictSame(problems(), [])

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await button(page).waitFor()
    t.equal(page.url(), url)
    await button(page).click()
    await page.getByRole('link', { name: 'ada' }).waitFor()
    await page.context().close()
  })

  await t.test('an access token is renewed before it ends, and a reload asks nothing of who is kept', async (t) => {
    const { page, problems } = await open('/access-keys')
    await page.clock.install()
    await page.getByLabel(/Keep me signed in/).check()
    await signIn(page, 'bob')
    await signedIn(page)
    const before = grants.length
    await page.clock.fastForward((accessTokenSeconds - 30) * 1_000)
    await visit(page, '/operators')
    await page.getByRole('heading', { name: 'Operators' }).waitFor()
    t.equal(await page.getByRole('button', { name: 'Create an operator' }).count(), 0, 'an auditor may look')
    t.strictSame(grants.slice(before), ['refresh_token'], 'once, however many calls wait for it')

    t.strictSame(await page.evaluate('Object.keys(sessionStorage)'), ['tokenwright.account'])
    t.equal(await page.evaluate('sessionStorage["tokenwright.account"]'), '1', 'no token is kept')
    await page.reload()
    await signedIn(page)
    t.equal(page.url(), `${url}/operators`)
    t.strictSame(problems(), [])
    await page.context().close()
  })

  await t.test('who has no role is told', async (t) => {
    const { page } = await open('/partners')
    await signIn(page, 'eve')
    await page.getByText(/Your account has no role on this server/).waitFor()
    t.equal(page.url(), `${url}/partners`)
    await page.context().close()
  })

  await t.test('a sign-in that was cancelled or is not of this tab is told', async (t) => {
    const { page } = await open('/partners')
    await signIn(page, 'nobody')
    await page.getByText(/The sign-in was cancelled/).waitFor()
    t.equal(page.url(), `${url}/partners`)

    await page.goto(`${url}/signed-in?code=of-somebody-else&state=x`)
    await page.getByText(/does not belong to a sign-in that was begun in this tab/).waitFor()
    t.equal(page.url(), url, 'no code stays in the address')

    await button(page).click()
    await page.getByRole('link', { name: 'ada' }).waitFor()
    await page.goto(`${url}/signed-in?code=of-somebody-else&state=x&iss=${encodeURIComponent(issuer)}`)
    await page.getByText(/does not belong to a sign-in that was begun in this tab/).waitFor()
    t.equal(await page.evaluate('sessionStorage.length'), 0)
    await page.context().close()
  })

  await t.test('the identity provider changes its key while the server runs', async (t) => {
    await provider.start(url)
    const { page } = await open('')
    await signIn(page, 'ada')
    await signedIn(page)
    t.ok(await page.getByText('Ada Lovelace', { exact: true }).isVisible())
    await page.context().close()
  })

  await t.test('an operator key signs in while the identity provider is away', async (t) => {
    await provider.stop()
    const { page } = await open('')
    await signInWithKey(page, 'admin')
    t.ok(await page.getByText('demo admin', { exact: true }).isVisible())
    await page.context().close()
  })
})
