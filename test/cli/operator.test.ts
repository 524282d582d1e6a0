import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '../../src/database/transaction.js'
import { runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { adminKey, startOperatorServer, viewerKey } from '../support/operator.js'

// The command line knows no database: one kind is enough.
testOn('embedded', 'tokenwright operator', async (t) => {
  const { baseUrl, caller, services, restoreDemo, db } = await startOperatorServer(t)
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const run = (...args: string[]) => runCli(args, { env })

  await t.test('list prints a table without lines, colours and spaces at the ends', async (t) => {
    const { code, stdout, stderr } = await run('operator', 'list')
    t.equal(code, 0)
    t.equal(stderr, '')
    t.equal(
      stdout,
      [
        'ID                                    NAME         ROLE    STATE   KEY        EXPIRES  CREATED               LAST USED',
        '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02  demo viewer  viewer  active  two_…xEYN  -        2025-11-03T08:30:00Z  -',
        '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d01  demo admin   admin   active  two_…k6fN  -        2025-11-03T08:30:00Z  -',
        '',
      ].join('\n'),
    )
  })

  await t.test('create shows the key once, on the standard output, and says so beside it', async (t) => {
    const { code, stdout, stderr } = await run('operator', 'create', 'Support desk', '--role', 'viewer')
    t.equal(code, 0)
    const key = /^key +(two_\w+)$/m.exec(stdout)?.[1]
    t.match(stdout, /^name +Support desk$/m)
    t.match(stdout, /^created +2026-01-15T10:00:00Z$/m)
    t.equal((await caller.call('listOperators', { token: key ?? '' })).status, 200, 'the key works')
    t.match(stderr, /not shown again/)
    t.notMatch(stderr, /two_/)
  })

  await t.test('with --json a resource is the reply, wherever the option stands', async (t) => {
    for (const args of [
      ['--json', 'operator', 'create', 'First', '--role', 'viewer'],
      ['operator', 'create', 'Last', '--role', 'admin', '--json'],
    ]) {
      const { code, stdout } = await run(...args)
      t.equal(code, 0)
      t.match(JSON.parse(stdout), { name: args[args.indexOf('create') + 1], key: /^two_/, lastUsedAt: null })
    }
  })

  await t.test('renew changes the expiry of an operator, by its name too', async (t) => {
    await run('operator', 'create', 'Passing', '--role', 'viewer', '--expires', '2026-01-01')
    const listed = await run('operator', 'list')
    t.match(listed.stdout, / Passing +viewer +expired +two_\S+ +2026-01-01T00:00:00Z /)
    const later = await run('operator', 'renew', 'Passing', '--expires', '2026-06-30T12:00')
    t.equal(later.code, 0)
    t.match(later.stdout, /^state +active$/m)
    t.match(later.stdout, /^expires +2026-06-30T12:00:00Z$/m)
    t.match((await run('operator', 'renew', 'Passing', '--expires', 'never')).stdout, /^expires +-$/m)
    const wrong = await run('operator', 'renew', 'Passing', '--expires', 'soon')
    t.equal(wrong.code, 2)
    t.match(wrong.stderr, /a duration such as 90d, or never/)
    t.equal((await run('operator', 'renew', 'Nobody', '--expires', 'never')).code, 4)
  })

  await t.test('delete removes an operator, and its key is dead', async (t) => {
    const { stdout } = await run('operator', 'create', 'Leaving', '--role', 'viewer', '--json')
    const { id, key } = JSON.parse(stdout)
    const { code, stdout: told, stderr } = await run('operator', 'delete', id, '--yes')
    t.strictSame({ code, told, stderr }, { code: 0, told: `The operator ${id} was deleted.\n`, stderr: '' })
    t.equal((await caller.call('listOperators', { token: key })).status, 401)
    const again = await run('operator', 'delete', id, '--yes', '--json')
    t.equal(again.code, 4)
    t.match(JSON.parse(again.stderr), { type: 'urn:tokenwright:problem:not-found', status: 404 })
    t.equal(again.stdout, '')
  })

  await t.test('delete takes the beginning of an id or a name, and lists the ids where several begin so', async (t) => {
    const create = async (name: string): Promise<string> =>
      JSON.parse((await run('operator', 'create', name, '--role', 'viewer', '--json')).stdout).id
    const [one, other] = [await create('Leaving 1'), await create('Leaving 2')]
    const several = await run('operator', 'delete', '7d9a2c41-5e0f', '--yes')
    t.equal(several.code, 2)
    t.match(
      several.stderr,
      /several ids: write more of it\n {2}7d9a2c41-\S+ {2}demo \w+\n {2}7d9a2c41-\S+ {2}demo \w+\n$/,
    )
    t.match(await run('operator', 'delete', one.slice(0, 35), '--yes'), {
      code: 0,
      stdout: `The operator ${one} was deleted.\n`,
    })
    t.match(await run('operator', 'delete', 'Leaving 2', '--yes'), {
      code: 0,
      stdout: `The operator ${other} was deleted.\n`,
    })
  })

  await t.test('delete without a terminal needs --yes', async (t) => {
    const { code, stderr } = await run('operator', 'delete', '7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02')
    t.equal(code, 2)
    t.match(stderr, /use --yes/)
    t.equal((await caller.call('listOperators', { token: viewerKey })).status, 200)
  })

  await t.test('a refusal is one line with what is wrong, or with --json the problem itself', async (t) => {
    const taken = await run('operator', 'create', 'demo viewer', '--role', 'viewer')
    t.equal(taken.code, 5)
    t.equal(taken.stderr, 'tokenwright: Another operator has this name.\n')
    t.equal(taken.stdout, '')
    const invalid = await run('operator', 'create', '', '--role', 'viewer')
    t.equal(invalid.code, 2)
    t.match(invalid.stderr, /^tokenwright: <name> must not be empty\n$/)
    const json = await run('operator', 'create', '', '--role', 'viewer', '--json')
    t.match(JSON.parse(json.stderr), { status: 400, errors: [{ pointer: '#/name', detail: 'must not be empty' }] })
    t.equal(json.code, 2)
  })

  await t.test('a viewer may list and not create', async (t) => {
    const asViewer = (...args: string[]) => runCli(args, { env: { ...env, OPERATOR_KEY: viewerKey } })
    t.equal((await asViewer('operator', 'list')).code, 0)
    const { code, stderr } = await asViewer('operator', 'create', 'Another', '--role', 'admin')
    t.equal(code, 3)
    t.match(stderr, /A viewer may look but not change anything/)
  })

  await t.test('the key comes from a file before the environment, and --url before TOKENWRIGHT_URL', async (t) => {
    const file = join(t.testdir({}), 'key')
    await writeFile(file, `${adminKey}\n`)
    const args = ['operator', 'list', '--json', '--limit', '1', '--url', `${baseUrl}/`, '--key-file', file]
    const { code, stdout } = await runCli(args, {
      env: { OPERATOR_KEY: 'of-nobody', TOKENWRIGHT_URL: 'http://127.0.0.1:9' },
    })
    t.equal(code, 0)
    t.equal(JSON.parse(stdout).length, 1)
    const missing = await runCli([...args.slice(0, -1), `${file}.missing`], { env: {} })
    t.equal(missing.code, 2)
    t.match(missing.stderr, /key\.missing \(ENOENT\)/)
  })

  await t.test('with --json a list is one array over all pages, or the newest of them', async (t) => {
    await restoreDemo()
    const createdAt = new Date('2026-01-16T00:00:00Z')
    await inTransaction(db, async (trx) => {
      for (let number = 1; number <= 205; number++) {
        await services.operators.create(trx, { name: `No ${number}`, role: 'viewer' }, createdAt)
      }
    })
    const { count } = await db
      .selectFrom('operators')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    const names = async (...more: string[]): Promise<string[]> => {
      const { stdout } = await run('operator', 'list', '--json', ...more)
      return JSON.parse(stdout).map(({ name }: { name: string }) => name)
    }
    const all = await names()
    t.equal(all.length, Number(count))
    t.equal(new Set(all).size, all.length)
    t.strictSame(await names('--limit', '203'), all.slice(0, 203))
    t.strictSame(all.slice(0, 2), ['No 205', 'No 204'])
  })
})
