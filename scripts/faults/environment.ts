import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { QueryResultRow } from 'pg'
import { Workbench } from '../bench/workbench.js'
import { freePort } from '../test/free-port.js'
import type { Cluster } from '../test/postgresql-cluster.js'
import { Instance } from './instance.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ownProgram = join(root, 'dist/src/cli/tokenwright.js')

/** The database that is migrated once; faults get copies. */
const templateDatabase = 'faults_template'

/** A throw-away PostgreSQL, a folder, and the instances of the build that a fault starts. */
export class Environment {
  readonly instances: Instance[] = []
  /** Told what a long fault is doing. */
  onStep: (step: string) => void = () => {}

  private constructor(
    readonly workbench: Workbench,
    /** Whether few rounds are enough. */
    readonly isShort: boolean,
    /** The build whose commands and instances are started. */
    readonly program = ownProgram,
    readonly masterKey = randomBytes(32).toString('hex'),
    readonly operatorKey = randomBytes(32).toString('hex'),
  ) {}

  /** @throws {CannotMeasure} where PostgreSQL is not installed */
  static async open(isShort: boolean): Promise<Environment> {
    // What is killed are processes, never the machine: nothing has to be on the disk.
    const environment = new Environment(await Workbench.open({}), isShort)
    const url = await environment.workbench.createDatabase(templateDatabase)
    await environment.runCommand(['migrate', 'up'], { DATABASE_URL: url })
    return environment
  }

  /** The same PostgreSQL, folder and keys with another build. Whoever asks for it ends its instances. */
  withProgram(program: string): Environment {
    return new Environment(this.workbench, this.isShort, program, this.masterKey, this.operatorKey)
  }

  get cluster(): Cluster {
    return this.workbench.cluster
  }

  get directory(): string {
    return this.workbench.directory
  }

  /** Creates a database. @param isMigrated whether it has the tables */
  createDatabase(isMigrated = true): Promise<string> {
    const name = `faults_${randomUUID().replaceAll('-', '')}`
    return this.workbench.createDatabase(name, isMigrated ? templateDatabase : undefined)
  }

  query<Row extends QueryResultRow>(url: string, statement: string): Promise<Row[]> {
    return this.workbench.query(url, statement)
  }

  /** Runs a command of the build. @throws where it fails */
  async runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    const own = { PATH: process.env.PATH, MASTER_KEY: this.masterKey, ...env }
    return (await promisify(execFile)(process.execPath, [this.program, ...args], { cwd: this.directory, env: own }))
      .stdout
  }

  /** Starts a command of the build, by Node unless another command is given. */
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
    return spawn(command, [...options, this.program, ...args], {
      cwd: this.directory,
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Starts an instance of the build, by Node unless another command is given; it may not be ready yet. */
  async startInstance(env: Readonly<Record<string, string>>, command?: readonly string[]): Promise<Instance> {
    const port = await freePort()
    const child = this.spawn(['serve'], { ...env, PORT: String(port) }, command)
    const instance = new Instance(child, `http://127.0.0.1:${port}`, this.operatorKey)
    this.instances.push(instance)
    return instance
  }

  /** Starts two instances on one database, and waits until they are ready. @param env of both, besides its URL */
  async startPair(url: string, env: Readonly<Record<string, string>> = {}): Promise<readonly Instance[]> {
    const pair = await Promise.all([1, 2].map(() => this.startInstance({ ...env, DATABASE_URL: url })))
    await Promise.all(pair.map((instance) => instance.ready()))
    return pair
  }

  /** Ends the instances of a fault. */
  async endInstances(): Promise<void> {
    await Promise.all(this.instances.splice(0).map((instance) => instance.kill()))
  }

  /** Stops every process of the PostgreSQL, or lets them go on. */
  async signalCluster(
    signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL',
    cluster: Pick<Cluster, 'pid'> = this.cluster,
  ): Promise<void> {
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
    await this.workbench.close()
  }
}
