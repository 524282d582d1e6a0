import { test } from 'tap'
import { apis } from '../../generated/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { openTestDatabase } from '../support/database.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = apis.map(({ contract }) => contract)

test('each listener serves its own operations, and the others are not there', async (t) => {
  const { db } = await openTestDatabase(t)
  const servers = {
    public: await startServer(t, { db, surface: 'public' }),
    internal: await startServer(t, { db, surface: 'internal' }),
  }
  for (const contract of contracts) {
    const operations = Object.values(contract.operations)
    for (const { operationId, method, path, internal } of operations) {
      for (const [surface, { baseUrl }] of Object.entries(servers)) {
        const isServed = internal === (surface === 'internal')
        const isPathServed = operations.some(
          (other) => other.path === path && other.internal === (surface === 'internal'),
        )
        const { status } = await send(baseUrl, { method, path: path.replaceAll(/\{\w+\}/g, 'x') })
        if (isServed)
          t.notOk(
            [404, 405].includes(status) && !contract.operations[operationId]?.replies[status],
            `${surface} ${operationId}`,
          )
        else t.equal(status, isPathServed ? 405 : 404, `${surface} ${operationId}`)
      }
    }
  }
})

test('internal operations answer to loopback names and the configured ones only', async (t) => {
  const { baseUrl } = await startServer(t, { internalHosts: ['tokens.internal.example.org'] })
  const status = async (host: string, path: string) =>
    (await send(baseUrl, { method: 'GET', path, headers: { host } })).status
  const internal = '/v1/frontend/auth/15'
  for (const host of [
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1:8080',
    '[::1]:3000',
    'tokens.internal.example.org:3001',
    'Tokens.Internal.Example.org',
  ]) {
    t.equal(await status(host, internal), 200, host)
  }
  for (const host of [
    'evil.example.org',
    'localhost.evil.example.org',
    '127.0.0.1.evil.example.org',
    'localhost@evil',
  ]) {
    t.equal(await status(host, internal), 421, host)
    t.equal(await status(host, '/v1/api/auth'), 401, 'public operations answer to every name')
  }
})
