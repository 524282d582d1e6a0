import { createHmac } from 'node:crypto'
import { test } from 'tap'
import { digester, isSameDigest } from '../../src/domain/digest.js'

test('a digest is the HMAC-SHA-256 of the secret under the pepper', async (t) => {
  // RFC 4231, test case 2.
  t.equal(
    digester(Buffer.from('Jefe'))('what do ya want for nothing?').toString('hex'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
  const pepper = Buffer.alloc(32, 1)
  t.strictSame(Buffer.from(digester(pepper)('é😀')), createHmac('sha256', pepper).update('é😀').digest())
})

test('the digest of one secret differs under another pepper', async (t) => {
  t.notOk(isSameDigest(digester(Buffer.alloc(32, 1))('secret'), digester(Buffer.alloc(32, 2))('secret')))
})

test('digests are the same for the same secret only', async (t) => {
  const digest = digester(Buffer.alloc(32, 1))
  t.ok(isSameDigest(digest('secret'), digest('secret')))
  for (const other of ['', 'Secret', 'secret ', 'secre', 'secret\0'])
    t.notOk(isSameDigest(digest('secret'), digest(other)))
})

test('bytes of another length differ, and do not throw', async (t) => {
  const digest = digester(Buffer.alloc(32, 1))('secret')
  t.notOk(isSameDigest(digest, digest.subarray(0, 31)))
  t.notOk(isSameDigest(digest, Buffer.alloc(0)))
  t.ok(isSameDigest(Buffer.alloc(0), Buffer.alloc(0)))
})
