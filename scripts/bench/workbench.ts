import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { QueryResultRow } from 'pg'
import { type Cluster, startCluster } from '../test/postgresql-cluster.js'
import { withClient } from './with-client.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A process that serves, and where. */
export interface RunningServer {
  readonly pid: number
  readonly url: string
  stop(): Promise<void>
}

/** Why a run cannot go on, in words for whoever started it. */
export class CannotMeasure extends Error {
  override readonly name = 'CannotMeasure'
}

/** What an installation takes care of that has data to lose: every commit is on the disk before it is answered. */
const durable = {
  fsync: 'on',
  synchronous_commit: 'on',
  // A quarter of the memory, as PostgreSQL's documentation has it, and no more than small machines have.
  shared_buffers: `${Math.max(128, Math.min(2048, Math.floor(totalmem() / 4 / 2 ** 20)))}MB`,
  // No checkpoint because of what is filled in.
  max_wal_size: '4GB',
}

/** How much of what a server prints is kept, in characters. */
const mostOutput = 4_000

/** Everything that a run starts: a throw-away PostgreSQL, servers and files. {@link Workbench.close} takes all of it away. */
export class Workbench {
  readonly #children = new Set<ChildProcess>()
  #isClosed = false

  private constructor(
    readonly directory: string,
    readonly cluster: Cluster,
  ) {}

  /**
   * @param settings of the PostgreSQL (postgresql.conf)
   * @throws {CannotMeasure} where PostgreSQL is not installed
   */
  static async open(settings: Readonly<Record<string, string>> = durable): Promise<Workbench> {
    const directory = await mkdtemp(join(tmpdir(), 'tokenwright-run-'))
    try {
      const cluster = await startCluster(directory, settings)
      if (!cluster) {
        throw new CannotMeasure(
          'PostgreSQL is not installed; install its server (on Debian: apt-get install postgresql), nothing has to be set up',
        )
      }
      return new Workbench(directory, cluster)
    } catch (error) {
      await rm(directory, { recursive: true, force: true })
      throw error
    }
  }

  /** Makes a database, an empty one unless it is a copy of another, and gives its URL. */
  async createDatabase(name: string, template = 'template1'): Promise<string> {
    await this.query(this.cluster.url, `create database ${name} template ${template}`)
    const url = new URL(this.cluster.url)
    url.pathname = name
    return url.href
  }

  async query<Row extends QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(url, async (client) => (await client.query<Row>(text, values)).rows)
  }

  /** Starts a process with pipes for its input and output. It ends with the run. */
  spawn(args: readonly string[], env: Readonly<Record<string, string>>, directory = root): ChildProcess {
    if (this.#isClosed) throw new CannotMeasure('stopped')
    const child = spawn(process.execPath, args, {
      cwd: directory,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.#children.add(child)
    child.on('exit', () => this.#children.delete(child))
    return child
  }

  /**
   * Starts a server and waits until it says where it listens.
   * @throws where it ends before
   */
  startServer(
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    directory = root,
  ): Promise<RunningServer> {
    const child = this.spawn(args, env, directory)
    return new Promise((resolve, reject) => {
      let text = ''
      for (const stream of [child.stdout, child.stderr]) {
        // Read to the end: a full pipe would hold the process up. What comes first tells what went wrong.
        stream?.setEncoding('utf8').on('data', (chunk: string) => {
          if (text.length < mostOutput) text += chunk
          const url = /listens on (http\S+)/.exec(text)?.[1]
          if (url !== undefined) resolve({ pid: child.pid ?? 0, url, stop: () => stop(child) })
        })
      }
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`${args.join(' ')} ended with the code ${code}\n${text}`)))
    })
  }

  /** May be called at any time, and more than once. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await Promise.all([...this.#children].map(stop))
    // A run may have ended it.
    await this.cluster.stop().catch(() => {})
    await rm(this.directory, { recursive: true, force: true })
  }
}

/** Nothing of a run is worth an orderly end. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
