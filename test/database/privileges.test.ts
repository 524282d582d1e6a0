import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { createBrokerTokenClient } from '../../clients/broker-token/src/index.js'
import { createSecurityManagementClient } from '../../clients/security-management/src/index.js'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { CleanupJob } from '../../src/cleanup-job.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { checkPrivileges, grantTo } from '../../src/database/privileges.js'
import { Metrics } from '../../src/observability/metrics.js'
import { createServices } from '../../src/services.js'
import { runCli } from '../support/cli.js'
import { createDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { startOperatorServer } from '../support/operator.js'
import { testMasterKey } from '../support/server.js'

testOn('postgresql', 'a role that is granted just what is needed', async (t) => {
  const ownerUrl = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const role = `app_${randomBytes(6).toString('hex')}`
  const owner = openPostgresql({ url: ownerUrl, onIdleError: () => {} })
  t.teardown(async () => {
    await sql`drop owned by ${sql.id(role)}`.execute(owner.db)
    await sql`drop role ${sql.id(role)}`.execute(owner.db)
    await owner.close()
  })
  await t.rejects(grantTo(owner.db, role), /has no role/)
  await sql`create role ${sql.id(role)} login`.execute(owner.db)
  const database = sql.id(new URL(ownerUrl).pathname.slice(1))
  await sql`revoke connect on database ${database} from public`.execute(owner.db)
  const appUrl = new URL(ownerUrl)
  appUrl.username = role
  appUrl.password = ''

  await t.test('tokenwright migrate up --grant-to grants it, as often as it is called', async (t) => {
    for (let time = 1; time <= 2; time++) {
      const { code, stdout, stderr } = await runCli(['migrate', 'up', '--grant-to', role], {
        env: { DATABASE_URL: ownerUrl },
      })
      t.equal(code, 0, stderr)
      t.match(stdout, new RegExp(`granted ${role}`))
    }
    const unknown = await runCli(['migrate', 'up', '--grant-to', 'nobody_of_this_name'], {
      env: { DATABASE_URL: ownerUrl },
    })
    t.equal(unknown.code, 4)
    t.match(unknown.stderr, /create role/)
  })

  const masterKey = testMasterKey()
  const masterKeys = { current: masterKey, previous: undefined }
  await createServices(owner.db, masterKeys, { metrics: new Metrics(), onDropped: () => {} }).demo.restore()
  const app = openPostgresql({ url: appUrl.href, onIdleError: () => {} })
  t.teardown(() => app.close())
  const server = await startOperatorServer(t, { db: app.db, masterKey, keepsRows: true })

  await t.test('the server does everything with it', async (t) => {
    const { asAdmin, baseUrl, services } = server
    const user = await asAdmin('createBrokerUser', { body: { name: 'x', accounts: [{ name: 'y' }] } })
    await asAdmin('rotateBrokerSecret', { params: { id: user.body.id }, body: { overlapSeconds: 0 } })
    await createBrokerTokenClient({ baseUrl }).createSecurityToken({ body: { hash: user.body.hash, secret: 'wrong' } })
    t.equal((await asAdmin('deleteBrokerUser', { params: { id: user.body.id } })).status, 204)
    const key = await asAdmin('createAccessKey', {
      body: {
        name: 'x',
        account: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
        company: '29263739-2cf8-483d-af15-6151dc8448b4',
      },
    })
    for (const operationId of ['activateAccessKey', 'rotateAccessKeySecret', 'revokeAccessKey']) {
      t.equal((await asAdmin(operationId, { params: { id: key.body.id } })).status, 200, operationId)
    }
    const client = createSecurityManagementClient({ baseUrl })
    const signedIn = await client.createTokenPair({
      body: { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' },
    })
    if (signedIn.status !== 200) return t.fail(`signed in: ${signedIn.status}`)
    const [pair] = signedIn.body.content
    const { token = '', refreshToken = '' } = pair ?? {}
    t.equal((await client.refreshTokenPair({ body: { token, refreshToken } })).status, 200)
    for (const [operationId, status] of [
      ['endSecurityUserSessions', 200],
      ['unlockSecurityUser', 200],
      ['deleteSecurityUser', 204],
    ] as const) {
      t.equal((await asAdmin(operationId, { params: { uid: '155' } })).status, status, operationId)
    }
    const imported = { type: 'security-user', username: 'numbered@example.org', password: 'S0qUx56pW!', uid: 4711 }
    t.match((await asAdmin('importCredentials', { body: { rows: [imported] } })).body, { created: 1 })
    const gatewayToken = await asAdmin('createGatewayToken', { body: { accountId: 'x', description: '' } })
    t.equal((await asAdmin('revokeLeakedGatewayToken', { body: { token: gatewayToken.body.token } })).status, 200)
    t.equal((await asAdmin('rotateSigningKey', { params: { api: 'broker-token' } })).status, 200)
    await services.flush()
    // The job makes it again.
    const { rows } = await sql<{ name: string }>`
      select max(relname) as name from pg_class where relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$'`.execute(owner.db)
    const lastMonth = rows[0]?.name ?? ''
    await sql`drop table ${sql.table(lastMonth)}`.execute(owner.db)
    const expiringRows = services.expiringRows(30)
    const log = pino({ level: 'silent' })
    const metrics = new Metrics()
    await new CleanupJob({ ...services, clock: () => new Date(), expiringRows, log, metrics: metrics.cleanup }).run()
    const errors = (await metrics.page()).match(/^tokenwright_cleanup_errors_total.*$/gm) ?? []
    t.equal(errors.length, expiringRows.length)
    for (const line of errors) t.match(line, / 0$/)
    await sql`select from ${sql.table(lastMonth)}`.execute(owner.db)
  })

  await t.test('but it changes neither the audit nor the schema', async (t) => {
    for (const statement of [
      sql`update audit_events set detail = 'x'`,
      sql`delete from audit_events`,
      sql`truncate audit_events`,
      sql`drop table audit_events`,
      sql`alter table audit_events disable trigger all`,
      sql`create table mine (value integer)`,
      sql`update kysely_migration set name = 'x'`,
    ]) {
      const error = await statement.execute(app.db).catch((error: unknown) => error)
      t.ok(error instanceof pg.DatabaseError && error.code === '42501', String(error))
    }
    const { missing, excessive } = await checkPrivileges(app.db)
    t.strictSame({ missing, excessive }, { missing: [], excessive: [] })
    t.ok((await checkPrivileges(owner.db)).excessive.length > 0)
  })
})
