import { test } from 'tap'
import { type Digest, digester } from '../../src/crypto/digest.js'
import { isPrefixedKey } from '../../src/crypto/prefixed-key.js'
import {
  type BrokerUserId,
  generateAToken,
  generateBrokerHash,
  generateBrokerSecret,
  verifyCredentials,
} from '../../src/domain/broker-users/broker-user.js'

const digest = digester(Buffer.alloc(32, 1))
const user = (isActive: boolean, ...secrets: string[]) => ({
  userId: 'user' as BrokerUserId,
  isActive,
  hashDigest: digest('hash'),
  secretDigests: secrets.map(digest),
  secretHashes: [],
})

test('verifyCredentials', async (t) => {
  await t.test('an active user signs in with each of its secrets', async (t) => {
    t.equal(verifyCredentials(user(true, 'a'), [digest('a')])?.userId, 'user')
    t.equal(verifyCredentials(user(true, 'a', 'b'), [digest('a')])?.userId, 'user')
    t.equal(verifyCredentials(user(true, 'a', 'b'), [digest('b')])?.userId, 'user')
  })

  await t.test('a wrong secret, a deactivated, an unknown user and one without secrets are refused', async (t) => {
    t.equal(verifyCredentials(user(true, 'a', 'b'), [digest('c')]), undefined)
    t.equal(verifyCredentials(user(false, 'a'), [digest('a')]), undefined)
    t.equal(verifyCredentials(user(true), [digest('a')]), undefined)
    t.equal(verifyCredentials(undefined, [digest('a')]), undefined)
  })

  await t.test('what stands in for a missing secret lets nobody in', async (t) => {
    t.equal(verifyCredentials(undefined, [Buffer.alloc(32) as Digest]), undefined)
  })
})

test('a new hash is 32 random bytes in hex; secrets and account tokens carry their prefix and a checksum', async (t) => {
  const random = (size: number): Buffer => Buffer.alloc(size, 0x2f)
  t.equal(generateBrokerHash(random).reveal(), '2f'.repeat(32))
  t.ok(isPrefixedKey('tws_', generateBrokerSecret(random).reveal()))
  t.ok(isPrefixedKey('act_', generateAToken(random).reveal()))
})
