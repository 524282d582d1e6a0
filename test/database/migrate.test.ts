import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { type Test, test } from 'tap'
import type { Connection } from '../../src/database/connection.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { BlockedMigration, NewerDatabase } from '../../src/database/errors.js'
import { migrateUp, migrationStates } from '../../src/database/migrate.js'
import { migrations } from '../../src/database/migrations/index.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { createDatabase, openTestDatabase, postgresqlUrl, testOn } from '../support/database.js'

async function openEmpty(t: Test): Promise<Connection> {
  const connection =
    postgresqlUrl === undefined
      ? await openEmbedded({ directory: undefined })
      : openPostgresql({ url: await createDatabase(t, postgresqlUrl), onIdleError: () => {} })
  t.teardown(() => connection.close())
  return connection
}

test('an empty database gets every migration once', async (t) => {
  const { db } = await openEmpty(t)
  t.ok((await migrationStates(db)).every(({ appliedAt }) => appliedAt === undefined))
  t.strictSame(await migrateUp(db), Object.keys(migrations))
  t.strictSame(await migrateUp(db), [])
  t.ok((await migrationStates(db)).every(({ appliedAt }) => appliedAt instanceof Date))
})

test('a database that is newer than the code is refused, naming what is unknown', async (t) => {
  const { db } = await openTestDatabase(t)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2099-01-01T00:00:00Z')`.execute(
    db,
  )
  await t.rejects(migrateUp(db), NewerDatabase)
  await t.rejects(migrationStates(db), { message: /9999-of-the-future/ })
})

testOn('postgresql', 'several instances that start at once apply each migration once', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '')
  const connections = Array.from({ length: 5 }, () => openPostgresql({ url, onIdleError: () => {}, lockTimeoutMs: 0 }))
  t.teardown(() => Promise.all(connections.map(({ close }) => close())))
  const applied = await Promise.all(connections.map(({ db }) => migrateUp(db)))
  t.strictSame(applied.flat(), Object.keys(migrations))
})

/** A transaction that has read a table. */
async function openReader(t: Test, url: string, table: string, isolation = 'read committed'): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  t.teardown(() => client.end())
  await client.query(`begin isolation level ${isolation}`)
  await client.query(`select from ${table}`)
  return client
}

testOn('postgresql', 'a migration that is blocked for too long gives up, and the next run goes on', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '')
  const { db, close } = openPostgresql({ url, onIdleError: () => {} })
  t.teardown(close)
  const [initial = '', ...later] = Object.keys(migrations)
  await migrateUp(db, { to: initial })
  const reader = await openReader(t, url, 'access_keys')
  await t.rejects(migrateUp(db, { maxWaitMs: 500 }), BlockedMigration)
  t.strictSame(
    (await migrationStates(db)).filter(({ appliedAt }) => appliedAt).map(({ name }) => name),
    [initial],
  )
  await reader.query('rollback')
  t.strictSame(await migrateUp(db), later)
})

testOn('postgresql', 'an index that was left unfinished is made anew by the next run', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '')
  const { db, close } = openPostgresql({ url, onIdleError: () => {} })
  t.teardown(close)
  await migrateUp(db, { to: '0003-usage' })
  const unfinished = async () =>
    (
      await sql<{ name: string }>`select indexrelid::regclass::text as name from pg_index where not indisvalid`.execute(
        db,
      )
    ).rows
  const reader = await openReader(t, url, 'operators', 'repeatable read')
  const failing = t.rejects(migrateUp(db), 'its connection is lost')
  const terminate = async () =>
    (
      await sql<{ done: boolean }>`
        select pg_terminate_backend(pid) as done from pg_stat_activity
        where datname = current_database() and query like '%create index concurrently%' and wait_event = 'virtualxid'`.execute(
        db,
      )
    ).rows.length > 0
  while (!(await terminate())) await delay(20)
  await failing
  t.strictSame(await unfinished(), [{ name: 'refresh_tokens_open_by_expiry' }])
  await reader.query('rollback')
  await migrateUp(db)
  t.strictSame(await unfinished(), [])
})
