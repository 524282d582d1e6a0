import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { serve } from '../bench/product.js'
import type { Workbench } from '../bench/workbench.js'
import { call } from './call.js'
import { misuseSecrets } from './misuses.js'
import type { Finding, Run } from './part.js'
import { plantEverywhere } from './plant-everywhere.js'
import { Plants } from './plants.js'

/** What stands in the environment of the process, where the one who starts it has put it. */
const ofEnvironment = ['the master key', 'the operator key of the environment', 'the password of the database']

/** SIGUSR2 would end the server. */
const snapshotSignal = 'SIGWINCH'

/** A server at `trace`, whose output is kept. */
interface WatchedServer {
  readonly pid: number
  readonly url: string
  readonly databaseUrl: string
  readonly operatorKey: string
  /** Everything that it has printed so far. */
  output(): string
  /** The heap, after a garbage collection. */
  heapSnapshot(): Promise<Buffer>
}

/** Everything in which a secret could be seen. */
interface Exposed {
  readonly output: string
  readonly metrics: string
  readonly errors: readonly string[]
  /** Of the process; absent where the system has no `/proc`. */
  readonly proc?: { readonly cmdline: Buffer; readonly environ: Buffer }
  readonly statements: Buffer
  readonly dump: string
  readonly freshHeap: Buffer
  readonly heap: Buffer
}

/** Plants secrets of every kind through a real server, and looks for them wherever they could be seen. */
export async function secretsPart({ workbench, update }: Run): Promise<Finding[]> {
  const plants = new Plants()
  update(0, 4, 'secrets: start')
  const server = await startWatched(workbench, plants)
  const freshHeap = await server.heapSnapshot()
  update(1, 4, 'secrets: calls')
  await plantEverywhere(server.url, plants, server.operatorKey)
  const errors = await misuseSecrets(server.url, plants, server.operatorKey)
  const { text: metrics } = await call(server.url, 'GET', '/metrics')
  update(2, 4, 'secrets: heap')
  // What is written in the background is written by then.
  await delay(3_000)
  const heap = await server.heapSnapshot()
  update(3, 4, 'secrets: search')
  const { stdout: dump } = await promisify(execFile)('pg_dump', [server.databaseUrl], { maxBuffer: 2 ** 28 })
  const statements = await readFile(workbench.cluster.logFile)
  const proc = (name: string): Promise<Buffer> => readFile(`/proc/${server.pid}/${name}`)
  const hasProc = process.platform === 'linux'
  return search(plants, {
    output: server.output(),
    metrics,
    errors,
    ...(hasProc && { proc: { cmdline: await proc('cmdline'), environ: await proc('environ') } }),
    statements,
    dump,
    freshHeap,
    heap,
  })
}

function search(plants: Plants, exposed: Exposed): Finding[] {
  const { output, metrics, errors, proc, statements, dump, freshHeap, heap } = exposed
  const finding = (promise: string, text: Buffer | string, seen: string, except: readonly string[] = []): Finding => ({
    promise,
    attempts: plants.all.length,
    seen,
    broken: plants.foundIn(text, except),
  })
  const size = (text: Buffer | string): string => `${text.length >> 10} KiB`
  const held = (heap: Buffer): string => `${size(heap)}; holds ${plants.foundIn(heap).join(', ') || 'none'}`
  return [
    finding('no secret in the log at trace', output, `${output.split('\n').length} lines`),
    finding('no secret in the metrics', metrics, size(metrics)),
    finding('no secret in an error', errors.join('\n'), `${errors.length} answers`),
    ...(proc
      ? [
          finding('no secret in the arguments of the process', proc.cmdline, '/proc/PID/cmdline'),
          finding('in its environment only what was put there', proc.environ, '/proc/PID/environ', ofEnvironment),
        ]
      : []),
    finding('no secret in statements with their parameters, unless sent as a name', statements, size(statements), [
      'a secret as access key',
      'a password as user name',
    ]),
    finding('no secret in a dump', dump, size(dump)),
    finding('in the heap of a fresh start only what the environment holds', freshHeap, held(freshHeap), ofEnvironment),
    finding('in the heap after the calls no secret of a client, but for a media type', heap, held(heap), [
      ...ofEnvironment,
      'a secret as media type',
    ]),
    ...controls(plants, output, statements),
  ]
}

/** That the search would find something. */
function controls(plants: Plants, output: string, statements: Buffer): Finding[] {
  const broken: string[] = []
  if (!output.includes('"level":20')) broken.push('the log has no line below info')
  if (!statements.includes('security_users')) broken.push('the statement log has no statement')
  if (!/parameters: |DETAIL: /i.test(statements.toString('latin1'))) broken.push('the statement log has no parameters')
  const { value = '' } = plants.all[0] ?? {}
  for (const form of [
    value,
    `x${value}`,
    Buffer.from(value).toString('base64'),
    value.slice(0, 20),
    value.slice(-20),
  ]) {
    if (plants.foundIn(form).length === 0) broken.push('a secret would not be found')
  }
  return [{ promise: 'the search finds what is there', attempts: 8, broken }]
}

async function startWatched(workbench: Workbench, plants: Plants): Promise<WatchedServer> {
  const databaseUrl = await workbench.createDatabase('secrets')
  await workbench.query(databaseUrl, `alter database secrets set log_statement = 'all'`)
  const { db, close } = openPostgresql({ url: databaseUrl, onIdleError: () => {} })
  await migrateUp(db)
  await close()
  const url = new URL(databaseUrl)
  // The throw-away cluster asks for none; the server has it in its configuration all the same.
  url.password = plants.make('the password of the database')
  const operatorKey = plants.make('the operator key of the environment')
  const env = {
    PORT: '0',
    LOG_LEVEL: 'trace',
    DEMO: '1',
    DATABASE_URL: url.href,
    MASTER_KEY: plants.add('the master key', randomBytes(32).toString('hex')),
    OPERATOR_KEY: operatorKey,
  }
  const { directory } = workbench
  const child = workbench.spawn(
    [`--heapsnapshot-signal=${snapshotSignal}`, `--diagnostic-dir=${directory}`, ...serve],
    env,
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += String(chunk)))
  const { pid = 0 } = child
  return {
    pid,
    url: await until(() => /listens on (http\S+)/.exec(printed)?.[1]),
    databaseUrl,
    operatorKey,
    output: () => printed,
    async heapSnapshot() {
      const before = new Set(await snapshotsIn(directory))
      child.kill(snapshotSignal)
      const name = await until(async () => (await snapshotsIn(directory)).find((file) => !before.has(file)))
      return untilWhole(join(directory, name))
    },
  }
}

async function snapshotsIn(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.heapsnapshot'))
}

async function until<Value>(find: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await find()
    if (found !== undefined) return found
    await delay(100)
  }
  throw new Error('the server did not get there within a minute')
}

/** A snapshot is JSON: its last character tells that it is written. */
function untilWhole(path: string): Promise<Buffer> {
  return until(async () => {
    const content = await readFile(path)
    return content.subarray(-4).toString().trimEnd().endsWith('}') ? content : undefined
  })
}
