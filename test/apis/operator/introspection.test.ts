import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { securityTokenProfile } from '../../../src/domain/broker-users/security-token.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

const inactive = { active: false }
const brokerUser = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01'
const accessKeyId = '45771ea1-b012-4b80-8ba4-49891c5d8d47'

test('introspection', async (t) => {
  const { asAdmin, asViewer, baseUrl, clock, restoreDemo, services } = await startOperatorServer(t)
  const introspect = async (token: string) => (await asViewer('introspectToken', { body: { token } })).body
  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await restoreDemo()
  })
  const now = Date.parse('2026-01-15T10:00:00Z') / 1000

  async function securityToken(): Promise<string> {
    const { body } = await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', {
      body: {
        hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
        secret: 'demo-broker-secret-Zm9vYmFy',
      },
    })
    return body.token
  }

  async function partnerToken(): Promise<string> {
    const { body } = await new ContractCaller(contracts['partner-login'], baseUrl).call('loginWithAccessKey', {
      body: {
        accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
        secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
      },
    })
    return body
  }

  const management = new ContractCaller(contracts['security-management'], baseUrl)
  async function tokenPair(): Promise<{ token: string; refreshToken: string }> {
    const { body } = await management.call('createTokenPair', {
      body: { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' },
    })
    return body.content[0]
  }

  await t.test('a token of broker-token is active until it expires or its user is deactivated', async (t) => {
    const token = await securityToken()
    const told = await introspect(token)
    t.match(told, { active: true, api: 'broker-token', sub: brokerUser, iat: now, exp: now + 900 })
    clock.advance(899)
    t.equal((await introspect(token)).active, true)
    clock.advance(1)
    t.strictSame(await introspect(token), inactive)
    clock.advance(-1)
    await asAdmin('updateBrokerUser', { params: { id: brokerUser }, body: { active: false } })
    t.strictSame(await introspect(token), inactive)
  })

  await t.test('a token of partner-login is active until it expires or its access key is revoked', async (t) => {
    const token = await partnerToken()
    t.strictSame(await introspect(token), {
      active: true,
      api: 'partner-login',
      sub: '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6',
      clientId: accessKeyId,
      roles: ['Partner', 'PartnerAdmin'],
      iat: now,
      exp: now + 3600,
    })
    await asAdmin('updateAccessKey', { params: { id: accessKeyId }, body: { expiresAt: '2026-01-15T10:00:00Z' } })
    t.strictSame(await introspect(token), inactive, 'an expired access key')
    await asAdmin('updateAccessKey', { params: { id: accessKeyId }, body: { expiresAt: null } })
    t.equal((await introspect(token)).active, true)
    await asAdmin('revokeAccessKey', { params: { id: accessKeyId } })
    t.strictSame(await introspect(token), inactive)
  })

  await t.test('tokens of security-management are active until their session ends', async (t) => {
    const pair = await tokenPair()
    const user = { sub: '155', username: 'ethan.buckley@datastoreltd.biz' }
    t.match(await introspect(pair.token), { active: true, api: 'security-management', tokenUse: 'access', ...user })
    t.match(await introspect(pair.refreshToken), { active: true, tokenUse: 'refresh', ...user, exp: now + 86_400 })

    const { body } = await management.call('refreshTokenPair', {
      body: { token: pair.token, refreshToken: pair.refreshToken },
    })
    const [next] = body.content
    t.equal((await introspect(pair.token)).active, true, 'the access token before lives on')
    t.strictSame(await introspect(pair.refreshToken), inactive, 'a used refresh token does not')
    t.equal((await introspect(next.refreshToken)).active, true)

    await asAdmin('endSecurityUserSessions', { params: { uid: '155' } })
    for (const token of [pair.token, next.token, next.refreshToken]) t.strictSame(await introspect(token), inactive)
  })

  await t.test('a deactivated user has no active token', async (t) => {
    const { token, refreshToken } = await tokenPair()
    await asAdmin('updateSecurityUser', { params: { uid: '155' }, body: { active: false } })
    for (const one of [token, refreshToken]) t.strictSame(await introspect(one), inactive)
  })

  await t.test('a gateway token is active until it is revoked', async (t) => {
    const token = 'twg_OperatorExampleDemoTokenIsActive1J1ITY'
    t.strictSame(await introspect(token), {
      active: true,
      api: 'gateway-tokens',
      sub: 'OPERATED_ACCOUNT',
      clientId: '550e8400-e29b-41d4-a716-446655448001',
      iat: Date.parse('2025-11-03T08:30:00Z') / 1000,
    })
    await asAdmin('revokeLeakedGatewayToken', { body: { token } })
    t.strictSame(await introspect(token), inactive)
  })

  await t.test('a signed token whose claims are not those of its API is inactive', async (t) => {
    const issuer = services.signingKeys.issuerFor(securityTokenProfile)
    const claims = { sub: brokerUser, jti: 'AAAAAAAAAAAAAAAAAAAAAA', iat: now, exp: now + 900 }
    t.equal((await introspect(await issuer.sign(claims))).active, true, 'the control')
    for (const other of [
      { sub: [brokerUser] },
      { sub: 'somebody' },
      { sub: '\0' },
      { jti: 1 },
      { iat: now + 61, exp: now + 900 },
      { nbf: now + 61 },
      { exp: now + 3_000_000_000 },
    ]) {
      t.strictSame(await introspect(await issuer.sign({ ...claims, ...other })), inactive, JSON.stringify(other))
    }
  })

  await t.test('what is no token is inactive, and tells nothing else', async (t) => {
    const jwt = await partnerToken()
    const [header = '', payload = '', signature = ''] = jwt.split('.')
    const other = signature.startsWith('A') ? 'B' : 'A'
    for (const text of [
      'x',
      'a.b.c',
      '{}',
      `${header}.${payload}.${other}${signature.slice(1)}`,
      `${header}.${payload}.`,
    ]) {
      t.strictSame(await introspect(text), inactive, text)
    }
  })
})
