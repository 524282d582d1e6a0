import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import { test } from 'tap'
import { secondsAfter } from '../../src/clock.js'
import { kidOf } from '../../src/crypto/jwt.js'
import { inTransaction } from '../../src/database/transaction.js'
import { KeyRing } from '../../src/domain/signing-keys/key-ring.js'
import { SigningKeyRepository } from '../../src/domain/signing-keys/repository.js'
import { SigningKeyService } from '../../src/domain/signing-keys/service.js'
import type { SigningProfile } from '../../src/domain/signing-keys/signing-key.js'
import {
  type GivenSigningKey,
  type ImportResult,
  SigningKeyImport,
} from '../../src/domain/signing-keys/signing-key-import.js'
import { SigningKeyRotation } from '../../src/domain/signing-keys/signing-key-rotation.js'
import { SigningKeyWrapper, type WrappingKeys } from '../../src/domain/signing-keys/signing-key-wrapper.js'
import { openTestDatabase } from '../support/database.js'
import { TestClock } from '../support/server.js'

const start = new Date('2026-01-02T03:04:05Z')
const iat = start.getTime() / 1000
const claims = { sub: 'somebody', jti: 'one', iat, exp: iat + 900 }
/** The claims that another installation gives its tokens. */
const foreignClaims = { sub: 'somebody', scope: 'everything', iat, exp: iat + 900 }
const api: SigningProfile = {
  api: 'broker-token',
  algorithm: 'HS256',
  lifetime: 900,
  claims: { sub: { type: 'string' }, jti: { type: 'string' } },
  importedClaims: { sub: { type: 'string' } },
}
const other: SigningProfile = { ...api, api: 'partner-login' }

/** A token as another installation signs it. */
function sign(material: Buffer, kid?: string, payload: object = foreignClaims): Promise<string> {
  const header = { alg: 'HS256', ...(kid !== undefined && { kid }) }
  return new SignJWT({ ...payload }).setProtectedHeader(header).sign(material)
}

test('imported signing keys', async (t) => {
  const { db } = await openTestDatabase(t)
  const clock = new TestClock(start.toISOString())
  const wrappingKey = randomBytes(32)
  const moveTo = (seconds: number): void => clock.set(secondsAfter(start, seconds).toISOString())
  /** One more instance of the server, over the same database. */
  function instance(keys: WrappingKeys = { current: wrappingKey, previous: undefined, isMigrating: () => false }) {
    const repository = new SigningKeyRepository(1)
    const wrapper = new SigningKeyWrapper(keys)
    const keyRing = new KeyRing({ db, repository, wrapper, clock: clock.now })
    const rotation = new SigningKeyRotation({ repository, wrapper, keyRing })
    const keyImport = new SigningKeyImport({ repository, wrapper, keyRing, rotation })
    const service = new SigningKeyService({ db, repository, wrapper, keyRing, rotation, keyImport, clock: clock.now })
    return { service, issuer: service.issuerFor(api), other: service.issuerFor(other) }
  }
  const take = (
    { service }: ReturnType<typeof instance>,
    given: Partial<GivenSigningKey> & { readonly material: Buffer },
    name = 'broker-token',
  ): Promise<ImportResult | undefined> =>
    inTransaction(db, (trx) => service.import(trx, name, { isVerifyOnly: true, ...given }, clock.now()))
  const rotate = ({ service }: ReturnType<typeof instance>, overlapSeconds?: number) =>
    inTransaction(db, (trx) => service.rotate(trx, 'broker-token', { at: clock.now(), overlapSeconds }))
  const retire = ({ service }: ReturnType<typeof instance>, id?: string, overlapSeconds = 0) =>
    inTransaction(db, (trx) => service.retire(trx, 'broker-token', { id, overlapSeconds, at: clock.now() }))
  const idOf = (result: ImportResult | undefined): string => (result && 'key' in result ? result.key.id : '')

  t.beforeEach(async () => {
    await db.deleteFrom('signing_keys').execute()
    moveTo(0)
  })

  await t.test(
    'tokens without a kid are verified by a key that was imported without one, and by no other',
    async (t) => {
      const one = instance()
      const material = randomBytes(32)
      const token = await sign(material)
      t.equal(await one.issuer.verify(token), undefined, 'before')
      await take(one, { material: randomBytes(32), kid: 'legacy' })
      await take(one, { material: randomBytes(32), kid: null })
      t.equal(await one.issuer.verify(token), undefined, 'other keys')
      const result = await take(one, { material, kid: null })
      t.match(result, { key: { kid: null, isImported: true, state: 'verifying', signsFrom: null, expiresAt: null } })
      t.strictSame(await one.issuer.verify(token), foreignClaims)
      t.match(await one.service.identify(token), { api: 'broker-token', key: { isImported: true, signsFrom: null } })
      t.equal(await one.issuer.verify(await sign(material, 'any')), undefined, 'with a kid')
      t.equal(await one.issuer.verify(await sign(material, idOf(result))), undefined, 'with the id as kid')
      t.equal(await one.other.verify(token), undefined, 'at another API')
    },
  )

  await t.test('a key that was imported with a kid verifies the tokens that have it', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    await take(one, { material, kid: '2023-1' })
    t.strictSame(await one.issuer.verify(await sign(material, '2023-1')), foreignClaims)
    t.equal(await one.issuer.verify(await sign(material)), undefined, 'without a kid')
    t.equal(await one.issuer.verify(await sign(material, '2023')), undefined, 'with another kid')
  })

  await t.test('the kid of one API means nothing at another', async (t) => {
    const one = instance()
    const [mine, theirs] = [randomBytes(32), randomBytes(32)]
    await take(one, { material: mine, kid: 'k' })
    await take(one, { material: theirs, kid: 'k' }, 'partner-login')
    t.strictSame(await one.issuer.verify(await sign(mine, 'k')), foreignClaims)
    t.strictSame(await one.other.verify(await sign(theirs, 'k')), foreignClaims)
    t.equal(await one.issuer.verify(await sign(theirs, 'k')), undefined)
    t.match(await one.service.identify(await sign(theirs, 'k')), { api: 'partner-login' })
  })

  await t.test('its tokens need only the claims for imported keys, and are bounded as others are', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    await take(one, { material, kid: null })
    const { exp, ...endless } = foreignClaims
    const { iat: _, ...ageless } = foreignClaims
    for (const [what, payload] of [
      ['no exp', endless],
      ['no iat', ageless],
      ['too long a life', { ...foreignClaims, exp: exp + 1 }],
      ['from the future', { ...foreignClaims, iat: iat + 61 }],
      ['a fraction of a second', { ...foreignClaims, iat: iat + 0.5 }],
      ['for an audience', { ...foreignClaims, aud: 'partners' }],
      ['a subject of another type', { ...foreignClaims, sub: 1 }],
    ] as const) {
      t.equal(await one.issuer.verify(await sign(material, undefined, payload)), undefined, what)
    }
    const ahead = { ...foreignClaims, iat: iat + 60 }
    t.strictSame(await one.issuer.verify(await sign(material, undefined, ahead)), ahead)
    const own = await one.issuer.sign(claims)
    t.strictSame(await one.issuer.verify(own), claims)
    t.equal(await one.issuer.verify(await one.issuer.sign(foreignClaims)), undefined, 'own keys demand all claims')
  })

  await t.test('one that only verifies never signs, also where it is the only one', async (t) => {
    const one = instance()
    const id = idOf(await take(one, { material: randomBytes(32), kid: null }))
    for (const issuer of [one.issuer, instance().issuer]) {
      const kid = kidOf(await issuer.sign(claims))
      t.ok(kid && kid !== id)
    }
    t.strictSame(
      (await one.service.list({ limit: 10 })).items.map(({ state }) => state),
      ['signing', 'verifying'],
    )
  })

  await t.test('one that signs is published first, then new tokens have its kid or none', async (t) => {
    for (const kid of [null, '2023-1', undefined]) {
      await db.deleteFrom('signing_keys').execute()
      moveTo(0)
      const [one, two] = [instance(), instance()]
      const before = await one.issuer.sign(claims)
      await two.issuer.verify(before)
      const material = randomBytes(32)
      const result = await take(one, { material, kid, isVerifyOnly: false })
      t.match(result, { key: { state: 'published', signsFrom: secondsAfter(start, 10) } })
      t.equal(kidOf(await one.issuer.sign(claims)), kidOf(before))
      moveTo(10)
      for (const { issuer } of [one, two]) {
        const token = await issuer.sign(claims)
        t.equal(kidOf(token), kid === undefined ? idOf(result) : kid)
        t.strictSame(await issuer.verify(token), claims)
        t.strictSame(await issuer.verify(before), claims)
        t.strictSame(
          await issuer.verify(await sign(material, kid ?? undefined)),
          kid === undefined ? undefined : foreignClaims,
        )
      }
      moveTo(10 + 900 + 60)
      t.equal(await one.issuer.verify(before), undefined, 'the tokens of the replaced key are over')
    }
  })

  await t.test('another instance knows it after 8 seconds, and that it is retired', async (t) => {
    const [one, two] = [instance(), instance()]
    await two.issuer.sign(claims)
    const material = randomBytes(32)
    const token = await sign(material)
    const id = idOf(await take(one, { material, kid: null }))
    moveTo(8.001)
    t.strictSame(await two.issuer.verify(token), foreignClaims)
    t.match(await retire(one, id), [{ id, state: 'expired' }])
    t.equal(await one.issuer.verify(token), undefined)
    moveTo(16.002)
    t.equal(await two.issuer.verify(token), undefined)
  })

  await t.test('a repeated import changes nothing, and one in another way is refused', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    const first = await take(one, { material, kid: null })
    moveTo(5)
    t.strictSame(await take(one, { material, kid: null }), first)
    t.strictSame(await take(one, { material, kid: 'k' }), { conflict: 'exists' })
    t.strictSame(await take(one, { material }), { conflict: 'exists' })
    t.strictSame(await take(one, { material, kid: null, isVerifyOnly: false }), { conflict: 'exists' })
    t.strictSame(await take(one, { material, kid: null }, 'partner-login'), { conflict: 'exists' })
    t.equal(await take(one, { material, kid: null }, 'nothing'), undefined, 'an API that signs nothing')
    const signing = randomBytes(32)
    const second = await take(one, { material: signing, isVerifyOnly: false })
    t.strictSame(await take(one, { material: signing, isVerifyOnly: false }), second)
    t.strictSame(
      await take(one, { material: randomBytes(32), isVerifyOnly: false }),
      { conflict: 'pending' },
      'another one that is to sign, while this one does not sign yet',
    )
    moveTo(20)
    await rotate(one)
    t.strictSame(await take(one, { material: signing, isVerifyOnly: false }), { conflict: 'exists' }, 'about to end')
    t.equal((await one.service.list({ limit: 10 })).items.length, 3)
  })

  await t.test('a kid is taken once, and few keys have none', async (t) => {
    const one = instance()
    await take(one, { material: randomBytes(32), kid: 'k' })
    t.strictSame(await take(one, { material: randomBytes(32), kid: 'k' }), { conflict: 'kid-taken' })
    const own = kidOf(await one.issuer.sign(claims))
    t.strictSame(await take(one, { material: randomBytes(32), kid: own ?? '' }), { conflict: 'kid-taken' })
    for (let count = 1; count <= 5; count++) t.ok(idOf(await take(one, { material: randomBytes(32), kid: null })))
    t.strictSame(await take(one, { material: randomBytes(32), kid: null }), { conflict: 'too-many' })
  })

  await t.test('of many imports of one key at once one is stored', async (t) => {
    const material = randomBytes(32)
    const results = await Promise.all(Array.from({ length: 8 }, () => take(instance(), { material, kid: null })))
    t.equal(new Set(results.map(idOf)).size, 1)
    t.equal((await db.selectFrom('signing_keys').select('id').execute()).length, 1)
  })

  await t.test('a weak key is refused, and a short one verifies for 30 days', async (t) => {
    const one = instance()
    const weakness = (material: Buffer, isVerifyOnly = true) =>
      one.service.weaknessOf('broker-token', { material, kid: null, isVerifyOnly })
    t.equal(weakness(randomBytes(32), false), undefined)
    t.match(weakness(randomBytes(31), false), /32 bytes.*RFC 7518/)
    t.equal(weakness(randomBytes(31)), undefined)
    t.equal(weakness(randomBytes(16)), undefined)
    t.match(weakness(randomBytes(15)), /16 bytes/)
    t.match(weakness(Buffer.alloc(64, 'secret')), /different bytes/)
    const material = Buffer.from('s3cr3t of 20 letters')
    const result = await take(one, { material, kid: null })
    t.match(result, { key: { state: 'verifying', expiresAt: secondsAfter(start, 30 * 86_400) } })
    const token = await sign(material)
    t.strictSame(await one.issuer.verify(token), foreignClaims)
    t.strictSame(await take(one, { material, kid: null }), result)
    moveTo(30 * 86_400)
    t.equal(await one.issuer.verify(token), undefined)
  })

  await t.test('a rotation leaves a key that only verifies, unless every token is to be refused', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    const token = await sign(material)
    const id = idOf(await take(one, { material, kid: null }))
    await rotate(one)
    moveTo(10)
    await rotate(one, 60)
    const find = async () => (await one.service.list({ limit: 10 })).items.find((key) => key.id === id)
    t.equal((await find())?.expiresAt, null)
    moveTo(20)
    t.strictSame(await one.issuer.verify(token), foreignClaims)
    await rotate(one, 0)
    t.equal(await one.issuer.verify(token), undefined)
    t.equal((await find())?.state, 'expired')
  })

  await t.test('an imported key that signs is replaced by a rotation as any other', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    await take(one, { material, kid: null, isVerifyOnly: false })
    moveTo(10)
    const before = await one.issuer.sign(claims)
    await rotate(one)
    moveTo(20)
    t.ok(kidOf(await one.issuer.sign(claims)))
    t.strictSame(await one.issuer.verify(before), claims)
    moveTo(20 + 900 + 60)
    t.equal(await one.issuer.verify(before), undefined)
  })

  await t.test('keys that do not sign are retired, one or all, and the one that signs stays', async (t) => {
    const one = instance()
    const signing = await one.issuer.sign(claims)
    const ids = [
      idOf(await take(one, { material: randomBytes(32), kid: null })),
      idOf(await take(one, { material: randomBytes(32), kid: 'k' })),
      idOf(await take(one, { material: randomBytes(20), kid: 'short' })),
    ]
    t.equal(await retire(one, kidOf(signing) ?? ''), undefined, 'the one that signs')
    t.equal(await retire(one, '00000000-0000-4000-8000-000000000000'), undefined, 'an unknown one')
    t.match(await retire(one, ids[0], 60), [{ id: ids[0], state: 'verifying', expiresAt: secondsAfter(start, 60) }])
    t.match(await retire(one, ids[0], 600), [{ expiresAt: secondsAfter(start, 60) }], 'no key lives longer by it')
    t.strictSame((await retire(one))?.map(({ id }) => id).sort(), [...ids].sort())
    t.strictSame(await retire(one), [])
    t.equal(await retire({ ...one, service: new SigningKeyService(one.service.options) }), undefined, 'an unknown API')
    t.strictSame(await one.issuer.verify(signing), claims)
  })

  await t.test('it is encrypted at rest, and moves with the master key', async (t) => {
    const one = instance()
    const material = randomBytes(32)
    await take(one, { material, kid: null })
    const { wrapped } = await db.selectFrom('signing_keys').select('wrapped').executeTakeFirstOrThrow()
    t.notOk(wrapped.includes(material))
    const coming = randomBytes(32)
    await instance({ current: coming, previous: wrappingKey, isMigrating: () => true }).service.load()
    const after = instance({ current: coming, previous: undefined, isMigrating: () => false })
    t.strictSame(await after.issuer.verify(await sign(material)), foreignClaims)
  })

  await t.test(
    'the export has every key that verifies, the one that signs first, and makes the first one',
    async (t) => {
      const one = instance()
      const exported = () => inTransaction(db, (trx) => one.service.export(trx, 'broker-token', clock.now()))
      const [first, ...none] = (await exported()) ?? []
      t.strictSame(none, [])
      t.equal(first?.id, kidOf(await one.issuer.sign(claims)))
      const material = randomBytes(32)
      await take(one, { material, kid: null })
      await take(one, { material: randomBytes(32), kid: 'k' }, 'partner-login')
      await rotate(one)
      const keys = (await exported()) ?? []
      t.strictSame(
        keys.map(({ state }) => state),
        ['signing', 'verifying', 'published'],
      )
      t.ok(keys[1]?.material.equals(material))
      moveTo(10)
      const [signing] = (await exported()) ?? []
      const token = await one.issuer.sign(claims)
      t.equal(signing?.id, kidOf(token))
      t.equal(
        await sign(signing?.material ?? Buffer.alloc(0), signing?.id, claims).then((own) => own.split('.')[2]?.length),
        43,
      )
      t.equal(await inTransaction(db, (trx) => one.service.export(trx, 'nothing', clock.now())), undefined)
    },
  )
})
