import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { openEmbedded } from '../../src/database/embedded.js'
import { DirectoryInUse } from '../../src/database/errors.js'
import { migrateUp } from '../../src/database/migrate.js'
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
  const directory = join(t.testdir({}), 'data')
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
  const directory = join(t.testdir({}), 'data')
  const { close } = await openEmbedded({ directory })
  await t.rejects(openEmbedded({ directory }), DirectoryInUse)
  await close()
  await (await openEmbedded({ directory })).close()
})

test('the directory is for its owner only', async (t) => {
  const directory = join(t.testdir({}), 'data')
  const { close } = await openEmbedded({ directory })
  t.teardown(close)
  t.equal((await stat(directory)).mode & 0o777, 0o700)
})

test('transactions at once lose no update', async (t) => {
  const { db, close } = await openEmbedded({ directory: undefined })
  t.teardown(close)
  await migrateUp(db)
  await sql`create table counter (value integer not null)`.execute(db)
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
  const { db, close } = await openEmbedded({ directory: undefined })
  t.teardown(close)
  await t.rejects(sql`select * from nothing_here`.execute(db))
  await t.rejects(db.transaction().execute((transaction) => sql`select 1/0`.execute(transaction)))
  t.strictSame((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }])
})
