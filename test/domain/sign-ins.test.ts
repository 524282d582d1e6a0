import fc from 'fast-check'
import { test } from 'tap'
import { secondsAfter } from '../../src/clock.js'
import { digester } from '../../src/crypto/digest.js'
import { countedAddress } from '../../src/domain/security-users/counted-address.js'
import type { CountedAttempt, SignInAttempt } from '../../src/domain/security-users/sign-in-throttle.js'
import { ThrottleRepository } from '../../src/domain/security-users/throttle-repository.js'
import { openTestDatabase, postgresqlUrl } from '../support/database.js'

test('sign-in throttles', async (t) => {
  // Two hundred attempts at once share ten connections: on a busy machine some wait for long.
  const { db } = await openTestDatabase(t, { connectTimeoutMs: 30_000 })
  const digest = digester(Buffer.alloc(32))
  const throttles = new ThrottleRepository()
  const start = new Date('2026-01-02T03:04:05.678Z')

  const attemptOf = (name: string, seconds = 0, address = '198.51.100.1'): SignInAttempt => ({
    subject: digest(name),
    address: countedAddress(address),
    at: secondsAfter(start, seconds),
  })
  const attempt = (...args: Parameters<typeof attemptOf>) => throttles.count(db, attemptOf(...args))
  async function pass(...args: Parameters<typeof attemptOf>): Promise<CountedAttempt> {
    const counted = await attempt(...args)
    if (!counted) throw new Error(`${args.join(' ')} is blocked`)
    return counted
  }
  /** Seconds from the start until which an attempt is blocked. */
  async function block(...args: Parameters<typeof attemptOf>): Promise<number> {
    if (await attempt(...args)) throw new Error(`${args.join(' ')} is not blocked`)
    const until = await throttles.findBlock(db, attemptOf(...args))
    if (!until) throw new Error(`${args.join(' ')} is refused without a block`)
    return (until.getTime() - start.getTime()) / 1000
  }
  const failures = () =>
    db
      .selectFrom('sign_in_throttles')
      .select(['subject', 'address', 'failures'])
      .orderBy(['address', 'subject'])
      .execute()

  t.beforeEach(async () => {
    await db.deleteFrom('sign_in_throttles').execute()
  })

  await t.test('waits begin at the fifth failure in a row, double from 1 s and stay at 15 s', async (t) => {
    for (let failure = 1; failure <= 5; failure++) await pass('a')
    let now = 0
    for (const wait of [1, 2, 4, 8, 15, 15, 15]) {
      t.equal(await block('a', now), now + wait)
      t.equal(await block('a', now + wait - 0.001), now + wait, 'an attempt that is refused prolongs nothing')
      now += wait
      await pass('a', now)
    }
  })

  await t.test('other users and other addresses are not affected', async (t) => {
    for (let failure = 1; failure <= 5; failure++) await pass('b')
    await block('b')
    await t.resolves(pass('another user'))
    await t.resolves(pass('b', 0, '198.51.100.2'))
  })

  await t.test('failures that a clock counted a day ahead block nobody once it is right again', async (t) => {
    const day = 24 * 3600
    for (let failure = 1; failure <= 5; failure++) await pass('ahead', day)
    t.equal(await block('ahead', day), day + 1)
    await t.resolves(pass('ahead'), 'a failure later the user waits for the time that is right')
    t.equal(await block('ahead'), 2)

    for (let user = 0; user < 50; user++) await pass(`user ${user}`, day)
    await block('anybody', day)
    await t.resolves(pass('anybody'), 'the address')

    for (let address = 0; address < 40; address++) await pass('target', day, `203.0.113.${address}`)
    await block('target', day, '203.0.113.200')
    await t.resolves(pass('target', 0, '203.0.113.200'), 'the user over all addresses')
  })

  await t.test('a success sets the count of the user back', async (t) => {
    for (let failure = 1; failure <= 4; failure++) await pass('c')
    await throttles.reset(db, await pass('c'))
    for (let failure = 1; failure <= 5; failure++) await pass('c')
    t.equal(await block('c'), 1)
  })

  await t.test('of many attempts at once no more than the limit pass', async (t) => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => attempt('d')))
    t.equal(outcomes.filter((counted) => counted).length, 5)
    const many = await Promise.all(
      Array.from({ length: 80 }, (_, index) => attempt(`user ${index}`, 0, '198.51.100.9')),
    )
    t.equal(many.filter((counted) => counted).length, 50)
  })

  await t.test('an address has 50 failures over all users in 20 s from the first of them', async (t) => {
    for (let failure = 0; failure < 50; failure++) await pass(`user ${failure}`, failure / 10)
    t.equal(await block('another', 5), 20)
    t.equal(await block('another', 19.999), 20)
    await t.resolves(pass('another', 5, '198.51.100.2'))
    await t.resolves(pass('another', 20))
    for (let failure = 1; failure < 50; failure++) await pass(`user ${failure}`, 21)
    t.equal(await block('another', 21), 40)
  })

  await t.test(
    'a user has 40 failures over all addresses in 60 s from the first of them, and unlocking ends the wait',
    async (t) => {
      for (let failure = 0; failure < 40; failure++) await pass('k', failure / 10, `198.51.100.${failure}`)
      t.equal(await block('k', 5, '198.51.100.200'), 60)
      t.equal(await block('k', 59.999, '198.51.100.200'), 60)
      await t.resolves(pass('another user', 5, '198.51.100.200'))
      await throttles.forget(db, [digest('k')])
      await t.resolves(pass('k', 5, '198.51.100.200'))
    },
  )

  await t.test('of attempts at once from many addresses no more pass than the user has', async (t) => {
    const outcomes = await Promise.all(
      Array.from({ length: 80 }, (_, index) => attempt('l', 0, `198.51.100.${index % 20}`)),
    )
    t.equal(outcomes.filter((counted) => counted).length, 40)
    t.equal(Math.max(...(await failures()).map((row) => row.failures)), 40)
  })

  await t.test(
    'an address that signed the user in is refused neither for the user nor for its neighbours',
    async (t) => {
      const home = '198.51.100.1'
      await throttles.reset(db, await pass('owner', 0, home))
      for (let failure = 0; failure < 40; failure++) await pass('owner', 1, `203.0.113.${failure}`)
      for (let failure = 0; failure < 50; failure++) await pass(`user ${failure}`, 1, home)
      await block('owner', 1, '203.0.113.100')
      await block('another', 1, home)
      for (let success = 0; success < 100; success++) await throttles.reset(db, await pass('owner', 1, home))
      for (let failure = 1; failure <= 5; failure++) await pass('owner', 1, home)
      t.equal(await block('owner', 1, home), 2, 'its own failures in a row still make it wait')
      await throttles.forget(db, [digest('owner')])
      await t.resolves(pass('owner', 1, home), 'it stays known where the user is unlocked')
    },
  )

  await t.test('an address is known for 30 days', async (t) => {
    const day = 24 * 3_600
    for (const [days, isKnown] of [
      [29.99, true],
      [30, false],
    ] as const) {
      await db.deleteFrom('sign_in_throttles').execute()
      await throttles.reset(db, await pass('n'))
      for (let failure = 0; failure < 40; failure++) await pass('n', days * day, `203.0.113.${failure}`)
      t.equal((await attempt('n', days * day)) !== undefined, isKnown)
    }
  })

  await t.test('successes count neither against the address nor against the user', async (t) => {
    for (let success = 0; success < 60; success++) {
      await throttles.reset(db, await pass(`user ${success} who is right`, success / 10))
      await throttles.reset(db, await pass('e', success / 10, `198.51.100.${100 + success}`))
    }
    for (let failure = 0; failure < 50; failure++) await pass(`user ${failure}`, 6)
    t.equal(await block('e', 6), 20)
  })

  await t.test('an attempt that the address refuses does not count against the user', async (t) => {
    for (let failure = 0; failure < 50; failure++) await pass(`user ${failure}`)
    for (let refused = 0; refused < 10; refused++) await block('f')
    for (let failure = 1; failure <= 5; failure++) await pass('f', 20)
    t.equal(await block('f', 20), 21)
  })

  await t.test('an attempt that is given back was never made', async (t) => {
    for (let failure = 1; failure <= 4; failure++) await pass('g')
    for (let round = 0; round < 60; round++) await throttles.uncount(db, await pass('g'))
    await pass('g')
    t.equal(await block('g'), 1)
  })

  await t.test('giving back leaves alone a wait that a later failure began', async (t) => {
    for (let failure = 1; failure <= 3; failure++) await pass('h')
    const fourth = await pass('h')
    await pass('h')
    await throttles.uncount(db, fourth)
    t.equal(await block('h'), 1)
  })

  await t.test('giving back does not touch what is counted anew', async (t) => {
    const early = await pass('i', 0)
    await throttles.uncount(db, await pass('i', 0))
    await throttles.uncount(db, early)
    for (let failure = 1; failure <= 5; failure++) await pass('i', 90)
    await throttles.uncount(db, early)
    t.equal(await block('i', 90), 91)
    t.strictSame(
      (await failures()).map(({ failures }) => failures),
      [5, 5, 5],
    )
  })

  await t.test('forgetting a user frees every address of the user, and nobody else', async (t) => {
    const addresses = ['198.51.100.1', '198.51.100.2']
    for (const address of addresses) for (let failure = 1; failure <= 5; failure++) await pass('j', 0, address)
    for (let failure = 1; failure <= 5; failure++) await pass('another user')
    await throttles.forget(db, [digest('j')])
    for (const address of addresses) await t.resolves(pass('j', 0, address))
    await block('another user')
  })

  await t.test('a blocked address leaves no rows of the users that are tried from it', async (t) => {
    for (let failure = 0; failure < 50; failure++) await pass(`user ${failure}`)
    await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(`stranger ${index}`)))
    t.equal((await failures()).length, 101, 'one of the address, and two of each user')
  })

  // The embedded database runs one statement after the other anyway.
  if (postgresqlUrl === undefined) return

  await t.test('as many of concurrent attempts pass as one after the other, and all can be taken back', async (t) => {
    const wave = fc.array(fc.record({ name: fc.nat(15), address: fc.nat(1) }), { maxLength: 70 })
    await fc.assert(
      fc.asyncProperty(wave, wave, fc.integer({ min: 0, max: 19 }), async (first, second, later) => {
        const waves = [first, second].map((attempts, index) =>
          attempts.map(({ name, address }) => [`${name}`, index * later, `198.51.100.${address}`] as const),
        )
        const perAddress = (passed: readonly (CountedAttempt | undefined)[]) =>
          passed.flatMap((counted) => counted?.address ?? []).toSorted()

        const alone: (CountedAttempt | undefined)[] = []
        await db.deleteFrom('sign_in_throttles').execute()
        for (const args of waves.flat()) alone.push(await attempt(...args))

        const together: (CountedAttempt | undefined)[] = []
        await db.deleteFrom('sign_in_throttles').execute()
        for (const some of waves) together.push(...(await Promise.all(some.map((args) => attempt(...args)))))

        t.strictSame(perAddress(together), perAddress(alone))
        await Promise.all(together.map((counted) => counted && throttles.uncount(db, counted)))
        t.ok((await failures()).every((row) => row.failures === 0))
      }),
      { numRuns: 6 },
    )
  })

  await t.test('instances that count the same users and addresses do not deadlock', async (t) => {
    for (let round = 0; round < 3; round++) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 200 }, async (_, index) => {
          const counted = await attempt(`m ${(index * 7) % 40}`, round * 60, `198.51.100.${index % 4}`)
          if (!counted) return
          if (index % 3 === 0) await throttles.reset(db, counted)
          else if (index % 3 === 1) await throttles.uncount(db, counted)
        }),
      )
      t.strictSame(
        outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
        [],
      )
    }
    t.ok((await failures()).every((row) => row.failures >= 0))
  })
})
