import type { Test } from 'tap'
import { CliTerminal, noTerminal } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { adminKey, maxPageSize, startOperatorServer } from '../support/operator.js'

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
    await terminal.waitFor(`Remove the operator ${id}?`)
    terminal.type('y\r')
    t.equal(await terminal.ended, 0)
    t.notOk(await exists(id))
  })

  await t.test('a table fits the terminal, and ids stay whole', async (t) => {
    const name = 'A name that is much too long for a narrow terminal 日本語日本語日本語'
    const id = await create(name)
    const terminal = new CliTerminal(t, ['operator', 'list', '--limit', '3'], { env, width: 120 })
    t.equal(await terminal.ended, 0)
    t.ok(terminal.seen.includes(id))
    t.notOk(terminal.seen.includes(name))
    t.match(terminal.seen, /A name.*…/)
    const lines = terminal.seen.trimEnd().split('\n')
    for (const line of lines) t.ok(line.length <= 120, line)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    t.notMatch(terminal.seen, /\u001b\[\d*m/, 'no colours')
  })
}
