import { test } from 'tap'
import { systemRandom } from '../../src/crypto/random.js'
import type { BrokerUserId } from '../../src/domain/broker-users/broker-user.js'
import { expiryOf, securityTokenClaims, securityTokenState } from '../../src/domain/broker-users/security-token.js'

test('security tokens', async (t) => {
  const userId = 'user' as BrokerUserId
  const claims = securityTokenClaims(userId, systemRandom, new Date('2024-01-26T14:39:46.999Z'))

  await t.test('a token lives 15 minutes from the second in which it was issued', async (t) => {
    t.strictSame(expiryOf(claims), new Date('2024-01-26T14:54:46Z'))
    t.equal(claims.exp - claims.iat, 900)
  })

  await t.test('a token is expired from the second of its end on, and not before', async (t) => {
    t.strictSame(securityTokenState(claims, new Date('2024-01-26T14:54:45.999Z')), { state: 'valid', userId })
    t.strictSame(securityTokenState(claims, new Date('2024-01-26T14:54:46.000Z')), { state: 'expired' })
  })

  await t.test('a token that is not verified, or names nobody, is invalid', async (t) => {
    const { sub, ...nobody } = claims
    t.equal(sub, userId)
    t.strictSame(securityTokenState(undefined, new Date(0)), { state: 'invalid' })
    t.strictSame(securityTokenState(nobody, new Date(0)), { state: 'invalid' })
    t.strictSame(securityTokenState({ ...nobody, sub: 5 }, new Date(0)), { state: 'invalid' })
  })
})
