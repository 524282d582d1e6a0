import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { secondsAfter } from '../../src/clock.js'
import { digester } from '../../src/crypto/digest.js'
import { Demo } from '../../src/demo.js'
import { partnersDemo } from '../../src/domain/partners/demo.js'
import { PartnerRepository } from '../../src/domain/partners/repository.js'
import { securityUsersDemo } from '../../src/domain/security-users/demo.js'
import { RefreshFamilyRepository } from '../../src/domain/security-users/refresh-family-repository.js'
import { SecurityUserRepository } from '../../src/domain/security-users/repository.js'
import { usernameKey } from '../../src/domain/security-users/security-user.js'
import { ThrottleRepository } from '../../src/domain/security-users/throttle-repository.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

const day = 24 * 3600

test('refresh tokens', async (t) => {
  const { db } = await openTestDatabase(t)
  const digest = digester(Buffer.alloc(32))
  const families = new RefreshFamilyRepository(masterKey)
  const users = new SecurityUserRepository()
  const demo = new Demo({
    db,
    hasDemoRow: async () => true,
    things: [partnersDemo(new PartnerRepository()), securityUsersDemo({ users, throttles: new ThrottleRepository() })],
  })
  const username = usernameKey('ethan.buckley@datastoreltd.biz')
  const start = new Date('2026-01-02T03:04:05.678Z')
  const at = (seconds: number): Date => secondsAfter(start, seconds)

  /** A family whose first token is `NAME 0`; false where there is no user any more. */
  async function startFamily(name: string, familySeconds = 30 * day): Promise<boolean> {
    const user = await users.findCredentials(db, username)
    if (!user) return false
    return families.start(db, user, {
      id: randomUUID(),
      digest: digest(`${name} 0`),
      startedAt: start,
      familyExpiresAt: at(familySeconds),
      tokenExpiresAt: at(day),
    })
  }
  const exchange = (name: string, index: number, seconds: number) => ({
    digest: digest(`${name} ${index}`),
    successors: [digest(`${name} ${index + 1}`)] as const,
    at: at(seconds),
  })
  const use = (name: string, index: number, seconds: number) =>
    families.use(db, exchange(name, index, seconds), at(seconds + day))
  const repeat = (name: string, index: number, seconds: number) =>
    families.findRepeatable(db, exchange(name, index, seconds), at(seconds - 10))
  const end = (name: string, index: number, seconds: number) =>
    families.endReused(db, exchange(name, index, seconds), at(seconds - 10))

  t.beforeEach(() => demo.restore())

  await t.test('a token is used once, and its successor after it', async (t) => {
    await startFamily('a')
    t.strictSame(await use('a', 0, 1), {
      uid: 155,
      username: 'ethan.buckley@datastoreltd.biz',
      customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
    })
    t.equal(await use('a', 0, 1), undefined)
    t.ok(await use('a', 1, 2))
    t.equal(await use('a', 5, 2), undefined, 'an unknown one')
  })

  await t.test('of many uses at once one gets the user, and there is one successor', async (t) => {
    await startFamily('b')
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => use('b', 0, 1)))
    t.equal(outcomes.filter((outcome) => outcome !== undefined).length, 1)
    t.equal((await db.selectFrom('refresh_tokens').selectAll().execute()).length, 2)
  })

  await t.test('a token is refused from the moment on at which it expires', async (t) => {
    await startFamily('c')
    t.equal(await use('c', 0, day), undefined)
    t.ok(await use('c', 0, day - 0.001))
  })

  await t.test('a successor expires with its family at the latest', async (t) => {
    await startFamily('d', day + 100)
    await use('d', 0, 200)
    const [first, second] = await db.selectFrom('refresh_tokens').select('expires_at').orderBy('expires_at').execute()
    t.strictSame([first?.expires_at, second?.expires_at], [at(day), at(day + 100)])
    t.equal(await use('d', 1, day + 100), undefined)
    t.ok(await use('d', 1, day + 99.999))
  })

  await t.test('a use is repeatable while it is recent and its successor unused', async (t) => {
    await startFamily('e')
    t.equal(await repeat('e', 0, 0), undefined, 'nothing was used yet')
    await use('e', 0, 1)
    t.match(await repeat('e', 0, 11), { user: { uid: 155 } })
    t.equal(await repeat('e', 0, 11.001), undefined)
    await use('e', 1, 2)
    t.equal(await repeat('e', 0, 3), undefined)
    t.match(await repeat('e', 1, 3), { user: { uid: 155 } })
  })

  await t.test('a use in the future, by a clock that was wrong, is not repeatable', async (t) => {
    for (const [name, ahead] of [
      ['one hour', 3600],
      ['one day', day - 1],
    ] as const) {
      await startFamily(name)
      await use(name, 0, ahead)
      t.equal(await repeat(name, 0, 0), undefined)
      t.equal(await repeat(name, 0, ahead - 61), undefined)
      t.ok(await repeat(name, 0, ahead - 59), 'the clocks of instances may differ by a minute')
    }
  })

  await t.test('a family ends by a reuse that is no repeat, and by nothing else', async (t) => {
    const isAlive = async () =>
      (await db.selectFrom('refresh_families').select('ended_at').executeTakeFirstOrThrow()).ended_at === null
    await startFamily('f')
    await end('f', 0, 5)
    t.ok(await isAlive(), 'unused')
    await use('f', 0, 5)
    await end('f', 0, 15)
    t.ok(await isAlive(), 'a repeat')
    await end('g', 0, 15)
    t.ok(await isAlive(), 'unknown')
    await end('f', 0, 15.001)
    t.notOk(await isAlive())
    t.equal(await use('f', 1, 16), undefined)
    t.equal(await repeat('f', 0, 6), undefined)
  })

  await t.test('a reuse ends the family at once where the successor is used', async (t) => {
    await startFamily('h')
    await use('h', 0, 1)
    await use('h', 1, 2)
    await end('h', 0, 3)
    t.equal(await use('h', 2, 4), undefined)
  })

  await t.test('the moment at which a family ended is kept', async (t) => {
    await startFamily('i')
    await use('i', 0, 1)
    await end('i', 0, 20)
    await end('i', 0, 30)
    t.strictSame((await db.selectFrom('refresh_families').selectAll().executeTakeFirstOrThrow()).ended_at, at(20))
  })

  await t.test(
    'a user who is not active any more, or has another password by now, starts and continues nothing',
    async (t) => {
      await startFamily('j')
      await use('j', 0, 1)
      const user = await users.findCredentials(db, username)
      if (!user) throw new Error('the demo has no user')
      const family = {
        id: randomUUID(),
        digest: digest('late'),
        startedAt: start,
        familyExpiresAt: start,
        tokenExpiresAt: start,
      }
      await db.updateTable('security_users').set({ password_hash: 'another' }).where('uid', '=', 155).execute()
      t.equal(await families.start(db, user, family), false)
      await db
        .updateTable('security_users')
        .set({ password_hash: user.passwordHash, active: false })
        .where('uid', '=', 155)
        .execute()
      t.equal(await families.start(db, user, family), false)
      t.equal(await use('j', 1, 2), undefined)
      t.equal(await repeat('j', 0, 2), undefined)
      await db.deleteFrom('security_users').where('uid', '=', 155).execute()
      t.equal(await use('j', 1, 2), undefined)
      t.equal(await families.start(db, user, family), false)
    },
  )

  await t.test(
    'a user may be removed in whatever moment of a refresh: nothing fails, and nothing is left',
    async (t) => {
      for (let round = 0; round < 20; round++) {
        await demo.restore()
        const names = Array.from({ length: 8 }, (_, index) => `k ${round} ${index}`)
        for (const name of names) await startFamily(name)
        const outcomes = await Promise.allSettled([
          ...names.slice(0, 4).map((name) => use(name, 0, 1)),
          users.remove(db, 155),
          ...names.slice(4).map((name) => use(name, 0, 1)),
          startFamily('late'),
        ])
        for (const outcome of outcomes) t.equal(outcome.status === 'rejected' ? outcome.reason : undefined, undefined)
        t.strictSame(await db.selectFrom('refresh_tokens').selectAll().execute(), [])
      }
    },
  )
})
