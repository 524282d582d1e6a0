import { test } from 'tap'
import { acceptingDigester, type Digest, digester, isOneOfDigests } from '../../src/crypto/digest.js'

test('a digest is the HMAC-SHA-256 of the secret under the pepper', async (t) => {
  // RFC 4231, test case 2.
  t.equal(
    digester(Buffer.from('Jefe'))('what do ya want for nothing?').toString('hex'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
  // RFC 4231, test case 1.
  t.equal(
    digester(Buffer.alloc(20, 0x0b))('Hi There').toString('hex'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  )
})

test('the digests to accept are one, and with a previous key two, the one that is written first', async (t) => {
  const [current, previous] = [digester(Buffer.alloc(32, 1)), digester(Buffer.alloc(32, 2))]
  t.strictSame(acceptingDigester(current, undefined)('secret'), [current('secret')])
  t.strictSame(acceptingDigester(current, previous)('secret'), [current('secret'), previous('secret')])
})

test('a secret is found by any of the digests that are accepted', async (t) => {
  const [current, previous] = [digester(Buffer.alloc(32, 1)), digester(Buffer.alloc(32, 2))]
  const accepted = acceptingDigester(current, previous)
  t.ok(isOneOfDigests([current('secret')], accepted('secret')))
  t.ok(isOneOfDigests([current('other'), previous('secret')], accepted('secret')))
  t.notOk(isOneOfDigests([current('other'), previous('other')], accepted('secret')))
})

test('the digest of one secret differs under another pepper', async (t) => {
  const [one, other] = [1, 2].map((byte) => digester(Buffer.alloc(32, byte))('secret'))
  t.notSame(one, other)
})

test('a digest is found among those stored, and no other secret has it', async (t) => {
  const digest = digester(Buffer.alloc(32, 1))
  t.ok(isOneOfDigests([digest('secret')], [digest('secret')]))
  t.ok(isOneOfDigests([digest('old'), digest('secret')], [digest('secret')]))
  for (const other of ['', 'Secret', 'secret ', 'secre', 'secret\0']) {
    t.notOk(isOneOfDigests([digest('secret'), digest('old')], [digest(other)]))
  }
})

test('nothing is found among none, not even what stands in for the comparison', async (t) => {
  t.notOk(isOneOfDigests([], [digester(Buffer.alloc(32, 1))('secret')]))
  t.notOk(isOneOfDigests([], [Buffer.alloc(32) as Digest]))
})
