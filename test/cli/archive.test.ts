import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Kysely, type Migration, sql } from 'kysely'
import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { readArchive } from '../../src/cli/archive/read-archive.js'
import { exportRows } from '../../src/database/archive/export-rows.js'
import { importRows } from '../../src/database/archive/import-rows.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { migrations } from '../../src/database/migrations/index.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { runCli } from '../support/cli.js'
import { ContractCaller } from '../support/contract-caller.js'
import { createDatabase, openTestDatabase, postgresqlUrl, testOn } from '../support/database.js'
import { startServer } from '../support/server.js'

/** Without partitions, whose rows are those of their table. */
async function tableNames(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition and relname not like 'kysely%'`.execute(db)
  return rows.map(({ name }) => name).sort()
}

/** Every row of every table, as text. */
async function contentOf(db: Kysely<Database>): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {}
  for (const name of await tableNames(db)) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t order by 1`.execute(
      db,
    )
    content[name] = rows.map(({ text }) => text)
  }
  return content
}

async function archiveOf(db: Kysely<Database>): Promise<string> {
  let text = ''
  for await (const line of exportRows(db)) text += line
  return text
}

const lastMigration = Object.keys(migrations).at(-1) ?? ''

const linesOf = (text: string) => readArchive(Readable.from([Buffer.from(text)]))

test('an archive has every row, and a database that was filled from it goes on as the first one would', async (t) => {
  const { db, baseUrl, services } = await startServer(t)
  const partner = new ContractCaller(contracts['security-management'], baseUrl)
  const username = 'ethan.buckley@datastoreltd.biz'
  for (const password of ['S0qUx56pW!', 'wrong'])
    await partner.call('createTokenPair', { body: { username, password } })
  const now = new Date()
  await db
    .insertInto('audit_events')
    .values({ id: randomUUID(), at: now, actor_kind: 'anonymous', action: 'test', result: 'succeeded' })
    .execute()
  await db.insertInto('master_keys').values({ fingerprint: -1, first_used_at: now }).execute()
  await db
    .insertInto('failure_counts')
    .values({ window_start: now, failures: 3, budget: 'operator-key', address: '::1' })
    .execute()
  await db.insertInto('audit_sinks').values({ name: 'stdout', seq: '1' }).execute()
  // Sign-ins are counted in the background.
  await services.flush()

  const source = await contentOf(db)
  const total = Object.values(source).flat().length
  for (const [name, rows] of Object.entries(source)) t.not(rows.length, 0, `${name} has rows to compare`)
  const { db: target } = await openTestDatabase(t)
  const counts: number[] = []
  t.equal(await importRows(target, linesOf(await archiveOf(db)), { onRows: (count) => counts.push(count) }), total)
  t.equal(counts.at(-1), total)
  t.strictSame(await contentOf(target), source)

  const nextUid = (database: Kysely<Database>) =>
    sql<{ uid: number }>`
      insert into security_users (username, username_key, customer_id, password_hash, created_at)
      select 'new', 'new', customer_id, '', created_at from security_users limit 1 returning uid`.execute(database)
  // The number of a user who is gone is not given out again.
  for (const database of [db, target]) {
    const { rows } = await nextUid(database)
    await database
      .deleteFrom('security_users')
      .where('uid', '=', rows[0]?.uid ?? 0)
      .execute()
  }
  const { db: third } = await openTestDatabase(t)
  await importRows(third, linesOf(await archiveOf(target)))
  t.strictSame((await nextUid(third)).rows, (await nextUid(db)).rows)
})

test('an archive of an earlier version is migrated with its rows', async (t) => {
  const { db } = await startServer(t)
  const archive = await archiveOf(db)
  const next: Migration = {
    async up(trx) {
      await trx.schema.alterTable('operators').renameColumn('name', 'label').execute()
      await trx.schema
        .alterTable('operators')
        .addColumn('note', 'text', (column) => column.defaultTo('old'))
        .execute()
    },
  }
  const { db: later } = await openTestDatabase(t)
  await importRows(later, linesOf(archive), { migrations: { ...migrations, '9999-next': next } })
  const { rows } = await sql`select label, note from operators order by 1`.execute(later)
  t.strictSame(
    rows,
    (await db.selectFrom('operators').select('name').orderBy('name').execute()).map(({ name }) => ({
      label: name,
      note: 'old',
    })),
  )

  await t.test('an earlier version refuses the archive of a later one', async (t) => {
    const { db: earlier } = await openTestDatabase(t)
    await t.rejects(importRows(earlier, linesOf(archive.replace(lastMigration, '9999-next'))), {
      message: /newer version.*9999-next/,
    })
  })

  await t.test('a database of a later version refuses it', async (t) => {
    const refused = importRows(later, linesOf(archive), { migrations: { ...migrations, '9999-next': next } })
    await t.rejects(refused, { message: /has the migration 9999-next already.*empty database/ })
  })
})

test('what is no whole archive leaves no row', async (t) => {
  const { db } = await startServer(t)
  const archive = await archiveOf(db)
  const lines = archive.split('\n')
  const { db: target } = await openTestDatabase(t)
  for (const [text, message] of [
    ['', /no archive/],
    ['hello', /not of its format/],
    ['{}', /no archive/],
    [archive.replace('"version":1', '"version":2'), /has the format 2, and this version reads 1/],
    [archive.slice(0, -20), /not of its format|cut/],
    [lines.slice(0, -2).join('\n'), /cut: it has no end/],
    [lines.filter((line) => !line.startsWith('[') || line.length < 100).join('\n'), /has \d+ of its \d+ rows/],
    [archive.replace('"hint"', '"hunt"'), /has no .*\.hunt/],
  ] as const) {
    await t.rejects(importRows(target, linesOf(text)), { name: 'UnusableArchive', message })
    t.strictSame(Object.values(await contentOf(target)).flat(), [])
  }
  await importRows(target, linesOf(archive))
  await t.rejects(importRows(target, linesOf(archive)), { message: /has rows, in master_keys|has rows, in operators/ })
})

testOn('postgresql', 'an embedded installation moves to PostgreSQL', async (t) => {
  const directory = t.testdir({})
  const DATA_DIR = join(directory, 'data')
  const file = join(directory, 'tokenwright.age')
  const run = (args: readonly string[], env: Readonly<Record<string, string>>) => runCli(['archive', ...args], { env })
  t.match(await run(['export', file], { DATA_DIR }), { code: 1, stderr: /nothing to export/ })
  t.equal((await runCli(['demo'], { env: { DATA_DIR } })).code, 0)

  const exported = await run(['export', file], { DATA_DIR })
  t.match(exported, { code: 0, stdout: /^exported (\d+) rows to / })
  const { mode } = await stat(file)
  t.equal(mode & 0o777, 0o600)
  const bytes = await readFile(file)
  t.ok(bytes.toString('latin1').startsWith('age-encryption.org/v1'))
  t.match(await run(['export', file], { DATA_DIR }), { code: 2, stderr: /cannot be written \(EEXIST\)/ })
  t.strictSame(await readFile(file), bytes)

  const DATABASE_URL = await createDatabase(t, postgresqlUrl ?? '')
  const MASTER_KEY = (await readFile(join(DATA_DIR, 'master.key'), 'utf8')).trim()
  const env = { DATABASE_URL, MASTER_KEY }
  const stranger = { DATABASE_URL, MASTER_KEY: randomBytes(32).toString('hex') }
  t.match(await run(['import', file], stranger), { code: 5, stderr: /another master key; set MASTER_KEY/ })
  const damaged = join(directory, 'damaged.age')
  const altered = Buffer.from(bytes)
  altered[bytes.length - 40] = (altered[bytes.length - 40] ?? 0) ^ 1
  for (const content of [bytes.subarray(0, -200), altered]) {
    await writeFile(damaged, content)
    t.match(await run(['import', damaged], env), { code: 5, stderr: /cut or altered/ })
  }
  t.match(await run(['import', join(directory, 'absent')], env), { code: 2, stderr: /cannot be read \(ENOENT\)/ })

  t.match(await run(['import', file], env), {
    code: 0,
    stdout: exported.stdout.replace(/^exported (\d+) .*/s, 'imported $1 rows'),
  })
  t.match(await run(['import', file], env), { code: 5, stderr: /has rows/ })
  const opened = openPostgresql({ url: DATABASE_URL, onIdleError: () => {} })
  t.teardown(() => opened.close())
  const embedded = await openEmbedded({ directory: DATA_DIR })
  const [there, here] = await Promise.all([contentOf(opened.db), contentOf(embedded.db)]).finally(embedded.close)
  t.strictSame(there, here)

  await t.test('the server that it moved to knows the same credentials', async (t) => {
    const { code, stdout } = await runCli(['doctor', '--json'], { env: { ...env, DEMO: '1' } })
    t.equal(code, 0, stdout)
  })
})
