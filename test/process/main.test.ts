import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { type AddressInfo, createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { runCli } from '../support/cli.js'
import { noCurl } from '../support/curl.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { embeddedDirectory } from '../support/embedded-directory.js'
import { OwnProcess } from '../support/process.js'

const masterKey = randomBytes(32).toString('hex')

function startServer(t: Test, env: Record<string, string>): OwnProcess {
  return new OwnProcess(t, 'src/main.ts', [], { PORT: '0', LOG_LEVEL: 'warn', ...env })
}

async function addressOf(server: OwnProcess): Promise<string> {
  return (await server.waitFor(/(?:listens on|operations at) (http[^\s"]+)/))[1] ?? ''
}

testOn('embedded', 'the first start on an empty machine shows where everything is, and stops cleanly', async (t) => {
  const directory = join(t.testdir({}), 'data')
  const server = startServer(t, { DATA_DIR: directory })
  const address = await addressOf(server)
  await server.waitFor(/Try it:[\s\S]*\n\n/)
  t.match(server.output, /Documentation: +http\S+\/docs/)
  t.match(server.output, /^Creating the embedded database in /m)
  t.match(server.output, /Demo data: +yes/)

  const commands = server.output.match(/^ +curl .*$/gm) ?? []
  t.ok(commands.length > 0, 'there are calls to try')
  await t.test('each of them works', { skip: noCurl }, async (t) => {
    for (const command of commands) {
      const { stdout } = await promisify(execFile)('bash', ['-c', `${command} -s -w ' %{http_code}'`])
      t.match(stdout, / 20[01]$/, command)
      t.notMatch(stdout, /"error":/, 'a failure of some APIs has the status 200')
    }
  })
  t.equal((await stat(join(directory, 'master.key'))).mode & 0o777, 0o600, 'the master key is for its owner only')
  t.equal((await fetch(`${address}/readyz`)).status, 200)

  const second = startServer(t, { DATA_DIR: directory })
  const refused = await second.ended
  t.equal(refused.code, 1, 'a second server on the same directory is refused')
  t.match(refused.output, new RegExp(`in use by the process ${server.child.pid}`))

  server.child.kill('SIGTERM')
  t.equal((await server.ended).code, 0)
  const restarted = startServer(t, { DATA_DIR: directory, DEMO: '0', LOG_LEVEL: 'info' })
  const list = await fetch(`${await addressOf(restarted)}/v1/frontend/auth/15`)
  t.strictSame(await list.json(), { tokens: [] }, 'DEMO=0 takes the demo data out')
  t.notMatch(restarted.output, /Creating the embedded database/)
  restarted.child.kill('SIGTERM')
  t.equal((await restarted.ended).code, 0)
})

testOn('embedded', 'every problem of the configuration is told at once, and the start is refused', async (t) => {
  const { code, output } = await startServer(t, { HOST: '0.0.0.0', DATABASE_URL: 'mysql://hunter2@x/y' }).ended
  t.equal(code, 1)
  t.match(output, /HOST is 0\.0\.0\.0/)
  t.match(output, /DATABASE_URL is not/)
  t.match(output, /MASTER_KEY is missing/)
  t.notMatch(output, /hunter2/)
  t.notMatch(output, / at .*\.ts/, 'without a stack')
})

testOn('embedded', 'a taken port is reported before the database is opened, with the variable to set', async (t) => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  t.teardown(() => other.close())
  const { port } = other.address() as AddressInfo
  const directory = join(t.testdir({}), 'data')
  for (const [variable, env] of [
    ['PORT', { PORT: String(port) }],
    ['INTERNAL_PORT', { INTERNAL_PORT: String(port) }],
  ] as const) {
    const { code, output } = await startServer(t, { DATA_DIR: directory, ...env }).ended
    t.equal(code, 1)
    t.equal(
      output,
      `tokenwright cannot start: port ${port} is already in use; stop the other process, or set ${variable} to another one\n`,
    )
  }
  await t.rejects(stat(directory), { code: 'ENOENT' })
})

testOn('embedded', 'the demo command works on a directory that no server has opened yet', async (t) => {
  const env = { DATA_DIR: join(t.testdir({}), 'data'), DEMO: '0' }
  t.match(await runCli(['demo'], { env }), { code: 0, stdout: /demo data is in; start the server with DEMO=1/ })
  t.match(await runCli(['demo', '--remove'], { env }), { code: 0, stdout: /demo data is out/ })
})

testOn('embedded', 'tokenwright serve is the server', async (t) => {
  const env = { PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: await embeddedDirectory(t) }
  const server = new OwnProcess(t, 'src/cli/tokenwright.ts', ['serve'], env)
  const address = await addressOf(server)
  t.equal((await fetch(`${address}/readyz`)).status, 200)
  const refused = await runCli(['demo', '--remove'], { env })
  t.equal(refused.code, 5, 'a command cannot open the directory of a server')
  t.match(refused.stderr, /in use by the process/)
  server.child.kill('SIGTERM')
  t.equal((await server.ended).code, 0)
})

testOn('postgresql', 'PostgreSQL: migrate, demo, serve', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '')
  const env = { DATABASE_URL: url, MASTER_KEY: masterKey }
  const run = (...args: string[]) => runCli(args, { env })

  const unmigrated = await startServer(t, env).ended
  t.equal(unmigrated.code, 1)
  t.match(unmigrated.output, /npm run migrate/)

  t.match((await run('migrate', 'status')).stdout, /pending/)
  const { stdout, stderr } = await run('migrate', 'up')
  t.match(stdout, /applied 0001/)
  t.match(stderr, /applying 0002/, 'the log of a container tells how far it is')
  t.match((await run('migrate', 'up')).stdout, /nothing to apply/)
  t.match((await run('migrate', 'status')).stdout, /0001\S+ +applied \d{4}-/)
  t.equal((await run('migrate', 'sideways')).code, 2)

  t.equal((await run('demo')).code, 0)
  const refused = await startServer(t, env).ended
  t.equal(refused.code, 1, 'demo data without DEMO=1 is refused')
  t.match(refused.output, /demo/)

  const demo = startServer(t, { ...env, DEMO: '1' })
  const address = await addressOf(demo)
  const { status } = await fetch(`${address}/v1/frontend/auth/15`)
  t.equal(status, 200)
  demo.child.kill('SIGTERM')
  t.equal((await demo.ended).code, 0)

  const nextKey = randomBytes(32).toString('hex')
  const refusedKey = await startServer(t, { ...env, DEMO: '1', MASTER_KEY: nextKey }).ended
  t.equal(refusedKey.code, 1, 'another master key is refused')
  t.match(refusedKey.output, /another master key; set MASTER_KEY to that one/)
  t.notMatch(refusedKey.output, / at .*\.ts/, 'without a stack')
  const rotating = startServer(t, { ...env, DEMO: '1', MASTER_KEY: nextKey, MASTER_KEY_PREVIOUS: masterKey })
  await rotating.waitFor(/Try it:/)
  const lookedUp = await fetch(`${await addressOf(rotating)}/v1/api/auth`, {
    headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
  })
  t.equal(lookedUp.status, 200, 'while it rotates both are accepted')
  rotating.child.kill('SIGTERM')
  t.equal((await rotating.ended).code, 0)

  t.equal((await run('demo', '--remove')).code, 0)
  const real = startServer(t, { ...env, MASTER_KEY: nextKey, LOG_LEVEL: 'info' })
  await real.waitFor(/operations/)
  real.child.kill('SIGTERM')
  t.equal((await real.ended).code, 0)
})

testOn('postgresql', 'while the database is away at the start, the process lives and is not ready', async (t) => {
  const server = startServer(t, {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    MASTER_KEY: masterKey,
    LOG_LEVEL: 'info',
  })
  const address = await addressOf(server)
  t.equal((await fetch(`${address}/livez`)).status, 200)
  const ready = await fetch(`${address}/readyz`)
  t.equal(ready.status, 503)
  t.ok(ready.headers.get('retry-after'))
  t.match(await ready.json(), { cause: 'refused', problem: /nothing listens/, action: /DATABASE_URL/ })
  t.match(await (await fetch(`${address}/metrics`)).text(), /^tokenwright_ready\{for="reads"\} 0$/m)
  const answer = await fetch(`${address}/v1/frontend/auth/15`)
  t.equal(answer.status, 503, 'calls are answered in the envelope of their API')
  t.strictSame(Object.keys((await answer.json()) as object), ['message'])
  await server.waitFor(/("waiting for the database"[\s\S]*){2}/)
  const [first, second] = server.output
    .split('\n')
    .filter((line) => line.includes('"waiting for the database"'))
    .map((line) => JSON.parse(line) as { cause: string; remainingMs: number; time: number })
  t.match(second, { cause: 'refused', problem: String, action: String, err: { code: 'ECONNREFUSED' } })
  t.ok((second?.time ?? 0) - (first?.time ?? 0) >= 4_500, 'a line every five seconds')
  t.ok((second?.remainingMs ?? 0) <= 25_000, 'with the rest of the time')
})

testOn('postgresql', 'a database that refuses the connection ends the start at once, naming the cause', async (t) => {
  const unknownUser = new URL(await createDatabase(t, postgresqlUrl ?? ''))
  unknownUser.username = 'nobody_like_this'
  const unknownDatabase = new URL(postgresqlUrl ?? '')
  unknownDatabase.pathname = 'no_such_database'
  for (const [url, cause] of [
    [unknownUser, /nobody_like_this/],
    [unknownDatabase, /no_such_database/],
  ] as const) {
    const { code, output } = await startServer(t, { DATABASE_URL: url.href, MASTER_KEY: masterKey }).ended
    t.equal(code, 1)
    t.match(output, /^tokenwright cannot start: the database .*; correct DATABASE_URL/m)
    t.match(output, cause)
  }
})

testOn('embedded', 'what is not HTTP is answered as problem+json, without an echo', async (t) => {
  const server = startServer(t, { DATA_DIR: await embeddedDirectory(t) })
  const { port } = new URL(await addressOf(server))
  const exchange = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.end(text))
      let answer = ''
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString()
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })
  for (const [text, status] of [
    ['CANARY /v1/auth HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['GET /v1/auth HTTP/1.1\r\n\r\n', 400],
    ['GET /v1/auth HTTP/1.1\r\nHost: localhost\r\nCANARY\r\n\r\n', 400],
    [`GET /v1/auth HTTP/1.1\r\nHost: localhost\r\nX-Filler: ${'CANARY'.repeat(4000)}\r\n\r\n`, 431],
  ] as const) {
    const answer = await exchange(text)
    t.match(answer, new RegExp(`^HTTP/1.1 ${status} `), text.slice(0, 40))
    t.match(answer, /content-type: application\/problem\+json/i)
    t.match(answer, /x-request-id: /i)
    t.notMatch(answer, /CANARY/)
  }
})
