import { test } from 'tap'
import { digester } from '../../src/crypto/digest.js'
import {
  type AccessKeyId,
  type AccessKeyStatus,
  type AccessKeyWithSecrets,
  generateAccessKey,
  generateAccessKeySecret,
  stateOf,
  verifyCredentials,
} from '../../src/domain/access-keys/access-key.js'

const digest = digester(Buffer.alloc(32, 1))
const now = new Date('2026-01-02T03:04:05Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)

test('the state is what the key was made to, until its date', async (t) => {
  for (const [status, expiresAt, state] of [
    ['pending', null, 'pending'],
    ['pending', after, 'pending'],
    ['active', null, 'active'],
    ['active', after, 'active'],
    ['active', now, 'expired'],
    ['active', before, 'expired'],
    ['pending', now, 'expired'],
    ['revoked', null, 'revoked'],
    ['revoked', after, 'revoked'],
    ['revoked', before, 'revoked'],
  ] as const) {
    t.equal(stateOf({ status, expiresAt }, now), state, `${status} ${expiresAt?.toISOString()}`)
  }
})

function key(secrets: readonly string[], status: AccessKeyStatus = 'active', expiresAt: Date | null = null) {
  return {
    id: 'id' as AccessKeyId,
    userId: 'user',
    account: 'account',
    company: 'company',
    roles: [],
    status,
    expiresAt,
    secretDigests: secrets.map(digest),
    secretHashes: [],
  } satisfies AccessKeyWithSecrets
}

test('an active key logs in with any of its secrets', async (t) => {
  t.ok(verifyCredentials(key(['a']), [digest('a')], now))
  t.ok(verifyCredentials(key(['a', 'b']), [digest('a')], now))
  t.ok(verifyCredentials(key(['a', 'b']), [digest('b')], now))
  t.notOk(verifyCredentials(key(['a', 'b']), [digest('c')], now))
})

test('a key that is not active does not log in with its secret', async (t) => {
  t.notOk(verifyCredentials(key(['a'], 'pending'), [digest('a')], now))
  t.notOk(verifyCredentials(key(['a'], 'revoked'), [digest('a')], now))
  t.notOk(verifyCredentials(key(['a'], 'active', now), [digest('a')], now))
})

test('an unknown key and a key without secrets do not log in, not even with the digest that stands in', async (t) => {
  const standIn = Object.assign(digest(''), Buffer.alloc(32))
  for (const presented of [digest('a'), standIn]) {
    t.notOk(verifyCredentials(undefined, [presented], now))
    t.notOk(verifyCredentials(key([]), [presented], now))
  }
})

test('a new access key is 20 random bytes in hex, its secret 36 in base64', async (t) => {
  const random = (size: number): Buffer => Buffer.alloc(size, 0xfb)
  t.equal(generateAccessKey(random), 'fb'.repeat(20))
  t.equal(generateAccessKeySecret(random).reveal(), '+/v7'.repeat(12))
})
