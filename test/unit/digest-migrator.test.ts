import type { Kysely } from 'kysely'
import { test } from 'tap'
import { acceptingDigester, digester } from '../../src/crypto/digest.js'
import type { DigestMigration } from '../../src/database/migrate-digests.js'
import type { Database } from '../../src/database/schema.js'
import { DigestMigrator } from '../../src/domain/master-keys/digest-migrator.js'

const current = digester(Buffer.alloc(32, 1))
const older = digester(Buffer.alloc(32, 2))
const accepted = acceptingDigester(current, older)
const db = {} as Kysely<Database>

/** A migrator, and what it has written. */
function observed({ isMigrating = true, fails = false, intervalMs = 60_000 } = {}) {
  const written: (readonly DigestMigration[])[] = []
  const dropped: number[] = []
  const migrator = new DigestMigrator({
    db,
    isMigrating: () => isMigrating,
    migrateDigests: async (_db, migrations) => {
      if (fails) throw new Error('away')
      written.push(migrations)
    },
    onDropped: (count) => dropped.push(count),
    intervalMs,
  })
  return { migrator, written, dropped }
}

test('digests that were found under the older key are written once, in one batch', async (t) => {
  const { migrator, written } = observed()
  migrator.migrateDigest(accepted('a'), [older('a')])
  migrator.migrateDigest(accepted('a'), [older('a')])
  migrator.migrateDigest(accepted('b'), [current('other'), older('b')])
  await migrator.flush()
  await migrator.flush()
  t.strictSame(written, [
    [
      { from: older('a'), to: current('a') },
      { from: older('b'), to: current('b') },
    ],
  ])
})

test('digests under the current key are left alone, and so are all where there is one key', async (t) => {
  const { migrator, written } = observed()
  migrator.migrateDigest(accepted('a'), [current('a')])
  migrator.migrateDigest([current('a')], [current('a')])
  await migrator.flush()
  t.strictSame(written, [])
})

test('nothing migrates while the previous key is the coming one', async (t) => {
  const { migrator, written } = observed({ isMigrating: false })
  migrator.migrateDigest(accepted('a'), [older('a')])
  await migrator.flush()
  await migrator.migrateDigestsNow(db, [accepted('a')])
  t.strictSame(written, [])
})

test('before new digests are stored beside them, digests migrate at once', async (t) => {
  const { migrator, written } = observed()
  await migrator.migrateDigestsNow(db, [accepted('a'), [current('b')]])
  t.strictSame(written, [[{ from: older('a'), to: current('a') }]])
})

test('a batch that cannot be written is reported and dropped', async (t) => {
  const { migrator, dropped } = observed({ fails: true })
  migrator.migrateDigest(accepted('a'), [older('a')])
  migrator.migrateDigest(accepted('b'), [older('b')])
  await t.resolves(migrator.flush())
  await migrator.flush()
  t.strictSame(dropped, [2])
})

test('a digest is written in the background', async (t) => {
  const { migrator, written } = observed({ intervalMs: 1 })
  // The timer of the migrator does not keep the process alive.
  const alive = setInterval(() => {}, 1_000)
  t.teardown(() => clearInterval(alive))
  migrator.migrateDigest(accepted('a'), [older('a')])
  while (written.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  t.strictSame(written, [[{ from: older('a'), to: current('a') }]])
})
