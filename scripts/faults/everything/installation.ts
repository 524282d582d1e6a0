import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { QueryResultRow } from 'pg'
import { AuditReceiver } from '../../../test/support/audit-receiver.js'
import { makePair } from '../../../test/support/openssl.js'
import { freePort } from '../../test/free-port.js'
import type { Environment } from '../environment.js'
import { PatroniCluster } from '../patroni-cluster.js'
import { ProxiedClient, TlsInstance } from './exchange.js'
import { LogCounts } from './log-counts.js'
import { Outage } from './outage.js'

const configuration = fileURLToPath(new URL('../../../deploy/haproxy.cfg', import.meta.url))
const database = 'tokenwright'
/** HAProxy asks an instance every half second whether it is ready, and on a busy machine waits two seconds for the answer. */
const seenByProxyMs = 3_000

/** Where Debian keeps it, the PATH of most users does not lead. */
export const haproxy = ['haproxy', '/usr/sbin/haproxy'].find((path) => spawnSync(path, ['-v']).status === 0)

/** One of the two servers. */
interface Place {
  readonly name: string
  readonly port: number
  readonly internalPort: number
  readonly workers: number
  instance?: TlsInstance
}

/** What the instances are started with, and what rotates. */
interface Settings {
  role: string
  password: string
  masterKey: string
  previousMasterKey?: string | undefined
}

/** Two instances, one of them with workers, behind the shipped proxy, on three machines with PostgreSQL, and a receiver of the audit. */
export class Installation {
  readonly log = new LogCounts()
  readonly outage = new Outage()
  /** Whether an instance may be away. */
  isRestarting = false
  /** When an instance was last ready. */
  lastStartAtMs = 0
  readonly #proxies: ChildProcess[] = []
  readonly #teardowns: (() => unknown)[] = []
  readonly settings: Settings
  #receiver: AuditReceiver | undefined
  #certificates: readonly { readonly cert: string; readonly key: string }[] = []
  #ca = ''

  private constructor(
    readonly environment: Environment,
    readonly directory: string,
    readonly cluster: PatroniCluster,
    readonly places: readonly Place[],
    readonly client: ProxiedClient,
  ) {
    this.settings = { role: 'app_0', password: randomBytes(16).toString('hex'), masterKey: environment.masterKey }
  }

  static async start(environment: Environment): Promise<Installation> {
    const directory = join(environment.directory, 'everything')
    await mkdir(directory)
    const cluster = await PatroniCluster.start(join(directory, 'patroni'))
    const places = [
      { name: 'one', workers: 1, port: await freePort(), internalPort: await freePort() },
      { name: 'two', workers: 2, port: await freePort(), internalPort: await freePort() },
    ]
    const [open, internal] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`]
    const client = new ProxiedClient(`http://${open}`, `http://${internal}`, environment.operatorKey)
    const installation = new Installation(environment, directory, cluster, places, client)
    try {
      await installation.#start(open, internal)
      return installation
    } catch (error) {
      await installation.stop()
      throw error
    }
  }

  get receiver(): AuditReceiver {
    if (!this.#receiver) throw new Error('the receiver is not started')
    return this.#receiver
  }

  get instances(): readonly TlsInstance[] {
    return this.places.flatMap(({ instance }) => instance ?? [])
  }

  async #start(open: string, internal: string): Promise<void> {
    await this.query(`create database ${database}`, 'postgres')
    await this.createRole()
    this.#receiver = await AuditReceiver.start({ teardown: (end: () => unknown) => void this.#teardowns.push(end) })
    this.#certificates = [await makePair(this.directory, 'first'), await makePair(this.directory, 'second')]
    this.#ca = (await Promise.all(this.#certificates.map(({ cert }) => readFile(cert, 'utf8')))).join('')
    await this.installCertificate(0)
    await Promise.all(this.places.map((place) => this.#startAt(place)))
    await this.#startProxies(open, internal)
    await delay(seenByProxyMs)
  }

  /** Makes the role that the instances use, and brings the database to this version. */
  async createRole(): Promise<void> {
    const { role, password } = this.settings
    await this.query(`create role ${role} login password '${password}'`)
    await this.environment.runCommand(['migrate', 'up', '--grant-to', role], { DATABASE_URL: this.ownerUrl })
  }

  /** Puts one of the two certificates where the instances read it at their start. */
  async installCertificate(index: 0 | 1): Promise<void> {
    const pair = this.#certificates[index]
    if (!pair) return
    await copyFile(pair.cert, join(this.directory, 'server.cert'))
    await copyFile(pair.key, join(this.directory, 'server.key'))
  }

  /** Leads to the database as the owner of its tables. */
  get ownerUrl(): string {
    return this.cluster.url(database)
  }

  /** What commands need to reach the database. */
  get commandEnvironment(): Record<string, string> {
    const { role, password, masterKey, previousMasterKey } = this.settings
    return {
      DATABASE_URL: this.ownerUrl.replace('postgres:faults@', `${role}:${password}@`),
      MASTER_KEY: masterKey,
      ...(previousMasterKey !== undefined && { MASTER_KEY_PREVIOUS: previousMasterKey }),
    }
  }

  /** What one of the instances is started with. */
  environmentOf({ port, internalPort, workers }: Place): Record<string, string> {
    return {
      ...this.commandEnvironment,
      PORT: String(port),
      INTERNAL_PORT: String(internalPort),
      WORKERS: String(workers),
      TRUSTED_PROXIES: '127.0.0.1',
      TLS_CERT_FILE: join(this.directory, 'server.cert'),
      TLS_KEY_FILE: join(this.directory, 'server.key'),
      AUDIT_SINK: this.receiver.url,
      AUDIT_SINK_SECRET: this.receiver.secret.reveal(),
    }
  }

  async #startAt(place: Place): Promise<void> {
    const child = this.environment.spawn(['serve'], this.environmentOf(place))
    this.log.count(child)
    const instance = new TlsInstance(child, `https://127.0.0.1:${place.internalPort}`, this.environment.operatorKey)
    instance.ca = this.#ca
    this.environment.instances.push(instance)
    place.instance = await instance.ready()
    this.lastStartAtMs = performance.now()
  }

  /** The shipped configuration, once for public and once for internal operations; it trusts the certificates of the instances. */
  async #startProxies(open: string, internal: string): Promise<void> {
    const file = join(this.directory, 'haproxy.cfg')
    const trusted = join(this.directory, 'ca')
    await writeFile(trusted, this.#ca)
    const shipped = await readFile(configuration, 'utf8')
    await writeFile(
      file,
      shipped.replace(/^ +default-server resolvers.*$/m, `$& ssl verify required ca-file ${trusted}`),
    )
    const portsOf: ((place: Place) => number)[] = [({ port }) => port, ({ internalPort }) => internalPort]
    for (const [index, listen] of [open, internal].entries()) {
      const [one, two] = this.places.map((place) => `127.0.0.1:${portsOf[index]?.(place)}`)
      const env = { PATH: process.env.PATH, PROXY_LISTEN: listen, SERVER_ONE: one, SERVER_TWO: two }
      this.#proxies.push(spawn(haproxy ?? '', ['-db', '-f', file], { env, stdio: 'ignore' }))
    }
  }

  /** Restarts one instance after the other with the settings of now. @returns what went wrong */
  async restart(): Promise<string[]> {
    const wrong: string[] = []
    this.isRestarting = true
    for (const place of this.places) {
      const { instance } = place
      instance?.child.kill('SIGTERM')
      const code = await instance?.ended
      if (code !== 0) wrong.push(`exit code ${code} of ${place.name}`)
      await this.#startAt(place)
      await delay(seenByProxyMs)
    }
    this.isRestarting = false
    return wrong
  }

  /** Runs a statement at the primary. */
  async query<Row extends QueryResultRow>(statement: string, name = database): Promise<Row[]> {
    return this.environment.query<Row>(this.cluster.urlOf(await this.cluster.primary(), name), statement)
  }

  async stop(): Promise<void> {
    await this.environment.endInstances()
    for (const proxy of this.#proxies) {
      if (proxy.exitCode !== null) continue
      const exit = once(proxy, 'exit')
      proxy.kill('SIGKILL')
      await exit
    }
    for (const end of this.#teardowns) await end()
    await this.cluster.stop()
  }
}
