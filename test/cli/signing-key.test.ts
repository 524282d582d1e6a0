import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { CliTerminal, noTerminal, runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { adminKey, startOperatorServer } from '../support/operator.js'

testOn('embedded', 'tokenwright signing-key', async (t) => {
  const { baseUrl, db, services, clock } = await startOperatorServer(t)
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const run = (...args: string[]) => runCli(args, { env })
  const folder = t.testdir({})
  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  const iat = clock.now().getTime() / 1000
  const sign = (secret: Buffer) =>
    new SignJWT({ sub: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01', iat, exp: iat + 900 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret)
  const isKnown = async (secret: Buffer) => (await services.signingKeys.identify(await sign(secret))) !== undefined
  const importArgs = (path: string, ...more: string[]) => [
    ...['signing-key', 'import', 'broker-token', '--secret-file', path],
    ...more,
  ]
  t.beforeEach(async () => {
    await db.deleteFrom('signing_keys').execute()
    await services.signingKeys.load()
  })

  await t.test('import reads a secret as text, base64 or hex, without one line break at its end', async (t) => {
    const key = randomBytes(33)
    const text = 'two lines\nof a secret of a company'
    const files: [Buffer, string, string | Buffer, ...string[]][] = [
      [Buffer.from(text), 'text', `${text}\n`],
      [Buffer.from(`${text}\n`), 'text-2', `${text}\n\n`],
      [Buffer.from(`${text}!`), 'text-3', `${text}!\r\n`, '--encoding', 'text'],
      [Buffer.concat([key, key]), 'bytes', Buffer.concat([key, key])],
      [key, 'base64', `${key.toString('base64')}\n`, '--encoding', 'base64'],
      [Buffer.from(`${text}?`), 'base64url', Buffer.from(`${text}?`).toString('base64url'), '--encoding', 'base64'],
      [Buffer.from('a secret of 32 characters and 1 more'), 'hex', '612073656372657420', '--encoding', 'hex'],
    ]
    for (const [secret, name, content, ...more] of files) {
      await db.deleteFrom('signing_keys').execute()
      const path = await file(name, name === 'hex' ? `${secret.toString('hex').toUpperCase()}\n` : content)
      const { code, stdout, stderr } = await run(...importArgs(path, ...more, '--kid', 'none', '--verify-only'))
      t.strictSame({ code, stderr }, { code: 0, stderr: '' }, name)
      t.match(stdout, /^kid +none$/m)
      t.match(stdout, /^imported +yes$/m)
      t.match(stdout, /^signs from +never$/m)
      t.notMatch(stdout, secret.toString('base64url'))
      t.ok(await isKnown(secret), name)
    }
  })

  await t.test('import warns of a short secret, and says until when it verifies', async (t) => {
    const path = await file('short', 's3cr3t of 20 letters\n')
    const { code, stderr } = await run(...importArgs(path, '--kid', 'none', '--verify-only'))
    t.equal(code, 0)
    t.match(stderr, /shorter than HS256 demands.*until 2026-02-14T10:00:00Z/)
    const refused = await run(...importArgs(path, '--kid', 'none'))
    t.equal(refused.code, 2)
    t.match(refused.stderr, /32 bytes/)
    t.notMatch(refused.stderr, 's3cr3t')
  })

  await t.test('import refuses a file that holds no such secret, and tells nothing of it', async (t) => {
    const good = await file('good', 'CANARY of a secret that is long enough\n')
    for (const [args, expected] of [
      [importArgs(`${good}.absent`, '--kid', 'none'), /cannot be read.*ENOENT/],
      [importArgs(good, '--kid', 'none', '--encoding', 'hex'), /is not hex/],
      [importArgs(good, '--kid', 'none', '--encoding', 'base64'), /is not base64/],
      [importArgs(await file('empty', '\n'), '--kid', 'none'), /is empty/],
      [importArgs(good, '--verify-only'), /needs --kid/],
    ] as const) {
      const { code, stdout, stderr } = await run(...args)
      t.equal(code, 2)
      t.match(stderr, expected)
      t.notMatch(stdout + stderr, /CANARY/)
    }
  })

  await t.test('a key is imported with its kid, listed, and retired', async (t) => {
    const path = await file('signing', randomBytes(32))
    t.equal((await run(...importArgs(path, '--kid', '2023-1'))).code, 0)
    const { stdout } = await run('signing-key', 'list')
    t.match(stdout, / HS256 +2023-1 +yes +signing /)
    const nothing = await run('signing-key', 'retire', 'broker-token', '--yes')
    t.strictSame([nothing.code, nothing.stderr], [0, 'There are no keys to retire.\n'])
    t.equal((await run('signing-key', 'retire', 'broker-token')).code, 2, 'it asks, and there is no terminal')
    const other = await file('other', randomBytes(32))
    await run(...importArgs(other, '--kid', 'none', '--verify-only'))
    const retired = await run('signing-key', 'retire', 'broker-token', '--yes')
    t.equal(retired.code, 0)
    t.match(retired.stdout, / none +yes +expired /)
  })

  await t.test('export writes a new file for its owner only, and prints nothing of the keys', async (t) => {
    const path = join(folder, 'keys.json')
    const args = ['signing-key', 'export', 'partner-login', '--output', path]
    t.equal((await run(...args)).code, 2, 'it asks, and there is no terminal')
    const { code, stdout, stderr } = await run(...args, '--yes')
    t.strictSame({ code, stderr }, { code: 0, stderr: '' })
    t.equal(stdout, `${path} holds the key of partner-login.\n`)
    const { mode } = await stat(path)
    t.equal(mode & 0o777, 0o600)
    const { keys } = JSON.parse(await readFile(path, 'utf8'))
    t.match(keys, [{ kty: 'oct', alg: 'HS384', k: /^[\w-]{64}$/ }])
    const again = await run(...args, '--yes')
    t.equal(again.code, 2)
    t.match(again.stderr, /it exists/)
    const raw = join(folder, 'key.bin')
    t.equal((await run('signing-key', 'export', 'partner-login', '-o', raw, '--format', 'raw', '--yes')).code, 0)
    t.equal((await readFile(raw)).toString('base64url'), keys[0].k)
  })

  await t.test('an export that is refused leaves no file', async (t) => {
    const path = join(folder, 'refused.json')
    const args = ['signing-key', 'export', 'partner-login', '--output', path, '--yes']
    const { code } = await runCli(args, { env: { ...env, OPERATOR_KEY: 'unknown' } })
    t.equal(code, 3)
    await t.rejects(stat(path), { code: 'ENOENT' })
  })

  await t.test('export asks twice', { skip: noTerminal }, async (t) => {
    for (const [answers, code] of [
      [['y', 'y'], 0],
      [['y', 'n'], 7],
      [['n'], 7],
    ] as const) {
      const path = join(folder, `asked-${answers.join('')}.json`)
      const terminal = new CliTerminal(t, ['signing-key', 'export', 'partner-login', '--output', path], { env })
      await terminal.waitFor('can sign tokens of everybody. [y/N] ')
      terminal.type(`${answers[0]}\r`)
      if (answers[1]) {
        await terminal.waitFor('repository? [y/N] ')
        terminal.type(`${answers[1]}\r`)
      }
      t.equal(await terminal.ended, code)
      if (code === 0) await t.resolves(stat(path))
      else await t.rejects(stat(path), { code: 'ENOENT' })
    }
  })
})
