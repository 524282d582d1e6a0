import { setTimeout as delay } from 'node:timers/promises'
import { test } from 'tap'
import { type LeftOut, RepeatedLines } from '../../src/observability/repeated-lines.js'

test('the first line of a kind is written at once, then one an interval with the number left out', async (t) => {
  const lines: (LeftOut & { kind: string; index: number })[] = []
  const repeated = new RepeatedLines(100)
  const writeTen = (kind: string): void => {
    for (let index = 0; index < 10; index++) {
      repeated.write(kind, (leftOut) => lines.push({ kind, index, ...leftOut }))
    }
  }
  writeTen('one')
  writeTen('other')
  t.strictSame(lines, [
    { kind: 'one', index: 0 },
    { kind: 'other', index: 0 },
  ])
  await delay(150, undefined, { ref: true })
  t.strictSame(lines.slice(2), [
    { kind: 'one', index: 9, suppressed: 8 },
    { kind: 'other', index: 9, suppressed: 8 },
  ])
  await delay(200)
  lines.length = 0
  repeated.write('one', (leftOut) => lines.push({ kind: 'one', index: 0, ...leftOut }))
  t.strictSame(lines, [{ kind: 'one', index: 0 }], 'after a quiet interval the next line is written at once')
})
