/**
 * `npm run bench`: requests per second of the five public calls on both databases against a bare Fastify route. The contestants take turns
 * in one run, since only ratios within a run mean something on a shared machine. Load goes to the loopback address only.
 * Options: `--rounds N` (3), `--seconds N` a contestant and round (2), `--connections N` (64), `--json`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { startCluster } from './test/postgresql-cluster.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '64' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)
const connections = Number(values.connections)
const isTerminal = process.stderr.isTTY === true

interface Contestant {
  readonly name: string
  readonly url: string
  readonly request: autocannon.Request
  /** Fewer for calls that are slow on purpose. */
  readonly connections?: number
}

interface Result {
  readonly rates: number[]
  readonly p99: number[]
  errors: number
}

const children: ChildProcess[] = []

/** Starts a server of this project and waits for its address. */
async function startServer(args: readonly string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /listens on (http\S+)/.exec(text)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.on('exit', (code) => reject(new Error(`a server ended with the code ${code}`)))
  })
}

function run(file: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      stdio: 'ignore',
    })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with the code ${code}`))))
  })
}

function post(body: object): autocannon.Request {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

const broker = {
  hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
  secret: 'demo-broker-secret-Zm9vYmFy',
}

/** The public calls, on the demo data. */
async function callsOf(kind: string, address: string): Promise<Contestant[]> {
  const answer = await fetch(`${address}/api/token`, post(broker) as RequestInit)
  const { token } = (await answer.json()) as { token: string }
  const call = (name: string, path: string, request: autocannon.Request): Contestant => ({
    name: `${name} (${kind})`,
    url: address + path,
    request,
  })
  return [
    call('look-up GET /v1/api/auth', '/v1/api/auth', {
      method: 'GET',
      headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
    }),
    call('mint POST /api/token', '/api/token', post(broker)),
    call('accounts GET /api/ipn/account/tokens', '/api/ipn/account/tokens', {
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
    }),
    call(
      'login POST /login',
      '/login',
      post({
        accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
        secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
      }),
    ),
    {
      ...call(
        'password POST /api/v2/auth/token',
        '/api/v2/auth/token',
        post({ username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }),
      ),
      connections: Math.min(connections, 32),
    },
  ]
}

async function measure(contestant: Contestant, duration: number): Promise<autocannon.Result> {
  return autocannon({
    url: contestant.url,
    connections: contestant.connections ?? connections,
    duration,
    requests: [contestant.request],
  })
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

const directory = await mkdtemp(join(tmpdir(), 'tokenwright-bench-'))
const cluster = await startCluster(directory)
try {
  const contestants: Contestant[] = [
    {
      name: 'bare Fastify',
      url: `${await startServer(['--import', 'tsx', 'scripts/bench/bare-server.ts'], {})}/v1/api/auth`,
      request: { method: 'GET' },
    },
  ]
  const server = 'dist/src/server.js'
  contestants.push(...(await callsOf('embedded', await startServer([server], { DATA_DIR: join(directory, 'data') }))))
  if (cluster) {
    const env = { DATABASE_URL: cluster.url, MASTER_KEY: randomBytes(32).toString('hex'), DEMO: '1' }
    await run('dist/src/cli/migrate.js', env)
    await run('dist/src/cli/demo.js', env)
    contestants.push(...(await callsOf('PostgreSQL', await startServer([server], env))))
  }

  const results = new Map<Contestant, Result>(contestants.map((one) => [one, { rates: [], p99: [], errors: 0 }]))
  for (const contestant of contestants) await measure(contestant, 1)
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      if (isTerminal) process.stderr.write(`\r\u001B[Kround ${round} of ${rounds}: ${contestant.name}`)
      const { requests, latency, errors, non2xx } = await measure(contestant, seconds)
      const result = results.get(contestant)
      result?.rates.push(requests.average)
      result?.p99.push(latency.p99)
      if (result) result.errors += errors + non2xx
    }
  }
  if (isTerminal) process.stderr.write('\r\u001B[K')

  const [bare] = contestants
  const bareRates = (bare && results.get(bare)?.rates) ?? []
  const table = contestants.map((contestant) => {
    const { rates, p99, errors } = results.get(contestant) ?? { rates: [], p99: [], errors: 0 }
    const ratios = rates.map((rate, index) => rate / (bareRates[index] ?? Number.NaN))
    return {
      name: contestant.name,
      'requests/s': Math.round(median(rates)),
      'ratio to bare': median(ratios).toFixed(3),
      min: Math.min(...ratios).toFixed(3),
      max: Math.max(...ratios).toFixed(3),
      'p99 ms': median(p99),
      errors,
    }
  })
  if (values.json) console.log(JSON.stringify({ rounds, seconds, connections, results: table }, null, 2))
  else {
    console.table(table)
    const widest = Math.max(...table.map((row) => row['requests/s']))
    for (const row of table) {
      console.log(
        `${row.name.padEnd(52)} ${'█'.repeat(Math.max(1, Math.round((row['requests/s'] / widest) * 40)))} ${row['requests/s']}`,
      )
    }
  }
} finally {
  for (const child of children) child.kill('SIGTERM')
  await cluster?.stop()
  await rm(directory, { recursive: true, force: true })
}
