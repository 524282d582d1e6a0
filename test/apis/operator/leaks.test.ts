import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { Secret } from '../../../src/crypto/secret.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { adminKey, startOperatorServer } from '../../support/operator.js'

const environmentKey = 'the operator key of the configuration'

test('secrets that leaked', async (t) => {
  const server = await startOperatorServer(t)
  const { asAdmin, asViewer, audit, caller, clock, services } = server
  const apiOf = (name: keyof typeof contracts) => new ContractCaller(contracts[name], server.baseUrl)
  const gateway = apiOf('gateway-tokens')
  const broker = apiOf('broker-token')
  const accounts = apiOf('broker-accounts')
  const partner = apiOf('partner-login')
  const security = apiOf('security-management')
  const leaked = (secret: string) => asAdmin('revokeLeakedSecret', { body: { secret } })
  const isActive = async (token: string) => (await asViewer('introspectToken', { body: { token } })).body.active
  const signIn = async (hash: string, secret: string) =>
    (await broker.call('createSecurityToken', { body: { hash, secret } })).body.token as string | undefined
  const session = async () => {
    const body = { username: 'operated.user@datastoreltd.biz', password: 'S0qUx56pW!' }
    return (await security.call('createTokenPair', { body })).body.content[0]
  }
  const refresh = async ({ token, refreshToken }: { token: string; refreshToken: string }) =>
    security.call('refreshTokenPair', { body: { token, refreshToken } })

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await server.restoreDemo()
  })

  await t.test('a gateway token is refused from the next call on', async (t) => {
    const token = 'twg_OperatorExampleDemoTokenIsActive1J1ITY'
    const { status, body, text } = await leaked(token)
    t.equal(status, 200)
    t.match(body.items, [
      { kind: 'gateway-token', subject: '550e8400-e29b-41d4-a716-446655448001', done: 'token-revoked' },
    ])
    t.notMatch(text, token)
    t.equal((await gateway.call('getTokenAccount', { token })).status, 401)
    const again = await leaked(token)
    t.equal(again.status, 409)
    t.match(again.body, { state: 'ended', detail: /gateway token.*550e8400-e29b-41d4-a716-446655448001/ })
    t.strictSame((await audit({ action: 'credential.revoke-leaked' })).slice(0, 2), [
      {
        actor: 'demo admin',
        action: 'credential.revoke-leaked',
        subject: '550e8400-e29b-41d4-a716-446655448001',
        detail: 'ended',
        result: 'refused',
      },
      {
        actor: 'demo admin',
        action: 'credential.revoke-leaked',
        subject: '550e8400-e29b-41d4-a716-446655448001',
        detail: 'gateway-token 550e8400-e29b-41d4-a716-446655448001: token-revoked',
        result: 'succeeded',
      },
    ])
    t.notMatch((await asAdmin('listAuditEvents')).text, token)
  })

  await t.test('of two secrets of a broker user the leaked one ends, and the other works', async (t) => {
    const hash = '00000000000000000000000000000000000000000000000000000000000e4f73'
    t.ok(await signIn(hash, 'demo-operated-secret-new'))
    t.match((await leaked('demo-operated-secret-new')).body.items, [{ kind: 'broker-secret', done: 'secret-ended' }])
    t.equal(await signIn(hash, 'demo-operated-secret-new'), undefined)
    t.ok(await signIn(hash, 'demo-operated-secret-old'))
    t.equal((await leaked('demo-operated-secret-new')).status, 404, 'nothing has it any more')
    t.match((await leaked('demo-operated-secret-old')).body.items, [{ done: 'user-deactivated' }])
  })

  await t.test(
    'the last secret of broker users deactivates each that has it, and their tokens end at once',
    async (t) => {
      const hash = '00000000000000000000000000000000000000000000000000000000000e4f71'
      const token = (await signIn(hash, 'demo-operated-secret')) ?? ''
      const { body } = await leaked('demo-operated-secret')
      t.strictSame(
        body.items.map(({ subject, done }: { subject: string; done: string }) => [subject, done]),
        [
          ['3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01', 'user-deactivated'],
          ['3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b02', 'user-deactivated'],
        ],
      )
      t.match((await accounts.call('getAccountToken', { token })).body, { error: /deactivated/ })
      t.notOk(await isActive(token))
      const params = { id: '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01' }
      await asAdmin('updateBrokerUser', { params, body: { active: true } })
      t.equal(await signIn(hash, 'demo-operated-secret'), undefined, 'the secret stays ended')
      const { secret } = (await asAdmin('rotateBrokerSecret', { params, body: {} })).body
      t.ok(await signIn(hash, secret), 'a new one works')
    },
  )

  await t.test('the hash of a broker user deactivates the user', async (t) => {
    const hash = '00000000000000000000000000000000000000000000000000000000000e4f71'
    t.match((await leaked(hash)).body.items, [{ kind: 'broker-hash', done: 'user-deactivated' }])
    t.equal(await signIn(hash, 'demo-operated-secret'), undefined)
    t.match((await leaked(hash)).body, { status: 409, state: 'ended' })
  })

  await t.test('the secret of an access key ends; without another one the key is revoked', async (t) => {
    const body = {
      name: 'n',
      account: '00000000-0000-4000-8000-000000000000',
      company: '00000000-0000-4000-8000-000000000000',
    }
    const key = (await asAdmin('createAccessKey', { body })).body
    const params = { id: key.id }
    await asAdmin('activateAccessKey', { params })
    const rotated = (await asAdmin('rotateAccessKeySecret', { params, body: {} })).body
    const logIn = (secret: string) => partner.call('loginWithAccessKey', { body: { accessKey: key.accessKey, secret } })
    t.match((await leaked(key.secret)).body.items, [
      { kind: 'access-key-secret', subject: key.id, done: 'secret-ended' },
    ])
    t.equal((await logIn(key.secret)).status, 401)
    const token = (await logIn(rotated.secret)).text
    t.ok(await isActive(token))
    t.match((await leaked(rotated.secret)).body.items, [{ done: 'access-key-revoked' }])
    t.notOk(await isActive(token))
    t.equal((await logIn(rotated.secret)).status, 401)
    t.equal((await asAdmin('getAccessKey', { params })).body.state, 'revoked')
    t.equal((await leaked(key.accessKey)).status, 404, 'an access key is no secret')
  })

  await t.test('a refresh token, used or not, and an access token end every session of the user', async (t) => {
    for (const kind of ['refresh-token', 'used refresh token', 'access-token'] as const) {
      const pairs = [await session(), await session()]
      const [first] = pairs
      let secret = kind === 'access-token' ? first.token : first.refreshToken
      if (kind === 'used refresh token') {
        pairs.push((await refresh(first)).body.content[0])
        secret = first.refreshToken
      }
      const { status, body } = await leaked(secret)
      t.equal(status, 200, kind)
      t.strictSame(body.items, [
        {
          kind: kind === 'access-token' ? 'access-token' : 'refresh-token',
          subject: '157',
          name: 'operated.user@datastoreltd.biz',
          done: 'sessions-ended',
        },
      ])
      for (const pair of pairs) {
        t.equal((await refresh(pair)).status, 401)
        t.notOk(await isActive(pair.token))
      }
      t.equal((await leaked(secret)).status, kind === 'access-token' ? 409 : 404, `${kind}: nothing is left to end`)
    }
  })

  await t.test('a JWT that cannot be revoked alone is left, and what ends it is told', async (t) => {
    const token =
      (await signIn('00000000000000000000000000000000000000000000000000000000000e4f71', 'demo-operated-secret')) ?? ''
    const reply = await leaked(token)
    t.equal(reply.status, 409)
    t.match(reply.body, { state: 'expires', detail: /deactivate the broker user 3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01/ })
    t.ok(await isActive(token))
    const { text: access } = await partner.call('loginWithAccessKey', {
      body: {
        accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
        secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
      },
    })
    t.match((await leaked(access)).body, { detail: /revoke the access key 45771ea1-b012-4b80-8ba4-49891c5d8d47/ })
    clock.advance(3_600)
    t.match((await leaked(token)).body, { status: 409, detail: /expired at 2026-01-15T10:15:00.000Z/ })
  })

  await t.test(
    'an operator key ends, also that of the caller, but not the last one and not that of the configuration',
    async (t) => {
      await services.operators.prepare(new Secret(environmentKey), false)
      t.match((await leaked(environmentKey)).body, { state: 'environment', detail: /OPERATOR_KEY/ })
      const { key, id } = (await asAdmin('createOperator', { body: { name: 'Support', role: 'admin' } })).body
      t.strictSame((await caller.call('revokeLeakedSecret', { token: key, body: { secret: key } })).body.items, [
        { kind: 'operator-key', subject: id, name: 'Support', done: 'operator-deleted' },
      ])
      t.equal((await caller.call('listOperators', { token: key })).status, 401)
      await services.operators.prepare(undefined, false)
      t.match((await leaked(adminKey)).body, { state: 'last-admin', status: 409 })
      t.equal((await asAdmin('listOperators')).status, 200)
    },
  )

  await t.test('what nothing has gets one answer, whatever it looks like', async (t) => {
    const replies = await Promise.all(
      [
        'x',
        'twg_ThisTokenHasNeverBeenIssued000002a3IWb',
        'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fM',
        'f'.repeat(64),
        'a.b.c',
        'A'.repeat(43),
        'S0qUx56pW!',
        'act_demoHauptstelle8Vr3Wd6Ty1Ue5Io9PaMn4B',
        '550e8400-e29b-41d4-a716-446655448001',
        'é'.repeat(4_000),
      ].map(leaked),
    )
    t.strictSame(new Set(replies.map(({ status }) => status)), new Set([404]))
    t.equal(new Set(replies.map(({ text }) => text)).size, 1)
  })

  await t.test('of two revocations at the same time one does it', async (t) => {
    const secret = 'twg_OperatorExampleDemoTokenItLeaked3a0uZL'
    const replies = await Promise.all([leaked(secret), leaked(secret), leaked(secret)])
    t.strictSame(replies.map(({ status }) => status).sort(), [200, 409, 409])
  })

  await t.test('a viewer may not', async (t) => {
    const body = { secret: 'twg_OperatorExampleDemoTokenItLeaked3a0uZL' }
    t.equal((await asViewer('revokeLeakedSecret', { body })).status, 403)
    t.equal((await caller.call('revokeLeakedSecret', { body })).status, 401)
    t.equal((await gateway.call('getTokenAccount', { token: body.secret })).status, 200)
  })

  await t.test('every declared status was seen', async (t) => caller.assertAllStatusesSeen(t, ['revokeLeakedSecret']))
})
