import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

test('revokeAllGatewayTokens and revokeAllServiceTokens', async (t) => {
  const { baseUrl, db } = await startServer(t)
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const service = { service_external_id: 'a service', service_mode: 'LIVE' }
  const issue = async (body: object): Promise<string> =>
    (await api.call('issueGatewayToken', { body: { account_id: 'A', description: '', ...body } })).body.token
  const lookUp = async (token: string) => (await api.call('getTokenAccount', { token })).status
  const auditDetails = async () => {
    const rows = await db
      .selectFrom('audit_events')
      .select('detail')
      .where('action', '=', 'gateway-token.revoke-all')
      .orderBy('seq')
      .execute()
    return rows.map(({ detail }) => detail)
  }

  await t.test('all active tokens of the account are revoked, at once and in one event of the audit', async (t) => {
    const tokens = await Promise.all([issue({}), issue({}), issue({ type: 'PRODUCTS' }), issue(service)])
    const other = await issue({ account_id: 'B' })
    const reply = await api.call('revokeAllGatewayTokens', { params: { account_id: 'A' } })
    t.strictSame([reply.status, reply.text], [200, ''])
    for (const token of tokens) t.equal(await lookUp(token), 401)
    t.equal(await lookUp(other), 200)
    t.strictSame(await auditDetails(), ['revoked: 4, account: A'])
  })

  await t.test('all active tokens of the service in the mode are revoked, whatever their account', async (t) => {
    const tokens = await Promise.all([issue(service), issue({ ...service, account_id: 'B' })])
    const others = await Promise.all([issue({}), issue({ ...service, service_mode: 'TEST' })])
    const reply = await api.call('revokeAllServiceTokens', { params: { ...service, service_mode: 'live' } })
    t.strictSame([reply.status, reply.text], [200, ''])
    for (const token of tokens) t.equal(await lookUp(token), 401)
    for (const token of others) t.equal(await lookUp(token), 200)
    t.strictSame((await auditDetails()).at(-1), 'revoked: 2, service: a service, mode: LIVE')
  })

  await t.test('an owner without a token is answered alike', async (t) => {
    t.equal((await api.call('revokeAllGatewayTokens', { params: { account_id: 'nobody' } })).status, 200)
    const params = { ...service, service_external_id: 'nothing' }
    t.equal((await api.call('revokeAllServiceTokens', { params })).status, 200)
  })

  await t.test('every declared status was seen', async (t) =>
    api.assertAllStatusesSeen(t, ['revokeAllGatewayTokens', 'revokeAllServiceTokens']),
  )
})
