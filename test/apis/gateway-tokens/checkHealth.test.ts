import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

test('checkHealth: the service is healthy while the database answers', async (t) => {
  const { baseUrl } = await startServer(t)
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const { status, body } = await api.call('checkHealth')
  t.strictSame([status, body], [200, { postgres: { healthy: true }, deadlocks: { healthy: true } }])
})
