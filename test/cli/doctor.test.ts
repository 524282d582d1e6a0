import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { isAnswering } from '../../src/database/connection.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { openDirectory } from '../../src/database/embedded-directory.js'
import { grantTo } from '../../src/database/privileges.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import type { Finding } from '../../src/doctor/finding.js'
import { runCli } from '../support/cli.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'

/** The findings by what was looked at. */
async function findings(env: Readonly<Record<string, string>>): Promise<Map<string, Finding>> {
  const found = new Map<string, Finding>()
  for await (const finding of diagnose({ PORT: String(await freePort()), ...env })) found.set(finding.check, finding)
  return found
}

test('every problem of a configuration is told, and nothing else is looked at', async (t) => {
  const found: Finding[] = []
  for await (const finding of diagnose({ PORT: 'x', LOG_LEVEL: 'loud', MASTER_KEY: 'CANARY' })) found.push(finding)
  t.strictSame(
    found.map(({ check, level }) => `${check} ${level}`),
    ['configuration problem', 'configuration problem', 'configuration problem'],
  )
  for (const { action } of found) t.ok(action)
  t.notMatch(JSON.stringify(found), /CANARY/)
})

test('a listener is free, ours, or taken by something else', async (t) => {
  const env = { DATA_DIR: join(t.testdir({}), 'data') }
  // A database that is in use is not looked at.
  const { lock } = await openDirectory(env.DATA_DIR)
  t.teardown(() => lock.close())
  const stranger = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  t.teardown(() => stranger.close())
  const { port } = stranger.address() as AddressInfo
  let answer = 404
  stranger.removeAllListeners('request').on('request', (_request, response) => response.writeHead(answer).end())
  const at = async () => (await findings({ ...env, PORT: String(port) })).get(`listener 127.0.0.1:${port}`)
  t.match(await at(), { level: 'problem', message: /something else/ })
  answer = 503
  t.match(await at(), { level: 'warning', message: /not ready/ })
  answer = 200
  t.match(await at(), { level: 'ok' })
  const free = await freePort()
  t.match((await findings({ ...env, PORT: String(free) })).get(`listener 127.0.0.1:${free}`), { level: 'ok' })
})

testOn('embedded', 'the embedded database: before its first start, and while a server has it', async (t) => {
  const directory = join(t.testdir({}), 'data')
  const fresh = await findings({ DATA_DIR: directory })
  t.match(fresh.get('database'), { level: 'warning', action: /start the server/ })
  t.notOk(existsSync(directory), 'nothing is created')
  const { db, close } = await openEmbedded({ directory })
  t.teardown(close)
  t.ok(await isAnswering(db))
  const held = await findings({ DATA_DIR: directory })
  t.match(held.get('database'), { level: 'warning', message: new RegExp(`process ${process.pid}`) })
})

testOn('postgresql', 'a PostgreSQL database with the demo data', async (t) => {
  const { env } = await demoEnvironment(t)
  const found = await findings(env)
  for (const check of ['configuration', 'database', 'encoding', 'clock', 'migrations', 'operators']) {
    t.match(found.get(check), { level: 'ok' }, check)
  }
  t.match(found.get('demo'), { level: 'warning', action: /tokenwright demo --remove/ })
  t.match(found.get('privileges'), { level: 'warning', message: /may change the audit/ }, 'a superuser')
  t.match((await findings({ ...env, DEMO: '0' })).get('demo'), { level: 'problem' })
  t.match(found.get('connections'), { level: 'ok', message: /^this server takes 10 at most/ })
  const many = await findings({ ...env, WORKERS: '64', DATABASE_POOL_SIZE: '200' })
  t.match(many.get('connections'), { level: 'warning', message: /may take 12800 \(WORKERS/ })

  const { code, stdout } = await runCli(['doctor', '--json'], { env: { ...env, PORT: String(await freePort()) } })
  t.equal(code, 0)
  t.ok(JSON.parse(stdout).length > 8)
})

testOn('postgresql', 'rows that cannot be counted in time are a warning, and the other checks go on', async (t) => {
  const { env, look } = await demoEnvironment(t)
  const role = `counting_${randomBytes(8).toString('hex')}`
  await look(async (db) => {
    await sql`create role ${sql.id(role)} login`.execute(db)
    await grantTo(db, role)
    // Counting takes ten seconds: every row of gateway tokens, and of broker users' secrets a sample too.
    const slow = (isSlow: RawBuilder<boolean>) =>
      sql`((select pg_sleep(case when ${isSlow} then 10 else 0 end)) is not null)`
    const isCount = sql<boolean>`current_query() ~ 'count\\('`
    const isWhole = sql<boolean>`${isCount} and current_query() !~ 'tablesample'`
    await sql`create policy slow on broker_secrets to ${sql.id(role)} using ${slow(isCount)}`.execute(db)
    await sql`create policy slow on gateway_tokens to ${sql.id(role)} using ${slow(isWhole)}`.execute(db)
    // Else no row would be looked at.
    await sql`drop index broker_secrets_hashed`.execute(db)
    for (const table of ['broker_secrets', 'gateway_tokens'] as const) {
      await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    }
  })
  t.teardown(() =>
    look(async (db) => {
      await sql`drop owned by ${sql.id(role)}`.execute(db)
      await sql`drop role ${sql.id(role)}`.execute(db)
    }),
  )
  const url = new URL(env.DATABASE_URL ?? '')
  url.username = role
  const found = await findings({ ...env, DATABASE_URL: url.href, DATABASE_STATEMENT_TIMEOUT_MS: '1000' })
  t.match(found.get('hashed secrets'), { level: 'warning', action: /DATABASE_STATEMENT_TIMEOUT_MS/ })
  for (const check of ['master key', 'privileges', 'demo']) t.not(found.get(check)?.level, 'problem', check)
  t.notOk(found.has('hashed tokens'), 'a sample is counted instead')
})

testOn('postgresql', 'a database that is away, empty, or under another master key', async (t) => {
  const masterKey = randomBytes(32).toString('hex')
  const away = await findings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', MASTER_KEY: masterKey })
  t.match(away.get('database'), { level: 'problem', message: /nothing listens/ })

  const empty = await createDatabase(t, postgresqlUrl ?? '')
  const lacking = await findings({ DATABASE_URL: empty, MASTER_KEY: masterKey })
  t.match(lacking.get('migrations'), { level: 'problem', action: 'run: tokenwright migrate up' })

  const bare = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const nobody = await findings({ DATABASE_URL: bare, MASTER_KEY: masterKey })
  t.match(nobody.get('operators'), { level: 'warning', action: /OPERATOR_KEY/ })
  t.match(nobody.get('master key'), { level: 'ok' })
})
