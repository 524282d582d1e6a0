import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { type Test, test } from 'tap'
import { addPastAuditMonths } from '../../scripts/test/past-audit-months.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { AuditNotSent, AuditRepository } from '../../src/domain/audit/repository.js'
import { AuditSinkRepository } from '../../src/domain/audit/sink-repository.js'
import { createDatabase, openTestDatabase, postgresqlUrl, testOn } from '../support/database.js'

const audit = new AuditRepository()
const now = new Date()

/** The beginning of a month, some months from this one. */
function monthFromNow(months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months))
}

/** As in the names of partitions. */
function nameOf(month: Date): string {
  return `audit_events_${month.toISOString().slice(0, 7).replace('-', '_')}`
}

async function append(db: Kysely<Database>, subject: string, at: Date): Promise<void> {
  await audit.append(db, {
    actor: { kind: 'frontend' },
    action: 'gateway-token.revoke',
    subject,
    detail: undefined,
    source: undefined,
    requestId: undefined,
    result: 'succeeded',
    at,
  })
}

/** One batch of the cleanup job. @returns how many events it deleted */
async function expire(db: Kysely<Database>, before: Date): Promise<number> {
  return (await audit.deleteExpired(db, { before, limit: 100, from: {} })).rows
}

async function subjects(db: Kysely<Database>): Promise<(string | undefined)[]> {
  return (await audit.list(db, {}, { limit: 100 })).items.map(({ subject }) => subject).reverse()
}

async function partitionOf(db: Kysely<Database>, subject: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select tableoid::regclass::text as name from audit_events where subject = ${subject}`.execute(db)
  return rows[0]?.name
}

async function months(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'audit_events'::regclass and relname ~ '[0-9]$' order by relname`.execute(db)
  return rows.map(({ name }) => name)
}

/** A database whose audit has months since half a year ago. */
async function openWithPast(t: Test): Promise<Kysely<Database>> {
  const { db } = await openTestDatabase(t)
  await addPastAuditMonths((statement) => sql.raw(statement).execute(db), monthFromNow(-6).toISOString().slice(0, 7))
  return db
}

test('a month of the audit is dropped once all of it is older than the retention, and stays whole until then', async (t) => {
  const db = await openWithPast(t)
  const middleOf = (month: number) => new Date(monthFromNow(month).getTime() + 14 * 86_400_000)
  await append(db, 'early', middleOf(-8))
  for (const month of [-6, -5, -4, 0]) await append(db, String(month), middleOf(month))
  await append(db, 'later', middleOf(50))
  t.equal(await partitionOf(db, '-5'), nameOf(monthFromNow(-5)))
  t.equal(await partitionOf(db, 'early'), 'audit_events_early')
  t.equal(await partitionOf(db, 'later'), 'audit_events_default', 'an event of a month that nobody has made is taken')

  // In the middle of the month, after the event of it.
  const retention = new Date(middleOf(-4).getTime() + 86_400_000)
  await sql`analyze audit_events`.execute(db)
  t.equal(await expire(db, retention), 2, 'what the months do not have goes row by row')
  t.strictSame(await subjects(db), ['-5', '-4', '0', 'later'], 'and one month')
  t.equal(await expire(db, retention), 1)
  t.equal(await expire(db, retention), 0)
  t.strictSame(await subjects(db), ['-4', '0', 'later'])
  t.equal((await months(db))[0], nameOf(monthFromNow(-4)))

  for (let count = 0; count < 8; count++) await expire(db, monthFromNow(60))
  t.ok((await subjects(db)).includes('0'), 'the last 30 days stay, whatever is asked for')
  t.ok((await months(db)).includes(nameOf(monthFromNow(0))))
})

test('partitions of the audit are made in advance, and are as protected as the whole', async (t) => {
  const db = await openWithPast(t)
  await sql`drop table ${sql.table(nameOf(monthFromNow(3)))}, ${sql.table(nameOf(monthFromNow(2)))}`.execute(db)
  const earlier = await months(db)
  await append(db, 'one', monthFromNow(2))
  await append(db, 'other', monthFromNow(-2))
  await expire(db, monthFromNow(-12))
  t.strictSame((await months(db)).slice(earlier.length), [nameOf(monthFromNow(3))])
  t.equal(await partitionOf(db, 'one'), 'audit_events_default', 'a month whose events are there already stays there')

  for (const table of ['audit_events', nameOf(monthFromNow(-2)), 'audit_events_default', 'audit_events_early']) {
    await t.rejects(sql`truncate ${sql.table(table)}`.execute(db), /only ever added/, table)
  }
  for (const table of [nameOf(monthFromNow(-2)), 'audit_events_default']) {
    await t.rejects(sql`update ${sql.table(table)} set subject = 'x'`.execute(db), /only ever added/, table)
  }
  await t.rejects(sql`delete from audit_events_default`.execute(db), /only ever added/)
})

test('a month is not dropped while the sink has not had an event of it', async (t) => {
  const db = await openWithPast(t)
  const sinks = new AuditSinkRepository()
  await sinks.create(db, 'webhook')
  await append(db, 'one', monthFromNow(-5))
  const expireSent = () => audit.deleteExpired(db, { before: monthFromNow(-3), limit: 100, from: {} }, 'webhook')
  for (let count = 0; count < 3; count++) await t.rejects(expireSent(), AuditNotSent)
  t.strictSame(await subjects(db), ['one'])
  const { last } = await sinks.backlog(db, 'webhook')
  await sinks.hold(db, 'webhook', '00000000-0000-4000-8000-000000000000', 1_000)
  const holder = '00000000-0000-4000-8000-000000000000'
  t.ok(await sinks.advance(db, 'webhook', { holder, from: 0n, to: last }))
  for (let count = 0; count < 3; count++) await expireSent()
  t.strictSame(await subjects(db), [])
})

testOn('postgresql', 'a month that somebody reads is dropped later, and nobody waits for a second', async (t) => {
  const db = await openWithPast(t)
  await append(db, 'old', monthFromNow(-5))
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(postgresqlUrl ?? '')
  url.pathname = rows[0]?.name ?? ''
  const reader = new pg.Client(url.href)
  await reader.connect()
  t.teardown(() => reader.end())
  await reader.query('begin')
  await reader.query('select from audit_events limit 1')

  const expiring = expire(db, monthFromNow(-4))
  const startedAtMs = performance.now()
  const appending = append(db, 'new', now)
  await t.rejects(expiring, { name: 'Unavailable' })
  await appending
  t.ok(performance.now() - startedAtMs < 1_000)
  await reader.query('commit')
  await expire(db, monthFromNow(-4))
  await expire(db, monthFromNow(-4))
  t.strictSame(await subjects(db), ['new'])
})

testOn('postgresql', 'an audit of before is divided in place: rows, numbers and rights stay', async (t) => {
  const { db, close } = openPostgresql({ url: await createDatabase(t, postgresqlUrl ?? ''), onIdleError: () => {} })
  const role = `app_${randomUUID().replaceAll('-', '')}`
  t.teardown(async () => {
    await sql`drop owned by ${sql.id(role)}`.execute(db)
    await sql`drop role ${sql.id(role)}`.execute(db)
    await close()
  })
  await migrateUp(db, { to: '0009-audit-sinks' })
  await sql`create role ${sql.id(role)}`.execute(db)
  await sql`grant select, insert on audit_events to ${sql.id(role)}`.execute(db)
  await append(db, 'first', monthFromNow(-20))
  await append(db, 'second', now)
  await migrateUp(db)
  await db.transaction().execute(async (trx) => {
    await sql`set local role ${sql.id(role)}`.execute(trx)
    await append(trx, 'third', now)
    t.strictSame(await subjects(trx), ['first', 'second', 'third'])
  })
  const numbers = await db.selectFrom('audit_events').select('seq').orderBy('seq').execute()
  t.strictSame(numbers, [{ seq: '1' }, { seq: '2' }, { seq: '3' }])
  t.equal(await partitionOf(db, 'third'), 'audit_events_early')
  t.equal((await months(db)).at(-1), nameOf(monthFromNow(3)))
})
