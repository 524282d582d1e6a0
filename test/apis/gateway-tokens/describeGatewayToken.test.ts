import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

const active = '550e8400-e29b-41d4-a716-446655440000'
const revoked = '550e8400-e29b-41d4-a716-446655441234'

test('describeGatewayToken', async (t) => {
  const { baseUrl } = await startServer(t)
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const describe = (body: unknown) => api.call('describeGatewayToken', { body })
  const shown = { account_id: '15', token_link: active }
  const { body: known } = await api.call('getGatewayToken', { params: shown })
  const descriptions = async (state: string): Promise<string[]> => {
    const { body } = await api.call('listGatewayTokens', { params: { account_id: '15' }, query: { state } })
    return body.tokens.map((token: { description: string }) => token.description)
  }

  await t.test('an active token gets the new description, which may be empty, and is answered whole', async (t) => {
    for (const description of ['New token description', '']) {
      const { status, body } = await describe({ token_link: active, description })
      t.equal(status, 200)
      t.strictSame(body, { ...known, description })
      t.strictSame(await descriptions('active'), [description])
    }
  })

  await t.test('a revoked, an unknown and a malformed link are answered alike, and nothing changes', async (t) => {
    for (const token_link of [
      revoked,
      '00000000-0000-4000-8000-000000000000',
      'no-uuid',
      '',
      `${active} `,
      `{${active}}`,
      active.toUpperCase(),
    ]) {
      const { status, body } = await describe({ token_link, description: 'changed' })
      t.equal(status, 404, token_link)
      t.strictSame(body, { message: 'Could not update token description' })
    }
    t.strictSame(await descriptions('revoked'), ['token 2 description'])
  })

  await t.test('missing fields are listed in the order of the document', async (t) => {
    for (const body of [{}, null, [], { token_link: null }, { description: null }]) {
      t.strictSame((await describe(body)).body, { message: 'Missing fields: [token_link, description]' })
    }
    t.strictSame((await describe({ description: '' })).body, { message: 'Missing fields: [token_link]' })
    t.strictSame((await describe({ token_link: active })).body, { message: 'Missing fields: [description]' })
  })

  await t.test('a wrong type or a long text is told by the name of its field', async (t) => {
    t.match((await describe({ token_link: 5, description: '' })).body.message, /^token_link /)
    t.match((await describe({ token_link: 'x'.repeat(256), description: '' })).body.message, /^token_link /)
    t.match((await describe({ token_link: active, description: 'x'.repeat(256) })).body.message, /^description /)
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['describeGatewayToken']))
})
