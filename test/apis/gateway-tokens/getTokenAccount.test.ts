import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { systemRandom } from '../../../src/crypto/random.js'
import { ownFormat } from '../../../src/domain/gateway-tokens/token-format.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { openTestDatabase } from '../../support/database.js'
import { startServer, testMasterKey } from '../../support/server.js'

for (const operationId of ['getTokenAccount', 'getTokenAccountAlias']) {
  test(operationId, async (t) => {
    const { db } = await openTestDatabase(t)
    const masterKey = testMasterKey()
    const { baseUrl, services, clock } = await startServer(t, { db, masterKey, now: '2026-01-02T03:04:05Z' })
    const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
    const issue = async (): Promise<string> =>
      (await api.call('issueGatewayToken', { body: { account_id: 'A', description: '' } })).body.token
    const listed = async (state = 'active') => {
      await services.gatewayTokens.flush()
      return (await api.call('listGatewayTokens', { params: { account_id: 'A' }, query: { state } })).body.tokens
    }
    const lookUp = (authorization?: string) =>
      api.call(operationId, authorization === undefined ? {} : { headers: { authorization } })
    const invalid = {
      message: 'The bearer token is missing, malformed or unknown',
      error_identifier: 'AUTH_TOKEN_INVALID',
    }

    await t.test('the account of an active token is answered, the scheme in any case', async (t) => {
      const token = await issue()
      for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer ']) {
        const { status, body } = await lookUp(`${scheme} ${token}`)
        t.equal(status, 200)
        t.match(body, { account_id: 'A' })
      }
    })

    await t.test('no token, another scheme and a malformed one are invalid', async (t) => {
      const token = await issue()
      const headers = [
        undefined,
        '',
        'Bearer',
        `Basic ${token}`,
        token,
        `Bearer ${token} ${token}`,
        `Bearer ${token}é`,
        `Bearer ${token.slice(0, -1)}`,
        `Bearer ${token.toUpperCase()}`,
        `Bearer "${token}"`,
        'Bearer x',
        `Bearer ${'x'.repeat(5000)}`,
      ]
      for (const header of headers) {
        const { status, body, headers: answered } = await lookUp(header)
        t.equal(status, 401, header ?? 'no header')
        t.strictSame(body, invalid)
        t.match(answered['www-authenticate'], /^Bearer realm="gateway-tokens"/)
      }
    })

    await t.test('the challenge names the error only where a token was sent', async (t) => {
      t.equal((await lookUp()).headers['www-authenticate'], 'Bearer realm="gateway-tokens"')
      const unknown = ownFormat(systemRandom).generate(undefined).reveal()
      const answer = await lookUp(`Bearer ${unknown}`)
      t.equal(answer.headers['www-authenticate'], 'Bearer realm="gateway-tokens", error="invalid_token"')
      t.strictSame(answer.body, invalid)
    })

    await t.test('only the header counts', async (t) => {
      const token = await issue()
      t.equal((await api.call(operationId, { query: { access_token: token, token } })).status, 401)
    })

    await t.test('a mistyped token is refused without asking the database', async (t) => {
      const token = await issue()
      const { repository } = services.gatewayTokens.options
      const asked = t.capture(repository, 'find', repository.find)
      const mistyped = token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
      t.equal((await lookUp(`Bearer ${mistyped}`)).status, 401)
      t.equal(asked().length, 0)
      t.equal((await lookUp(`Bearer ${token}`)).status, 200)
      t.equal(asked().length, 1)
    })

    await t.test('a revocation holds on the next call, on every instance', async (t) => {
      const other = await startServer(t, { db, masterKey })
      const otherApi = new ContractCaller(contracts['gateway-tokens'], other.baseUrl)
      const token = await issue()
      const [item] = await listed()
      t.equal((await otherApi.call(operationId, { token })).status, 200)
      const revoked = { params: { account_id: 'A' }, body: { token_link: item.token_link } }
      t.equal((await otherApi.call('revokeGatewayToken', revoked)).status, 200)
      for (const caller of [api, otherApi]) {
        const { status, body } = await caller.call(operationId, { token })
        t.equal(status, 401)
        t.strictSame(body, {
          message: 'The bearer token has been revoked',
          error_identifier: 'AUTH_TOKEN_REVOKED',
          token_link: item.token_link,
        })
      }
    })

    await t.test('only a successful look-up sets the last use, and it never goes back', async (t) => {
      const token = await issue()
      const lastUsed = async () => (await listed())[0].last_used
      t.equal(await lastUsed(), null)
      await lookUp(`Bearer ${token}`)
      t.equal(await lastUsed(), '02 Jan 2026 - 03:04')
      clock.set('2026-01-02T05:00:00Z')
      await lookUp(`Bearer ${token}`)
      t.equal(await lastUsed(), '02 Jan 2026 - 05:00')
      clock.set('2026-01-02T04:00:00Z')
      await lookUp(`Bearer ${token}`)
      t.equal(await lastUsed(), '02 Jan 2026 - 05:00')
      const [{ token_link }] = await listed()
      await api.call('revokeGatewayToken', { params: { account_id: 'A' }, body: { token_link } })
      clock.set('2026-01-03T00:00:00Z')
      await lookUp(`Bearer ${token}`)
      const [revoked] = await listed('revoked')
      t.equal(revoked.last_used, '02 Jan 2026 - 05:00', 'a revoked token is answered 401 and its last use stays')
    })

    await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, [operationId]))
  })
}
