import type { Page } from 'playwright-core'
import { type Test, test } from 'tap'
import { accessibilityViolations, launchBrowser, noBrowser, overflow, views } from '../support/browser.js'
import { dialogOf, keepPicture, openConsole, type Role, roleKeys, settled, visit } from '../support/console.js'
import { startServer } from '../support/server.js'

const pages = [
  ['overview', '/'],
  ['partners', '/partners'],
  ['broker-users', '/broker-users'],
  ['broker-user', '/broker-users/3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b03'],
  ['access-keys', '/access-keys'],
  ['access-key', '/access-keys/45771ea1-b012-4b80-8ba4-49891c5d8e00'],
  ['access-key-pending', '/access-keys/45771ea1-b012-4b80-8ba4-49891c5d8d01'],
  ['security-users', '/security-users'],
  ['security-user', '/security-users/155'],
  ['gateway-tokens', '/gateway-tokens'],
  ['gateway-token', '/gateway-tokens/b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01'],
  ['audit', '/audit'],
  ['leaked', '/leaked'],
  ['operators', '/operators'],
  ['nothing-found', '/gateway-tokens?state=revoked&partnerId=00000000-0000-4000-8000-000000000000'],
  ['no-such-thing', '/access-keys/00000000-0000-4000-8000-000000000000'],
  ['no-such-page', '/nowhere'],
] as const

/** A page shows itself whole, readable and without a complaint in every view. */
async function checkViews(t: Test, page: Page, name: string, shown = views): Promise<void> {
  for (const { width, scheme } of shown) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const view = `${name}-${width}-${scheme}`
    await keepPicture(page, view)
    t.strictSame(await accessibilityViolations(page), [], `${view}: axe-core`)
    t.ok((await overflow(page)) <= 0, `${view} fits`)
  }
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  ) as Promise<string>
}

/** The buttons of a page that open a dialog. */
async function dialogButtons(page: Page): Promise<string[]> {
  const buttons = await page.locator('main .button-row button, main td button').all()
  const names = await Promise.all(
    buttons.map(async (button) => (await button.getAttribute('aria-label')) ?? button.innerText()),
  )
  const others = /^(Activate|Unlock|Export|First page|Next page|Find and|Copy|Earlier|Try again|Show all|Check again)/
  return [...new Set(names.filter((name) => !others.test(name)))]
}

test('every page of the console', { skip: noBrowser }, async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })
  const browser = await launchBrowser(t)
  const url = `${baseUrl}/console`
  // Something in the audit, and in the name of a thing what would be markup.
  const headers = { authorization: `Bearer ${roleKeys.admin}`, 'content-type': 'application/json' }
  for (const name of ['Acme Ltd', '<img src=x onerror=alert(1)>']) {
    await fetch(`${baseUrl}/operator/v1/partners`, { method: 'POST', headers, body: JSON.stringify({ name }) })
  }

  await t.test('sign-in', async (t) => {
    const { page, problems } = await openConsole(browser, url, 'viewer')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Operator key').waitFor()
    await checkViews(t, page, 'sign-in')
    t.strictSame(problems(), [])
  })

  for (const role of ['admin', 'viewer'] as const satisfies readonly Role[]) {
    await t.test(`as ${role}`, async (t) => {
      const { page, problems } = await openConsole(browser, url, role)
      for (const [name, path] of pages) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await visit(page, path)
        t.match(await page.title(), / · Tokenwright$/, name)
        await checkViews(t, page, `${role}-${name}`, role === 'admin' ? views : views.slice(0, 1))
        const buttons = await dialogButtons(page)
        if (role === 'viewer') {
          t.strictSame(buttons, [], `${name}: a viewer is offered nothing that a viewer may not do`)
          continue
        }
        for (const button of buttons) {
          await page.setViewportSize({ width: 1280, height: 800 })
          const opener = page.getByRole('button', { name: button, exact: true }).first()
          await opener.click()
          await dialogOf(page).waitFor()
          await settled(page)
          await checkViews(
            t,
            page,
            `${name}-dialog-${button.toLowerCase().replaceAll(/\W+/g, '-')}`,
            [views[0], views[3]].flatMap((view) => view ?? []),
          )
          await page.keyboard.press('Escape')
          await dialogOf(page).waitFor({ state: 'detached' })
          t.equal(await focusedName(page), button, `${button}: the keyboard is back`)
        }
      }
      t.strictSame(problems(), [], 'the browser has nothing to complain about')
    })
  }

  await t.test('shows the menu at a narrow width', async (t) => {
    const { page } = await openConsole(browser, url, 'viewer', { width: 360, scheme: 'light' })
    await page.getByRole('button', { name: 'Menu' }).click()
    await checkViews(t, page, 'menu', views.slice(2))
    await page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: 'Gateway tokens' }).click()
    await page.getByRole('heading', { name: 'Gateway tokens' }).waitFor()
    t.equal(await page.getByRole('button', { name: 'Menu' }).getAttribute('aria-expanded'), 'false')
  })
})
