import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { type OpenPage, openPage, type View } from './browser.js'
import { adminKey, viewerKey } from './operator.js'

export const roleKeys = { admin: adminKey, viewer: viewerKey } as const
export type Role = keyof typeof roleKeys

/** Signs in through the form of the page. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.getByLabel('Operator key').fill(roleKeys[role])
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** Opens a page of the console as somebody who has signed in. */
export async function openConsole(browser: Browser, url: string, role: Role, view?: View): Promise<OpenPage> {
  const opened = await openPage(browser, url, view)
  await signIn(opened.page, role)
  return opened
}

/** Goes to another page of the console without a reload, which would end the session. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(`/console${path}`)})`)
  await settled(page)
}

/** Waits until everything that a page asks for is shown. */
export async function settled(page: Page): Promise<void> {
  // The page is drawn, and what it asks for is under way.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))')
  await page.locator('main:not([aria-busy="true"]) h1').waitFor()
}

export const dialogOf = (page: Page): Locator => page.locator('dialog[open]')

/** Reads the values of a dialog that shows a secret, by their labels. */
export async function shownSecrets(page: Page): Promise<Record<string, string>> {
  await page.locator('dialog .secret').waitFor()
  const fields = await page.locator('dialog .secret .field').all()
  const entries = fields.map(async (field) => [
    await field.locator('.label').innerText(),
    await field.locator('code').innerText(),
  ])
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>
}

/** Keeps a picture where `SCREENSHOTS` names a folder, for the eyes of whoever changes the page. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
