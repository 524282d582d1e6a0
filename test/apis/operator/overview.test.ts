import { sql } from 'kysely'
import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

const brokerUser = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01'
const accessKey = '45771ea1-b012-4b80-8ba4-49891c5d8d47'
const unknown = '00000000-0000-4000-8000-000000000000'

test('overview, usage and diagnosis', async (t) => {
  const server = await startOperatorServer(t)
  const { asAdmin, asViewer, caller, clock, db, services } = server
  const apiOf = (name: keyof typeof contracts) => new ContractCaller(contracts[name], server.baseUrl)
  const [broker, partner, security] = [apiOf('broker-token'), apiOf('partner-login'), apiOf('security-management')]
  const hash = 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68'
  const signIns = {
    broker: (secret = 'demo-broker-secret-Zm9vYmFy') => broker.call('createSecurityToken', { body: { hash, secret } }),
    partner: (secret = '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq') =>
      partner.call('loginWithAccessKey', {
        body: { accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94', secret },
      }),
    security: (password = 'S0qUx56pW!') =>
      security.call('createTokenPair', { body: { username: 'ethan.buckley@datastoreltd.biz', password } }),
  }
  const usageOf = (kind: string, id: string, more: Record<string, string> = {}) =>
    asViewer('getUsage', { query: { kind, id, ...more } })
  const lastUses = async () => [
    (await asViewer('getBrokerUser', { params: { id: brokerUser } })).body.lastUsedAt,
    (await asViewer('getAccessKey', { params: { id: accessKey } })).body.lastUsedAt,
    (await asViewer('getSecurityUser', { params: { uid: '155' } })).body.lastUsedAt,
  ]

  t.beforeEach(async () => {
    clock.set('2026-01-15T10:00:00Z')
    await server.restoreDemo()
    await db.deleteFrom('sign_in_days').execute()
    await db.deleteFrom('sign_in_hours').execute()
  })

  await t.test('a sign-in is counted, by whom, when and at which API, and a refused one as refused', async (t) => {
    t.strictSame(await lastUses(), [null, null, null])
    for (const signIn of Object.values(signIns)) {
      await signIn()
      await signIn()
      await signIn('wrong')
    }
    await services.flush()
    for (const [kind, id] of [
      ['broker-user', brokerUser],
      ['access-key', accessKey.toUpperCase()],
      ['security-user', '155'],
    ] as const) {
      const { status, body } = await usageOf(kind, id)
      t.equal(status, 200)
      t.equal(body.items.length, 7)
      t.strictSame(body.items.at(-1), { day: '2026-01-15', signIns: 2 }, kind)
      t.strictSame(body.items[0], { day: '2026-01-09', signIns: 0 })
    }
    const now = '2026-01-15T10:00:00.000Z'
    t.strictSame(await lastUses(), [now, now, now])
    const { signIns: hours } = (await asViewer('getOverview')).body
    t.equal(hours.length, 72)
    t.strictSame(
      hours.filter(({ hour }: { hour: string }) => hour === now),
      ['broker-token', 'partner-login', 'security-management'].map((api) => ({
        hour: now,
        api,
        succeeded: 2,
        refused: 1,
      })),
    )
    t.equal(hours[0].hour, '2026-01-14T11:00:00.000Z')
  })

  await t.test('a renewed session is a use and no sign-in', async (t) => {
    const [pair] = (await signIns.security()).body.content
    clock.advance(600)
    const { token, refreshToken } = pair
    t.equal((await security.call('refreshTokenPair', { body: { token, refreshToken } })).status, 200)
    await services.flush()
    t.equal((await lastUses())[2], '2026-01-15T10:10:00.000Z')
    t.equal((await usageOf('security-user', '155')).body.items.at(-1).signIns, 1)
  })

  await t.test('a range has both ends, and at most 400 days', async (t) => {
    await signIns.partner()
    clock.set('2026-01-16T00:00:00Z')
    await signIns.partner()
    await services.flush()
    const range = (from: string, to: string) => usageOf('access-key', accessKey, { from, to })
    t.strictSame((await range('2026-01-15', '2026-01-16')).body.items, [
      { day: '2026-01-15', signIns: 1 },
      { day: '2026-01-16', signIns: 1 },
    ])
    t.strictSame((await range('2026-01-15', '2026-01-15')).body.items, [{ day: '2026-01-15', signIns: 1 }])
    t.equal((await usageOf('access-key', accessKey, { to: '2026-01-15' })).body.items.length, 7)
    t.equal((await range('2024-12-11', '2026-01-15')).body.items.length, 401)
    for (const [from, to] of [
      ['2026-01-16', '2026-01-15'],
      ['2024-12-10', '2026-01-15'],
      ['2026-02-30', '2026-03-01'],
      ['yesterday', '2026-03-01'],
    ] as const) {
      const { status, body } = await range(from, to)
      t.equal(status, 400, `${from} to ${to}`)
      t.strictSame(
        body.errors.map(({ pointer }: { pointer: string }) => pointer),
        ['#/from'],
      )
    }
  })

  await t.test('a credential that never signed in has zeros, a deleted one its days, any other is 404', async (t) => {
    const idle = await usageOf('broker-user', '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a03')
    t.strictSame(new Set(idle.body.items.map((day: { signIns: number }) => day.signIns)), new Set([0]))
    await signIns.broker()
    await services.flush()
    await asAdmin('deleteBrokerUser', { params: { id: brokerUser } })
    t.equal((await usageOf('broker-user', brokerUser)).body.items.at(-1).signIns, 1)
    for (const [kind, id] of [
      ['broker-user', unknown],
      ['broker-user', accessKey],
      ['access-key', 'no id'],
      ['security-user', '4711'],
      ['security-user', unknown],
    ] as const) {
      t.equal((await usageOf(kind, id)).status, 404, `${kind} ${id}`)
    }
    t.equal((await usageOf('gateway-token', unknown)).status, 400)
  })

  await t.test('states are counted', async (t) => {
    const before = (await asViewer('getOverview')).body
    await asAdmin('createAccessKey', { body: { name: 'n', account: unknown, company: unknown } })
    await asAdmin('createAccessKey', {
      body: { name: 'n', account: unknown, company: unknown, expiresAt: '2026-01-15T09:00:00Z' },
    })
    await asAdmin('updateBrokerUser', { params: { id: brokerUser }, body: { active: false } })
    await asAdmin('revokeGatewayTokens', { body: { accountId: 'OPERATED_ACCOUNT' } })
    const { at, accessKeys, brokerUsers, gatewayTokens, securityUsers, signingKeys } = (await asViewer('getOverview'))
      .body
    t.equal(at, '2026-01-15T10:00:00.000Z')
    t.strictSame(accessKeys, {
      ...before.accessKeys,
      pending: before.accessKeys.pending + 1,
      expired: before.accessKeys.expired + 1,
    })
    t.equal(brokerUsers.inactive, before.brokerUsers.inactive + 1)
    t.equal(brokerUsers.active, before.brokerUsers.active - 1)
    t.ok(gatewayTokens.revoked > before.gatewayTokens.revoked)
    t.equal(gatewayTokens.active + gatewayTokens.revoked, before.gatewayTokens.active + before.gatewayTokens.revoked)
    t.strictSame(securityUsers, { active: 3, inactive: 1, estimated: false })
    clock.advance(3 * 86_400 + 3_600)
    const later = (await asViewer('getOverview')).body.signingKeys
    t.ok(later.length >= signingKeys.length && later.length > 0)
    for (const key of later) t.equal(key.ageDays, 3)
  })

  await t.test('the diagnosis finds what doctor finds, and its level is that of the worst', async (t) => {
    const found = async () => (await asViewer('getDiagnosis')).body
    const healthy = await found()
    t.match(
      healthy.items.map(({ check }: { check: string }) => check),
      ['database', 'encoding', 'clock', 'writes'],
    )
    t.match(
      healthy.items.find(({ check }: { check: string }) => check === 'master key'),
      { level: 'ok', action: null },
    )
    await sql`update gateway_tokens set hint = '…' where link = '550e8400-e29b-41d4-a716-446655448001'`.execute(db)
    const { level, items } = await found()
    t.equal(level, 'problem')
    t.match(
      items.find(({ check }: { check: string }) => check === 'hashed tokens'),
      {
        level: 'problem',
        message: '1 imported tokens are refused',
        action: /LEGACY_TOKEN_BCRYPT_SALT/,
      },
    )
  })

  await t.test('every declared status was seen', async (t) => {
    for (const operationId of ['getOverview', 'getUsage', 'getDiagnosis'])
      t.equal((await caller.call(operationId, { query: { kind: 'access-key', id: unknown } })).status, 401)
    caller.assertAllStatusesSeen(t, ['getOverview', 'getUsage', 'getDiagnosis'])
  })
})
