import { randomBytes } from 'node:crypto'
import { test } from 'tap'
import { secondsAfter } from '../../src/clock.js'
import { jwtSigner, keyLengths, kidOf } from '../../src/crypto/jwt.js'
import { inTransaction } from '../../src/database/transaction.js'
import { KeyRing } from '../../src/domain/signing-keys/key-ring.js'
import { SigningKeyRepository } from '../../src/domain/signing-keys/repository.js'
import { SigningKeyService } from '../../src/domain/signing-keys/service.js'
import type { SigningProfile } from '../../src/domain/signing-keys/signing-key.js'
import { SigningKeyImport } from '../../src/domain/signing-keys/signing-key-import.js'
import { type RotationOptions, SigningKeyRotation } from '../../src/domain/signing-keys/signing-key-rotation.js'
import {
  OtherMasterKey,
  SigningKeyWrapper,
  type WrappingKeys,
} from '../../src/domain/signing-keys/signing-key-wrapper.js'
import { openTestDatabase } from '../support/database.js'
import { TestClock } from '../support/server.js'

const claims = { uid: 'somebody', iat: 1_000, exp: 2_000 }
const api: SigningProfile = { api: 'broker-token', algorithm: 'HS256', lifetime: 3600, claims: {} }

test('signing keys', async (t) => {
  const { db } = await openTestDatabase(t)
  const clock = new TestClock('2026-01-02T03:04:05Z')
  const wrappingKey = randomBytes(32)
  const wrappingKeys = { current: wrappingKey, previous: undefined, isMigrating: () => false } satisfies WrappingKeys
  /** One more instance of the server, over the same database. */
  function instance(keys: WrappingKeys = wrappingKeys, repository = new SigningKeyRepository(1)): SigningKeyService {
    const wrapper = new SigningKeyWrapper(keys)
    const keyRing = new KeyRing({ db, repository, wrapper, clock: clock.now })
    const rotation = new SigningKeyRotation({ repository, wrapper, keyRing })
    const keyImport = new SigningKeyImport({ repository, wrapper, keyRing, rotation })
    return new SigningKeyService({ db, repository, wrapper, keyRing, rotation, keyImport, clock: clock.now })
  }
  const rotate = (keys: SigningKeyService, api: string, options: RotationOptions) =>
    inTransaction(db, (trx) => keys.rotate(trx, api, options))
  const listAll = async (keys: SigningKeyService) => (await keys.list({ limit: 100 })).items
  /** A repository whose reads a test counts, or lets fail. */
  function observedRepository(onRead: () => void): SigningKeyRepository {
    const repository = new SigningKeyRepository(1)
    const list = repository.list.bind(repository)
    repository.list = async (...args) => {
      onRead()
      return list(...args)
    }
    return repository
  }
  t.beforeEach(async () => {
    await db.deleteFrom('signing_keys').execute()
    clock.set('2026-01-02T03:04:05Z')
  })

  await t.test('the first use makes the one key of an API, and later uses keep it', async (t) => {
    const issuer = instance().issuerFor({ api: 'broker-token', algorithm: 'HS384', lifetime: 3600, claims: {} })
    const kids = new Set([kidOf(await issuer.sign(claims)), kidOf(await issuer.sign(claims))])
    kids.add(
      kidOf(
        await instance()
          .issuerFor({ api: 'broker-token', algorithm: 'HS384', lifetime: 3600, claims: {} })
          .sign(claims),
      ),
    )
    const rows = await db.selectFrom('signing_keys').select(['id', 'api', 'algorithm']).execute()
    t.strictSame(rows, [{ id: [...kids][0], api: 'broker-token', algorithm: 'HS384' }])
    t.equal(kids.size, 1)
  })

  await t.test('verifying does not make a key', async (t) => {
    const token = jwtSigner({ kid: 'made-up', algorithm: 'HS384', key: randomBytes(48) })(claims)
    t.equal(
      await instance().issuerFor({ api: 'broker-token', algorithm: 'HS384', lifetime: 3600, claims: {} }).verify(token),
      undefined,
    )
    t.strictSame(await db.selectFrom('signing_keys').select('id').execute(), [])
  })

  await t.test('a stored key is as long as its digest and encrypted', async (t) => {
    for (const [algorithm, api] of [
      ['HS256', 'broker-token'],
      ['HS384', 'partner-login'],
      ['HS512', 'security-management'],
    ] as const) {
      await instance().issuerFor({ api, algorithm, lifetime: 3600, claims: {} }).sign(claims)
      const row = await db.selectFrom('signing_keys').select('wrapped').where('api', '=', api).executeTakeFirstOrThrow()
      t.equal(row.wrapped.length, keyLengths[algorithm] + 12 + 16)
    }
  })

  await t.test('a token is verified by its API and algorithm only', async (t) => {
    const issuers = instance()
    const token = await issuers
      .issuerFor({ api: 'broker-token', algorithm: 'HS256', lifetime: 3600, claims: {} })
      .sign(claims)
    t.strictSame(
      await issuers.issuerFor({ api: 'broker-token', algorithm: 'HS256', lifetime: 3600, claims: {} }).verify(token),
      claims,
    )
    t.equal(
      await issuers.issuerFor({ api: 'partner-login', algorithm: 'HS256', lifetime: 3600, claims: {} }).verify(token),
      undefined,
    )
    t.equal(
      await issuers.issuerFor({ api: 'broker-token', algorithm: 'HS384', lifetime: 3600, claims: {} }).verify(token),
      undefined,
    )
  })

  await t.test('a key that another instance made is found by its kid, at once', async (t) => {
    const one = instance()
    const other = instance()
    await one.load()
    await other.load()
    const token = await one.issuerFor(api).sign(claims)
    t.strictSame(await other.issuerFor(api).verify(token), claims)
  })

  await t.test('two instances at their first use verify the tokens of each other', async (t) => {
    const issuers = [instance(), instance()].map((one) => one.issuerFor(api))
    const tokens = await Promise.all(issuers.map((issuer) => issuer.sign(claims)))
    for (const issuer of issuers) {
      for (const token of tokens) t.strictSame(await issuer.verify(token), claims)
    }
  })

  await t.test('two first uses at once in one instance are verified both', async (t) => {
    const issuer = instance().issuerFor(api)
    const tokens = await Promise.all([issuer.sign(claims), issuer.sign(claims)])
    for (const token of tokens) t.strictSame(await issuer.verify(token), claims)
  })

  await t.test('made-up kids make an instance read its keys at most once a second', async (t) => {
    let reads = 0
    const counting = observedRepository(() => {
      reads++
    })
    const issuer = instance(wrappingKeys, counting).issuerFor(api)
    const madeUp = (kid: string) => jwtSigner({ kid, algorithm: 'HS256', key: randomBytes(32) })(claims)
    const verifyMany = (what: string) =>
      Promise.all(Array.from({ length: 500 }, (_, index) => issuer.verify(madeUp(`${what} ${index}`))))
    await verifyMany('kid')
    t.equal(reads, 2, 'the keys at the first use, and once more for all')
    const startedMs = performance.now()
    for (let round = 0; round < 10; round++) await verifyMany(`kid of round ${round}`)
    const reached = reads
    t.ok(reached <= 2 + Math.ceil((performance.now() - startedMs) / 1_000), `${reached} reads`)
  })

  await t.test('a made-up kid is answered at once where another one was looked up within the second', async (t) => {
    const issuer = instance().issuerFor(api)
    const madeUp = (kid: string) => jwtSigner({ kid, algorithm: 'HS256', key: randomBytes(32) })(claims)
    await issuer.verify(madeUp('first'))
    const startedMs = performance.now()
    for (let index = 0; index < 20; index++) await issuer.verify(madeUp(`kid ${index}`))
    t.ok(performance.now() - startedMs < 500, 'twenty of them took less than five waits of 100 ms')
  })

  await t.test('many instances at their first use make one key', async (t) => {
    const issuers = Array.from({ length: 8 }, () => instance().issuerFor(api))
    const tokens = await Promise.all(issuers.map((issuer) => issuer.sign(claims)))
    t.equal(new Set(tokens.map(kidOf)).size, 1)
    t.equal((await db.selectFrom('signing_keys').select('id').execute()).length, 1)
  })

  await t.test('an instance whose clock is behind signs with the first key of another, and makes none', async (t) => {
    const first = await instance().issuerFor(api).sign(claims)
    clock.advance(-5)
    t.equal(kidOf(await instance().issuerFor(api).sign(claims)), kidOf(first))
  })

  await t.test(
    'an expired key is refused from its time on, by an instance that holds it and by a new one',
    async (t) => {
      const token = await instance().issuerFor(api).sign(claims)
      await db
        .updateTable('signing_keys')
        .set({ expires_at: new Date('2026-01-02T04:00:00Z') })
        .execute()
      const held = instance().issuerFor(api)
      clock.set('2026-01-02T03:59:59.999Z')
      t.strictSame(await held.verify(token), claims)
      clock.set('2026-01-02T04:00:00Z')
      t.equal(await held.verify(token), undefined)
      t.equal(await instance().issuerFor(api).verify(token), undefined)
    },
  )

  await t.test('an expired key signs no more: the next use makes another', async (t) => {
    const first = await instance().issuerFor(api).sign(claims)
    await db
      .updateTable('signing_keys')
      .set({ expires_at: new Date('2026-01-02T04:00:00Z') })
      .execute()
    const held = instance()
    await held.load()
    clock.set('2026-01-02T04:00:00Z')
    const next = await held.issuerFor(api).sign(claims)
    t.not(kidOf(next), kidOf(first))
    t.strictSame(await held.issuerFor(api).verify(next), claims)
  })

  await t.test('under another master key the keys are refused, and none is replaced', async (t) => {
    const token = await instance().issuerFor(api).sign(claims)
    const stranger = instance({ ...wrappingKeys, current: randomBytes(32), previous: randomBytes(32) })
    await t.rejects(stranger.load(), OtherMasterKey)
    await t.rejects(stranger.issuerFor(api).verify(token))
    await t.rejects(stranger.issuerFor(api).sign(claims))
    t.equal((await db.selectFrom('signing_keys').select('id').execute()).length, 1)
  })

  await t.test('a key that was moved to another API is refused', async (t) => {
    await instance().issuerFor(api).sign(claims)
    await db.updateTable('signing_keys').set({ api: 'partner-login' }).execute()
    await t.rejects(instance().load())
  })

  await t.test('a failed read is not kept: the next use tries again', async (t) => {
    let isAway = true
    const failing = observedRepository(() => {
      if (isAway) throw new Error('away')
    })
    const issuer = instance(wrappingKeys, failing).issuerFor(api)
    await t.rejects(issuer.sign(claims), { message: 'away' })
    isAway = false
    t.strictSame(await issuer.verify(await issuer.sign(claims)), claims)
  })

  await t.test('rotation', async (t) => {
    const start = new Date('2026-01-02T03:04:05Z')
    const at = (seconds: number): Date => secondsAfter(start, seconds)
    const moveTo = (seconds: number): void => clock.set(at(seconds).toISOString())
    /** An instance with a first key, and the token that it signed. */
    async function begin() {
      const issuers = instance()
      const issuer = issuers.issuerFor(api)
      const token = await issuer.sign(claims)
      return { issuers, issuer, token, kid: kidOf(token) }
    }

    await t.test('a new key is published for 10 seconds, then signs on every instance, used or idle', async (t) => {
      const { issuers, issuer, kid } = await begin()
      const busy = instance().issuerFor(api)
      const idle = instance().issuerFor(api)
      t.equal(kidOf(await busy.sign(claims)), kid)
      t.equal(kidOf(await idle.sign(claims)), kid)
      const outcome = await rotate(issuers, 'broker-token', { at: start })
      t.match(outcome, {
        rotated: { api: 'broker-token', algorithm: 'HS256', state: 'published', signsFrom: at(10), expiresAt: null },
      })
      const next = outcome && 'rotated' in outcome ? outcome.rotated.id : ''
      for (const seconds of [1, 3, 5, 7, 9.999]) {
        moveTo(seconds)
        t.equal(kidOf(await issuer.sign(claims)), kid)
        t.equal(kidOf(await busy.sign(claims)), kid)
      }
      moveTo(10)
      for (const one of [issuer, busy, idle]) t.equal(kidOf(await one.sign(claims)), next)
    })

    await t.test(
      'tokens signed before are valid for the life of a token after the switch, and a little longer',
      async (t) => {
        const { issuers, issuer } = await begin()
        await rotate(issuers, 'broker-token', { at: start })
        moveTo(9.999)
        const last = await issuer.sign(claims)
        const other = instance().issuerFor(api)
        for (const seconds of [10, 1800, 10 + 3600 + 59.999]) {
          moveTo(seconds)
          t.strictSame(await issuer.verify(last), claims)
          t.strictSame(await other.verify(last), claims)
        }
        moveTo(10 + 3600 + 60)
        t.equal(await issuer.verify(last), undefined)
        t.equal(await other.verify(last), undefined)
        t.strictSame(await issuer.verify(await other.sign(claims)), claims)
      },
    )

    await t.test('an overlap that is given is taken as it is', async (t) => {
      const { issuers, issuer, token } = await begin()
      await rotate(issuers, 'broker-token', { overlapSeconds: 5, at: start })
      moveTo(14.999)
      t.strictSame(await issuer.verify(token), claims)
      moveTo(15)
      t.equal(await issuer.verify(token), undefined)
    })

    await t.test('without an overlap the new key signs at once and the tokens of all others are refused', async (t) => {
      const { issuers, issuer, token, kid } = await begin()
      await rotate(issuers, 'broker-token', { at: start })
      const outcome = await rotate(issuers, 'broker-token', { overlapSeconds: 0, at: start })
      t.match(outcome, { rotated: { state: 'signing', signsFrom: start } })
      t.equal(await issuer.verify(token), undefined)
      const fresh = await issuer.sign(claims)
      t.not(kidOf(fresh), kid)
      t.strictSame(
        (await listAll(issuers)).map(({ state }) => state).sort(),
        ['expired', 'expired', 'signing'],
        'the one that was pending ended too',
      )
      moveTo(60)
      t.equal(kidOf(await issuer.sign(claims)), kidOf(fresh))
    })

    await t.test('another instance refuses the tokens of a leaked key after 8 seconds, used or idle', async (t) => {
      const { issuers, token } = await begin()
      const other = instance().issuerFor(api)
      t.strictSame(await other.verify(token), claims)
      await rotate(issuers, 'broker-token', { overlapSeconds: 0, at: start })
      moveTo(8.001)
      t.equal(await other.verify(token), undefined)
    })

    await t.test('keys that are older than 2 seconds are read beside the call that uses them', async (t) => {
      let reads = 0
      const counting = observedRepository(() => {
        reads++
      })
      const issuer = instance(wrappingKeys, counting).issuerFor(api)
      const token = await issuer.sign(claims)
      const before = reads
      moveTo(2)
      await issuer.verify(token)
      t.equal(reads, before)
      moveTo(2.001)
      await Promise.all([issuer.verify(token), issuer.verify(token), issuer.sign(claims)])
      t.equal(reads, before + 1, 'once for all')
    })

    await t.test('while the database is away an instance goes on with what it knows', async (t) => {
      let isAway = false
      const failing = observedRepository(() => {
        if (isAway) throw new Error('away')
      })
      const issuer = instance(wrappingKeys, failing).issuerFor(api)
      const token = await issuer.sign(claims)
      isAway = true
      for (const seconds of [3, 9, 600]) {
        moveTo(seconds)
        t.strictSame(await issuer.verify(token), claims)
        t.equal(kidOf(await issuer.sign(claims)), kidOf(token))
      }
      await instance().issuerFor(api).sign(claims)
      const other = instance()
      other.issuerFor(api)
      await rotate(other, 'broker-token', { overlapSeconds: 0, at: at(600) })
      isAway = false
      moveTo(610)
      t.equal(await issuer.verify(token), undefined, 'and reads again when it is back')
    })

    await t.test('a rotation is refused while the one before is pending, and told which', async (t) => {
      const { issuers } = await begin()
      const first = await rotate(issuers, 'broker-token', { at: start })
      const id = first && 'rotated' in first ? first.rotated.id : ''
      moveTo(9.999)
      t.strictSame(await rotate(issuers, 'broker-token', { at: at(9.999) }), { pending: { id, signsFrom: at(10) } })
      moveTo(10)
      t.match(await rotate(issuers, 'broker-token', { at: at(10) }), { rotated: { state: 'published' } })
    })

    await t.test('of many rotations at once one is made, and the others are told of it', async (t) => {
      await begin()
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => {
          const issuers = instance()
          issuers.issuerFor(api)
          return rotate(issuers, 'broker-token', { at: start })
        }),
      )
      const made = outcomes.flatMap((outcome) => (outcome && 'rotated' in outcome ? [outcome.rotated.id] : []))
      const told = outcomes.flatMap((outcome) => (outcome && 'pending' in outcome ? [outcome.pending.id] : []))
      t.equal(made.length, 1)
      t.strictSame(
        told,
        Array.from({ length: 7 }, () => made[0]),
      )
      t.equal((await db.selectFrom('signing_keys').select('id').execute()).length, 2)
    })

    await t.test('a later rotation does not prolong the life of a key', async (t) => {
      const { issuers, kid } = await begin()
      await rotate(issuers, 'broker-token', { at: start })
      moveTo(60)
      await rotate(issuers, 'broker-token', { at: at(60) })
      const first = (await listAll(issuers)).find(({ id }) => id === kid)
      t.strictSame(first?.expiresAt, at(10 + 3600 + 60))
    })

    await t.test('a rotation concerns one API; one that signs nothing is unknown', async (t) => {
      const { issuers, issuer, kid } = await begin()
      const other = issuers.issuerFor({ ...api, api: 'partner-login' })
      const otherKid = kidOf(await other.sign(claims))
      await rotate(issuers, 'partner-login', { overlapSeconds: 0, at: start })
      t.equal(kidOf(await issuer.sign(claims)), kid)
      t.not(kidOf(await other.sign(claims)), otherKid)
      t.equal(await rotate(issuers, 'nothing', { at: start }), undefined)
    })

    await t.test(
      'the list tells the state of every key, newest first, and nothing of the keys themselves',
      async (t) => {
        const { issuers, kid } = await begin()
        const states = async () => (await listAll(issuers)).map(({ state }) => state)
        t.strictSame(await listAll(issuers), [
          {
            id: kid,
            kid,
            isImported: false,
            api: 'broker-token',
            algorithm: 'HS256',
            state: 'signing',
            createdAt: start,
            signsFrom: start,
            expiresAt: null,
          },
        ])
        moveTo(1)
        await rotate(issuers, 'broker-token', { at: at(1) })
        t.strictSame(await states(), ['published', 'signing'])
        moveTo(11)
        t.strictSame(await states(), ['signing', 'verifying'])
        moveTo(11 + 3600 + 60)
        t.strictSame(await states(), ['signing', 'expired'])
      },
    )

    await t.test('a token is identified by its key, whichever API signed it, expired or not', async (t) => {
      const { issuers, token } = await begin()
      const other = await issuers
        .issuerFor({ api: 'partner-login', algorithm: 'HS384', lifetime: 3600, claims: {} })
        .sign(claims)
      t.match(await issuers.identify(token), { api: 'broker-token', claims, key: { isImported: false } })
      t.match(await issuers.identify(other), { api: 'partner-login', claims })
      const [header, , signature] = token.split('.')
      const forged = `${header}.${Buffer.from('{"iat":1,"exp":2}').toString('base64url')}.${signature}`
      for (const text of [forged, '', 'twg_something', 'a.b.c']) t.equal(await issuers.identify(text), undefined)
      const stranger = jwtSigner({ kid: 'made-up', algorithm: 'HS256', key: randomBytes(32) })(claims)
      t.equal(await issuers.identify(stranger), undefined)
      await rotate(issuers, 'broker-token', { overlapSeconds: 0, at: start })
      t.equal(await issuers.identify(token), undefined)
    })
  })

  await t.test('rotation of the key that encrypts', async (t) => {
    const coming = randomBytes(32)
    const stepOne = () => instance({ current: wrappingKey, previous: coming, isMigrating: () => false })
    const stepTwo = () => instance({ current: coming, previous: wrappingKey, isMigrating: () => true })
    const after = () => instance({ current: coming, previous: undefined, isMigrating: () => false })

    await t.test('either key opens what was encrypted under either', async (t) => {
      const first = stepOne()
      const notMoving = instance({ current: coming, previous: wrappingKey, isMigrating: () => false })
      const one = await first.issuerFor(api).sign(claims)
      t.strictSame(await notMoving.issuerFor(api).verify(one), claims)
      const other = await notMoving.issuerFor({ ...api, api: 'partner-login' }).sign(claims)
      t.strictSame(await first.issuerFor({ ...api, api: 'partner-login' }).verify(other), claims)
      await t.rejects(after().load(), OtherMasterKey, 'nothing moved')
    })

    await t.test(
      'in the second step keys are encrypted anew, those of a late instance of the first one too',
      async (t) => {
        const first = stepOne()
        const token = await first.issuerFor(api).sign(claims)
        const moving = stepTwo()
        await moving.load()
        t.strictSame(await after().issuerFor(api).verify(token), claims)
        const late = await first.issuerFor({ ...api, api: 'security-management' }).sign(claims)
        clock.advance(9)
        t.strictSame(await moving.issuerFor({ ...api, api: 'security-management' }).verify(late), claims)
        t.strictSame(
          await after()
            .issuerFor({ ...api, api: 'security-management' })
            .verify(late),
          claims,
        )
        t.strictSame(await first.issuerFor(api).verify(token), claims, 'and the instance of the first step reads them')
      },
    )
  })
})
