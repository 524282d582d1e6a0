import { test } from 'tap'
import { rotationConflict, type SecretRecord } from '../../src/domain/secrets/secret-rotation.js'

const secret = (hint: string, createdAt: string, expiresAt: string | null = null): SecretRecord => ({
  hint,
  createdAt: new Date(createdAt),
  expiresAt: expiresAt === null ? null : new Date(expiresAt),
})
const current = secret('7Xk2', '2026-01-01T00:00:00Z')
const earlier = secret('Q4nn', '2025-01-01T00:00:00Z', '2026-01-16T00:00:00Z')

test('a rotation is refused while an earlier secret is valid, unless that one is ended at once', async (t) => {
  for (const [valid, overlapSeconds, expected] of [
    [[current], 0, undefined],
    [[current], 3600, undefined],
    [[current, earlier], 1, 'overlapping'],
    [[current, earlier], 0, undefined],
    [[], 3600, undefined],
  ] as const) {
    t.equal(rotationConflict(valid, { seen: valid, overlapSeconds }), expected, `${valid.length}, ${overlapSeconds}`)
  }
})

test('a rotation is refused where another one came first, whatever the overlap and the clocks of the two', async (t) => {
  for (const other of [
    secret('8Yl3', '2026-01-15T10:00:00Z'),
    secret('8Yl3', '2026-01-01T00:00:00Z'),
    secret('7Xk2', '2025-12-31T23:59:59Z'),
  ]) {
    for (const valid of [[other], [other, current]]) {
      for (const overlapSeconds of [0, 3600]) {
        t.equal(rotationConflict(valid, { seen: [current], overlapSeconds }), 'already-rotated')
      }
    }
  }
  t.equal(rotationConflict([current], { seen: [], overlapSeconds: 0 }), 'already-rotated')
  t.equal(rotationConflict([], { seen: [current], overlapSeconds: 0 }), 'already-rotated')
})

test('a rotation is not refused for an earlier secret that has expired since it was seen', async (t) => {
  t.equal(rotationConflict([current], { seen: [current, earlier], overlapSeconds: 3600 }), undefined)
})
