import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

const service = { service_external_id: 'cd1b871207a94a7fa157dee678146acd', service_mode: 'TEST' }
const demo = {
  token_link: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c02',
  description: 'The token of a service',
  token_type: 'DIRECT_DEBIT',
  type: 'API',
  issued_date: '09 Oct 2015 - 08:00',
  last_used: null,
  created_by: 'somebody@example.gov.uk',
  ...service,
}

test('the tokens of a service', async (t) => {
  const { baseUrl } = await startServer(t, { now: '2015-10-10T12:12:59.999Z' })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const list = async (params: typeof service, query: Record<string, string> = {}) =>
    (await api.call('listServiceTokens', { params, query })).body.tokens
  const issue = async (body: object): Promise<string> =>
    (await api.call('issueGatewayToken', { body: { account_id: 'A', description: '', ...body } })).body.token

  await t.test('a list has those of the mode, written in either case', async (t) => {
    for (const service_mode of ['TEST', 'test']) t.strictSame(await list({ ...service, service_mode }), [demo])
    t.strictSame(await list({ ...service, service_mode: 'LIVE' }), [])
    t.strictSame(await list({ ...service, service_external_id: 'another' }), [])
  })

  await t.test('a token is shown by its link to its own service only', async (t) => {
    const get = (params: object) => api.call('getServiceToken', { params: { ...service, ...params } })
    const { token_link } = demo
    t.strictSame((await get({ token_link })).body, demo)
    for (const params of [
      { token_link: 'no-uuid' },
      { token_link, service_mode: 'LIVE' },
      { token_link, service_external_id: 'another' },
    ]) {
      const { status, body } = await get(params)
      t.strictSame([status, body], [404, { message: 'Token does not exist' }])
    }
  })

  await t.test('what a frontend says of a token is listed, and answered by the look-up', async (t) => {
    const own = { service_external_id: 's', service_mode: 'live' }
    const token = await issue({ ...own, token_type: 'DIRECT_DEBIT', type: 'PRODUCTS', token_account_type: 'live' })
    t.strictSame(await list(own), [], 'a list has tokens of the API')
    const [listed] = await list(own, { type: 'products' })
    t.match(listed, { token_type: 'DIRECT_DEBIT', type: 'PRODUCTS', service_mode: 'LIVE', service_external_id: 's' })
    t.strictSame((await api.call('getTokenAccount', { token })).body, {
      account_id: 'A',
      token_link: listed.token_link,
      token_type: 'DIRECT_DEBIT',
      service_mode: 'LIVE',
      service_external_id: 's',
    })
    const ofAccount = { params: { account_id: 'A' }, query: { type: 'PRODUCTS' } }
    t.strictSame((await api.call('listGatewayTokens', ofAccount)).body.tokens, [listed])
  })

  await t.test('a token is revoked by its link or by itself, by its own service only', async (t) => {
    const own = { service_external_id: 'r', service_mode: 'TEST' }
    const revoke = (params: object, body: unknown) =>
      api.call('revokeServiceToken', { params: { ...own, ...params }, body })
    const token = await issue(own)
    await issue(own)
    const [{ token_link }] = await list(own)
    for (const body of [{ token }, { token_link }]) {
      t.equal((await revoke({ service_mode: 'LIVE' }, body)).status, 404)
      t.equal((await revoke({ service_external_id: 'another' }, body)).status, 404)
      t.strictSame((await revoke({}, body)).body, { revoked: '10 Oct 2015 - 12:12' })
      t.strictSame((await revoke({}, body)).body, { message: 'Could not revoke token' })
    }
    t.strictSame((await revoke({}, {})).body, { message: 'Missing fields: [token_link]' })
    t.equal((await list(own, { state: 'revoked' })).length, 2)
  })

  await t.test('a mode that is none is refused', async (t) => {
    for (const operation of ['listServiceTokens', 'getServiceToken', 'revokeAllServiceTokens']) {
      const params = { ...service, service_mode: 'DEMO', token_link: 'x' }
      const { status, body } = await api.call(operation, { params })
      t.equal(status, 400, operation)
      t.match(body.message, /^service_mode /)
    }
  })

  await t.test('every declared status was seen', async (t) =>
    api.assertAllStatusesSeen(t, ['listServiceTokens', 'getServiceToken', 'revokeServiceToken']),
  )
})
