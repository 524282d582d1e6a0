import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'tap'
import { secondsAfter } from '../../src/clock.js'
import { digester } from '../../src/crypto/digest.js'
import type { PasswordHash } from '../../src/crypto/password-hashing.js'
import { restoreDemo } from '../../src/database/demo.js'
import { repositories } from '../../src/database/repositories.js'
import { countedAddress } from '../../src/domain/security-users/counted-address.js'
import { usernameKey } from '../../src/domain/security-users/security-user.js'
import type { SignIn } from '../../src/domain/security-users/throttle-repository.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

test('sign-ins', async (t) => {
  const { db } = await openTestDatabase(t)
  const digest = digester(Buffer.alloc(32))
  const { signIns, securityUsers } = repositories(db, masterKey)
  await restoreDemo(db, digest, masterKey)
  const demoUser = await securityUsers.find(usernameKey('ethan.buckley@datastoreltd.biz'))
  if (!demoUser) throw new Error('the demo has no user')
  const start = new Date('2026-01-02T03:04:05.678Z')
  const at = (seconds: number): Date => secondsAfter(start, seconds)

  const attempt = (name: string, seconds = 0, address = '198.51.100.1', through = signIns) =>
    through.begin({
      username: usernameKey(name),
      subject: digest(name),
      address: countedAddress(address),
      at: at(seconds),
    })
  async function pass(name: string, seconds = 0, address?: string): Promise<SignIn> {
    const outcome = await attempt(name, seconds, address)
    if ('blockedUntil' in outcome) throw new Error(`${name} is blocked at ${seconds} s`)
    return outcome
  }
  const succeed = (signIn: SignIn, through = signIns) =>
    through.succeed(signIn, demoUser, {
      id: randomUUID(),
      digest: digest(randomUUID()),
      startedAt: start,
      familyExpiresAt: start,
      tokenExpiresAt: start,
    })
  const failures = () =>
    db
      .selectFrom('sign_in_throttles')
      .select(['subject', 'address', 'failures'])
      .orderBy(['address', 'subject'])
      .execute()
  /** Seconds from the start until which an attempt is blocked. */
  async function block(name: string, seconds = 0, address?: string): Promise<number> {
    const outcome = await attempt(name, seconds, address)
    if (!('blockedUntil' in outcome)) throw new Error(`${name} is not blocked at ${seconds} s`)
    return (outcome.blockedUntil.getTime() - start.getTime()) / 1000
  }

  t.beforeEach(async () => {
    await db.deleteFrom('sign_in_throttles').execute()
  })

  await t.test('an attempt finds its user, whether another one of its batch does or not', async (t) => {
    const names = ['nobody', demoUser.username, 'former.colleague@datastoreltd.biz', 'nobody else', demoUser.username]
    const found = await Promise.all(names.map((name, index) => pass(name, 0, `198.51.100.${index}`)))
    t.strictSame(
      found.map(({ user }) => user?.username),
      names.map((name) => (name.startsWith('nobody') ? undefined : name)),
    )
    t.strictSame(found[1]?.user, demoUser)
    t.equal(found[2]?.user?.isActive, false)
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

  await t.test('a success sets the count of the user back', async (t) => {
    for (let failure = 1; failure <= 4; failure++) await pass('c')
    await succeed(await pass('c'))
    for (let failure = 1; failure <= 5; failure++) await pass('c')
    t.equal(await block('c'), 1)
  })

  await t.test('of many attempts at once no more than the limit pass', async (t) => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => attempt('d')))
    t.equal(outcomes.filter((outcome) => !('blockedUntil' in outcome)).length, 5)
    const many = await Promise.all(
      Array.from({ length: 80 }, (_, index) => attempt(`user ${index}`, 0, '198.51.100.9')),
    )
    t.equal(many.filter((outcome) => !('blockedUntil' in outcome)).length, 50)
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

  await t.test('successes do not count against the address', async (t) => {
    for (let success = 0; success < 60; success++) await succeed(await pass('e', success / 10))
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
    for (let round = 0; round < 60; round++) await signIns.giveBack(await pass('g'))
    await pass('g')
    t.equal(await block('g'), 1)
  })

  await t.test('giving back leaves alone a wait that a later failure began', async (t) => {
    for (let failure = 1; failure <= 3; failure++) await pass('h')
    const fourth = await pass('h')
    await pass('h')
    await signIns.giveBack(fourth)
    t.equal(await block('h'), 1)
  })

  await t.test('giving back does not touch what is counted anew', async (t) => {
    const early = await pass('i', 0)
    await succeed(await pass('i', 0))
    for (let failure = 1; failure <= 5; failure++) await pass('i', 30)
    await signIns.giveBack(early)
    t.equal(await block('i', 30), 31)
    const counted = await db.selectFrom('sign_in_throttles').select('failures').execute()
    t.strictSame(
      counted.map(({ failures }) => failures),
      [5, 5],
    )
  })

  await t.test('forgetting a user frees every address of the user, and nobody else', async (t) => {
    const addresses = ['198.51.100.1', '198.51.100.2']
    for (const address of addresses) for (let failure = 1; failure <= 5; failure++) await pass('j', 0, address)
    for (let failure = 1; failure <= 5; failure++) await pass('another user')
    await signIns.forget([digest('j')])
    for (const address of addresses) await t.resolves(pass('j', 0, address))
    await block('another user')
  })

  await t.test('an attempt of a client that has disconnected is not counted', async (t) => {
    const attempts = [undefined, AbortSignal.abort(), undefined].map((signal, index) =>
      signIns.begin(
        {
          username: usernameKey('k'),
          subject: digest(`k ${index}`),
          address: countedAddress('198.51.100.1'),
          at: start,
        },
        signal,
      ),
    )
    const outcomes = await Promise.allSettled(attempts)
    t.strictSame(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    t.strictSame(
      (await failures()).map((row) => row.failures),
      [2, 1, 1],
    )
  })

  await t.test('a success that came too late forgets nothing and starts nothing', async (t) => {
    const signIn = await pass('l')
    t.equal(
      await signIns.succeed(
        signIn,
        { ...demoUser, passwordHash: 'another' as PasswordHash },
        { id: randomUUID(), digest: digest('late'), startedAt: start, familyExpiresAt: start, tokenExpiresAt: start },
      ),
      false,
    )
    t.strictSame(
      (await failures()).map((row) => row.failures),
      [1, 1],
    )
    t.ok(await succeed(signIn))
    t.strictSame(
      (await failures()).map((row) => row.failures),
      [0],
    )
  })

  await t.test(
    'many at once come as far as the same one after the other, and all of it can be taken back',
    async (t) => {
      const oneByOne = repositories(db, masterKey, { maxBatchSize: 1, maxConcurrentBatches: 1 }).signIns
      const attempts = fc.array(fc.record({ name: fc.nat(15), address: fc.nat(2) }), { maxLength: 200 })
      await fc.assert(
        fc.asyncProperty(attempts, attempts, fc.integer({ min: 0, max: 30 }), async (first, second, later) => {
          const run = async (through: typeof signIns): Promise<SignIn[]> => {
            await db.deleteFrom('sign_in_throttles').execute()
            const outcomes = []
            for (const [wave, seconds] of [
              [first, 0],
              [second, later],
            ] as const) {
              const asked = wave.map(({ name, address }) =>
                attempt(`${name}`, seconds, `198.51.100.${address}`, through),
              )
              outcomes.push(...(await Promise.all(asked)))
            }
            return outcomes.filter((outcome): outcome is SignIn => !('blockedUntil' in outcome))
          }
          const perAddress = (passed: readonly SignIn[]) => passed.map(({ address }) => address).toSorted()
          const alone = await run(oneByOne)
          const together = await run(signIns)
          t.strictSame(perAddress(together), perAddress(alone))
          await Promise.all(together.map((signIn) => signIns.giveBack(signIn)))
          const left = await failures()
          t.ok(
            left.every((row) => row.failures === 0) || later >= 20,
            'what a new window of an address forgot cannot be given back',
          )
        }),
        { numRuns: 20 },
      )
    },
  )

  await t.test('instances that count the same users and addresses do not wait for each other for ever', async (t) => {
    const { signIns: elsewhere } = repositories(db, masterKey, { maxBatchSize: 10, maxConcurrentBatches: 4 })
    for (let round = 0; round < 10; round++) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 200 }, async (_, index) => {
          const through = (index >> 2) % 2 ? signIns : elsewhere
          const begun = await attempt(`m ${(index * 7) % 40}`, round * 60, `198.51.100.${index % 4}`, through)
          if ('blockedUntil' in begun) return
          if (index % 3 === 0) await succeed(begun, through)
          else if (index % 3 === 1) await through.giveBack(begun)
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
