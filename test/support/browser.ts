import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'
import { chromiumArguments, chromiumPath } from './chromium.js'

/** Why tests in a browser are skipped, or false where there is one. */
export const noBrowser = chromiumPath === undefined && 'no Chromium is installed; set CHROMIUM_PATH to use one'

/** How a reader sees a page. */
export interface View {
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

/** The views in which every page has to be whole. */
export const views: readonly View[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
]

/** A page in a browser, and what was wrong with it so far. */
export interface OpenPage {
  readonly page: Page
  /** Errors and warnings of the console, uncaught errors, violations of the policy and requests to another server. */
  readonly problems: () => readonly string[]
}

/** One browser for a whole file. */
export async function launchBrowser(t: Test): Promise<Browser> {
  const browser = await chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: chromiumArguments,
  })
  t.teardown(() => browser.close())
  return browser
}

/** Opens a page as a reader who has never been here. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, scheme }: View = { width: 1280, scheme: 'light' },
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('console', (message) => {
    // A browser prints every answer from 400 on; whether it is the documented one is judged by its status.
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) {
      problems.push(message.text())
    }
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:')) {
      problems.push(`a request to ${request.url()}`)
    }
  })
  await page.exposeFunction('reportViolation', (text: string) => problems.push(text))
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    reportViolation('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`)
  await page.goto(url)
  return { page, problems: () => problems }
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** What axe-core finds on a page as it is shown now: a line for each violation. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await page.evaluate(await readFile(axe, 'utf8'))
  const { violations } = (await page.evaluate('axe.run()')) as AxeResult
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** By how many pixels a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number
}
