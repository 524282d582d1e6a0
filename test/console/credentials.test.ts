import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { test } from 'tap'
import { accessibilityViolations, launchBrowser, noBrowser, overflow, views } from '../support/browser.js'
import { dialogOf, keepPicture, openConsole, settled, shownSecrets, visit } from '../support/console.js'
import { startServer } from '../support/server.js'

/** Would run if it ever became markup. */
const injected = '<img src=x onerror="document.title=1">'

/** How long a task may take somebody who knows the page, in milliseconds. */
const maxTaskMs = 60_000

/** Runs a line as the partner would, and gives the status and the text of the answer. */
async function runLine(line: string): Promise<{ status: number; text: string }> {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${line} -s -w '\\n%{http_code}'`])
  const end = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(end + 1)), text: stdout.slice(0, end) }
}

const commands = (page: Page): Promise<string[]> => page.locator('dialog pre').allInnerTexts()

/** Closes the dialog that shows a secret: the first attempt warns. */
async function closeSecret(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('neither copied nor downloaded').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

/** Types the name that a dialog asks for, and goes on. */
async function confirmByName(page: Page, name: string, action: string): Promise<void> {
  const button = dialogOf(page).getByRole('button', { name: action, exact: true })
  await dialogOf(page).getByLabel('Name', { exact: true }).fill(`${name}.`)
  if (await button.isEnabled()) throw new Error('another name is enough')
  await dialogOf(page).getByLabel('Name', { exact: true }).fill(name)
  await button.click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

test('an operator without a terminal', { skip: noBrowser }, async (t) => {
  // The clock of the server is that of the browser, which draws the time line.
  const { baseUrl, services } = await startServer(t, { now: new Date().toISOString() })
  const browser = await launchBrowser(t)
  const { page, problems } = await openConsole(browser, `${baseUrl}/console`, 'admin')
  const dialog = dialogOf(page)
  const secrets: string[] = []

  await t.test('creates a partner, and hands over an access key that works', async (t) => {
    await visit(page, '/partners')
    await page.getByRole('button', { name: 'Create a partner' }).click()
    await dialog.getByLabel('Name').fill(injected)
    await dialog.getByLabel('Contacts').fill('Jane Doe <jane@example.org>')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: injected, level: 1 }).waitFor()
    const partnerId = new URL(page.url()).pathname.split('/').at(-1)
    await visit(page, '/access-keys')
    await page.getByRole('button', { name: 'Create an access key' }).click()
    await dialog.getByRole('combobox', { name: 'Partner' }).fill('<IMG')
    await page.getByRole('option', { name: injected }).click()
    await dialog.getByLabel('Name').fill(`key of ${injected}`)
    await dialog.getByLabel('Roles').fill('PARTNER')
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    const shown = await shownSecrets(page)
    secrets.push(shown.Secret ?? '')
    for (const { width, scheme } of views) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      await keepPicture(page, `secret-${width}-${scheme}`)
      t.strictSame(await accessibilityViolations(page), [], `${width} ${scheme}: axe-core`)
      t.ok((await overflow(page)) <= 0, `${width} ${scheme} fits`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    const [login = ''] = await commands(page)
    const answer = await runLine(login)
    t.equal(answer.status, 201, login)
    const claims = JSON.parse(Buffer.from(answer.text.split('.')[1] ?? '', 'base64url').toString()) as {
      cid: string
      ar: string[]
    }
    t.equal(claims.cid, partnerId, 'the company of the token is the partner')
    t.strictSame(claims.ar, ['PARTNER'])
    await closeSecret(page)
    await page.getByRole('link', { name: `key of ${injected}` }).waitFor()
  })

  await t.test('rotates its secret with an overlap, in which both work', async (t) => {
    await page.getByRole('link', { name: `key of ${injected}` }).click()
    await page.getByRole('button', { name: 'Rotate the secret' }).click()
    await dialog.getByLabel('Overlap').selectOption('3600')
    t.match(await dialog.getByRole('img').getAttribute('aria-label'), /until \d{4}/)
    await dialog.getByRole('button', { name: 'Rotate the secret' }).click()
    const { Secret: secret = '', 'Access key': accessKey = '' } = await shownSecrets(page)
    secrets.push(secret)
    for (const one of secrets) {
      const reply = await fetch(`${baseUrl}/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ accessKey, secret: one }),
      })
      t.equal(reply.status, 201)
    }
    await closeSecret(page)
    await settled(page)
    const secretsPanel = page.getByRole('region', { name: 'Secrets' })
    await secretsPanel.getByText('As a table').click()
    t.equal(await secretsPanel.locator('tbody tr').count(), 2)
  })

  await t.test('revokes it by typing its name, and finds all of it in the audit', async (t) => {
    await page.getByRole('button', { name: 'Revoke' }).click()
    await confirmByName(page, `key of ${injected}`, 'Revoke')
    await page.locator('.page-title .badge', { hasText: 'revoked' }).waitFor()
    await page.getByRole('link', { name: 'All events in the audit' }).click()
    await page.locator('main tbody').getByText('access-key.revoke').waitFor()
    const actions = await page.locator('main tbody th').allInnerTexts()
    t.strictSame(actions, ['access-key.revoke', 'access-key.rotate-secret', 'access-key.activate', 'access-key.create'])
  })

  await t.test('creates a broker user, whose credentials work', async (t) => {
    await visit(page, '/broker-users')
    await page.getByRole('button', { name: 'Create a broker user' }).click()
    await dialog.getByLabel('Name').fill('Broker GmbH')
    await dialog.getByLabel('Accounts').fill('Hauptstelle\n\nZweigstelle')
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    const shown = await shownSecrets(page)
    secrets.push(shown.Secret ?? '', shown.Hash ?? '')
    const [getToken = '', getAccount = ''] = await commands(page)
    const { token } = JSON.parse((await runLine(getToken)).text) as { token: string }
    const account = await runLine(getAccount.replace('TOKEN', token))
    t.strictSame(JSON.parse(account.text), { name: 'Hauptstelle', aToken: shown['Token of Hauptstelle'] })
    await closeSecret(page)
  })

  await t.test('creates a user, whose password works', async (t) => {
    await visit(page, '/security-users')
    await page.getByRole('button', { name: 'Create a user' }).click()
    await dialog.getByLabel('User name').fill('new.user@example.org')
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    const shown = await shownSecrets(page)
    secrets.push(shown.Password ?? '')
    t.equal((await runLine((await commands(page))[0] ?? '')).status, 200)
    await closeSecret(page)
  })

  await t.test('creates a gateway token, and revokes it when it leaks', async (t) => {
    await visit(page, '/gateway-tokens')
    await page.getByRole('button', { name: 'Create a token' }).click()
    await dialog.getByLabel('Account').fill('=HYPERLINK("http://evil")')
    await dialog.getByLabel('Description').fill(injected)
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    const { Token: token = '' } = await shownSecrets(page)
    secrets.push(token)
    const [line = ''] = await commands(page)
    t.strictSame(JSON.parse((await runLine(line)).text).account_id, '=HYPERLINK("http://evil")')
    await closeSecret(page)
    await visit(page, '/leaked')
    await page.getByLabel('What leaked').fill(token)
    await page.getByRole('button', { name: 'Find and revoke it' }).click()
    await page.locator('.notice-good').waitFor()
    t.equal((await runLine(line)).status, 401)
    t.equal(await page.getByLabel('What leaked').inputValue(), '')
  })

  await t.test('exports a list, in which a name is no markup and no formula', async (t) => {
    await visit(page, '/gateway-tokens')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export as CSV' }).click()
    const download = await downloading
    t.equal(download.suggestedFilename(), 'gateway-tokens.csv')
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    const row = rows.find(({ Description }) => Description === injected)
    t.equal(row?.Account, '\'=HYPERLINK("http://evil")')
    for (const secret of secrets) t.notMatch(text, secret)
  })

  await t.test('hands two credentials to a new partner within a minute', async (t) => {
    const startedAt = performance.now()
    await visit(page, '/partners')
    await page.getByRole('button', { name: 'Create a partner' }).click()
    await dialog.getByLabel('Name').fill('Acme Ltd')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Acme Ltd', level: 1 }).waitFor()
    for (const [kind, label] of [
      ['Access keys', 'Name'],
      ['Broker users', 'Name'],
    ] as const) {
      await page.getByRole('button', { name: `Create one: ${kind}` }).click()
      await dialog.getByLabel(label).fill(`Acme ${kind}`)
      await dialog.getByRole('button', { name: 'Create', exact: true }).click()
      await shownSecrets(page)
      await closeSecret(page)
      await page.getByRole('link', { name: `Acme ${kind}` }).waitFor()
    }
    t.ok(performance.now() - startedAt < maxTaskMs)
  })

  await t.test('sees how often a key signed in last week', async (t) => {
    const startedAt = performance.now()
    await services.flush()
    await visit(page, '/access-keys?state=revoked')
    await page.getByLabel('Search').fill('key of')
    await page.getByRole('link', { name: `key of ${injected}` }).click()
    await page.getByText('3 sign-ins in 7 days').waitFor()
    t.ok(performance.now() - startedAt < maxTaskMs)
  })

  await t.test('makes an operator, whose key works', async (t) => {
    await visit(page, '/operators')
    await page.getByRole('button', { name: 'Create an operator' }).click()
    await dialog.getByLabel('Name').fill('Support desk')
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    const { 'Operator key': key = '' } = await shownSecrets(page)
    secrets.push(key)
    const reply = await fetch(`${baseUrl}/operator/v1/operators/me`, { headers: { authorization: `Bearer ${key}` } })
    t.match(await reply.json(), { name: 'Support desk', role: 'viewer' })
    await closeSecret(page)
    await page.getByRole('button', { name: 'Renew the operator Support desk' }).click()
    await page.getByLabel('Expires on').fill('2020-01-01')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'Support desk' }).getByText('expired').waitFor()
    await page.getByRole('button', { name: 'Delete the operator Support desk' }).click()
    await confirmByName(page, 'Support desk', 'Delete')
  })

  await t.test('leaves no secret in an address, a title, a storage or the page', async (t) => {
    const traces = await page.evaluate(
      'JSON.stringify([performance.getEntries().map(({ name }) => name), { ...localStorage }, { ...sessionStorage }, document.title, document.cookie, document.documentElement.outerHTML])',
    )
    t.ok(secrets.length >= 6)
    for (const secret of secrets) t.notOk(String(traces).includes(secret) || secret === '')
    t.notOk(await page.evaluate('document.querySelector("img")'), 'no name became markup')
    t.strictSame(problems(), [])
  })
})
