import { test } from 'tap'
import { uuidPattern } from '../../src/uuid.js'
import { allContracts } from '../../src/verify/contracts.js'
import { credentialsTemplate } from '../../src/verify/template.js'
import { verify } from '../../src/verify/verify.js'
import { adminKey, startOperatorServer, viewerKey } from '../support/operator.js'

type Values = Readonly<Record<string, string | null>>

test('a server with data of its own is verified by a file of its credentials, with each of the APIs', async (t) => {
  const { asAdmin, services, baseUrl } = await startOperatorServer(t, { now: new Date().toISOString() })
  const create = async (operationId: string, body: object): Promise<Record<string, string>> =>
    (await asAdmin(operationId, { body })).body
  const [admin, viewer] = [
    await create('createOperator', { name: 'Own admin', role: 'admin' }),
    await create('createOperator', { name: 'Own viewer', role: 'viewer' }),
  ]
  const broker = await create('createBrokerUser', { name: 'Own', accounts: [{ name: 'Own account' }] })
  const inactive = await create('createBrokerUser', { name: 'Own, inactive' })
  await asAdmin('updateBrokerUser', { params: { id: inactive.id ?? '' }, body: { active: false } })
  const owner = { account: '0ea70001-0f58-44a2-80ad-953633ff2cc8', company: '29263739-2cf8-483d-af15-6151dc8448b5' }
  const accessKey = await create('createAccessKey', { name: 'Own', ...owner })
  await asAdmin('activateAccessKey', { params: { id: accessKey.id ?? '' } })
  const pending = await create('createAccessKey', { name: 'Own, pending', ...owner })
  await create('createSecurityUser', { username: 'own.user@example.org', password: 'Own password 1' })
  const token = await create('createGatewayToken', { accountId: 'OWN', description: 'Own' })
  const revoked = await create('createGatewayToken', { accountId: 'OWN', description: 'Own, revoked' })
  await asAdmin('revokeGatewayTokenByLink', { params: { tokenLink: revoked.tokenLink ?? '' } })
  await services.demo.remove()

  const own: Readonly<Record<string, Values>> = {
    'broker-token': {
      bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68: broker.hash ?? '',
      'demo-broker-secret-Zm9vYmFy': broker.secret ?? '',
      '0000000000000000000000000000000000000000000000000000000000deac71': inactive.hash ?? '',
      'demo-broker-secret-deactivated': inactive.secret ?? '',
      '0000000000000000000000000000000000000000000000000000000000acc000': null,
    },
    'broker-accounts': {
      bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68: broker.hash ?? '',
      'demo-broker-secret-Zm9vYmFy': broker.secret ?? '',
    },
    'gateway-tokens': {
      twg_GatewayAccount1DemoTokenIsActive2qte6G: token.token ?? '',
      twg_GatewayAccount2DemoTokenOfServic1ZJbWU: null,
      twg_GatewayAccount1DemoTokenWasRevok1XYFty: revoked.token ?? '',
      '15': 'OWN',
      'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c02': null,
      GATEWAY_ACCOUNT_1: 'OWN',
      GATEWAY_ACCOUNT_3: 'OWN',
      '550e8400-e29b-41d4-a716-446655440000': token.tokenLink ?? '',
    },
    'partner-login': {
      '986d8167a9b9a15e37db4ab4ad50877b01347a94': accessKey.accessKey ?? '',
      '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq': accessKey.secret ?? '',
      '1111111111111111111111111111111111111111': pending.accessKey ?? '',
      'demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey': pending.secret ?? '',
      '2222222222222222222222222222222222222222': null,
      '3333333333333333333333333333333333333333': null,
    },
    'security-management': { 'ethan.buckley@datastoreltd.biz': 'own.user@example.org', 'S0qUx56pW!': 'Own password 1' },
    operator: { [adminKey]: admin.key ?? '', [viewerKey]: viewer.key ?? '' },
  }
  for (const contract of allContracts()) {
    const run = (ownValues: Values) =>
      verify(contract, allContracts(), {
        base: baseUrl,
        timeoutMs: 30_000,
        maxRequests: 2000,
        surface: 'all',
        mayChange: false,
        ownValues,
        withLimits: false,
      })
    await t.test(contract.name, async (t) => {
      const template = credentialsTemplate(contract, allContracts())
      const given = own[contract.name] ?? {}
      for (const value of Object.keys(given)) t.ok(value in template, `the template has ${value}`)
      // Of the operator's examples the records of the demo are left out; those that do not exist may stay.
      const records = Object.keys(template).filter(
        (value) => contract.name === 'operator' && isOfDemo(value) && !(value in given),
      )
      const { checks, passed } = await run({ ...Object.fromEntries(records.map((value) => [value, null])), ...given })
      t.strictSame(
        checks.filter(({ outcome }) => outcome === 'failed'),
        [],
      )
      t.ok(passed > 10, `${passed} checks`)
      const succeeded = checks.filter(({ kind, outcome }) => kind === 'example' && outcome === 'passed')
      t.ok(succeeded.length > 1, `${succeeded.length} examples`)
      t.ok((await run({})).failed > 0, 'the values of the demo are unknown to this server')
    })
  }
})

/** Records, and credentials that are neither of an operator nor unknown on purpose. */
function isOfDemo(value: string): boolean {
  if (value.startsWith('00000000-')) return false
  return uuidPattern.test(value) || /^\d{3,}$|@|^twg_(?!This)|^act_|^[0-9a-f]{40,}$|^[A-Za-z0-9]{60,}$/i.test(value)
}
