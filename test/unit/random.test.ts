import fc from 'fast-check'
import { test } from 'tap'
import { base62, randomBase62, systemRandom } from '../../src/crypto/random.js'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Gives these bytes over and over. */
function cycle(bytes: readonly number[]) {
  let at = 0
  return (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => bytes[at++ % bytes.length] ?? 0))
}

test('the system gives as many bytes as asked for, and others each time', async (t) => {
  t.equal(systemRandom(36).length, 36)
  t.notOk(systemRandom(36).equals(systemRandom(36)))
})

test('a random text has the length asked for, whatever bytes come', async () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { minLength: 1 }), fc.nat(100), (bytes, length) => {
      fc.pre(bytes.some((byte) => byte < 248))
      const text = randomBase62(cycle(bytes), length)
      return text.length === length && /^[0-9A-Za-z]*$/.test(text)
    }),
  )
})

test('each character comes from exactly four of the 256 bytes', async (t) => {
  const text = randomBase62(cycle(Array.from({ length: 256 }, (_, byte) => byte)), 248)
  for (const character of alphabet) t.equal(text.split(character).length - 1, 4, character)
})

test('bytes that would favour some characters are dropped', async (t) => {
  t.equal(randomBase62(cycle([255, 248, 1, 251, 2]), 4), '1212')
})

test('a number is written with its value, padded to the length', async (t) => {
  t.equal(base62(0, 3), '000')
  t.equal(base62(61, 3), '00z')
  t.equal(base62(62, 3), '010')
  t.equal(base62(0xffff_ffff, 6), '4gfFC3')
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), (value) => {
      const digits = [...base62(value, 6)]
      return digits.length === 6 && digits.reduce((sum, digit) => sum * 62 + alphabet.indexOf(digit), 0) === value
    }),
  )
})
