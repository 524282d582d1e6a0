import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../test/free-port.js'
import { type Cluster, startCluster } from '../test/postgresql-cluster.js'
import { Instance } from './instance.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'dist/src/cli/tokenwright.js')

/** A throw-away PostgreSQL, a folder, and the instances of the build that a fault starts. */
export class Environment {
  readonly masterKey = randomBytes(32).toString('hex')
  readonly operatorKey = randomBytes(32).toString('hex')
  readonly #instances: Instance[] = []

  private constructor(
    readonly cluster: Cluster,
    readonly directory: string,
    /** Whether few rounds are enough. */
    readonly isShort: boolean,
  ) {}

  static async open(isShort: boolean): Promise<Environment> {
    const directory = await mkdtemp(join(tmpdir(), 'tokenwright-faults-'))
    const cluster = await startCluster(directory)
    if (!cluster) throw new Error('no PostgreSQL server is installed on this machine')
    return new Environment(cluster, directory, isShort)
  }

  /** Creates a database. @param isMigrated whether it has the tables */
  async createDatabase(isMigrated = true): Promise<string> {
    const name = `faults_${randomUUID().replaceAll('-', '')}`
    await this.query(this.cluster.url, `create database ${name}`)
    const url = new URL(this.cluster.url)
    url.pathname = name
    if (isMigrated) await this.runCommand(['migrate', 'up'], { DATABASE_URL: url.href })
    return url.href
  }

  async query<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
    const client = new pg.Client(url)
    await client.connect()
    try {
      return (await client.query<Row>(statement)).rows
    } finally {
      await client.end()
    }
  }

  /** Runs a command of the build. @throws where it fails */
  async runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const own = { PATH: process.env.PATH, MASTER_KEY: this.masterKey, ...env }
    return (await promisify(execFile)(process.execPath, [program, ...args], { cwd: this.directory, env: own })).stdout
  }

  /** Starts a command of the build. @param node what runs it */
  spawn(
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    [command = '', ...options]: readonly string[] = [process.execPath],
  ): ChildProcess {
    const own = {
      PATH: process.env.PATH,
      MASTER_KEY: this.masterKey,
      OPERATOR_KEY: this.operatorKey,
      DEMO: '0',
      LOG_LEVEL: 'warn',
    }
    return spawn(command, [...options, program, ...args], {
      cwd: this.directory,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Starts an instance of the build; it may not be ready yet. @param node what runs it */
  async startInstance(env: Readonly<Record<string, string>>, node?: readonly string[]): Promise<Instance> {
    const port = await freePort()
    const child = this.spawn(['serve'], { ...env, PORT: String(port) }, node)
    const instance = new Instance(child, `http://127.0.0.1:${port}`, this.operatorKey)
    this.#instances.push(instance)
    return instance
  }

  /** Starts two instances on one database, and waits until they are ready. */
  async startPair(url: string): Promise<readonly Instance[]> {
    const pair = await Promise.all([1, 2].map(() => this.startInstance({ DATABASE_URL: url })))
    await Promise.all(pair.map((instance) => instance.ready()))
    return pair
  }

  /** Ends the instances of a fault. */
  async endInstances(): Promise<void> {
    await Promise.all(this.#instances.splice(0).map((instance) => instance.kill()))
  }

  /** Stops every process of the PostgreSQL, or lets them go on. */
  async signalCluster(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL', cluster = this.cluster): Promise<void> {
    const postmaster = await cluster.pid()
    const children = await promisify(execFile)('pgrep', ['-P', String(postmaster)])
    for (const pid of [postmaster, ...children.stdout.split('\n').filter(Boolean).map(Number)]) {
      try {
        process.kill(pid, signal)
      } catch {
        // A connection that has ended meanwhile.
      }
    }
    await delay(10)
  }

  async close(): Promise<void> {
    await this.endInstances()
    await this.cluster.stop().catch(() => {})
    await rm(this.directory, { recursive: true, force: true })
  }
}
