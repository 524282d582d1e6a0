import { test } from 'tap'
import { countedAddress } from '../../src/domain/client-address.js'
import { secondsAfter } from '../../src/domain/clock.js'
import { digester } from '../../src/domain/digest.js'
import { repositories } from '../../src/repositories/repositories.js'
import type { Reservation } from '../../src/repositories/sign-in-throttles.js'
import { openTestDatabase } from '../support/database.js'

/** The fingerprint of a master key. */
const masterKey = 1

test('sign-in throttles', async (t) => {
  const { db } = await openTestDatabase(t)
  const digest = digester(Buffer.alloc(32))
  const { signInThrottles } = repositories(db, masterKey)
  const start = new Date('2026-01-02T03:04:05.678Z')
  const at = (seconds: number): Date => secondsAfter(start, seconds)

  const attempt = (name: string, seconds = 0, address = '198.51.100.1') =>
    signInThrottles.reserve({ subject: digest(name), address: countedAddress(address), at: at(seconds) })
  async function pass(name: string, seconds = 0, address?: string): Promise<Reservation> {
    const outcome = await attempt(name, seconds, address)
    if ('blockedUntil' in outcome) throw new Error(`${name} is blocked at ${seconds} s`)
    return outcome
  }
  /** Seconds from the start until which an attempt is blocked. */
  async function block(name: string, seconds = 0, address?: string): Promise<number> {
    const outcome = await attempt(name, seconds, address)
    if (!('blockedUntil' in outcome)) throw new Error(`${name} is not blocked at ${seconds} s`)
    return (outcome.blockedUntil.getTime() - start.getTime()) / 1000
  }

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

  await t.test('a success sets the count of the user back', async (t) => {
    for (let failure = 1; failure <= 4; failure++) await pass('c')
    await signInThrottles.succeed(await pass('c'))
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
    for (let success = 0; success < 60; success++) await signInThrottles.succeed(await pass('e', success / 10))
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
    for (let round = 0; round < 60; round++) await signInThrottles.giveBack(await pass('g'))
    await pass('g')
    t.equal(await block('g'), 1)
  })

  await t.test('giving back leaves alone a wait that a later failure began', async (t) => {
    for (let failure = 1; failure <= 3; failure++) await pass('h')
    const fourth = await pass('h')
    await pass('h')
    await signInThrottles.giveBack(fourth)
    t.equal(await block('h'), 1)
  })

  await t.test('giving back does not touch what is counted anew', async (t) => {
    const early = await pass('i', 0)
    await signInThrottles.succeed(await pass('i', 0))
    for (let failure = 1; failure <= 5; failure++) await pass('i', 30)
    await signInThrottles.giveBack(early)
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
    await signInThrottles.forget([digest('j')])
    for (const address of addresses) await t.resolves(pass('j', 0, address))
    await block('another user')
  })
})
