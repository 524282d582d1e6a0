import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { type FailureLimit, failureLimits } from '../../src/domain/failure-budgets/failure-limits.js'
import { type Call, ContractCaller } from '../support/contract-caller.js'
import { everywhere, startServer } from '../support/server.js'

const limit: FailureLimit = { maxFailures: 3, windowSeconds: 60 }
const link = '00000000-0000-4000-8000-000000000000'
const wrongKey = { authorization: 'Bearer two_an-unknown-operator-key' }

/** Calls that fail, one for each budget. */
const failing = [
  { api: 'broker-token', operationId: 'createSecurityToken', body: { hash: 'unknown', secret: 'wrong' } },
  { api: 'partner-login', operationId: 'loginWithAccessKey', body: { accessKey: 'unknown', secret: 'wrong' } },
  { api: 'security-management', operationId: 'refreshTokenPair', body: { token: 'x', refreshToken: 'x' } },
  { api: 'gateway-tokens', operationId: 'describeGatewayToken', body: { token_link: link, description: 'x' } },
  { api: 'operator', operationId: 'listOperators', headers: wrongKey },
] as const

/** Further calls that the same budgets refuse. */
const others = [
  {
    api: 'gateway-tokens',
    operationId: 'revokeGatewayToken',
    body: { token_link: link },
    params: { account_id: 'GATEWAY_ACCOUNT_1' },
  },
  {
    api: 'gateway-tokens',
    operationId: 'revokeServiceToken',
    body: { token_link: link },
    params: { service_external_id: 'x', service_mode: 'LIVE' },
  },
] as const

test('limits of failures', async (t) => {
  const { baseUrl } = await startServer(t, {
    trustedProxies: ['127.0.0.1'],
    failureLimits: everywhere(limit),
    now: '2026-01-02T03:04:10Z',
  })
  const answer = (
    call: Call & { readonly api: keyof typeof contracts; readonly operationId: string },
    address: string,
  ) =>
    new ContractCaller(contracts[call.api], baseUrl).call(call.operationId, {
      ...call,
      headers: { ...call.headers, 'x-forwarded-for': address },
    })

  t.equal(failing.length, Object.keys(failureLimits).length, 'a failing call for each budget')
  for (const call of failing) {
    await t.test(
      `${call.operationId}: after too many failures 429 in the API's envelope, at this address only`,
      async (t) => {
        for (let failure = 0; failure < 3; failure++) t.not((await answer(call, '198.51.100.1')).status, 429)
        const refused = await answer(call, '198.51.100.1')
        t.equal(refused.status, 429)
        t.equal(refused.headers['retry-after'], '50')
        t.not((await answer(call, '198.51.100.2')).status, 429)
        t.not((await answer(call, '127.0.0.1')).status, 429, 'the proxy does not tell the client')
      },
    )
  }

  await t.test('an operation declares 429 just where it can be answered', async (t) => {
    const operations = Object.entries(contracts).flatMap(([api, contract]) =>
      Object.values(contract.operations).map((operation) => ({ api: api as keyof typeof contracts, operation })),
    )
    const reachable = new Set<string>([...failing, ...others].map(({ operationId }) => operationId))
    // Its own limits: `test/apis/security-management/createTokenPair.test.ts`.
    reachable.add('createTokenPair')
    for (const call of others) t.equal((await answer(call, '198.51.100.1')).status, 429, call.operationId)
    const withKey = operations.filter(({ api, operation }) => api === 'operator' && operation.security.length > 0)
    for (const { api, operation } of withKey) {
      const params = Object.fromEntries(
        operation.parameters.filter((one) => one.in === 'path').map(({ name }) => [name, link]),
      )
      const { status } = await answer(
        { api, operationId: operation.operationId, headers: wrongKey, params },
        '198.51.100.1',
      )
      t.equal(status, 429, operation.operationId)
      reachable.add(operation.operationId)
    }
    for (const { operation } of operations) {
      t.equal(429 in operation.replies, reachable.has(operation.operationId), operation.operationId)
    }
  })
})
