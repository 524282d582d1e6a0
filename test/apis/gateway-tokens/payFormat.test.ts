import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { Secret } from '../../../src/crypto/secret.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

/** The example of the gateway's own tests. */
const payApiHmacSecret = new Secret('qwer9yuhgf')
const example = 'testbearertokenqgs2ot3itqer7ag9mvvbs8snqb5jfas3'

test('with the secret of the gateway', async (t) => {
  const { baseUrl, asAdmin } = await startOperatorServer(t, { payApiHmacSecret })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const issue = async (token_account_type?: string): Promise<string> => {
    const body = { account_id: 'A', description: '', ...(token_account_type && { token_account_type }) }
    return (await api.call('issueGatewayToken', { body })).body.token
  }
  const lookUp = async (token: string) => (await api.call('getTokenAccount', { token })).status

  await t.test('new tokens have its form, and the prefix that their account type chooses', async (t) => {
    for (const [type, form] of [
      ['LIVE', /^api_live_[0-9a-v]{58}$/],
      ['test', /^api_test_[0-9a-v]{58}$/],
      [undefined, /^[0-9a-v]{58}$/],
    ] as const) {
      const token = await issue(type)
      t.match(token, form)
      t.equal(await lookUp(token), 200)
      t.equal(await lookUp(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`), 401)
    }
  })

  await t.test('tokens of our own form stay valid', async (t) => {
    t.equal(await lookUp('twg_GatewayAccount1DemoTokenIsActive2qte6G'), 200)
  })

  await t.test('an existing token is taken with the right checksum only', async (t) => {
    const create = (token: string) =>
      asAdmin('createGatewayToken', { body: { accountId: 'A', description: '', token } })
    t.equal((await create(example)).status, 201)
    t.equal(await lookUp(example), 200)
    const { status, text } = await create(example.replace('qgs2', 'qgs3'))
    t.equal(status, 400)
    t.match(text, /PAY_API_HMAC_SECRET/)
  })
})
