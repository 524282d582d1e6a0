import { sql } from 'kysely'
import { type Test, test } from 'tap'
import type { Connection } from '../../src/database/connection.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { NewerDatabase } from '../../src/database/errors.js'
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
