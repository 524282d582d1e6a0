/** The unit of the benchmark: a bare Fastify route with a response schema and a static reply. */
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'

const app = Fastify()
app.get(
  '/v1/api/auth',
  {
    schema: {
      response: { 200: { type: 'object', properties: { account_id: { type: 'string' } }, required: ['account_id'] } },
    },
  },
  async () => ({ account_id: 'GATEWAY_ACCOUNT_1' }),
)
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`listens on http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
