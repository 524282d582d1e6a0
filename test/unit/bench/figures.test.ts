import { test } from 'tap'
import { isMet } from '../../../scripts/bench/goal.js'
import { percentile } from '../../../scripts/bench/percentile.js'
import { ratios } from '../../../scripts/bench/ratios.js'
import { spreadOf } from '../../../scripts/bench/spread.js'

test('a median lies in the middle, or between the two in the middle', async (t) => {
  t.strictSame(spreadOf([3, 100, 1]), { median: 3, min: 1, max: 100 })
  t.strictSame(spreadOf([4, 1, 100, 2]), { median: 3, min: 1, max: 100 })
  t.strictSame(spreadOf([Number.NaN, 2]), { median: 2, min: 2, max: 2 })
  t.strictSame(spreadOf([]), { median: Number.NaN, min: Number.NaN, max: Number.NaN })
})

test('a percentile is a value that was measured', async (t) => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  t.equal(percentile(hundred, 0.5), 50)
  t.equal(percentile(hundred, 0.99), 99)
  t.equal(percentile(hundred, 1), 100)
  t.equal(percentile([7], 0.99), 7)
  t.ok(Number.isNaN(percentile([], 0.5)), 'nothing has none')
})

test('ratios are of the same round, and a round without a unit has none', async (t) => {
  t.strictSame(ratios([50, 30], [100, 120]), [0.5, 0.25])
  t.strictSame(ratios([50, 30, 10], [100, 0]), [0.5])
})

test('a goal is met at its very limit, missed beyond it, and neither where nothing was measured', async (t) => {
  const atLeast = (measured: number) => isMet({ what: 'rate', least: 0.55, measured })
  t.strictSame([0.54, 0.55, 0.56, Number.NaN].map(atLeast), [false, true, true, undefined])
  const atMost = (measured: number) => isMet({ what: 'time', most: 1.2, measured })
  t.strictSame([1.1, 1.2, 1.3, Number.NaN].map(atMost), [true, true, false, undefined])
})
