import { test } from 'tap'
import { digester } from '../../src/crypto/digest.js'
import type { PasswordHash } from '../../src/crypto/password-hashing.js'
import { restoreDemo } from '../../src/database/demo.js'
import { repositories } from '../../src/database/repositories.js'
import { countedAddress } from '../../src/domain/security-users/counted-address.js'
import { usernameKey } from '../../src/domain/security-users/security-user.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

test('a user is found by the folded name, with the name as it was given', async (t) => {
  const { db } = await openTestDatabase(t)
  await db
    .insertInto('security_users')
    .values({
      username: 'Zoë@Example.org',
      username_key: usernameKey('Zoë@Example.org'),
      customer_id: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
      password_hash: 'hash',
      created_at: new Date(),
    })
    .execute()
  const { securityUsers } = repositories(db, masterKey)
  const found = await securityUsers.find(usernameKey('ZOE\u0308@EXAMPLE.ORG'))
  t.match(found, {
    username: 'Zoë@Example.org',
    customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
    passwordHash: 'hash',
    isActive: true,
  })
  t.equal(typeof found?.uid, 'number')
  t.ok((found?.uid ?? 0) >= 1000, 'the numbers below belong to the demo')
  t.equal(await securityUsers.find(usernameKey('zoe@example.org')), undefined)
})

test('the demo can be restored while its users have sessions', async (t) => {
  const { db } = await openTestDatabase(t)
  const digest = digester(Buffer.alloc(32))
  const now = new Date()
  await restoreDemo(db, digest, masterKey)
  const { securityUsers, signIns } = repositories(db, masterKey)
  const username = usernameKey('ethan.buckley@datastoreltd.biz')
  const signIn = await signIns.begin({ username, subject: digest(username), address: countedAddress('::1'), at: now })
  if ('blockedUntil' in signIn || !signIn.user) return t.fail('the demo has no user')
  await signIns.succeed(signIn, signIn.user, {
    id: 'a3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01',
    digest: digest('token'),
    startedAt: now,
    familyExpiresAt: now,
    tokenExpiresAt: now,
  })
  await restoreDemo(db, digest, masterKey)
  t.strictSame(await db.selectFrom('refresh_tokens').selectAll().execute(), [])
  t.strictSame(await db.selectFrom('refresh_families').selectAll().execute(), [])
  t.match(await securityUsers.find(usernameKey('former.colleague@datastoreltd.biz')), { uid: 156, isActive: false })
})

test('a hash is replaced only while it is the one that was verified; of many at once one is', async (t) => {
  const { db } = await openTestDatabase(t)
  await restoreDemo(db, digester(Buffer.alloc(32)), masterKey)
  const { securityUsers } = repositories(db, masterKey)
  const username = usernameKey('ethan.buckley@datastoreltd.biz')
  const user = await securityUsers.find(username)
  if (!user) return t.fail('the demo has no user')
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, (_, index) => securityUsers.replacePasswordHash(user, `hash ${index}` as PasswordHash)),
  )
  t.strictSame(outcomes.filter((isReplaced) => isReplaced).length, 1)
  t.equal((await securityUsers.find(username))?.passwordHash, `hash ${outcomes.indexOf(true)}`)
  const other = await securityUsers.find(usernameKey('former.colleague@datastoreltd.biz'))
  t.match(other?.passwordHash, /^\$argon2id\$/)
})
