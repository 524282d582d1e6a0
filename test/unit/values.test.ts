import { test } from 'tap'
import { printable, printableJson } from '../../src/cli/field.js'
import { parseDuration, parseInstant } from '../../src/cli/options.js'

test('durations', (t) => {
  for (const [text, seconds] of [
    ['0', 0],
    ['0s', 0],
    ['90s', 90],
    ['1h30m', 5_400],
    ['7d', 604_800],
    ['1d1h1m1s', 90_061],
  ] as const) {
    t.equal(parseDuration(text), seconds, text)
  }
  for (const text of ['', '90', '1.5h', '-1s', '1m1h', '1h 30m', 'h', '1w', '1H']) {
    t.throws(() => parseDuration(text), { message: /1h30m/ }, text)
  }
  t.end()
})

test('times are ISO 8601, and UTC where they name no offset', (t) => {
  for (const [text, moment] of [
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T18:00', '2026-01-31T18:00:00.000Z'],
    ['2026-01-31 18:00:01', '2026-01-31T18:00:01.000Z'],
    ['2026-01-31T18:00:00.123Z', '2026-01-31T18:00:00.123Z'],
    ['2026-01-31T18:00:00+02:00', '2026-01-31T16:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ] as const) {
    t.equal(parseInstant(text), moment, text)
  }
  for (const text of [
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-02-29T10:00:00Z',
    '31.01.2026',
    '1769900000',
    '2026-01-31T25:00Z',
  ]) {
    t.throws(() => parseInstant(text), { message: /2026-01-31/ }, text)
  }
  t.end()
})

test('what others wrote cannot command the terminal', (t) => {
  const name = 'red \u001b[31m\u009b31m\u202eback\nnext'
  t.equal(printable(name), 'red \\u001b[31m\\u009b31m\\u202eback\\u000anext')
  const json = printableJson({ name }, 2)
  t.strictSame(JSON.parse(json), { name })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  t.notMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  t.end()
})
