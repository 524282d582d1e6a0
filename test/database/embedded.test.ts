import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { openEmbedded } from '../../src/database/embedded.js'
import { openDirectory } from '../../src/database/embedded-directory.js'
import { DirectoryInUse } from '../../src/database/errors.js'
import { openTestDatabase } from '../support/database.js'
import { embeddedDirectory } from '../support/embedded-directory.js'
import { compiled } from '../support/process.js'

const holder = compiled('test/support/hold-directory.ts')

/** Another process that has the directory open and writes numbers until it is killed. */
async function startHolder(t: Test, directory: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a directory that another process has open is refused, naming the process', async (t) => {
  const directory = await embeddedDirectory(t)
  const child = await startHolder(t, directory)
  await t.rejects(openEmbedded({ directory }), { name: 'DirectoryInUse', message: new RegExp(`process ${child.pid};`) })

  child.kill('SIGKILL')
  await once(child, 'exit')
  const { close, db } = await openEmbedded({ directory })
  t.teardown(close)
  const { rows } = await sql<{ numbers: number }>`select count(*)::integer as numbers from numbers`.execute(db)
  t.ok((rows[0]?.numbers ?? 0) > 0, 'the lock is free once the process is dead, and what it had written is there')
})

test('a directory is refused to a second opening of the same process', async (t) => {
  const directory = await embeddedDirectory(t)
  const { close } = await openEmbedded({ directory })
  await t.rejects(openEmbedded({ directory }), DirectoryInUse)
  await close()
  await (await openEmbedded({ directory })).close()
})

test('the directory is for its owner only, also where it exists already', async (t) => {
  const created = join(t.testdir({ open: {}, shared: { 'somebody.txt': 'theirs' } }), 'created')
  const [open, shared] = ['open', 'shared'].map((name) => join(dirname(created), name)) as [string, string]
  for (const directory of [open, shared]) await chmod(directory, 0o755)
  for (const directory of [created, open]) {
    const { lock } = await openDirectory(directory)
    t.equal((await stat(directory)).mode & 0o777, 0o700)
    await lock.close()
  }
  await t.rejects(openDirectory(shared), { name: 'UnusableDirectory', message: /chmod 700/ })
  t.equal((await stat(shared)).mode & 0o777, 0o755, 'a directory with files of others keeps its mode')
  t.strictSame(await readdir(shared), ['somebody.txt'])
})

/** The files of a directory, and when each was changed in whatever way: nobody can set that time. */
async function changesOf(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true })
  const files = names
    .sort()
    .map(async (name) => `${name} ${(await stat(join(directory, name), { bigint: true })).ctimeNs}`)
  return Promise.all(files)
}

/** What can happen to the files of a database, and what is told. */
const damages: Readonly<Record<string, { damage: (pglite: string) => Promise<void>; message: RegExp }>> = {
  'without its PG_VERSION': {
    damage: (pglite) => rm(join(pglite, 'PG_VERSION')),
    message: /no whole database: it has no PG_VERSION; restore it from a backup, or move it away/,
  },
  'without its tables': { damage: (pglite) => rm(join(pglite, 'base'), { recursive: true }), message: /has no base;/ },
  'without its pg_control': { damage: (pglite) => rm(join(pglite, 'global/pg_control')), message: /pg_control/ },
  'with an empty pg_control': {
    damage: (pglite) => writeFile(join(pglite, 'global/pg_control'), Buffer.alloc(8192)),
    message: /pg_control is missing or damaged; restore/,
  },
  'without its write-ahead log': {
    damage: async (pglite) => {
      await rm(join(pglite, 'pg_wal'), { recursive: true })
      await mkdir(join(pglite, 'pg_wal'))
    },
    message: /its pg_wal is empty; restore/,
  },
  'of an older PostgreSQL': {
    damage: (pglite) => writeFile(join(pglite, 'PG_VERSION'), '17\n'),
    message:
      /a database of PostgreSQL 17, and .* needs \d+; start the version of tokenwright that has written it; .*archive export FILE.*archive import FILE/,
  },
  'with a file that is no database': {
    damage: async (pglite) => {
      await rm(pglite, { recursive: true })
      await mkdir(pglite)
      await writeFile(join(pglite, 'notes.txt'), 'mine')
    },
    message: /no whole database/,
  },
}

test('a directory that holds no whole database of this version is refused with what to do, and stays unchanged', async (t) => {
  const whole = await embeddedDirectory(t)
  for (const [name, { damage, message }] of Object.entries(damages)) {
    const directory = join(dirname(whole), name)
    cpSync(whole, directory, { recursive: true })
    await damage(join(directory, 'pglite'))
    const before = await changesOf(join(directory, 'pglite'))
    await t.rejects(openEmbedded({ directory }), { name: 'UnusableDirectory', message }, name)
    t.strictSame(await changesOf(join(directory, 'pglite')), before, `${name}: nothing is changed`)
  }
  const reopened = await openEmbedded({ directory: whole })
  t.teardown(reopened.close)
  t.strictSame((await sql`select 1 as one`.execute(reopened.db)).rows, [{ one: 1 }], 'the undamaged one is opened')
})

test('damage that only PostgreSQL itself finds is told with what to do', async (t) => {
  const directory = await embeddedDirectory(t)
  const log = join(directory, 'pglite', 'pg_wal')
  for (const name of await readdir(log)) if (/^[0-9A-F]{24}$/.test(name)) await writeFile(join(log, name), '')
  const damaged = await openEmbedded({ directory })
  t.teardown(damaged.close)
  await t.rejects(sql`select 1`.execute(damaged.db), {
    name: 'UnusableDirectory',
    message: /PostgreSQL cannot start on its files; restore it from a backup/,
  })
})

test('transactions at once lose no update', async (t) => {
  const { db } = await openTestDatabase(t)
  await sql`create table counter (value integer not null)`.execute(db)
  t.teardown(() => sql`drop table counter`.execute(db))
  await sql`insert into counter values (0)`.execute(db)
  await Promise.all(
    Array.from({ length: 20 }, () =>
      db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ value: number }>`select value from counter`.execute(transaction)
        await new Promise((resolve) => setImmediate(resolve))
        await sql`update counter set value = ${(rows[0]?.value ?? 0) + 1}`.execute(transaction)
      }),
    ),
  )
  const { rows } = await sql<{ value: number }>`select value from counter`.execute(db)
  t.equal(rows[0]?.value, 20)
})

test('a failed statement leaves the connection usable', async (t) => {
  const { db } = await openTestDatabase(t)
  await t.rejects(sql`select * from nothing_here`.execute(db))
  await t.rejects(db.transaction().execute((transaction) => sql`select 1/0`.execute(transaction)))
  t.strictSame((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }])
})

test('a full disk is told as unavailable, and reads go on', async (t) => {
  const { db } = await openTestDatabase(t)
  // The error of PostgreSQL on a full disk: "could not extend file".
  const write = sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`
  await t.rejects(write.execute(db), { name: 'Unavailable', cause: { code: '53100' } })
  t.strictSame((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }])
})
