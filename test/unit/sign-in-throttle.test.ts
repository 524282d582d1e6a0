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

test('a user waits until its block ends, and an address with 50 failures until its window does', async (t) => {
  const start = new Date('2026-01-02T03:04:05.000Z')
  const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
  const ofUser = { failures: 5, countedSince: start, blockedUntil: at(1) }
  const ofAddress = { failures: 50, countedSince: start, blockedUntil: null }
  t.strictSame(blockedUntil(ofUser, undefined, at(0.999)), at(1))
  t.equal(blockedUntil(ofUser, undefined, at(1)), undefined)
  t.strictSame(blockedUntil(undefined, ofAddress, at(19.999)), at(20))
  t.equal(blockedUntil(undefined, ofAddress, at(20)), undefined)
  t.equal(blockedUntil(undefined, { ...ofAddress, failures: 49 }, at(1)), undefined)
  t.equal(blockedUntil(undefined, undefined, start), undefined)
})
