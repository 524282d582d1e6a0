import type { Page } from 'playwright-core'
import { test } from 'tap'
import { launchBrowser, noBrowser, openPage } from '../support/browser.js'
import { dialogOf, roleKeys, settled, shownSecrets } from '../support/console.js'
import { startServer } from '../support/server.js'

/** The element that the keyboard is at: its role or tag, and its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const { activeElement: element } = document
    const label = element.labels?.[0]?.textContent
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
  })()`) as Promise<string>
}

/** Presses Tab until the keyboard is at something with this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const at = await focused(page)
    if (typeof name === 'string' ? at === name : name.test(at)) {
      const hasOutline = await page.evaluate(
        'getComputedStyle(document.activeElement).outlineStyle !== "none" || document.activeElement.matches("main")',
      )
      if (!hasOutline) throw new Error(`the focus at "${at}" cannot be seen`)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never comes to ${name}`)
}

test('the keyboard alone signs in, creates an access key, finds and revokes it, and signs out', {
  skip: noBrowser,
}, async (t) => {
  const { baseUrl } = await startServer(t)
  const browser = await launchBrowser(t)
  const { page, problems } = await openPage(browser, `${baseUrl}/console`)
  const { keyboard } = page

  t.equal(await focused(page), 'Operator key', 'one begins at the field')
  await keyboard.type(roleKeys.admin)
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()

  await keyboard.press('Tab')
  await tabTo(page, 'Skip to the content')
  await tabTo(page, 'Access keys')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Access keys', level: 1 }).waitFor()
  t.ok(await page.evaluate('document.activeElement.matches("main")'), 'a new page is where the keyboard goes on')

  await tabTo(page, 'Create an access key')
  await keyboard.press('Enter')
  await dialogOf(page).waitFor()
  t.equal(await focused(page), 'Name', 'one begins at the first field of a dialog')
  await keyboard.type('Made by keyboard')
  await tabTo(page, 'Close')
  t.ok(await page.evaluate('document.querySelector("dialog").contains(document.activeElement)'), 'the dialog keeps it')
  await tabTo(page, 'Name')
  await keyboard.press('Enter')
  const { Secret: secret } = await shownSecrets(page)
  t.match(secret, /^[\w+/]{48}$/)
  await tabTo(page, 'Done')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await dialogOf(page).waitFor({ state: 'detached' })
  await settled(page)

  await tabTo(page, 'Search')
  await keyboard.type('Made by key')
  await page.locator('tbody tr').filter({ hasText: 'Made by keyboard' }).waitFor()
  await tabTo(page, 'Made by keyboard')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Made by keyboard', level: 1 }).waitFor()
  await tabTo(page, 'Revoke')
  await keyboard.press('Enter')
  t.equal(await focused(page), 'Name')
  await keyboard.type('Made by keyboard')
  await keyboard.press('Enter')
  await page.locator('.page-title .badge', { hasText: 'revoked' }).waitFor()

  await tabTo(page, 'Sign out')
  await keyboard.press('Enter')
  await page.getByLabel('Operator key').waitFor()
  t.strictSame(problems(), [])
})
