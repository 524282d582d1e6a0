import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { JsonObject } from '../../src/contract/contract.js'
import { isObject } from '../../src/contract/document.js'
import { chromiumArguments, chromiumPath } from '../../test/support/chromium.js'
import type { Bench, Outcome, Tool } from './tool.js'

interface RendererPage {
  /** The package, and its script for browsers. */
  readonly script: readonly [packageName: string, path: string]
  readonly body: (documentUrl: string) => string
  /** Opens the operations of a tag, where the renderer shows them closed. */
  readonly openTag?: (page: Page, tag: string) => Promise<void>
}

/** Renderers of documents, in a browser: each shows every operation of each document. */
export const renderers: readonly Tool[] = [
  renderer('scalar', {
    script: ['@scalar/api-reference', 'dist/browser/standalone.js'],
    body: (url) => `<div id="app"></div><script src="/script.js"></script>
      <script>Scalar.createApiReference('#app', { url: '${url}', hideTestRequestButton: true, defaultOpenAllTags: true })</script>`,
  }),
  renderer('elements', {
    script: ['@stoplight/elements', 'web-components.min.js'],
    body: (url) => `<elements-api apiDescriptionUrl="${url}" router="hash" layout="sidebar"></elements-api>
      <script src="/script.js"></script>`,
    // The sidebar comes ahead of the text, and its tags ahead of its schemas.
    openTag: (page, tag) => page.getByText(tag, { exact: true }).first().click(),
  }),
]

function renderer(name: string, page: RendererPage): Tool {
  return { name, isOwn: false, run: (bench) => render(bench, page) }
}

async function render({ contracts, baseUrl, packageFolder }: Bench, page: RendererPage): Promise<Outcome> {
  if (chromiumPath === undefined) return { findings: [], seen: 'nothing: no Chromium; set CHROMIUM_PATH to use one' }
  const script = await readFile(join(packageFolder(page.script[0]), page.script[1]))
  // A page of another origin than the documents: it needs their CORS.
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js'
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`)
    const name = request.url?.slice(1) ?? ''
    response.end(isScript ? script : `<!doctype html><body>${page.body(`${baseUrl}/openapi/${name}.json`)}</body>`)
  }).listen(0, '127.0.0.1')
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
  try {
    const { port } = server.address() as AddressInfo
    const findings: { contract: string; message: string }[] = []
    let shown = 0
    for (const { contract, document } of contracts) {
      const summaries = summariesOf(document)
      const url = `http://127.0.0.1:${port}/${contract.name}`
      const open = async (shown: Page): Promise<void> => {
        for (const tag of page.openTag ? tagsOf(document) : []) await page.openTag?.(shown, tag)
      }
      const missing = await missingTexts(browser, url, summaries, open)
      shown += summaries.length - missing.length
      findings.push(...missing.map((text) => ({ contract: contract.name, message: `does not show "${text}"` })))
    }
    return { findings, seen: `${shown} operations` }
  } finally {
    await browser.close()
    server.close()
  }
}

function summariesOf({ paths }: JsonObject): string[] {
  const members = Object.values(paths as JsonObject).flatMap((item) => Object.values(item as JsonObject))
  return members.flatMap((member) => (isObject(member) && member.operationId ? [String(member.summary)] : []))
}

function tagsOf({ tags }: JsonObject): string[] {
  return ((tags ?? []) as readonly JsonObject[]).map(({ name }) => String(name))
}

/** Which of the texts a page does not show within half a minute. */
async function missingTexts(
  browser: Browser,
  url: string,
  texts: readonly string[],
  open: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    await open(page)
    const deadline = performance.now() + 30_000
    for (;;) {
      const content = (await page.locator('body').innerText()).toLowerCase()
      const missing = texts.filter((text) => !content.includes(text.toLowerCase()))
      if (missing.length === 0 || performance.now() > deadline) return missing
      await page.waitForTimeout(500)
    }
  } finally {
    await page.close()
  }
}
