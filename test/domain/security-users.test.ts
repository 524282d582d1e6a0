import { test } from 'tap'
import { digester } from '../../src/crypto/digest.js'
import type { PasswordHash } from '../../src/crypto/password-hashing.js'
import { inTransaction } from '../../src/database/transaction.js'
import { Demo } from '../../src/demo.js'
import { partnersDemo } from '../../src/domain/partners/demo.js'
import { PartnerRepository } from '../../src/domain/partners/repository.js'
import { securityUsersDemo } from '../../src/domain/security-users/demo.js'
import { RefreshFamilyRepository } from '../../src/domain/security-users/refresh-family-repository.js'
import { SecurityUserRepository } from '../../src/domain/security-users/repository.js'
import { type NewSecurityUser, usernameKey } from '../../src/domain/security-users/security-user.js'
import { ThrottleRepository } from '../../src/domain/security-users/throttle-repository.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

const users = new SecurityUserRepository()
const demoUsername = usernameKey('ethan.buckley@datastoreltd.biz')

const newUser = (username: string): NewSecurityUser => ({
  username,
  customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
  passwordHash: 'hash' as PasswordHash,
  isActive: true,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
})

test('security users', async (t) => {
  const { db } = await openTestDatabase(t)
  const digest = digester(Buffer.alloc(32))
  const demo = new Demo({
    db,
    hasDemoRow: async () => true,
    things: [partnersDemo(new PartnerRepository()), securityUsersDemo({ users, throttles: new ThrottleRepository() })],
  })
  await demo.restore()

  await t.test('a user is found by the folded name, with the name as it was given', async (t) => {
    await inTransaction(db, (trx) => users.insert(trx, [newUser('Zoë@Example.org')]))
    const found = await users.findCredentials(db, usernameKey('ZOE\u0308@EXAMPLE.ORG'))
    t.match(found, {
      username: 'Zoë@Example.org',
      customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
      passwordHash: 'hash',
      isActive: true,
    })
    t.equal(typeof found?.uid, 'number')
    t.ok((found?.uid ?? 0) >= 1000, 'the numbers below belong to the demo')
    t.equal(await users.findCredentials(db, usernameKey('zoe@example.org')), undefined)
  })

  await t.test('the demo can be restored while its users have sessions', async (t) => {
    const now = new Date()
    const user = await users.findCredentials(db, demoUsername)
    if (!user) return t.fail('the demo has no user')
    await new RefreshFamilyRepository(masterKey).start(db, user, {
      id: 'a3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01',
      digest: digest('token'),
      startedAt: now,
      familyExpiresAt: now,
      tokenExpiresAt: now,
    })
    await demo.restore()
    t.strictSame(await db.selectFrom('refresh_tokens').selectAll().execute(), [])
    t.strictSame(await db.selectFrom('refresh_families').selectAll().execute(), [])
    t.match(await users.findCredentials(db, usernameKey('former.colleague@datastoreltd.biz')), {
      uid: 156,
      isActive: false,
    })
  })

  await t.test('a hash is replaced only while it is the one that was verified; of many at once one is', async (t) => {
    const user = await users.findCredentials(db, demoUsername)
    if (!user) return t.fail('the demo has no user')
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, index) => users.replacePasswordHash(db, user, `hash ${index}` as PasswordHash)),
    )
    t.strictSame(outcomes.filter((isReplaced) => isReplaced).length, 1)
    t.equal((await users.findCredentials(db, demoUsername))?.passwordHash, `hash ${outcomes.indexOf(true)}`)
    const other = await users.findCredentials(db, usernameKey('former.colleague@datastoreltd.biz'))
    t.match(other?.passwordHash, /^\$argon2id\$/)
  })

  await t.test(
    'of many new users those whose names are free are stored, also while others store the same names',
    async (t) => {
      const names = Array.from({ length: 50 }, (_, index) => `user${index}@example.org`)
      const insert = (usernames: readonly string[]) =>
        inTransaction(db, (trx) => users.insert(trx, usernames.map(newUser)))
      t.equal((await insert(names.slice(0, 10))).size, 10)
      const inserted = await Promise.all([insert(names), insert(names.toReversed()), insert(names)])
      t.strictSame(inserted.flatMap((stored) => [...stored.keys()]).toSorted(), names.slice(10).toSorted())
      const found = await users.findAllCredentials(db, [...names, 'nobody@example.org'].map(usernameKey))
      t.strictSame([...found.keys()].toSorted(), names.toSorted())
      t.equal((await insert([])).size, 0)
    },
  )
})
