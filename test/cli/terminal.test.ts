import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Test } from 'tap'
import { widthOf } from '../../src/cli/text-width.js'
import { CliTerminal, noTerminal, runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { adminKey, maxPageSize, startOperatorServer } from '../support/operator.js'

const keyId = '45771ea1-b012-4b80-8ba4-49891c5d8e02'
const brokerId = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01'
const accountId = '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01'
const activeLink = '550e8400-e29b-41d4-a716-446655448001'
const activeToken = 'twg_OperatorExampleDemoTokenIsActive1J1ITY'
const leakedToken = 'twg_OperatorExampleDemoTokenItLeaked3a0uZL'

testOn('embedded', 'the command line on a terminal', async (t) => {
  await t.test('what is seen and typed', { skip: noTerminal }, testTerminal)
})

async function testTerminal(t: Test): Promise<void> {
  const { asAdmin, baseUrl } = await startOperatorServer(t)
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const withoutKey = { TOKENWRIGHT_URL: baseUrl }
  const create = async (name: string): Promise<string> =>
    (await asAdmin('createOperator', { body: { name, role: 'viewer' } })).body.id
  const exists = async (id: string): Promise<boolean> => {
    const { body } = await asAdmin('listOperators', { query: { limit: maxPageSize } })
    return body.items.some((item: { id: string }) => item.id === id)
  }

  await t.test('the key is asked for where there is none, and what is typed is not shown', async (t) => {
    const terminal = new CliTerminal(t, ['operator', 'list'], { env: withoutKey })
    await terminal.waitFor('operator key (not shown): ')
    terminal.type(`${adminKey}\r`)
    t.equal(await terminal.ended, 0)
    t.match(terminal.seen, /demo admin/)
    t.notMatch(terminal.seen, /two_Demo/)
  })

  await t.test('Ctrl-C at a question ends with 130 and without a stack', async (t) => {
    const terminal = new CliTerminal(t, ['operator', 'list'], { env: withoutKey })
    await terminal.waitFor('operator key')
    terminal.type('half a key\u0003')
    t.equal(await terminal.ended, 130)
    t.notMatch(terminal.seen, /half| at .*\.[jt]s/)
  })

  await t.test('a new password is asked for twice, and a slip changes nothing', async (t) => {
    const terminal = new CliTerminal(t, ['security-user', 'set-password', '157'], { env })
    await terminal.waitFor('password (not shown): ')
    terminal.type('correct horse\r')
    await terminal.waitFor('password again: ')
    terminal.type('correct house\r')
    t.equal(await terminal.ended, 2)
    t.match(terminal.seen, /not the same; nothing was changed/)
    t.notMatch(terminal.seen, /correct/)
  })

  await t.test('what cannot be undone is asked for, and done for a yes alone', async (t) => {
    const id = await create('To be removed')
    for (const [answer, code] of [
      ['\r', 7],
      ['n\r', 7],
      ['\u0004', 7],
      ['\u0003', 130],
    ] as const) {
      const terminal = new CliTerminal(t, ['operator', 'delete', id], { env })
      await terminal.waitFor('[y/N] ')
      terminal.type(answer)
      t.equal(await terminal.ended, code, JSON.stringify(answer))
      t.ok(await exists(id))
    }
    const terminal = new CliTerminal(t, ['operator', 'delete', id], { env })
    await terminal.waitFor(`Remove the operator "To be removed" (${id})?`)
    terminal.type('y\r')
    t.equal(await terminal.ended, 0)
    t.notOk(await exists(id))
  })

  await t.test('the question names the thing, and what is unknown is told instead of asked', async (t) => {
    for (const [args, question] of [
      [
        ['access-key', 'revoke', keyId],
        /Revoke the access key "An active access key[^"]*" \(45771ea1-[^)]*02\) for good\? /,
      ],
      [
        ['access-key', 'rotate-secret', keyId, '--overlap', '0'],
        /End every secret of the access key "An active access key[^"]*"/,
      ],
      [['broker-user', 'delete', brokerId], /Remove the broker user "A broker of the operator examples" \(3c1f/],
      [
        ['broker-user', 'delete-account', brokerId, accountId],
        /Remove the account "Hauptstelle" \(8e4d[^)]*\) of the broker user "A broker/,
      ],
      [
        ['token', 'revoke', activeLink],
        /Revoke the gateway token "A token of the operator examples" \(twg_…1ITY\) of the account OPERATED_ACCOUNT/,
      ],
      [['security-user', 'delete', '157'], /Remove the security user "operated.user@datastoreltd.biz" \(157\)/],
      [['security-user', 'end-sessions', '157'], /End every session of the security user "operated.user@/],
    ] as const) {
      const terminal = new CliTerminal(t, args, { env })
      await terminal.waitFor('[y/N] ')
      terminal.type('n\r')
      t.equal(await terminal.ended, 7, args.join(' '))
      t.match(terminal.seen.replaceAll('\n', ' '), question)
    }
    const unknown = new CliTerminal(t, ['access-key', 'revoke', randomUUID()], { env })
    t.equal(await unknown.ended, 4)
    t.match(unknown.seen, /There is no access key with this id/)
    t.notMatch(unknown.seen, /y\/N/)
  })

  await t.test('secrets are asked for before the confirmation', async (t) => {
    const terminal = new CliTerminal(t, ['token', 'revoke-leaked'], { env: withoutKey })
    await terminal.waitFor('operator key (not shown): ')
    terminal.type(`${adminKey}\r`)
    await terminal.waitFor('token (not shown): ')
    terminal.type(`${leakedToken}\r`)
    await terminal.waitFor('(twg_…0uZL) of the account OPERATED_ACCOUNT for good? [y/N] ')
    terminal.type('y\r')
    t.equal(await terminal.ended, 0)
    t.match(terminal.seen, /\[y\/N\] y\n/, 'an answer is shown')
    t.notMatch(terminal.seen, /two_Demo|twg_Operator/)
  })

  await t.test('a secret that is pasted at a confirmation is not shown and confirms nothing', async (t) => {
    for (const pasted of [activeToken, `y${activeToken}`, `yes ${activeToken}`]) {
      const terminal = new CliTerminal(t, ['token', 'revoke', activeLink], { env })
      await terminal.waitFor('[y/N] ')
      terminal.type(pasted)
      await setTimeout(100)
      terminal.type('\r')
      t.equal(await terminal.ended, 7)
      t.match(terminal.seen, /\[y\/N\] \ntokenwright: nothing was changed/, 'no character of it is shown')
    }
    const { body } = await asAdmin('introspectToken', { body: { token: activeToken } })
    t.equal(body.active, true)
  })

  await t.test('tables fit terminals of 60, 80 and 200 columns, with names whole and unique ids', async (t) => {
    const name = 'A name that is much too long for a narrow terminal 日本語日本語日本語'
    const ids = [await create(name), await create('Short')]
    for (const width of [60, 80, 200]) {
      const terminal = new CliTerminal(t, ['operator', 'list', '--limit', '2'], { env, width })
      t.equal(await terminal.ended, 0)
      const [head = '', ...lines] = terminal.seen.trimEnd().split('\n')
      t.match(head, /^ID +NAME +ROLE/)
      for (const line of lines.filter((line) => !line.startsWith('Not shown:'))) t.ok(widthOf(line) <= width, line)
      for (const id of ids) t.match(terminal.seen, new RegExp(`^${id.slice(0, 13)}`, 'm'))
      t.equal(terminal.seen.includes(ids[0] ?? ''), width === 200, 'an id is whole where it fits')
      t.ok(terminal.seen.replaceAll(/\s/g, '').length > name.replaceAll(/\s/g, '').length)
      for (const word of name.split(' ')) t.ok(terminal.seen.includes(word.slice(0, 5)), word)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      t.notMatch(terminal.seen, /\u001b\[\d*m/, 'no colours')
    }
    const wide = new CliTerminal(t, ['operator', 'list', '--limit', '2', '--wide'], { env, width: 60 })
    t.equal(await wide.ended, 0)
    for (const id of ids) t.ok(wide.seen.includes(id), '--wide shows ids whole')
    t.ok(wide.seen.includes(name))
    t.notMatch(wide.seen, /Not shown/)
  })

  await t.test('what has no space is named, on the standard error', async (t) => {
    const terminal = new CliTerminal(t, ['token', 'list', '--limit', '3'], { env, width: 60 })
    t.equal(await terminal.ended, 0)
    t.match(terminal.seen, /^Not shown: .*revoked\. --wide shows everything\.$/m)
    const piped = await runCli(['token', 'list', '--limit', '3'], { env })
    t.equal(piped.stderr, '')
    t.match(piped.stdout, /^TOKEN LINK +ACCOUNT .* REVOKED$/m)
  })
}
