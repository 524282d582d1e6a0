import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Test, test } from 'tap'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import { inTransaction } from '../../src/database/transaction.js'
import { UsageRepository } from '../../src/domain/usage/repository.js'
import { UsageService } from '../../src/domain/usage/service.js'
import { createDatabase, openTestDatabase, postgresqlUrl, testOn } from '../support/database.js'

const at = new Date('2026-01-15T23:59:59.999Z')
const one = '11111111-1111-4111-8111-111111111111'

function serviceOver(
  t: Test,
  db: Kysely<Database>,
  onDropped: (what: string, error: unknown) => void = (what, error) => t.error(error, what),
) {
  const service = new UsageService({ db, repository: new UsageRepository(), onDropped })
  t.teardown(() => service.flush())
  return service
}

async function insertBrokerUser(db: Kysely<Database>): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('broker_users')
    .values({ id, name: 'x', hash_digest: randomBytes(32), hash_hint: '', master_key: 1, created_at: at })
    .execute()
  return id
}

async function insertSecurityUser(db: Kysely<Database>): Promise<string> {
  const username = randomUUID()
  const { uid } = await db
    .insertInto('security_users')
    .values({ username, username_key: username, customer_id: randomUUID(), password_hash: 'none', created_at: at })
    .returning('uid')
    .executeTakeFirstOrThrow()
  return String(uid)
}

async function insertAccessKey(db: Kysely<Database>): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('access_keys')
    .values({
      id,
      access_key: randomUUID(),
      name: 'x',
      user_id: randomUUID(),
      account: randomUUID(),
      company: randomUUID(),
      roles: [],
      state: 'active',
      expires_at: null,
      created_at: at,
    })
    .execute()
  return id
}

const days = (db: Kysely<Database>) =>
  db.selectFrom('sign_in_days').selectAll().orderBy('kind').orderBy('subject').orderBy('day').execute()
const hours = (db: Kysely<Database>) =>
  db.selectFrom('sign_in_hours').selectAll().orderBy('hour').orderBy('api').execute()

test('usage', async (t) => {
  const { db } = await openTestDatabase(t)
  t.beforeEach(async () => {
    await db.deleteFrom('sign_in_days').execute()
    await db.deleteFrom('sign_in_hours').execute()
  })

  await t.test('sign-ins are counted by subject and day in UTC, and by API and hour', async (t) => {
    const usage = serviceOver(t, db)
    const later = new Date('2026-01-16T00:00:00.000Z')
    for (const moment of [at, at, later]) {
      usage.recordSignIn({ api: 'partner-login', kind: 'access-key', subject: one, at: moment })
    }
    usage.recordSignIn({ api: 'broker-token', kind: 'broker-user', subject: one, at })
    usage.recordRefusal('partner-login', at)
    t.strictSame(await days(db), [], 'nothing is written before')
    await usage.flush()
    const [lastDay, nextDay] = [new Date('2026-01-15T00:00:00Z'), later]
    t.strictSame(await days(db), [
      { kind: 'access-key', subject: one, day: lastDay, sign_ins: 2 },
      { kind: 'access-key', subject: one, day: nextDay, sign_ins: 1 },
      { kind: 'broker-user', subject: one, day: lastDay, sign_ins: 1 },
    ])
    const lastHour = new Date('2026-01-15T23:00:00Z')
    t.strictSame(await hours(db), [
      { api: 'broker-token', hour: lastHour, succeeded: 1, refused: 0 },
      { api: 'partner-login', hour: lastHour, succeeded: 2, refused: 1 },
      { api: 'partner-login', hour: nextDay, succeeded: 1, refused: 0 },
    ])
  })

  await t.test('what is counted later is added', async (t) => {
    const usage = serviceOver(t, db)
    for (let round = 0; round < 3; round++) {
      usage.recordSignIn({ api: 'broker-token', kind: 'broker-user', subject: one, at })
      usage.recordRefusal('broker-token', at)
      await usage.flush()
    }
    t.match(await days(db), [{ subject: one, sign_ins: 3 }])
    t.match(await hours(db), [{ api: 'broker-token', succeeded: 3, refused: 3 }])
  })

  await t.test('the last use of each kind moves forward and never back; one that is gone is left out', async (t) => {
    const usage = serviceOver(t, db)
    const [user, key, uid] = [await insertBrokerUser(db), await insertAccessKey(db), await insertSecurityUser(db)]
    const read = async () => [
      (await db.selectFrom('broker_users').select('last_used_at').where('id', '=', user).executeTakeFirst())
        ?.last_used_at,
      (await db.selectFrom('access_keys').select('last_used_at').where('id', '=', key).executeTakeFirst())
        ?.last_used_at,
      (await db.selectFrom('security_users').select('last_used_at').where('uid', '=', Number(uid)).executeTakeFirst())
        ?.last_used_at,
    ]
    t.strictSame(await read(), [null, null, null])
    const use = async (moment: Date) => {
      for (const subject of [user, randomUUID()]) usage.recordUse({ kind: 'broker-user', subject }, moment)
      for (const subject of [key, randomUUID()]) usage.recordUse({ kind: 'access-key', subject }, moment)
      for (const subject of [uid, '2147483647']) usage.recordUse({ kind: 'security-user', subject }, moment)
      await usage.flush()
    }
    await use(at)
    t.strictSame(await read(), [at, at, at])
    await use(new Date(at.getTime() - 1))
    t.strictSame(await read(), [at, at, at])
    t.strictSame(await days(db), [], 'a use is no sign-in')
  })

  await t.test('many subjects are written in several statements, and all are counted', async (t) => {
    const usage = serviceOver(t, db)
    for (let subject = 0; subject < 2_500; subject++) {
      usage.recordSignIn({ api: 'broker-token', kind: 'broker-user', subject: randomUUID(), at })
    }
    await usage.flush()
    t.equal((await days(db)).length, 2_500)
    t.match(await hours(db), [{ succeeded: 2_500 }])
  })
})

test('what cannot be written is told, and what comes next is counted', async (t) => {
  const away = openPostgresql({ url: 'postgres://nobody@127.0.0.1:1/nothing', onIdleError: () => {} })
  t.teardown(() => away.close())
  const dropped: string[] = []
  const usage = serviceOver(t, away.db, (what) => dropped.push(what))
  usage.recordSignIn({ api: 'broker-token', kind: 'broker-user', subject: randomUUID(), at })
  await usage.flush()
  t.strictSame(dropped.sort(), ['last uses of broker-users', 'sign-ins of a day', 'sign-ins of an hour'])
})

testOn('postgresql', 'instances that count at the same time do not deadlock, and their counts add up', async (t) => {
  const url = await createDatabase(t, postgresqlUrl ?? '', templateDatabase)
  const instances = Array.from({ length: 4 }, () => openPostgresql({ url, onIdleError: () => {}, lockTimeoutMs: 0 }))
  t.teardown(() => Promise.all(instances.map((one) => one.close())))
  const [first] = instances
  if (!first) return
  const users = await Promise.all(Array.from({ length: 150 }, () => insertSecurityUser(first.db)))
  const services = instances.map(({ db }) => serviceOver(t, db))
  const rounds = 8
  for (let round = 0; round < rounds; round++) {
    for (const [index, usage] of services.entries()) {
      const subjects = index % 2 === 0 ? users : users.toReversed()
      for (const subject of subjects) {
        usage.recordSignIn({
          api: `api-${index % 3}`,
          kind: 'security-user',
          subject,
          at,
        })
        usage.recordRefusal('broker-token', at)
      }
    }
    await Promise.all(services.map((usage) => usage.flush()))
  }
  const counted = await days(first.db)
  t.equal(counted.length, users.length)
  t.strictSame(new Set(counted.map(({ sign_ins }) => sign_ins)), new Set([rounds * instances.length]))
  const total = (await hours(first.db)).reduce((sum, { succeeded, refused }) => sum + succeeded + refused, 0)
  t.equal(total, 2 * rounds * instances.length * users.length)
})

testOn('postgresql', 'a session starts though the last use of its user is being written', async (t) => {
  const { db } = await openTestDatabase(t)
  const uid = await insertSecurityUser(db)
  await inTransaction(db, async (trx) => {
    await new UsageRepository().recordUses(trx, 'security-user', new Map([[uid, at]]))
    // What refers to the user locks its key: this would wait for the transaction, and time out.
    await db
      .insertInto('refresh_families')
      .values({ id: randomUUID(), uid: Number(uid), started_at: at, expires_at: at, ended_at: null })
      .execute()
  })
  t.pass('nothing waited')
})
