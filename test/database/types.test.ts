import { type RawBuilder, sql } from 'kysely'
import { test } from 'tap'
import { openTestDatabase } from '../support/database.js'

/** What every column type of the schema is in JavaScript, on both databases: the repositories rely on it. */
test('every column type has the same JavaScript type on both databases', async (t) => {
  const { db } = await openTestDatabase(t)
  const value = async (expression: RawBuilder<unknown>): Promise<unknown> =>
    (await sql<{ value: unknown }>`select ${expression} as value`.execute(db)).rows[0]?.value

  t.strictSame(await value(sql`9007199254740993::bigint`), '9007199254740993')
  t.strictSame(await value(sql`5::integer`), 5)
  t.strictSame(await value(sql`true`), true)
  t.strictSame(await value(sql`'ä😀'::text`), 'ä😀')
  t.strictSame(await value(sql`null::text`), null)
  t.strictSame(await value(sql`'550E8400-e29b-41d4-a716-446655440000'::uuid`), '550e8400-e29b-41d4-a716-446655440000')
  t.strictSame(await value(sql`'2026-01-02T03:04:05.678Z'::timestamptz`), new Date('2026-01-02T03:04:05.678Z'))
  t.strictSame(await value(sql`'\\x00ff'::bytea`), Buffer.from([0, 255]))
  t.strictSame(await value(sql`array['a', 'b']::text[]`), ['a', 'b'])
  t.strictSame(await value(sql`(select count(*) from (values (1), (2)) as list)`), '2')
})

test('parameters arrive as what they are', async (t) => {
  const { db } = await openTestDatabase(t)
  const bytes = [Buffer.from([1, 2]), Buffer.from([0, 255])]
  const moment = new Date('2026-01-02T03:04:05.678Z')
  const { rows } = await sql`
    select ${bytes[1]}::bytea = any(${bytes}::bytea[]) as bytes,
      ${moment}::timestamptz = any(${[moment]}::timestamptz[]) as moment,
      ${'{"a",b\\}'}::text = any(${['{"a",b\\}', '']}::text[]) as text,
      ${null}::text is null as nothing`.execute(db)
  t.strictSame(rows, [{ bytes: true, moment: true, text: true, nothing: true }])
})

test('the columns of the schema have only these types', async (t) => {
  const { db } = await openTestDatabase(t)
  const { rows } = await sql<{ type: string }>`
    select distinct udt_name as type from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(db)
  t.strictSame(
    rows.map(({ type }) => type),
    ['_text', 'bool', 'bytea', 'int4', 'int8', 'text', 'timestamptz', 'uuid'],
  )
})
