import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { CleanupJob, type ExpiringRows } from '../../src/cleanup-job.js'
import { tryLock } from '../../src/database/advisory-lock.js'
import type { Database } from '../../src/database/schema.js'
import { inTransaction } from '../../src/database/transaction.js'
import { AuditRepository } from '../../src/domain/audit/repository.js'
import { FailureCountRepository } from '../../src/domain/failure-budgets/repository.js'
import { RefreshFamilyRepository } from '../../src/domain/security-users/refresh-family-repository.js'
import { Metrics } from '../../src/observability/metrics.js'
import { createServices } from '../../src/services.js'
import { openTestDatabase, testOn } from '../support/database.js'
import { testMasterKey } from '../support/server.js'

const now = new Date('2026-01-15T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const hour = 3_600
const masterKey = 1
const day = 24 * hour

/** A job, and how many rows of which table it has logged. */
function jobOver(t: Test, db: Kysely<Database>, clock = () => new Date(now)) {
  const deleted: Record<string, number> = {}
  const keys = { current: testMasterKey(), previous: undefined }
  const services = createServices(db, keys, { metrics: new Metrics(), onDropped: () => {} })
  const log = {
    debug({ table, rows, durationMs }: { table: string; rows: number; durationMs: number }, message: string) {
      t.equal(message, 'expired rows deleted')
      t.ok(durationMs >= 0)
      deleted[table] = rows
    },
    warn: ({ err }: { err: unknown }) => t.error(err),
  }
  const expiringRows = services.expiringRows(400)
  const job = new CleanupJob({ db, expiringRows, clock, batchSize: 2, log, metrics: new Metrics().cleanup })
  return { job, deleted }
}

async function insertUser(db: Kysely<Database>): Promise<number> {
  const username = randomUUID()
  const { uid } = await db
    .insertInto('security_users')
    .values({
      username,
      username_key: username,
      customer_id: randomUUID(),
      password_hash: 'none',
      created_at: ago(day),
    })
    .returning('uid')
    .executeTakeFirstOrThrow()
  return uid
}

interface Session {
  readonly expiresAt?: Date
  readonly endedAt?: Date
  /** When each of its tokens expires, the newest one last: it was not used yet. */
  readonly tokens: readonly Date[]
}

async function insertSession(db: Kysely<Database>, uid: number, { expiresAt, endedAt, tokens }: Session) {
  const id = randomUUID()
  await db
    .insertInto('refresh_families')
    .values({
      id,
      uid,
      started_at: ago(2 * day),
      expires_at: expiresAt ?? ago(-30 * day),
      ended_at: endedAt ?? null,
    })
    .execute()
  for (const [index, expires_at] of tokens.entries()) {
    await db
      .insertInto('refresh_tokens')
      .values({
        digest: randomBytes(32),
        master_key: masterKey,
        family_id: id,
        issued_at: ago(day),
        expires_at,
        used_at: index < tokens.length - 1 ? ago(day) : null,
      })
      .execute()
  }
  return id
}

test('sessions go when nothing of them can be used, an hour later, and never before', async (t) => {
  const { db } = await openTestDatabase(t)
  const uid = await insertUser(db)
  const stays = [
    await insertSession(db, uid, { tokens: [ago(2 * day), ago(-1)] }),
    await insertSession(db, uid, { tokens: [ago(hour)] }),
    await insertSession(db, uid, { tokens: [ago(-hour)], endedAt: ago(hour) }),
    await insertSession(db, uid, { tokens: [ago(2 * day), ago(hour)], expiresAt: ago(hour) }),
  ]
  for (let count = 0; count < 5; count++) {
    await insertSession(db, uid, { tokens: [ago(2 * day), ago(hour + 1)] })
    await insertSession(db, uid, { tokens: [ago(-hour)], endedAt: ago(hour + 1) })
    await insertSession(db, uid, { tokens: [ago(hour + 2), ago(hour + 1)], expiresAt: ago(hour + 1) })
  }
  const { job, deleted } = jobOver(t, db)
  await job.run()
  t.strictSame(deleted, { refresh_families: 15 })
  const left = await db.selectFrom('refresh_families').select('id').execute()
  t.strictSame(left.map(({ id }) => id).sort(), stays.sort())
  const { count } = await db
    .selectFrom('refresh_tokens')
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  t.equal(Number(count), 6, 'an expired token of a session that goes on stays: it tells a theft')
})

test('throttles, secrets, signing keys and counts of sign-ins go at their time', async (t) => {
  const { db } = await openTestDatabase(t)
  const throttle = (at: Date, succeededAt: Date | null = null) => ({
    subject: randomBytes(32),
    address: '10.0.0.1',
    failures: 5,
    counted_since: at,
    last_attempt_at: at,
    blocked_until: null,
    succeeded_at: succeededAt,
  })
  await db
    .insertInto('sign_in_throttles')
    .values([
      throttle(ago(day)),
      throttle(ago(day + 1)),
      throttle(ago(day + 1), ago(31 * day - 1)),
      throttle(ago(31 * day), ago(31 * day)),
    ])
    .execute()
  const userId = randomUUID()
  await db
    .insertInto('broker_users')
    .values({
      id: userId,
      name: 'x',
      hash_digest: randomBytes(32),
      hash_hint: '',
      master_key: masterKey,
      created_at: ago(day),
    })
    .execute()
  const secret = (expires_at: Date | null) => ({
    digest: randomBytes(32),
    master_key: masterKey,
    hint: '',
    created_at: ago(day),
    expires_at,
  })
  await db
    .insertInto('broker_secrets')
    .values([null, ago(hour), ago(hour + 1)].map((until) => ({ user_id: userId, ...secret(until) })))
    .execute()
  const keyId = randomUUID()
  await db
    .insertInto('access_keys')
    .values({
      id: keyId,
      access_key: randomUUID(),
      name: 'x',
      user_id: randomUUID(),
      account: randomUUID(),
      company: randomUUID(),
      roles: [],
      state: 'active',
      expires_at: null,
      created_at: ago(day),
    })
    .execute()
  await db
    .insertInto('access_key_secrets')
    .values([null, ago(hour), ago(hour + 1)].map((until) => ({ access_key_id: keyId, ...secret(until) })))
    .execute()
  const signingKey = (expires_at: Date | null) => ({
    id: randomUUID(),
    api: 'broker-token',
    algorithm: 'HS256',
    imported: false,
    wrapped: randomBytes(60),
    master_key: masterKey,
    created_at: ago(3 * day),
    signs_from: ago(3 * day),
    expires_at,
  })
  await db
    .insertInto('signing_keys')
    .values([null, ago(day), ago(day + 1)].map(signingKey))
    .execute()

  await db
    .insertInto('sign_in_days')
    .values([400, 401, 402].map((days) => ({ kind: 'access-key', subject: 'x', day: ago(days * day), sign_ins: 1 })))
    .execute()
  await db
    .insertInto('sign_in_hours')
    .values([0, 1, 2].map((hours) => ({ api: 'x', hour: ago(14 * day + hours * hour), succeeded: 1, refused: 1 })))
    .execute()

  const { job, deleted } = jobOver(t, db)
  await job.run()
  t.strictSame(deleted, {
    sign_in_days: 2,
    sign_in_hours: 2,
    sign_in_throttles: 2,
    broker_secrets: 1,
    access_key_secrets: 1,
    signing_keys: 1,
  })
})

test('audit events are only ever added, and go after their retention', async (t) => {
  const { db } = await openTestDatabase(t)
  const audit = new AuditRepository()
  const real = Date.now()
  const daysAgo = (days: number) => new Date(real - days * day * 1000)
  for (const days of [0, 29, 31, 399, 401, 402, 403]) {
    await audit.append(db, {
      actor: { kind: 'frontend' },
      action: 'gateway-token.revoke',
      subject: String(days),
      detail: undefined,
      source: undefined,
      requestId: undefined,
      result: 'succeeded',
      at: daysAgo(days),
    })
  }
  const subjects = async () => (await audit.list(db, {}, { limit: 50 })).items.map(({ subject }) => subject).reverse()

  await t.rejects(db.updateTable('audit_events').set({ result: 'refused' }).execute(), /only ever added/)
  await t.rejects(db.deleteFrom('audit_events').where('subject', '=', '29').execute(), /only ever added/)
  await t.rejects(sql`truncate audit_events`.execute(db), /only ever added/)
  t.strictSame(await subjects(), ['0', '29', '31', '399', '401', '402', '403'])

  const { job, deleted } = jobOver(t, db, () => new Date(real))
  await job.run()
  t.strictSame(deleted, { audit_events: 3 })
  t.strictSame(await subjects(), ['0', '29', '31', '399'])
  t.equal(
    (await audit.deleteExpired(db, { before: daysAgo(-1), limit: 100, from: {} })).rows,
    2,
    'whatever is asked for',
  )
  t.strictSame(await subjects(), ['0', '29'], 'the last 30 days stay')
})

testOn('postgresql', 'one instance at a time deletes expired rows', async (t) => {
  const { db } = await openTestDatabase(t)
  const uid = await insertUser(db)
  await insertSession(db, uid, { tokens: [ago(2 * hour)] })
  const { job, deleted } = jobOver(t, db)
  await inTransaction(db, async (trx) => {
    t.ok(await tryLock(trx, 'cleanup'))
    await job.run()
  })
  t.strictSame(deleted, {}, 'somebody else was at it')
  await job.run()
  t.strictSame(deleted, { refresh_families: 1 })
})

test('a cleanup job that is stopped stops', async (t) => {
  const { db } = await openTestDatabase(t)
  const uid = await insertUser(db)
  await insertSession(db, uid, { tokens: [ago(2 * hour)] })
  const { job, deleted } = jobOver(t, db)
  job.start()
  await job.stop()
  await job.run()
  t.strictSame(deleted, {})
})

test('a table that fails is logged and counted, and the others have their turn', async (t) => {
  const { db } = await openTestDatabase(t)
  const visited: string[] = []
  const rows = (table: ExpiringRows['table'], work: () => Promise<number>): ExpiringRows => ({
    table,
    retentionSeconds: 0,
    deleteExpired: async () => {
      visited.push(table)
      return { rows: await work(), next: {} }
    },
  })
  const warnings: object[] = []
  const metrics = new Metrics()
  const job = new CleanupJob({
    db,
    clock: () => now,
    log: { debug: () => {}, warn: (fields, message) => warnings.push({ ...fields, message }) },
    metrics: metrics.cleanup,
    expiringRows: [
      rows('refresh_families', () => Promise.reject(new Error('canceling statement due to statement timeout'))),
      rows('audit_events', async () => 3),
    ],
  })
  await job.run()
  t.strictSame(visited, ['refresh_families', 'audit_events'])
  t.match(warnings, [
    {
      table: 'refresh_families',
      durationMs: Number,
      err: { message: /statement timeout/ },
      message: 'expired rows not deleted; the next run tries again',
    },
  ])
  const page = await metrics.page()
  for (const line of [
    'tokenwright_cleanup_errors_total{table="refresh_families"} 1',
    'tokenwright_cleanup_errors_total{table="audit_events"} 0',
    'tokenwright_cleanup_rows_total{table="audit_events"} 3',
  ])
    t.ok(page.includes(line), line)
  t.match(page, /tokenwright_cleanup_last_success_timestamp_seconds\{table="audit_events"\} 1\d+/)
  t.notMatch(page, /cleanup_last_success_timestamp_seconds\{table="refresh_families"\}/)
})

test('after a batch that failed the next run begins with a smaller one', async (t) => {
  const { db } = await openTestDatabase(t)
  const limits: number[] = []
  const deleteExpired: ExpiringRows['deleteExpired'] = async (_db, { limit }) => {
    limits.push(limit)
    throw new Error('canceling statement due to statement timeout')
  }
  const job = new CleanupJob({
    db,
    clock: () => now,
    log: { debug: () => {}, warn: () => {} },
    metrics: new Metrics().cleanup,
    batchSize: 800,
    expiringRows: [{ table: 'failure_counts', retentionSeconds: 0, deleteExpired }],
  })
  for (let run = 0; run < 5; run++) await job.run()
  t.strictSame(limits, [800, 400, 200, 100, 100], 'much smaller ones would take as long')
})

testOn('postgresql', 'what expires is found by an index, however much stays', async (t) => {
  const { db } = await openTestDatabase(t)
  const uid = await insertUser(db)
  // Sessions that go on, each with a used token that has expired, and as many known addresses: statistics that suggest reading all of them.
  await sql`
    insert into refresh_families (id, uid, started_at, expires_at)
    select gen_random_uuid(), ${uid}, ${ago(day)}::timestamptz, ${ago(-30 * day)}::timestamptz from generate_series(1, 20000)`.execute(
    db,
  )
  await sql`
    insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at, used_at)
    select sha256((id::text || number)::bytea), ${masterKey}, id, ${ago(2 * day)}::timestamptz,
      case number when 1 then ${ago(day)}::timestamptz else ${ago(-day)}::timestamptz end,
      case number when 1 then ${ago(day)}::timestamptz end
    from refresh_families, generate_series(1, 2) as number`.execute(db)
  await sql`
    insert into sign_in_throttles (subject, address, failures, counted_since, last_attempt_at, succeeded_at)
    select sha256(number::text::bytea), '10.0.0.1', 0, ${ago(2 * day)}::timestamptz, ${ago(2 * day)}::timestamptz, ${ago(2 * day)}::timestamptz
    from generate_series(1, 20000) as number`.execute(db)
  await sql`analyze refresh_families, refresh_tokens, sign_in_throttles`.execute(db)
  const readRows = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(db)
    const { rows } = await sql<{ read: string }>`
      select sum(seq_tup_read) as read from pg_stat_user_tables
      where relname in ('refresh_families', 'refresh_tokens', 'sign_in_throttles')`.execute(db)
    return Number(rows[0]?.read)
  }
  const before = await readRows()
  const { job, deleted } = jobOver(t, db)
  await job.run()
  t.strictSame(deleted, {})
  t.equal((await readRows()) - before, 0, 'no table was read as a whole')
})

test('a batch begins where the one before has ended, and a run with the oldest rows', async (t) => {
  const { db } = await openTestDatabase(t)
  const begun: object[] = []
  const job = new CleanupJob({
    db,
    clock: () => now,
    log: { debug: () => {}, warn: ({ err }: { err?: unknown }) => t.error(err) },
    metrics: new Metrics().cleanup,
    batchSize: 2,
    expiringRows: [
      {
        table: 'failure_counts',
        retentionSeconds: 0,
        deleteExpired: async (_db, { from, limit }) => {
          begun.push(from)
          return { rows: begun.length % 3 === 0 ? 0 : limit, next: { at: ago(-begun.length) } }
        },
      },
    ],
  })
  await job.run()
  await job.run()
  t.strictSame(begun, [{}, { at: ago(-1) }, { at: ago(-2) }, {}, { at: ago(-4) }, { at: ago(-5) }])

  // Sessions that ended, and others that expired, five each; failures of five windows.
  const uid = await insertUser(db)
  for (const days of [5, 4, 3, 2, 1]) {
    await insertSession(db, uid, { tokens: [ago(-hour)], endedAt: ago(days * day) })
    await insertSession(db, uid, { tokens: [ago(days * day + hour)] })
    await sql`
      insert into failure_counts (budget, address, window_start, failures)
      values ('x', '10.0.0.1', ${ago(days * day)}::timestamptz, 1)`.execute(db)
  }
  const batch = { before: now, limit: 2 }
  const families = new RefreshFamilyRepository(masterKey)
  const first = await families.deleteExpired(db, { ...batch, from: {} })
  t.strictSame(first, { rows: 4, next: { ended_at: ago(4 * day), expires_at: ago(4 * day + hour) } })
  const second = await families.deleteExpired(db, { ...batch, from: { ended_at: ago(2 * day), expires_at: ago(day) } })
  t.strictSame(
    second,
    { rows: 2, next: { ended_at: ago(day), expires_at: ago(day) } },
    'what is older is not looked at',
  )
  const counts = new FailureCountRepository()
  const firstCounts = await counts.deleteExpired(db, { ...batch, from: {} })
  t.strictSame(firstCounts, { rows: 2, next: { window_start: ago(4 * day) } })
  const lastCounts = await counts.deleteExpired(db, { ...batch, from: { window_start: ago(day) } })
  t.strictSame(lastCounts, { rows: 1, next: { window_start: ago(day) } })
})
