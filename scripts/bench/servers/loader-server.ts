/**
 * A bare Fastify route in front of the look-up that the product uses: what is missing to it is the machinery of the contract.
 * `DATABASE_URL` and `MASTER_KEY` as for the product.
 */
import Fastify from 'fastify'
import { built } from '../built.js'
import { announce } from './announce.js'

const { readConfig } = await built<typeof import('../../../src/config.js')>('src/config.js')
const { openPostgresql } = await built<typeof import('../../../src/db/postgresql.js')>('src/db/postgresql.js')
const { createDependencies } = await built<typeof import('../../../src/dependencies.js')>('src/dependencies.js')
const { openMasterKeys } = await built<typeof import('../../../src/keys/master-key.js')>('src/keys/master-key.js')
const { Metrics } = await built<typeof import('../../../src/observability/metrics.js')>('src/observability/metrics.js')

const config = readConfig(process.env)
const { db } = openPostgresql({ url: config.databaseUrl?.reveal() ?? '', onIdleError: () => {} })
const {
  acceptedDigests,
  repositories: { gatewayTokens },
} = createDependencies(db, await openMasterKeys(config), { metrics: new Metrics(), onDropped: () => {} })

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
    const found = await gatewayTokens.find(acceptedDigests(authorization.slice('Bearer '.length)))
    if (!found || found.isRevoked) return reply.code(401).send({ message: 'unknown' })
    return { account_id: found.accountId }
  },
)
await announce(app)
