import { sql } from 'kysely'
import { test } from 'tap'
import { StatementNames } from '../../src/database/statement-names.js'
import { openTestDatabase, testOn } from '../support/database.js'

test('a statement that comes often gets a name of its own, and keeps it', async (t) => {
  const names = new StatementNames()
  const sevenOf = (text: string): (string | undefined)[] => Array.from({ length: 7 }, () => names.nameOf(text))
  const [one, other] = [sevenOf('select 1'), sevenOf('select 2')]
  t.equal(one[0], undefined, 'the first time it is not prepared')
  t.type(one.at(-1), 'string')
  t.equal(one.at(-1), one.at(-2))
  t.not(one.at(-1), other.at(-1))
})

test('the number of prepared statements is bounded, however many different ones come', async (t) => {
  const names = new StatementNames()
  const named = new Set<string>()
  for (let index = 0; index < 5_000; index++) {
    const text = `select ${index}`
    for (let use = 0; use < 6; use++) {
      const name = names.nameOf(text)
      if (name !== undefined) named.add(name)
    }
  }
  t.ok(named.size > 0 && named.size <= 200, `${named.size} are prepared`)
})

testOn('postgresql', 'a prepared statement goes on after its table was changed', async (t) => {
  const { db } = await openTestDatabase(t)
  const count = () => sql<{ count: number }>`select count(*)::integer as count from operators`.execute(db)
  for (let use = 0; use < 8; use++) await count()
  const { rows: prepared } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  t.match(
    prepared.map(({ statement }) => statement),
    [/from operators/],
  )
  await sql`alter table operators add column remark text`.execute(db)
  t.strictSame((await count()).rows, [{ count: 0 }])
})

testOn('postgresql', 'a statement that recurs goes on after a migration has added a column to its table', async (t) => {
  const { db } = await openTestDatabase(t)
  const statements = [
    () => db.selectFrom('operators').selectAll().execute(),
    () => db.selectFrom('operators').selectAll('operators').execute(),
    () => db.deleteFrom('operators').returningAll().execute(),
    () => db.selectFrom('operators').select(['id', 'name']).execute(),
  ]
  for (let use = 0; use < 8; use++) for (const statement of statements) await statement()
  await sql`alter table operators add column remark text`.execute(db)
  for (const statement of statements) t.strictSame(await statement(), [])
})
