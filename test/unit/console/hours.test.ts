import { test } from 'tap'
import { lastHours } from '../../../console/src/overview/hours.js'

test('the last 24 hours are summed over all APIs, and an hour without a sign-in has none', async (t) => {
  const hours = lastHours(
    [
      { hour: '2026-01-15T10:00:00.000Z', succeeded: 2, refused: 1 },
      { hour: '2026-01-15T10:00:00.000Z', succeeded: 3, refused: 0 },
      { hour: '2026-01-14T11:00:00.000Z', succeeded: 7, refused: 0 },
      { hour: '2026-01-14T10:00:00.000Z', succeeded: 9, refused: 9 },
    ],
    '2026-01-15T10:59:59.000Z',
  )
  t.equal(hours.length, 24)
  t.strictSame(hours.at(-1), { at: '2026-01-15T10:00:00.000Z', succeeded: 5, refused: 1 })
  t.strictSame(hours[0], { at: '2026-01-14T11:00:00.000Z', succeeded: 7, refused: 0 })
  t.strictSame(
    hours.slice(1, -1).map(({ succeeded, refused }) => succeeded + refused),
    Array(22).fill(0),
  )
})
