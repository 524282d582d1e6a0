/** The unit of the benchmark: bare Fastify routes with a response schema and a static reply, one for each call that is measured. */
import Fastify, { type HTTPMethods } from 'fastify'
import { announce } from './announce.js'

const app = Fastify()

function route(method: HTTPMethods, url: string, reply: Record<string, string>): void {
  const names = Object.keys(reply)
  app.route({
    method,
    url,
    schema: {
      response: {
        200: {
          type: 'object',
          properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
          required: names,
        },
      },
    },
    handler: async () => reply,
  })
}

const jwt = `eyJ${'0'.repeat(300)}`
route('GET', '/v1/api/auth', { account_id: '1234567' })
route('POST', '/v1/frontend/auth', { token: `twg_${'0'.repeat(38)}` })
route('POST', '/api/token', { token: jwt, expired: '2026-01-01T00:00:00+00:00' })
route('POST', '/login', { token: jwt })
route('GET', '/api/ipn/account/tokens', { name: 'Musterfirma GmbH', aToken: 'act_0000000000000000000000000000000000' })

void announce(app)
