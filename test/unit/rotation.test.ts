import { test } from 'tap'
import { isRotating, type SecretRecord } from '../../src/domain/secrets/rotation.js'

const at = new Date('2026-01-15T10:00:00Z')
const secret = (hint: string, createdAt: string, expiresAt: string | null = null): SecretRecord => ({
  hint,
  createdAt: new Date(createdAt),
  expiresAt: expiresAt === null ? null : new Date(expiresAt),
})
const current = secret('7Xk2', '2026-01-01T00:00:00Z')
const earlier = secret('Q4nn', '2025-01-01T00:00:00Z', '2026-01-16T00:00:00Z')

test('a rotation stands in the way while an earlier secret is valid, unless it is ended at once', async (t) => {
  for (const [valid, overlapSeconds, expected] of [
    [[current], 0, false],
    [[current], 3600, false],
    [[current, earlier], 1, true],
    [[current, earlier], 0, false],
    [[], 3600, false],
  ] as const) {
    t.equal(isRotating(valid, { seen: valid, overlapSeconds, at }), expected, `${valid.length}, ${overlapSeconds}`)
  }
})

test('a rotation that came first stands in the way, whatever the overlap and the clocks of the two', async (t) => {
  for (const other of [
    secret('8Yl3', '2026-01-15T10:00:00Z'),
    secret('8Yl3', '2026-01-01T00:00:00Z'),
    secret('7Xk2', '2025-12-31T23:59:59Z'),
  ]) {
    t.ok(isRotating([other], { seen: [current], overlapSeconds: 0, at }))
  }
  t.ok(isRotating([current], { seen: [], overlapSeconds: 0, at }))
  t.ok(isRotating([], { seen: [current], overlapSeconds: 0, at }))
})

test("an earlier secret that has expired meanwhile stands in nobody's way", async (t) => {
  t.notOk(isRotating([current], { seen: [current, earlier], overlapSeconds: 3600, at }))
})
