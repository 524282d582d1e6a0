import { randomBytes } from 'node:crypto'
import { test } from 'tap'
import { digester } from '../../src/crypto/digest.js'
import { systemRandom } from '../../src/crypto/random.js'
import { Secret } from '../../src/crypto/secret.js'
import { tokenId } from '../../src/domain/security-users/access-token.js'
import {
  familyExpiry,
  generateRefreshToken,
  isRefreshToken,
  refreshTokenExpiry,
  repeatableSince,
  successorOf,
} from '../../src/domain/security-users/refresh-family.js'

test('a refresh token is 256 random bits in characters that every URL and header takes', async (t) => {
  const tokens = Array.from({ length: 50 }, () => generateRefreshToken(systemRandom).reveal())
  for (const token of tokens) t.match(token, /^[A-Za-z0-9_-]{43}$/)
  t.equal(new Set(tokens).size, 50)
})

test('a token has one successor under one key, which is a refresh token and no function of the token alone', async (t) => {
  const key = randomBytes(32)
  const token = generateRefreshToken(systemRandom)
  const next = successorOf(key)(token).reveal()
  t.equal(successorOf(key)(token).reveal(), next)
  t.ok(isRefreshToken(next))
  t.not(successorOf(randomBytes(32))(token).reveal(), next)
  t.not(successorOf(key)(new Secret(next)).reveal(), next)
})

test('what is no refresh token is told by its form', async (t) => {
  const token = generateRefreshToken(systemRandom).reveal()
  for (const text of ['', token.slice(1), `${token}A`, `${token}\n`, `${token.slice(1)}=`, `${token.slice(1)}ä`]) {
    t.notOk(isRefreshToken(text), JSON.stringify(text))
  }
})

test('the id of access tokens differs from token to token and gives the refresh token away to nobody', async (t) => {
  const digest = digester(randomBytes(32))
  t.match(tokenId(digest('one')), /^[\w-]{22}$/)
  t.equal(tokenId(digest('one')), tokenId(digest('one')))
  t.not(tokenId(digest('one')), tokenId(digest('other')))
})

test('a token lives 24 hours, a family 30 days, and a use can be repeated for 10 seconds', async (t) => {
  const now = new Date('2026-02-27T12:00:00Z')
  t.strictSame(refreshTokenExpiry(now), new Date('2026-02-28T12:00:00Z'))
  t.strictSame(familyExpiry(now), new Date('2026-03-29T12:00:00Z'))
  t.strictSame(repeatableSince(now), new Date('2026-02-27T11:59:50Z'))
})
