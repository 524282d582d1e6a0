import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Test } from 'tap'
import { SmallDisk } from '../../scripts/faults/small-disk.js'
import { freePort } from '../../scripts/test/free-port.js'
import { type Cluster, startCluster } from '../../scripts/test/postgresql-cluster.js'
import { exitCodes } from '../../src/cli/failure.js'
import type { Surface } from '../../src/contract/surface.js'
import { MasterKey } from '../../src/crypto/master-key.js'
import { Secret } from '../../src/crypto/secret.js'
import { type Connection, isAnswering } from '../../src/database/connection.js'
import { type CauseKind, failureCauseOf } from '../../src/database/failure-cause.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { readinessOf } from '../../src/database/readiness.js'
import type { Database } from '../../src/database/schema.js'
import { serveHealth } from '../../src/http/health.js'
import { Metrics } from '../../src/observability/metrics.js'
import { prepareDatabase } from '../../src/prepare-database.js'
import { explainFailure } from '../../src/run-main.js'
import { createServices } from '../../src/services.js'
import { runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'
import { makePair, noOpenssl } from '../support/openssl.js'

const masterKey = randomBytes(32).toString('hex')

/** A PostgreSQL whose databases, roles and rules are broken in many ways. */
class BrokenServer {
  private constructor(
    readonly cluster: Cluster,
    readonly directory: string,
  ) {}

  static async start(t: Test): Promise<BrokenServer> {
    const directory = await mkdtemp(join(tmpdir(), 'tokenwright-broken-'))
    t.teardown(() => rm(directory, { recursive: true, force: true }))
    const cluster = await startCluster(directory)
    if (!cluster) throw new Error('PostgreSQL is not installed')
    t.teardown(() => cluster.stop().catch(() => {}))
    const server = new BrokenServer(cluster, directory)
    await server.execute('create database app')
    await server.use('app', migrateUp)
    return server
  }

  url(database: string, user = 'tokenwright', query = ''): string {
    return this.cluster.url.replace('tokenwright@', `${user}@`).replace(/postgres$/, database + query)
  }

  async execute(...statements: readonly string[]): Promise<void> {
    const client = new pg.Client(this.cluster.url)
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }

  async use(database: string, work: (db: Kysely<Database>) => Promise<unknown>): Promise<void> {
    const { db, close } = openPostgresql({ url: this.url(database), onIdleError: () => {}, statementTimeoutMs: 0 })
    await work(db).finally(close)
  }

  get data(): string {
    return join(this.directory, 'postgresql', 'data')
  }

  /** Rules of access; whom none of them names comes in without a password. */
  async allow(...rules: readonly string[]): Promise<void> {
    const others = ['all', 'replication'].map((database) => `host ${database} all 127.0.0.1/32 trust`)
    await writeFile(join(this.data, 'pg_hba.conf'), [...rules, ...others, ''].join('\n'))
    await this.execute('select pg_reload_conf()')
  }

  /** Gives the server a file, such as a key, that only its user reads. */
  async own(file: string): Promise<void> {
    const { uid, gid } = await stat(this.data)
    await chown(file, uid, gid)
    await chmod(file, 0o700)
  }
}

/** What is seen of a database that is broken. */
interface Symptoms {
  readonly cause: CauseKind
  /** The line of `doctor`, and what it says to do. */
  readonly doctor: readonly [RegExp, RegExp]
  /** The line with which `serve` ends; absent where it waits for the database. */
  readonly refusal?: RegExp
  /** The statuses of `/readyz` and `/readyz?for=writes`: 503 for both where it is absent. */
  readonly ready?: readonly [number, number]
  /** What a server has done before it is asked whether it is ready. */
  readonly before?: (db: Kysely<Database>) => Promise<unknown>
}

async function assertSymptoms(t: Test, url: string, symptoms: Symptoms): Promise<void> {
  const { cause, doctor, refusal, ready = [503, 503], before } = symptoms
  const env = { DATABASE_URL: url, MASTER_KEY: masterKey, PORT: String(await freePort()) }
  const { code, stdout } = await runCli(['doctor'], { env })
  t.equal(code, 1, 'doctor ends with 1')
  const [finding, action] = doctor
  t.match(stdout, new RegExp(`^✗ ${finding.source}.*\\n {4}.*${action.source}`, 'm'))
  t.match(stdout, /listener 127\.0\.0\.1:\d+: free/, 'and goes on')

  const connection = openPostgresql({ url, onIdleError: () => {} })
  const { kind, text } = await startOn(connection)
  t.equal(kind, cause)
  if (refusal) t.match(text, refusal)
  else t.equal(text, undefined, 'serve waits')

  await before?.(connection.db).catch(() => {})
  for (const [index, path] of ['/readyz', '/readyz?for=writes'].entries()) {
    const own = await askHealth(connection, 'internal', path)
    t.equal(own.status, ready[index], path)
    if (ready[1] === 503) {
      t.match(own.body, { cause, problem: /^\w/, action: /^\w/ }, 'the internal listener tells the cause')
      const open = await askHealth(connection, 'public', path)
      t.equal(open.status, own.status)
      t.strictSame(
        Object.keys(open.body).filter((key) => ['cause', 'problem', 'action'].includes(key)),
        [],
        'the public one does not',
      )
    }
    t.notMatch(JSON.stringify(own.body), /127\.0\.0\.1|tokenwright@|CANARY/, 'nobody is named')
  }
  t.notMatch(stdout + (text ?? ''), /CANARY/, 'no password is shown')
  // Not awaited: some of them do not say goodbye.
  void connection.close()
}

/** Starts as `serve` does. @returns what it waits for, or the line with which it ends */
async function startOn(
  connection: Connection,
  operatorKey = 'the operator key of 32 characters',
): Promise<{ kind?: CauseKind; text?: string }> {
  const current = new MasterKey(new Secret(masterKey))
  const options = { metrics: new Metrics(), onDropped: () => {} }
  const services = createServices(connection.db, { current, previous: undefined }, options)
  const shutdown = new AbortController()
  let kind: CauseKind | undefined
  try {
    await prepareDatabase(connection, { demo: false }, services, shutdown.signal, (failure, remainingMs) => {
      kind = remainingMs > 20_000 ? failureCauseOf(failure).kind : undefined
      shutdown.abort()
    })
    await services.operators.prepare(new Secret(operatorKey), false)
    await services.flush()
    return {}
  } catch (error) {
    if (kind !== undefined) return { kind }
    return { kind: failureCauseOf((error as Error).cause ?? error).kind, text: explainFailure(error) ?? '' }
  }
}

/** Starts on a database, and ends. @returns what it can do, or why it ends */
async function startOnce(url: string, operatorKey?: string): Promise<object> {
  const connection = openPostgresql({ url, onIdleError: () => {} })
  try {
    const refused = await startOn(connection, operatorKey)
    if (refused.kind !== undefined) return refused
    const [reads, writes] = [
      await askHealth(connection, 'internal', '/readyz'),
      await askHealth(connection, 'internal', '/readyz?for=writes'),
    ]
    return { started: true, reads: reads.status, writes: writes.status, cause: writes.body.cause }
  } finally {
    await connection.close()
  }
}

async function askHealth(
  connection: Connection,
  surface: Surface,
  url: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const app = Fastify()
  serveHealth(app, { surface, readiness: () => readinessOf(connection), isStopping: () => false })
  const response = await app.inject({ method: 'GET', url })
  return { status: response.statusCode, body: response.json() }
}

testOn('postgresql', 'whatever is wrong with the database is named, with what to do', async (t) => {
  const server = await BrokenServer.start(t)
  await server.execute(
    "create role app login password 'right'",
    'create role secured login',
    'create role bare login',
    'create role crowded login connection limit 0',
    'create database closed',
    'revoke connect on database closed from public',
    'create database reading template app',
    'alter database reading set default_transaction_read_only = on',
  )
  await server.allow('host all app 127.0.0.1/32 scram-sha-256', 'hostnossl all secured 127.0.0.1/32 reject')
  const broken = (title: string, url: string, symptoms: Symptoms, skip: string | false = false) =>
    t.test(title, { skip }, (t) => assertSymptoms(t, url, symptoms))

  await broken('a wrong password', server.url('app', 'app:CANARY'), {
    cause: 'credentials',
    doctor: [/database: the database refuses the user or the password \(.*"app"\)/, /alter role/],
    refusal: /refuses the user or the password .*; correct DATABASE_URL/,
  })
  await broken('no password', server.url('app', 'app'), {
    cause: 'no-password',
    doctor: [/database: the database asks for a password/, /put the password/],
    refusal: /asks for a password/,
  })
  await broken('an unknown user', server.url('app', 'stranger'), {
    cause: 'credentials',
    doctor: [/database: .*role "stranger" does not exist/, /correct DATABASE_URL/],
    refusal: /"stranger" does not exist/,
  })
  await broken('a database that does not exist', server.url('missing'), {
    cause: 'no-database',
    doctor: [/database: the database does not exist \(.*"missing"/, /create database/],
    refusal: /"missing" does not exist/,
  })
  await broken('a host name that nobody knows', `postgres://app:CANARY@${'x'.repeat(64)}.invalid/app`, {
    cause: 'unknown-host',
    doctor: [/database: the host name of the database cannot be resolved/, /DNS/],
  })
  await broken('a port at which nothing listens', `postgres://app:CANARY@127.0.0.1:${await freePort()}/app`, {
    cause: 'refused',
    doctor: [/database: nothing listens .*ECONNREFUSED 127\.0\.0\.1/, /check the host and the port/],
  })
  await broken('a host that never answers', await startSilent(t), {
    cause: 'no-answer',
    doctor: [/database: the database does not answer in time/, /firewall/],
  })
  await broken('TLS that the server does not offer', server.url('app', 'tokenwright', '?sslmode=verify-full'), {
    cause: 'tls-not-offered',
    doctor: [/database: DATABASE_URL demands TLS/, /ssl = on/],
    refusal: /demands TLS/,
  })
  await broken('a rule of pg_hba.conf that demands TLS', server.url('app', 'secured'), {
    cause: 'access-rule',
    doctor: [/database: no rule of pg_hba\.conf .*"secured"/, /sslmode=verify-full/],
    refusal: /no rule of pg_hba\.conf/,
  })
  if (!noOpenssl) await switchOnTls(server)
  const encrypted = server.url('app', 'tokenwright', '?sslmode=verify-full')
  await broken(
    'a certificate that nobody trusts',
    encrypted,
    {
      cause: 'tls-untrusted',
      doctor: [/database: the certificate of the database is not trusted/, /sslrootcert=FILE/],
      refusal: /certificate of the database is not trusted/,
    },
    noOpenssl,
  )
  await broken('a missing file of certificates', `${encrypted}&sslrootcert=/nowhere`, {
    cause: 'tls-file',
    doctor: [/database: a file that DATABASE_URL names cannot be read \(.*\/nowhere/, /sslrootcert/],
    refusal: /\/nowhere/,
  })
  await broken('a role that may not connect', server.url('closed', 'bare'), {
    cause: 'no-connect',
    doctor: [/database: the role may not connect to the database/, /grant connect on database/],
    refusal: /grant connect/,
  })
  await broken('a role without privileges', server.url('app', 'bare'), {
    cause: 'privileges',
    doctor: [/privileges: bare lacks: select on kysely_migration, /, /--grant-to bare/],
    refusal: /lacks a privilege .*--grant-to ROLE/,
    ready: [200, 200],
  })
  await t.test('commands end with one line and an exit code', async (t) => {
    const run = (url: string, ...args: string[]) =>
      runCli(args, { env: { DATABASE_URL: url, MASTER_KEY: masterKey, DEMO: '1' } })
    t.match(await run(server.url('app', 'bare'), 'demo', '--remove'), {
      code: exitCodes.refused.code,
      stderr: /^tokenwright: the role of DATABASE_URL lacks a privilege \(.*\); run as the owner [^\n]*\n$/,
    })
    t.match(await run(server.url('app', 'app:CANARY'), 'migrate', 'status'), {
      code: exitCodes.refused.code,
      stderr: /^tokenwright: the database refuses the user or the password [^\n]*\n$/,
    })
    t.match(await run(server.url('missing'), 'migrate', 'status'), { code: exitCodes.usage.code })
    t.match(await run(server.url('app', 'crowded'), 'migrate', 'status'), { code: exitCodes.unreachable.code })
  })
  await broken('too many connections', server.url('app', 'crowded'), {
    cause: 'too-many-connections',
    doctor: [/database: the database has no connection left/, /raise max_connections/],
  })
  await broken('a database that is read-only', server.url('reading'), {
    cause: 'read-only',
    doctor: [/writes: the database is read-only/, /default_transaction_read_only = off/],
    refusal: /read-only .*primary/,
    ready: [200, 503],
  })
  await t.test('a read-only database that has everything is served, and what reads works', async (t) => {
    await server.execute('create database prepared template app')
    t.match(await startOnce(server.url('prepared')), { started: true }, 'while it can be written')
    await server.execute('alter database prepared set default_transaction_read_only = on')
    t.match(await startOnce(server.url('prepared')), { started: true, reads: 200, writes: 503, cause: 'read-only' })
    const other = await startOnce(server.url('prepared'), 'another operator key of 32 characters')
    t.match(other, { kind: 'read-only', text: /read-only .*primary/ }, 'where something has to be written, it ends')
  })
  const standby = await server.cluster.startStandby('standby')
  await broken('a standby', standby.url.replace(/postgres$/, 'app'), {
    cause: 'standby',
    doctor: [/database: the database is a standby/, /primary/],
  })
  await server.execute('alter system reset synchronous_standby_names', 'select pg_reload_conf()')
  await standby.stop()
  const disk = await fullDisk(t, server)
  await broken(
    'a disk that is full',
    server.url('full'),
    {
      cause: 'disk-full',
      doctor: [/writes: the disk of the database is full/, /make room/],
      refusal: /disk of the database is full/,
      ready: [200, 503],
      before: (db) => db.schema.createTable('more').addColumn('line', 'integer').execute(),
    },
    disk === undefined && 'to mount a small disk takes root',
  )

  await t.test('a full one that has everything is served', { skip: disk === undefined }, async (t) => {
    t.match(await startOnce(server.url('crammed')), { started: true, reads: 200 })
  })

  const last = new pg.Client(server.cluster.url)
  last.on('error', () => {})
  await last.connect()
  // A smart shutdown waits for its clients, and refuses new ones.
  process.kill(server.cluster.postmaster, 'SIGTERM')
  await broken('a database that is stopping', server.url('app'), {
    cause: 'starting-or-stopping',
    doctor: [/database: the database is starting or stopping/, /wait/],
  })
  await last.end()
})

/** A listener that accepts connections and says nothing. @returns its URL as a database */
async function startSilent(t: Test): Promise<string> {
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => void sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  return `postgres://app:CANARY@127.0.0.1:${(silent.address() as { port: number }).port}/app`
}

async function switchOnTls(server: BrokenServer): Promise<void> {
  const { cert, key } = await makePair(server.data, 'server')
  for (const file of [cert, key]) await server.own(file)
  await server.execute(
    `alter system set ssl_cert_file = '${cert}'`,
    `alter system set ssl_key_file = '${key}'`,
    'alter system set ssl = on',
    'select pg_reload_conf()',
  )
}

/** Fills the disk of the database `full`. @returns `undefined` where this machine lets nobody mount one */
async function fullDisk(t: Test, server: BrokenServer): Promise<SmallDisk | undefined> {
  const disk = await SmallDisk.mount(join(server.directory, 'disk'), 32)
  if (!disk) return undefined
  t.teardown(() => disk.unmount())
  const location = join(disk.directory, 'tablespace')
  await mkdir(location)
  await server.own(location)
  await server.execute(
    `create tablespace small location '${location}'`,
    'create database "full" template app tablespace small',
    'create database crammed template app tablespace small',
    'checkpoint',
  )
  await startOnce(server.url('crammed'))
  // Writes the file of system catalogs with which later connections begin.
  await server.use('full', isAnswering)
  await disk.fill()
  return disk
}
