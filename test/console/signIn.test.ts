import { test } from 'tap'
import { launchBrowser, noBrowser, openPage } from '../support/browser.js'
import { roleKeys, signIn } from '../support/console.js'
import { startServer } from '../support/server.js'

test('signing in to the console', { skip: noBrowser }, async (t) => {
  const { baseUrl, services, restoreDemo } = await startServer(t)
  const browser = await launchBrowser(t)
  const url = `${baseUrl}/console`

  await t.test('a key is asked for first, and the role is shown', async (t) => {
    for (const role of ['admin', 'viewer'] as const) {
      const { page, problems } = await openPage(browser, url)
      await signIn(page, role)
      t.ok(await page.getByText(`demo ${role}`, { exact: true }).isVisible())
      t.strictSame(problems(), [])
      await page.context().close()
    }
  })

  await t.test('a key that is not known is told, and is not kept', async (t) => {
    const { page } = await openPage(browser, url)
    await page.getByLabel('Operator key').fill('two_NobodyHasThisKey')
    await page.getByLabel(/Keep me signed in/).check()
    await page.keyboard.press('Enter')
    await page.getByText('This operator key is not known.').waitFor()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    t.equal(await page.evaluate('sessionStorage.length'), 0)
    await page.context().close()
  })

  await t.test('a key is in memory only, unless its user asks to keep it for the tab', async (t) => {
    const { page } = await openPage(browser, url)
    await signIn(page, 'viewer')
    t.equal(await page.evaluate('sessionStorage.length + localStorage.length + document.cookie.length'), 0)
    await page.reload()
    await page.getByLabel(/Keep me signed in/).check()
    await signIn(page, 'viewer')
    await page.reload()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Operator key').waitFor()
    t.equal(await page.evaluate('sessionStorage.length'), 0, 'signing out forgets it')
    t.equal(await page.getByLabel('Operator key').inputValue(), '')
    await page.reload()
    await page.getByLabel('Operator key').waitFor()
    await page.context().close()
  })

  await t.test('a page of the console has an address that is shown after the sign-in', async (t) => {
    const { page } = await openPage(browser, `${url}/audit`)
    await signIn(page, 'viewer')
    t.equal(new URL(page.url()).pathname, '/console/audit')
    await page.context().close()
  })

  await t.test('a key that is refused while it is in use leads back to the sign-in', async (t) => {
    const { page } = await openPage(browser, url)
    const created = await fetch(`${baseUrl}/operator/v1/operators`, {
      method: 'POST',
      headers: { authorization: `Bearer ${roleKeys.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Leaving', role: 'viewer' }),
    })
    const { id, key } = (await created.json()) as { id: string; key: string }
    await page.getByLabel(/Keep me signed in/).check()
    await page.getByLabel('Operator key').fill(key)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await fetch(`${baseUrl}/operator/v1/operators/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${roleKeys.admin}` },
    })
    await page.getByRole('link', { name: 'Access keys' }).first().click()
    await page.getByText('Your operator key is no longer valid.').waitFor()
    t.equal(await page.evaluate('sessionStorage.length'), 0)
    await page.context().close()
  })

  await services.flush()
  await restoreDemo()
})
