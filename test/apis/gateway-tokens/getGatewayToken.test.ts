import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

test('getGatewayToken', async (t) => {
  const { baseUrl } = await startServer(t)
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const get = (account_id: string, token_link: string) =>
    api.call('getGatewayToken', { params: { account_id, token_link } })

  await t.test('a token is shown as lists show it, active or revoked', async (t) => {
    for (const state of ['active', 'revoked']) {
      const { body } = await api.call('listGatewayTokens', { params: { account_id: '15' }, query: { state } })
      const [listed] = body.tokens
      const { status, body: shown } = await get('15', listed.token_link)
      t.equal(status, 200)
      t.strictSame(shown, listed)
    }
  })

  await t.test('a link of another account, an unknown and a malformed one are answered alike', async (t) => {
    const link = '550e8400-e29b-41d4-a716-446655440000'
    for (const [account, text] of [
      ['16', link],
      ['15', '00000000-0000-4000-8000-000000000000'],
      ['15', 'no-uuid'],
      ['15', link.toUpperCase()],
    ] as const) {
      const { status, body } = await get(account, text)
      t.strictSame([status, body], [404, { message: 'Token does not exist' }], text)
    }
  })

  await t.test('a NUL character is refused', async (t) => {
    t.equal((await get('15', 'a\0b')).status, 400)
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['getGatewayToken']))
})
