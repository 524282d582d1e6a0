import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../scripts/test/free-port.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { CliTerminal, noTerminal } from '../support/cli.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { send } from '../support/http.js'
import { readMetrics, type Samples } from '../support/metrics-page.js'
import { OwnProcess } from '../support/process.js'
import { WorkerTree } from '../support/worker-tree.js'

const authorization = 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G'
const noAnswer = 'no answer'
const masterKey = randomBytes(32).toString('hex')

/** @returns the status. Rejects where there is no answer, also after some seconds */
function lookUp(baseUrl: string, agent: Agent | false): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${baseUrl}/v1/api/auth`,
      { agent, headers: { authorization }, timeout: 20_000 },
      (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)),
    )
    asked.on('timeout', () => asked.destroy(new Error(noAnswer)))
    asked.on('error', reject)
    asked.end()
  })
}

function lookUps(samples: Samples): number | undefined {
  return samples.get('tokenwright_requests_total{api="gateway-tokens",operation="getTokenAccount",status="200"}')
}

/** Calls to no API: nothing but this test makes them. */
function strayCalls(samples: Samples): number | undefined {
  return samples.get('tokenwright_requests_total{api="",operation="",status="404"}')
}

/** Look-ups on connections of their own, kept or new for each call, until they are ended. */
class LookUps {
  readonly failures: unknown[][]
  answered = 0
  readonly #loops: Promise<void>[]
  #isOver = false

  constructor(baseUrl: string, { connections, isKept }: { connections: number; isKept: boolean }) {
    this.failures = Array.from({ length: connections }, () => [])
    this.#loops = this.failures.map(async (failures) => {
      const agent = isKept && new Agent({ keepAlive: true, maxSockets: 1 })
      while (!this.#isOver) {
        await lookUp(baseUrl, agent).then(
          (status) => {
            if (status === 200) this.answered++
            else failures.push(status)
          },
          (error: NodeJS.ErrnoException) => failures.push(error.code ?? error.message),
        )
      }
      if (agent) agent.destroy()
    })
  }

  /** Waits until so many more are answered. */
  async more(count: number): Promise<void> {
    const wanted = this.answered + count
    while (this.answered < wanted) await delay(10)
  }

  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#loops)
  }
}

testOn('postgresql', 'a tree of three workers', async (t) => {
  const tree = await WorkerTree.start(t, 3)
  const { baseUrl, primary } = tree
  const each = 10

  await t.test('each of them answers on the one port, and their metrics are one sum', async (t) => {
    for (const pid of tree.pids) {
      await tree.withOnly(pid, async () => {
        for (let call = 0; call < each; call++) t.equal(await lookUp(baseUrl, false), 200)
        const stray = { method: 'GET', path: '/nowhere', headers: { connection: 'close' } } as const
        t.equal((await send(baseUrl, stray)).status, 404)
      })
    }
    const samples = await readMetrics(baseUrl)
    t.equal(lookUps(samples), 3 * each)
    const operation = 'api="gateway-tokens",operation="getTokenAccount"'
    t.equal(samples.get(`tokenwright_request_duration_seconds_count{${operation}}`), 3 * each)
    t.equal(strayCalls(samples), 3)
    t.equal(samples.get('tokenwright_workers'), 3)
    t.ok((samples.get('tokenwright_database_connections{state="total"}') ?? 0) >= 3, 'each has its own pool')
    t.equal(
      [...samples].find(([name]) => name.startsWith('nodejs_version_info'))?.[1],
      1,
      'and not a sum where it would be none',
    )
  })

  await t.test('one that stands still counts with what it said last', async (t) => {
    const [first = 0] = tree.pids
    await tree.withOnly(first, async () => t.equal(lookUps(await readMetrics(baseUrl)), 3 * each))
  })

  await t.test('the banner is shown once, and log lines name their worker', (t) => {
    t.equal(primary.output.split('Tokenwright listens on').length, 2)
    t.match(primary.output, /^Workers: +3 processes/m)
    for (const worker of [1, 2, 3]) {
      t.match(primary.output, new RegExp(`"worker":${worker},"msg":"all operations at http://127.0.0.1:${tree.port}`))
    }
    t.end()
  })

  await t.test('one that is killed under load costs the calls on its connections, and is replaced', async (t) => {
    const load: LookUps[] = []
    while (load.length < 12) {
      // One after the other: of connections that come at once the first worker that is awake may take all.
      const one = new LookUps(baseUrl, { connections: 1, isKept: true })
      await one.more(5)
      load.push(one)
    }
    const before = lookUps(await readMetrics(baseUrl)) ?? 0
    const [killed = 0] = tree.pids
    process.kill(killed, 'SIGKILL')
    await tree.untilServed(4)
    t.match(
      primary.output,
      new RegExp(`"pid":${killed},"code":null,"signal":"SIGKILL","pauseMs":0,"msg":"worker ended`),
    )
    const after = await readMetrics(baseUrl)
    t.ok((lookUps(after) ?? 0) >= before)
    t.equal(strayCalls(after), 3, 'no counter falls')
    t.equal(after.get('tokenwright_worker_ends_total'), 1)
    t.equal(after.get('tokenwright_workers'), 3)
    await Promise.all(load.map((one) => one.more(10)))
    await Promise.all(load.map((one) => one.end()))
    const failures = load.flatMap((one) => one.failures)
    t.comment(JSON.stringify({ answered: load.map(({ answered }) => answered), failures }))
    for (const own of failures) t.ok(own.length <= 1 && !own.includes(noAnswer))
    t.ok(
      failures.some((own) => own.length === 0),
      'other workers went on',
    )

    const replacement = tree.pids.at(-1) ?? 0
    t.equal(await tree.withOnly(replacement, () => lookUp(baseUrl, false)), 200, 'the new one serves')
  })

  await t.test('on SIGTERM under load every call is answered, and every process ends', async (t) => {
    const load = [true, false].map((isKept) => new LookUps(baseUrl, { connections: 4, isKept }))
    await Promise.all(load.map((one) => one.more(20)))
    primary.child.kill('SIGTERM')
    while ((await fetch(`${baseUrl}/readyz`)).status === 200) await delay(20)
    await Promise.all(load.map((one) => one.more(20)))
    await Promise.all(load.map((one) => one.end()))
    const { code } = await primary.ended
    t.equal(code, 0)
    await tree.untilGone()
    t.strictSame(load.flatMap(({ failures }) => failures).flat(), [])
    t.equal(primary.output.split('"msg":"shutdown started"').length, 5, 'of the primary and each worker')
  })
})

testOn('postgresql', 'workers whose primary is killed shut down in order and leave the port', async (t) => {
  const tree = await WorkerTree.start(t, 2)
  const load = new LookUps(tree.baseUrl, { connections: 2, isKept: false })
  await load.more(10)
  tree.primary.child.kill('SIGKILL')
  await tree.primary.waitFor(/(?:"worker":\d,"msg":"shutdown started"[\s\S]*){2}/)
  await load.end()
  await tree.untilGone()
  t.strictSame(load.failures.flat(), [])
  const next = createServer().listen(tree.port, '127.0.0.1')
  await once(next, 'listening')
  next.close()
})

testOn('postgresql', 'a second signal ends all workers at once', async (t) => {
  const tree = await WorkerTree.start(t, 2)
  tree.primary.child.kill('SIGTERM')
  await tree.primary.waitFor(/"worker":\d,.*"shutdown started"/)
  tree.primary.child.kill('SIGINT')
  const { code, output } = await tree.primary.ended
  t.equal(code, 1)
  await tree.untilGone()
  t.notMatch(output, /primary ended/, 'none is left to find out by itself')
})

testOn('postgresql', 'what keeps a tree from starting is told once, with the code of one process', async (t) => {
  const DATABASE_URL = await createDatabase(t, postgresqlUrl ?? '')
  const start = (env: Record<string, string>) =>
    new OwnProcess(t, 'src/main.ts', [], { DATABASE_URL, MASTER_KEY: masterKey, WORKERS: '3', PORT: '0', ...env })
  const taken = createServer().listen(await freePort(), '127.0.0.1')
  await once(taken, 'listening')
  t.teardown(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const [refused, occupied] = await Promise.all([
    start({ LOG_LEVEL: 'error' }).ended,
    start({ LOG_LEVEL: 'error', PORT: String(port) }).ended,
  ])
  for (const { code, output } of [refused, occupied]) {
    t.equal(code, 1)
    t.match(output, /^tokenwright cannot start: [^\n]*\n$/)
  }
  t.match(refused.output, /npm run migrate/)
  t.match(occupied.output, `port ${port} is already in use; stop the other process, or set PORT to another one`)

  const databaseAway = 'postgres://nobody@127.0.0.1:1/nothing'
  const stopped = start({ DATABASE_URL: databaseAway })
  const children = `/proc/${stopped.child.pid}/task/${stopped.child.pid}/children`
  while ((await readFile(children, 'utf8')) === '') await delay(5)
  stopped.child.kill('SIGTERM')
  t.equal((await stopped.ended).code, 0, 'before the first worker hears anything')

  const away = start({ DATABASE_URL: databaseAway })
  await away.waitFor(/"msg":"waiting for the database"/)
  away.child.kill('SIGTERM')
  const { code, output } = await away.ended
  t.equal(code, 0)
  t.equal(output.split('"msg":"waiting for the database"').length, 2, 'told by one worker')
})

testOn(
  'postgresql',
  'on a terminal the key of the first operator is shown once, and to close the terminal ends all',
  async (t) => {
    const DATABASE_URL = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
    const env = { PORT: String(await freePort()), MASTER_KEY: masterKey, DATABASE_URL, WORKERS: '2', LOG_LEVEL: 'info' }
    const terminal = new CliTerminal(t, ['serve'], { env })
    await terminal.waitFor('worker serves', 2)
    t.equal(terminal.seen.split('Operator key: ').length, 2)
    terminal.type('\u0003')
    t.equal(await terminal.ended, 0)
  },
  noTerminal,
)
