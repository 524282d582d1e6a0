import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { CliTerminal, command, noTerminal } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { embeddedDirectory } from '../support/embedded-directory.js'
import { compiled, OwnProcess, root } from '../support/process.js'

/** On a busy machine. A start takes seconds, and a shutdown ten at most. */
const startTimeoutMs = 120_000
const shutdownTimeoutMs = 60_000

async function startOnTerminal(t: Test, env: Readonly<Record<string, string>>): Promise<CliTerminal> {
  const terminal = new CliTerminal(t, ['serve'], { env: { PORT: '0', DATA_DIR: await embeddedDirectory(t), ...env } })
  await terminal.waitFor('Try it:')
  return terminal
}

testOn(
  'embedded',
  'on a terminal the start shows where everything is, with a command that works, and no line of the log',
  async (t) => {
    const terminal = await startOnTerminal(t, {})
    const [, address = ''] = /listens on (http\S+)/.exec(terminal.seen) ?? []
    t.match(terminal.seen, /^Demo data: +yes, put back as it was by this start;/m)
    const served = await fetch(`${address}/console`)
    t.equal(terminal.seen.includes('\nConsole: '), served.status === 200, 'the console is named where it is served')

    const [, line = ''] = /^Command line: +(.*)$/m.exec(terminal.seen) ?? []
    const called = line.replace('npx tokenwright', command.map((word) => `'${word}'`).join(' '))
    t.not(called, line)
    const { stdout } = await promisify(execFile)('bash', ['-c', called], { cwd: root, env: { PATH: process.env.PATH } })
    t.match(stdout, /demo admin/)

    terminal.type('\u0003')
    t.equal(await terminal.ended, 0)
    t.notMatch(terminal.seen, /^\{"/m, 'neither behind the banner nor at the end')
  },
  noTerminal,
)

testOn(
  'postgresql',
  'on a terminal a database that is away is told, and Ctrl-C ends the wait',
  async (t) => {
    const env = { PORT: '0', MASTER_KEY: 'ab'.repeat(32), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }
    const terminal = new CliTerminal(t, ['serve'], { env })
    await terminal.waitFor(' s at most: nothing listens at the address of the database')
    terminal.type('\u0003')
    t.equal(await terminal.ended, 0)
  },
  noTerminal,
)

testOn(
  'embedded',
  'on a terminal LOG_LEVEL=info still shows the log',
  async (t) => {
    const terminal = await startOnTerminal(t, { LOG_LEVEL: 'info' })
    // The log and the banner take ways of their own to the terminal, so either may be there first.
    await terminal.waitFor('all operations at http')
    t.match(terminal.seen, /^\{"level":30,.*all operations at http/m)
  },
  noTerminal,
)

testOn(
  'embedded',
  'a server whose terminal is closed shuts down and leaves its port and its data to the next one',
  async (t) => {
    for (const LOG_LEVEL of ['warn', 'info']) {
      const terminal = await startOnTerminal(t, { LOG_LEVEL })
      const pid = await terminal.processId()
      t.teardown(() => existsSync(`/proc/${pid}`) && process.kill(pid, 'SIGKILL'))
      terminal.close()
      await terminal.ended
      const deadline = Date.now() + shutdownTimeoutMs
      while (existsSync(`/proc/${pid}`) && Date.now() < deadline) await setTimeout(50)
      t.notOk(existsSync(`/proc/${pid}`), `LOG_LEVEL=${LOG_LEVEL}: the process has ended`)
    }
  },
  noTerminal,
)

testOn(
  'embedded',
  'a log on a full disk stops no server, and keeps none from being stopped',
  async (t) => {
    const port = await freePort()
    const env = { PORT: String(port), DATA_DIR: await embeddedDirectory(t), LOG_LEVEL: 'info' }
    const toFullDisk = ['bash', '-c', 'exec "$0" "$1" > /dev/full'] as const
    const server = new OwnProcess(t, process.execPath, [compiled('src/main.ts')], env, toFullDisk)
    const isServing = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok
    const deadline = Date.now() + startTimeoutMs
    while (!(await isServing()) && Date.now() < deadline && server.child.exitCode === null) await setTimeout(50)
    t.ok(await isServing(), server.output)
    server.child.kill('SIGTERM')
    t.equal((await server.ended).code, 0)
  },
  !existsSync('/dev/full') && 'there is no /dev/full',
)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
