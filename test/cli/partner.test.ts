import { test } from 'tap'
import { runCli } from '../support/cli.js'
import { adminKey } from '../support/operator.js'
import { startServer } from '../support/server.js'

test('partners and names through the command line', async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t)
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const run = (...args: string[]) => runCli(args, { env })
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into replies as it likes
  const json = async (...args: string[]): Promise<any> => {
    const { code, stdout, stderr } = await run('--json', ...args)
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
    return stdout === '' ? undefined : JSON.parse(stdout)
  }

  await t.test('a partner is handed two credentials without an id from elsewhere', async (t) => {
    const partner = await json('partner', 'create', 'Acme Ltd', '--contact', 'Erika <erika@example.org>')
    const key = await json('access-key', 'create', 'Point of sale', '--partner', 'ACME ltd')
    t.match(key, { company: partner.id, account: partner.accounts[0].id, partnerId: partner.id })
    const user = await json('broker-user', 'create', 'Acme broker', '--partner', partner.id.slice(0, 10))
    t.equal(user.partnerId, partner.id)
    const security = await json('security-user', 'create', 'acme@example.org', '--partner', partner.id)
    t.equal(security.customerId, partner.id)
    const token = await json('token', 'create', '--account', 'A', '--description', 'Shop', '--partner', 'acme ltd')
    for (const [command, name] of [
      ['access-key', 'Point of sale'],
      ['broker-user', 'Acme broker'],
      ['security-user', 'acme@example.org'],
      ['token', 'Shop'],
    ] as const) {
      const [item, ...others] = await json(command, 'list', '--partner', 'Acme Ltd')
      t.strictSame(others, [])
      t.equal(item.name ?? item.username ?? item.description, name)
    }
    t.match(await run('partner', 'delete', 'Acme Ltd', '--yes'), {
      code: 5,
      stderr: /Credentials belong to this partner/,
    })
    await json('token', 'update', token.tokenLink.slice(0, 18), '--partner', 'none')
    await json('security-user', 'set-partner', 'ACME@example.org', '--partner', 'none')
    await json('access-key', 'update', 'point of sale', '--partner', 'none')
    await json('broker-user', 'update', user.id.slice(0, 8), '--partner', 'none')
    t.match(await run('partner', 'delete', 'Acme Ltd', '--yes'), { code: 0 })
    t.match(await run('partner', 'show', 'Acme Ltd'), { code: 4 })
  })

  await t.test('a name or the beginning of an id will do, and one that several have is told with them', async (t) => {
    await restoreDemo()
    const shown = await json('broker-user', 'show', 'a broker of the operator EXAMPLES')
    t.equal(shown.id, '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01')
    const { code, stderr } = await run('broker-user', 'show', '3c1f7a52')
    t.equal(code, 2)
    t.match(stderr, /"3c1f7a52" is not the only broker user/)
    t.match(stderr, /3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b02 {2}A broker that the operator examples remove/)
    await json('partner', 'create', 'Twice')
    await json('partner', 'create', 'twice')
    for (const args of [
      ['partner', 'show', 'TWICE'],
      ['access-key', 'create', 'K', '--partner', 'TWICE'],
    ]) {
      const ambiguous = await run(...args)
      t.equal(ambiguous.code, 2)
      t.equal(ambiguous.stderr.match(/twice$/gim)?.length, 2, ambiguous.stderr)
    }
    t.match(await run('access-key', 'create', 'K', '--partner', 'Nobody'), { code: 4, stderr: /no partner "Nobody"/ })
    t.match(await run('access-key', 'list', '--partner', 'Nobody'), { code: 4 })
    // Part of a name is not the name: what is done to a thing is done to the one that was meant.
    t.match(await run('broker-user', 'deactivate', 'A broker of'), { code: 4 })
  })

  await t.test('a name that looks like an option or a markup stays what it is', async (t) => {
    for (const name of ['<img src=x onerror=alert(1)>', '=cmd', '"quoted"', 'a/b', '%2e%2e']) {
      await json('partner', 'create', name)
      t.equal((await json('partner', 'show', name)).name, name)
    }
    for (const contact of ['erika@example.org', '<erika@example.org>', 'Erika <>']) {
      t.match(await run('partner', 'create', 'Acme', '--contact', contact), { code: 2, stderr: /Write it as/ })
    }
  })

  await t.test('lists are searched, filtered and ordered', async (t) => {
    await restoreDemo()
    const names = async (...args: string[]) =>
      (await json(...args)).map((item: { name: string; username: string }) => item.name ?? item.username)
    t.strictSame(await names('broker-user', 'list', '--search', 'removE'), [
      'A broker that the operator examples remove',
    ])
    t.strictSame(await names('security-user', 'list', '--state', 'inactive'), ['former.colleague@datastoreltd.biz'])
    t.strictSame(await names('security-user', 'list', '--sort', '-name', '-n', '2'), [
      'operated.user@datastoreltd.biz',
      'leaving.user@datastoreltd.biz',
    ])
    t.match(await run('security-user', 'list', '--sort', 'password'), { code: 2, stderr: /createdAt/ })
    t.match(await run('partner', 'list', '--search', 'datastore'), { code: 0, stdout: /Ethan Buckley/ })
  })
})
