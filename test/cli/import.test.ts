import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { CliFailure } from '../../src/cli/failure.js'
import { csvRows } from '../../src/cli/import/row-readers.js'
import { type CliResult, runCli, runCliProcess } from '../support/cli.js'
import { ContractCaller } from '../support/contract-caller.js'
import { adminKey, startOperatorServer, viewerKey } from '../support/operator.js'
import { root } from '../support/process.js'

interface RunOptions {
  readonly url: string
  readonly key?: string
}

/** A file of its own, that goes with the test. */
async function file(t: Test, name: string, content: string | Buffer): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tokenwright-import-'))
  t.teardown(() => rm(directory, { recursive: true }))
  const path = join(directory, name)
  await writeFile(path, content)
  return path
}

/** The arguments that say which server is meant, and who asks. */
async function client(t: Test, { url, key = adminKey }: RunOptions): Promise<string[]> {
  return ['--url', url, '--key-file', await file(t, 'key', `${key}\n`)]
}

async function run(t: Test, options: RunOptions, ...args: string[]): Promise<CliResult> {
  return runCli([...(await client(t, options)), ...args])
}

/** What `--json` printed, without what differs from run to run. */
function summary({ stdout }: CliResult): object {
  const { seconds, rowsPerSecond, ...rest } = JSON.parse(stdout)
  if (typeof seconds !== 'number' || typeof rowsPerSecond !== 'number') throw new Error(`no times in ${stdout}`)
  return rest
}

function counts(given: Partial<Record<'rows' | 'created' | 'existing' | 'refused' | 'invalid', number>>): object {
  return { dryRun: false, rows: 0, created: 0, existing: 0, refused: 0, invalid: 0, ...given }
}

function jsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function tokens(many: number, prefix: string): object[] {
  return Array.from({ length: many }, (_, index) => ({
    type: 'gateway-token',
    token: `${prefix}_secret_token_${index}`,
    accountId: `ACCOUNT ${prefix}`,
    description: `Token ${index}`,
  }))
}

const account = '0ea70001-0f58-44a2-80ad-953633ff2cc7'
const company = '29263739-2cf8-483d-af15-6151dc8448b4'
const ofEachKind = [
  {
    type: 'broker-user',
    name: 'Altbestand AG',
    hash: 'hash of the CANARY partner',
    secret: 'CANARY-secret-of-the-partner',
    accounts: [{ name: 'Zentrale', aToken: 'CANARY-account-token' }, { name: 'Zweigstelle' }],
  },
  {
    type: 'access-key',
    name: 'Terminal "7", Süd',
    accessKey: 'CANARY-access-key',
    secret: 'CANARY-secret-of-the-key',
    account,
    company,
    roles: ['Partner', 'PartnerAdmin'],
  },
  { type: 'security-user', username: 'imported@example.org', password: 'CANARY-password', active: false },
  { type: 'gateway-token', token: 'CANARY-gateway-token', accountId: 'IMPORTED', description: '' },
]

test('a CSV file without a header is refused, and nothing of its first line is repeated', (t) => {
  for (const [header, kind, said] of [
    ['CANARY-token,ACCOUNT,Description', undefined, /column 1 of the header is none of type, /],
    ['token;accountId;description', 'gateway-token', /column 1 of the header is none of type, /],
    ['token,token', 'gateway-token', /the column token twice/],
    ['token,accountId,description', undefined, /no column type/],
    ['"token', 'gateway-token', /not a CSV header/],
    [undefined, 'gateway-token', /not a CSV header/],
  ] as const) {
    const error = t.throws(() => csvRows(header === undefined ? undefined : Buffer.from(header), kind))
    t.type(error, CliFailure)
    t.match(error, { message: said })
    t.notMatch(error, { message: /CANARY/ })
  }
  t.end()
})

test('import', async (t) => {
  const server = await startOperatorServer(t)
  const { db, audit, baseUrl: url } = server
  const accountsOf = async (prefix: string): Promise<number> =>
    (await db.selectFrom('gateway_tokens').select('link').where('account_id', '=', `ACCOUNT ${prefix}`).execute())
      .length

  await t.test('JSON lines of every kind are brought in, and no secret is printed', async (t) => {
    const path = await file(t, 'all.jsonl', `\uFEFF${jsonLines(ofEachKind).replaceAll('\n', '\r\n')}`)
    const dry = await run(t, { url }, 'import', path, '--dry-run')
    t.equal(dry.code, 0, dry.stderr)
    t.match(dry.stdout, /^created {3}4 \(dry run: nothing was kept\)$/m)
    t.strictSame(await audit({ action: 'credential.import' }), [])

    const first = await run(t, { url }, 'import', path)
    t.equal(first.code, 0)
    t.match(
      first.stdout,
      /^rows {6}4, in [\d.]+ s \(\d+ a second\)\ncreated {3}4\nexisting {2}0\nrefused {3}0\ninvalid {3}0\n$/,
    )
    t.equal(first.stderr, '')

    const again = await run(t, { url }, '--json', 'import', path)
    t.equal(again.code, 0)
    t.strictSame(summary(again), counts({ rows: 4, existing: 4 }))
    for (const { stdout, stderr } of [dry, first, again]) t.notMatch(stdout + stderr, /CANARY|SECRET/i)
  })

  await t.test('CSV is the same rows', async (t) => {
    const header =
      'type,name,hash,secret,accounts,accessKey,account,company,roles,username,password,active,token,accountId,description,uid'
    const lines = [
      header,
      'broker-user,Altbestand AG,hash of the CANARY partner,CANARY-secret-of-the-partner,Zentrale=CANARY-account-token|Zweigstelle,,,,,,,,,,,',
      `access-key,"Terminal ""7"", Süd",,CANARY-secret-of-the-key,,CANARY-access-key,${account},${company},Partner|PartnerAdmin,,,,,,,`,
      'security-user,,,,,,,,,imported@example.org,CANARY-password,false,,,,',
      'gateway-token,,,,,,,,,,,,CANARY-gateway-token,IMPORTED,,',
      'broker-user,Neu,another hash,another-CANARY-secret,"[{""name"":""A=B|C"",""aToken"":""json-account-token=""}]",,,,,,,true,,,,',
      'security-user,,,,,,,,,numbered@example.org,CANARY-password,,,,,4711',
    ]
    const path = await file(t, 'all.csv', `\uFEFF${lines.join('\r\n')}`)
    const ran = await run(t, { url }, '--json', 'import', path)
    t.equal(ran.code, 0, ran.stderr)
    t.strictSame(summary(ran), counts({ rows: 6, created: 2, existing: 4 }))
    const numbered = await db.selectFrom('security_users').select('username').where('uid', '=', 4711).execute()
    t.strictSame(numbered, [{ username: 'numbered@example.org' }])
    const kept = await db
      .selectFrom('broker_accounts')
      .select('name')
      .where('a_token', '=', 'json-account-token=')
      .executeTakeFirst()
    t.strictSame(kept, { name: 'A=B|C' })
    const key = await db
      .selectFrom('access_keys')
      .select(['name', 'roles'])
      .where('access_key', '=', 'CANARY-access-key')
      .executeTakeFirst()
    t.strictSame(key, { name: 'Terminal "7", Süd', roles: ['Partner', 'PartnerAdmin'] })
  })

  await t.test('the standard input is read in a format that is named', async (t) => {
    const csv = 'token,accountId,description\nstdin_secret_token_0,ACCOUNT stdin,From the standard input\n'
    const args = await client(t, { url })
    const named = [...args, '--json', 'import', '-', '--format', 'csv', '--type', 'gateway-token']
    const ran = await runCliProcess(t, named, { input: csv })
    t.equal(ran.code, 0, ran.stderr)
    t.strictSame(summary(ran), counts({ rows: 1, created: 1 }))
    const found = await new ContractCaller(contracts['gateway-tokens'], url).call('getTokenAccount', {
      token: 'stdin_secret_token_0',
    })
    t.match(found.body, { account_id: 'ACCOUNT stdin' })
    const unnamed = await runCli([...args, 'import', '-'], { input: csv })
    t.match(unnamed, { code: 2, stdout: '', stderr: /--format/ })
  })

  await t.test('a wrong line is told by its number and skipped, and the others are brought in', async (t) => {
    const [good, other, taken] = tokens(3, 'broken')
    const lines = [
      jsonLines([good]),
      '{"type":"gateway-token","token":"CANARY-broken\n',
      Buffer.concat([
        Buffer.from('{"type":"gateway-token","token":"CANARY-'),
        Buffer.from([0xff]),
        Buffer.from('"}\n'),
      ]),
      '\n',
      `${' '.repeat(256 * 1024)}CANARY\n`,
      jsonLines([{ ...good, type: 'CANARY' }]),
      jsonLines([{ ...good, token: 'CANARY' }]),
      jsonLines([{ ...good, accountId: undefined, CANARY: 1 }]),
      '{"type":"gateway-token","token":"CANARY-with-a-nul","accountId":"\\u0000","description":""}\n',
      '{"type":"gateway-token","__proto__":{"CANARY":1}}\n',
      '["CANARY"]\n',
      jsonLines([{ ...taken, tokenLink: '550e8400-e29b-41d4-a716-446655440000' }]),
      jsonLines([other]).trimEnd(),
    ]
    const path = await file(t, 'broken.jsonl', Buffer.concat(lines.map((line) => Buffer.from(line))))
    const report = `${path}.report`
    const ran = await run(t, { url }, '--json', 'import', path, '--report', report)
    t.equal(ran.code, 1)
    t.strictSame(summary(ran), counts({ rows: 12, created: 2, refused: 1, invalid: 9 }))
    t.equal(ran.stderr, '')
    const written = await readFile(report, 'utf8')
    const skipped = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; outcome: string; reason: string })
      .sort((one, another) => one.line - another.line)
    t.strictSame(
      skipped.map(({ line, outcome, reason }) => [line, outcome, reason]),
      [
        [2, 'invalid', 'the line is not valid JSON'],
        [3, 'invalid', 'the line is not valid UTF-8'],
        [5, 'invalid', 'the line is longer than 256 KiB'],
        [6, 'invalid', 'type must be one of broker-user, access-key, security-user, gateway-token'],
        [7, 'invalid', 'token must have at least 16 characters'],
        [8, 'invalid', 'accountId is missing; has a key that this operation does not know'],
        [9, 'invalid', 'the line holds a character that is not allowed (NUL or a lone surrogate)'],
        [10, 'invalid', 'the line holds a key that is not allowed'],
        [11, 'invalid', 'the line is not a JSON object'],
        [12, 'refused', 'another token has this tokenLink'],
      ],
    )
    t.notMatch(written + ran.stdout, /CANARY|secret/i)
    t.equal(await accountsOf('broken'), 2)

    const shown = await run(t, { url }, 'import', path)
    t.equal(shown.code, 1)
    t.match(shown.stderr, /^line 2: the line is not valid JSON$/m)
    t.match(shown.stderr, /^line 12: another token has this tokenLink$/m)
    t.match(shown.stdout, /^existing {2}2$/m)
    t.notMatch(shown.stdout + shown.stderr, /CANARY|secret/i)
  })

  await t.test('a wrong line of a CSV file spoils no other', async (t) => {
    const lines = [
      'token,accountId,description,active',
      'csvgood_secret_token_0,ACCOUNT csv,One,',
      '"CANARY-of-an-open-quote,ACCOUNT csv,Two,',
      'CANARY"-inside-a-cell,ACCOUNT csv,Three,',
      'CANARY-with-three-cells,ACCOUNT csv,Four',
      'CANARY-with-a-foreign-key,ACCOUNT csv,Five,true',
      Buffer.concat([Buffer.from('CANARY-'), Buffer.from([0xc3, 0x28]), Buffer.from(',ACCOUNT csv,Six,')]),
      'CANARY-with-a-nul-\0,ACCOUNT csv,Seven,',
      '"csvgood_secret_token_1","ACCOUNT csv","Eight, quoted",""',
    ]
    const content = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))
    const path = await file(t, 'broken.csv', content)
    const ran = await run(t, { url }, 'import', path, '--type', 'gateway-token')
    t.equal(ran.code, 1)
    t.strictSame(ran.stderr.trim().split('\n'), [
      'line 3: the quotes of the line do not match',
      'line 4: the quotes of the line do not match',
      'line 5: the line has 3 cells, and the header has 4',
      'line 6: has a key that this operation does not know',
      'line 7: the line is not valid UTF-8',
      'line 8: the line holds a character that is not allowed (NUL or a lone surrogate)',
    ])
    t.equal(await accountsOf('csv'), 2)
  })

  await t.test('more rows than fit into one request are brought in, and again they exist', async (t) => {
    const path = await file(t, 'many.ndjson', jsonLines(tokens(3500, 'many')))
    const before = (await audit({ action: 'credential.import' })).length
    const first = await run(t, { url }, '--json', 'import', path)
    t.strictSame(summary(first), counts({ rows: 3500, created: 3500 }))
    t.equal((await audit({ action: 'credential.import' })).length, before + 4)
    const again = await run(t, { url }, '--json', 'import', path)
    t.strictSame(summary(again), counts({ rows: 3500, existing: 3500 }))
    t.equal(await accountsOf('many'), 3500)
  })

  await t.test('plain passwords come in small requests', async (t) => {
    const users = Array.from({ length: 60 }, (_, index) => ({
      type: 'security-user',
      username: `plain ${index}`,
      password: 'a plain password',
    }))
    const before = (await audit({ action: 'credential.import' })).length
    const ran = await run(t, { url }, '--json', 'import', await file(t, 'users.jsonl', jsonLines(users)))
    t.strictSame(summary(ran), counts({ rows: 60, created: 60 }))
    t.equal((await audit({ action: 'credential.import' })).length, before + 2)
  })

  await t.test('a server that is busy, away or cut off is tried again', async (t) => {
    // Between the command and the server: answers some requests itself, loses others, and loses some replies.
    const troubles = ['busy', 'none', 'lost', 'reply lost', 'bad gateway', 'too many', 'none']
    const seen: string[] = []
    const proxy = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', async () => {
        const trouble = troubles.shift() ?? 'none'
        seen.push(trouble)
        const problem = (status: number, name: string) =>
          response
            .writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '1' })
            .end(JSON.stringify({ type: `urn:tokenwright:problem:${name}`, title: 'T', status, detail: 'Later.' }))
        if (trouble === 'busy') return problem(503, 'unavailable')
        if (trouble === 'too many') return problem(429, 'too-many-requests')
        if (trouble === 'bad gateway') return response.writeHead(502, { 'content-type': 'text/html' }).end('<html>')
        if (trouble === 'lost') return request.socket.destroy()
        const answer = await fetch(url + request.url, {
          method: 'POST',
          headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
          body: Buffer.concat(chunks),
        })
        const text = await answer.text()
        if (trouble === 'reply lost') return request.socket.destroy()
        return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
      })
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    t.teardown(() => proxy.close())
    const { port } = proxy.address() as AddressInfo
    const path = await file(t, 'retried.jsonl', jsonLines(tokens(3500, 'retried')))
    const ran = await run(t, { url: `http://127.0.0.1:${port}` }, '--json', 'import', path)
    t.equal(ran.code, 0, ran.stderr)
    // The rows whose reply was lost were in when they came again.
    const { created, existing, ...rest } = summary(ran) as { created: number; existing: number }
    t.strictSame(rest, { dryRun: false, rows: 3500, refused: 0, invalid: 0 })
    t.equal(created + existing, 3500)
    t.ok(existing >= 500, `${existing} exist`)
    t.equal(await accountsOf('retried'), 3500)
    t.strictSame(troubles, [], 'every trouble came about')
    t.equal(seen.length, 9, 'four batches, and five tries more')
  })

  await t.test('where nothing listens, or the key is of no use, it stops at once and says so', async (t) => {
    const path = await file(t, 'stopped.jsonl', jsonLines(tokens(3000, 'stopped')))
    const nobody = createServer()
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve))
    const { port } = nobody.address() as AddressInfo
    await new Promise((resolve) => nobody.close(resolve))
    const away = await run(t, { url: `http://127.0.0.1:${port}` }, 'import', path)
    t.match(away, { code: 6, stderr: /cannot be reached: nothing listens there/, stdout: /^created {3}0$/m })
    t.match(await run(t, { url, key: viewerKey }, 'import', path), { code: 3, stderr: /A viewer may look/ })
    t.match(await run(t, { url, key: 'CANARY'.repeat(9) }, 'import', path), { code: 3, stderr: /key is not known/ })
    t.equal(await accountsOf('stopped'), 0)
  })

  await t.test('a file that is not there, no file, of no known format, or its own report is refused', async (t) => {
    const path = await file(t, 'rows.jsonl', jsonLines(tokens(1, 'own')))
    const cases: [string[], RegExp][] = [
      [[`${path}.absent`, '--format', 'csv'], /cannot be read \(ENOENT\)/],
      [[root, '--format', 'csv'], /is a directory/],
      [[`${path}.txt`], /--format/],
      [[path, '--report', path], /the report would overwrite the file/],
    ]
    await Promise.all(
      cases.map(async ([args, said]) => t.match(await run(t, { url }, 'import', ...args), { code: 2, stderr: said })),
    )
    t.equal(await readFile(path, 'utf8'), jsonLines(tokens(1, 'own')))
  })
})
