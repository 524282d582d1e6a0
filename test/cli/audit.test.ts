import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { runCli, startCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { adminKey, startOperatorServer } from '../support/operator.js'

testOn('embedded', 'tokenwright audit', async (t) => {
  const { asAdmin, baseUrl, clock } = await startOperatorServer(t)
  const env = { TOKENWRIGHT_URL: baseUrl, OPERATOR_KEY: adminKey }
  const run = (...args: string[]) => runCli(['audit', ...args], { env })
  const json = async (...args: string[]) => JSON.parse((await run('--json', ...args)).stdout)
  const create = async (name: string): Promise<string> =>
    (await asAdmin('createOperator', { body: { name, role: 'viewer' } })).body.id

  await t.test('a list with nothing in it is an empty output and a note, or an empty array', async (t) => {
    const { code, stdout, stderr } = await run()
    t.strictSame({ code, stdout, stderr }, { code: 0, stdout: '', stderr: 'There are no events.\n' })
    t.strictSame(await json(), [])
  })

  clock.set('2026-01-15T10:00:00Z')
  const first = await create('First')
  clock.set('2026-01-16T10:00:00Z')
  const second = await create('Second')
  await asAdmin('deleteOperator', { params: { id: second } })

  await t.test('the table says when, who, what and to what, newest first', async (t) => {
    const { stdout } = await run()
    const [head, ...lines] = stdout.trimEnd().split('\n')
    t.match(head, /^AT +ACTOR +ACTION +RESULT +SUBJECT +DETAIL +SOURCE$/)
    t.equal(lines.length, 3)
    t.match(lines[0], new RegExp(`^2026-01-16T10:00:00Z  demo admin  operator\\.delete  succeeded  ${second}  -`))
    t.match(
      lines[2],
      new RegExp(`^2026-01-15T10:00:00Z  demo admin  operator\\.create  succeeded  ${first}  role: viewer`),
    )
  })

  await t.test('events can be chosen by subject, action and time', async (t) => {
    const actions = async (...args: string[]) => (await json(...args)).map(({ action }: { action: string }) => action)
    t.strictSame(await actions('--subject', second), ['operator.delete', 'operator.create'])
    t.strictSame(await actions('--action', 'operator.delete'), ['operator.delete'])
    t.strictSame(await actions('--since', '2026-01-16'), ['operator.delete', 'operator.create'])
    t.strictSame(await actions('--since', '2026-01-16T11:00:00+02:00', '--limit', '1'), ['operator.delete'])
    t.strictSame(await actions('--since', '2026-01-16T10:00:01Z'), [])
  })

  await t.test('an unknown action is wrong usage, and the ones that there are are named', async (t) => {
    const { code, stderr } = await run('--action', 'operator.creat')
    t.equal(code, 2)
    t.match(stderr, /must be one of .*operator\.create/)
    const time = await run('--since', 'yesterday')
    t.equal(time.code, 2)
    t.match(time.stderr, /2026-01-31T18:00:00Z/)
  })

  await t.test('--follow begins with the last events, oldest first, and shows each new one once', async (t) => {
    const child = startCli(t, ['audit', '--follow', '--json', '--limit', '2'], env)
    const seen: unknown[] = []
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => seen.push(JSON.parse(line).subject))
    const arrived = async (count: number): Promise<void> => {
      while (seen.length < count && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await arrived(2)
    const third = await create('Third')
    await arrived(3)
    const fourth = await create('Fourth')
    await arrived(4)
    t.strictSame(seen, [second, second, third, fourth])
    child.kill('SIGINT')
    const [code, signal] = await once(child, 'exit')
    t.ok(code === 130 || signal === 'SIGINT', 'Ctrl-C ends it')
  })

  await t.test('a reader who has had enough is no failure', async (t) => {
    const child = startCli(t, ['audit', '--follow'], env)
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    if (child.stdout) await once(child.stdout, 'data')
    child.stdout?.destroy()
    const exited = once(child, 'exit')
    await create('Unread')
    t.strictSame(await exited, [0, null])
    t.equal(errors, '')
  })

  await t.test('events can be chosen by the operator, also by one who is gone', async (t) => {
    const { body: helper } = await asAdmin('createOperator', { body: { name: 'Helper', role: 'admin' } })
    const helperEnv = { ...env, OPERATOR_KEY: helper.key }
    await runCli(['operator', 'create', 'By the helper', '--role', 'viewer'], { env: helperEnv })
    const subjects = async (actor: string) =>
      (await json('--actor', actor)).map(({ detail }: { detail: string }) => detail)
    for (const actor of ['Helper', helper.id, helper.id.slice(0, 8)]) {
      t.strictSame(await subjects(actor), ['role: viewer'], actor)
    }
    await asAdmin('deleteOperator', { params: { id: helper.id } })
    t.strictSame(await subjects(helper.id), ['role: viewer'])
    t.strictSame(await subjects('Helper'), [], 'a name is nobody once it is gone')
  })
})
