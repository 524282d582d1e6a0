import { test } from 'tap'
import { blockedUntil, retryAfterSeconds } from '../../src/domain/security-users/sign-in-throttle.js'

test('Retry-After is in whole seconds, never too short and never zero', async (t) => {
  const now = new Date('2026-01-02T03:04:05.000Z')
  for (const [milliseconds, seconds] of [
    [-5, 1],
    [0, 1],
    [1, 1],
    [1000, 1],
    [1001, 2],
    [15_000, 15],
  ] as const) {
    t.equal(retryAfterSeconds(new Date(now.getTime() + milliseconds), now), seconds)
  }
})

const start = new Date('2026-01-02T03:04:05.000Z')
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const count = (failures: number) => ({ failures, countedSince: start, blockedUntil: null, succeededAt: null })

test('a user waits until the block of the address ends, an address until its 20 s are over, and a user until the 60 s over all addresses are', async (t) => {
  const ofPair = { ...count(5), blockedUntil: at(1) }
  t.strictSame(blockedUntil({ ofPair }, at(0.999)), at(1))
  t.equal(blockedUntil({ ofPair }, at(1)), undefined)
  t.strictSame(blockedUntil({ ofAddress: count(50) }, at(19.999)), at(20))
  t.equal(blockedUntil({ ofAddress: count(50) }, at(20)), undefined)
  t.equal(blockedUntil({ ofAddress: count(49), ofUser: count(39) }, at(1)), undefined)
  t.strictSame(blockedUntil({ ofUser: count(40) }, at(59.999)), at(60))
  t.equal(blockedUntil({ ofUser: count(40) }, at(60)), undefined)
  t.strictSame(blockedUntil({ ofAddress: count(50), ofUser: count(40) }, at(1)), at(60), 'the later one')
  t.equal(blockedUntil({}, start), undefined)
})

test('a known address is blocked by its own failures in a row only', async (t) => {
  const ofPair = { ...count(0), succeededAt: at(-3_600) }
  const spent = { ofAddress: count(50), ofUser: count(40) }
  t.equal(blockedUntil({ ofPair, ...spent }, at(1)), undefined)
  t.strictSame(blockedUntil({ ofPair: { ...ofPair, blockedUntil: at(2) }, ...spent }, at(1)), at(2))
  const day = 24 * 3_600
  t.strictSame(blockedUntil({ ofPair: { ...ofPair, succeededAt: at(-30 * day) }, ...spent }, at(1)), at(60))
})
