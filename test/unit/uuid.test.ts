import { test } from 'tap'
import { systemRandom } from '../../src/crypto/random.js'
import { parseUuid, uuidPattern, uuidV7 } from '../../src/uuid.js'

test('a new id is a UUID of version 7 that carries the time', async (t) => {
  const at = new Date('2026-01-02T03:04:05.678Z')
  const id = uuidV7(at, systemRandom)
  t.match(id, uuidPattern)
  t.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  t.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at.getTime())
})

test('later ids sort after earlier ones, and ids of one millisecond differ', async (t) => {
  const start = Date.UTC(2026, 0, 2)
  const ids = Array.from({ length: 100 }, (_, index) => uuidV7(new Date(start + index), systemRandom))
  t.strictSame([...ids].sort(), ids)
  t.equal(new Set(Array.from({ length: 1_000 }, () => uuidV7(new Date(start), systemRandom))).size, 1_000)
})

test('an id is read in either case, and whatever is not a UUID is no id', async (t) => {
  t.equal(parseUuid('3C1F7A52-6D0B-4C8E-9A41-7B5E2D9F0A01'), '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01')
  for (const text of ['', 'x', '3c1f7a526d0b4c8e9a417b5e2d9f0a01', 'urn:uuid:3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01'])
    t.equal(parseUuid(text), undefined)
})
