/**
 * A bare Fastify route in front of the look-up that the product uses: what is missing to it is the machinery of the contract.
 * `DATABASE_URL` and `MASTER_KEY` as for the product.
 */
import Fastify from 'fastify'
import { readConfig } from '../../../src/config.js'
import { openMasterKeys } from '../../../src/crypto/master-key.js'
import { openPostgresql } from '../../../src/database/postgresql.js'
import { Metrics } from '../../../src/observability/metrics.js'
import { createServices } from '../../../src/services.js'
import { announce } from './announce.js'

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { db } = openPostgresql({ url: config.databaseUrl?.reveal() ?? '', onIdleError: () => {} })
  const { gatewayTokens } = createServices(db, await openMasterKeys(config), {
    metrics: new Metrics(),
    onDropped: () => {},
  })

  const app = Fastify()
  const text = { type: 'string' }
  app.get(
    '/v1/api/auth',
    {
      schema: {
        response: {
          200: { type: 'object', properties: { account_id: text }, required: ['account_id'] },
          401: { type: 'object', properties: { message: text }, required: ['message'] },
        },
      },
    },
    async ({ headers: { authorization = '' } }, reply) => {
      const found = await gatewayTokens.lookUp(authorization.slice('Bearer '.length))
      if (!found || found.isRevoked) return reply.code(401).send({ message: 'unknown' })
      return { account_id: found.accountId }
    },
  )
  await announce(app)
}

void main()
