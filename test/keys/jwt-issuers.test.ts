import { randomBytes } from 'node:crypto'
import { test } from 'tap'
import { jwtSigner, keyLengths, kidOf } from '../../src/domain/jwt.js'
import { JwtIssuers } from '../../src/keys/jwt-issuers.js'
import { signingKeys } from '../../src/repositories/signing-keys.js'
import { openTestDatabase } from '../support/database.js'
import { TestClock } from '../support/server.js'

const claims = { uid: 'somebody', iat: 1_000, exp: 2_000 }

test('JwtIssuers', async (t) => {
  const { db } = await openTestDatabase(t)
  const clock = new TestClock('2026-01-02T03:04:05Z')
  const wrappingKey = randomBytes(32)
  const repository = signingKeys(db)
  /** One more instance of the server, over the same database. */
  const instance = (key = wrappingKey) => new JwtIssuers(repository, key, clock.now)
  t.beforeEach(async () => {
    await db.deleteFrom('signing_keys').execute()
    clock.set('2026-01-02T03:04:05Z')
  })

  await t.test('the first use makes the one key of an API, and later uses keep it', async (t) => {
    const issuer = instance().for('api', 'HS384')
    const kids = new Set([kidOf(await issuer.sign(claims)), kidOf(await issuer.sign(claims))])
    kids.add(kidOf(await instance().for('api', 'HS384').sign(claims)))
    const rows = await db.selectFrom('signing_keys').select(['id', 'api', 'algorithm']).execute()
    t.strictSame(rows, [{ id: [...kids][0], api: 'api', algorithm: 'HS384' }])
    t.equal(kids.size, 1)
  })

  await t.test('verifying does not make a key', async (t) => {
    const token = jwtSigner({ kid: 'made-up', algorithm: 'HS384', key: randomBytes(48) })(claims)
    t.equal(await instance().for('api', 'HS384').verify(token), undefined)
    t.strictSame(await db.selectFrom('signing_keys').select('id').execute(), [])
  })

  await t.test('a stored key is as long as its digest and encrypted', async (t) => {
    for (const algorithm of ['HS256', 'HS384', 'HS512'] as const) {
      await instance().for(algorithm, algorithm).sign(claims)
      const row = await db
        .selectFrom('signing_keys')
        .select('wrapped')
        .where('api', '=', algorithm)
        .executeTakeFirstOrThrow()
      t.equal(row.wrapped.length, keyLengths[algorithm] + 12 + 16)
    }
  })

  await t.test('a token is verified by its API and algorithm only', async (t) => {
    const issuers = instance()
    const token = await issuers.for('one', 'HS256').sign(claims)
    t.strictSame(await issuers.for('one', 'HS256').verify(token), claims)
    t.equal(await issuers.for('other', 'HS256').verify(token), undefined)
    t.equal(await issuers.for('one', 'HS384').verify(token), undefined)
  })

  await t.test('a key that another instance made is found by its kid, at once', async (t) => {
    const one = instance()
    const other = instance()
    await one.load()
    await other.load()
    const token = await one.for('api', 'HS256').sign(claims)
    t.strictSame(await other.for('api', 'HS256').verify(token), claims)
  })

  await t.test('two instances at their first use verify the tokens of each other', async (t) => {
    const issuers = [instance(), instance()].map((one) => one.for('api', 'HS256'))
    const tokens = await Promise.all(issuers.map((issuer) => issuer.sign(claims)))
    for (const issuer of issuers) {
      for (const token of tokens) t.strictSame(await issuer.verify(token), claims)
    }
  })

  await t.test('two first uses at once in one instance are verified both', async (t) => {
    const issuer = instance().for('api', 'HS256')
    const tokens = await Promise.all([issuer.sign(claims), issuer.sign(claims)])
    for (const token of tokens) t.strictSame(await issuer.verify(token), claims)
  })

  await t.test('made-up kids do not make an instance read its keys without limit', async (t) => {
    let reads = 0
    const list = (now: Date) => {
      reads++
      return repository.list(now)
    }
    const issuer = new JwtIssuers({ ...repository, list }, wrappingKey, clock.now).for('api', 'HS256')
    const madeUp = (kid: string) => jwtSigner({ kid, algorithm: 'HS256', key: randomBytes(32) })(claims)
    await Promise.all(Array.from({ length: 500 }, (_, index) => issuer.verify(madeUp(`kid ${index}`))))
    t.ok(reads <= 3, `${reads} reads`)
  })

  await t.test('of several keys the one that signs latest signs, once its time has come', async (t) => {
    const issuer = instance().for('api', 'HS256')
    const first = await issuer.sign(claims)
    const made = await instance().for('later', 'HS256').sign(claims)
    await db
      .updateTable('signing_keys')
      .set({ signs_from: new Date('2026-01-02T03:05:00Z') })
      .where('id', '=', kidOf(made) ?? '')
      .execute()
    const later = instance().for('later', 'HS256')
    const before = await later.sign(claims)
    t.not(kidOf(before), kidOf(made))
    clock.set('2026-01-02T03:05:00Z')
    t.equal(kidOf(await later.sign(claims)), kidOf(made))
    t.strictSame(await later.verify(before), claims)
    t.equal(kidOf(await issuer.sign(claims)), kidOf(first), 'another API keeps its key')
  })

  await t.test(
    'an expired key is refused from its time on, by an instance that holds it and by a new one',
    async (t) => {
      const token = await instance().for('api', 'HS256').sign(claims)
      await db
        .updateTable('signing_keys')
        .set({ expires_at: new Date('2026-01-02T04:00:00Z') })
        .execute()
      const held = instance().for('api', 'HS256')
      clock.set('2026-01-02T03:59:59.999Z')
      t.strictSame(await held.verify(token), claims)
      clock.set('2026-01-02T04:00:00Z')
      t.equal(await held.verify(token), undefined)
      t.equal(await instance().for('api', 'HS256').verify(token), undefined)
    },
  )

  await t.test('an expired key signs no more: the next use makes another', async (t) => {
    const first = await instance().for('api', 'HS256').sign(claims)
    await db
      .updateTable('signing_keys')
      .set({ expires_at: new Date('2026-01-02T04:00:00Z') })
      .execute()
    const held = instance()
    await held.load()
    clock.set('2026-01-02T04:00:00Z')
    const next = await held.for('api', 'HS256').sign(claims)
    t.not(kidOf(next), kidOf(first))
    t.strictSame(await held.for('api', 'HS256').verify(next), claims)
  })

  await t.test('under another master key the keys are refused, and none is replaced', async (t) => {
    const token = await instance().for('api', 'HS256').sign(claims)
    const stranger = instance(randomBytes(32))
    await t.rejects(stranger.load())
    await t.rejects(stranger.for('api', 'HS256').verify(token))
    await t.rejects(stranger.for('api', 'HS256').sign(claims))
    t.equal((await db.selectFrom('signing_keys').select('id').execute()).length, 1)
  })

  await t.test('a key that was moved to another API is refused', async (t) => {
    await instance().for('api', 'HS256').sign(claims)
    await db.updateTable('signing_keys').set({ api: 'other' }).execute()
    await t.rejects(instance().load())
  })

  await t.test('a failed read is not kept: the next use tries again', async (t) => {
    let isAway = true
    const list = (now: Date) => (isAway ? Promise.reject(new Error('away')) : repository.list(now))
    const issuer = new JwtIssuers({ ...repository, list }, wrappingKey, clock.now).for('api', 'HS256')
    await t.rejects(issuer.sign(claims), { message: 'away' })
    isAway = false
    t.strictSame(await issuer.verify(await issuer.sign(claims)), claims)
  })
})
