import { test } from 'tap'
import { retryAfter } from '../../src/domain/security-users/sign-in-throttle.js'

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
    t.equal(retryAfter(new Date(now.getTime() + milliseconds), now), seconds)
  }
})
