import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { systemRandom } from '../../../src/crypto/random.js'
import { ownFormat } from '../../../src/domain/gateway-tokens/token-format.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

test('issueGatewayToken', async (t) => {
  const { baseUrl, db } = await startServer(t, { now: '2026-01-02T03:04:05Z' })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const issue = (body: unknown) => api.call('issueGatewayToken', { body })
  const list = async (account_id: string) =>
    (await api.call('listGatewayTokens', { params: { account_id } })).body.tokens

  await t.test('the answer is the token and nothing else, and the token works', async (t) => {
    const { status, body } = await issue({ account_id: 'A1', description: 'one', created_by: 'somebody' })
    t.equal(status, 200)
    t.strictSame(Object.keys(body), ['token'])
    t.ok(ownFormat(systemRandom).isToken(body.token))
    t.match((await api.call('getTokenAccount', { token: body.token })).body, { account_id: 'A1' })
    const [item] = await list('A1')
    t.match(item, { description: 'one', created_by: 'somebody', issued_date: '02 Jan 2026 - 03:04', last_used: null })
  })

  await t.test('the token is stored as a digest only', async (t) => {
    const { body } = await issue({ account_id: 'A2', description: '' })
    const rows = await db.selectFrom('gateway_tokens').selectAll().where('account_id', '=', 'A2').execute()
    const stored = JSON.stringify(rows) + rows.map(({ digest }) => digest.toString('latin1')).join()
    t.notOk(stored.includes(body.token.slice(4, -6)))
    t.equal(rows[0]?.hint, body.token.slice(-4))
  })

  await t.test('a number means its decimal digits', async (t) => {
    await issue({ account_id: 15_000, description: 'a number' })
    t.equal((await list('15000')).length, 1)
    t.equal((await issue({ account_id: 9007199254740991, description: '' })).status, 200)
  })

  await t.test('missing fields are listed in the order of the document', async (t) => {
    const both = { message: 'Missing fields: [account_id, description]' }
    for (const body of [
      {},
      null,
      { account_id: null, description: null },
      { description: null },
      { account_id: '', description: null },
      [],
      'text',
      5,
    ]) {
      t.strictSame((await issue(body)).body, both, JSON.stringify(body))
    }
    t.strictSame((await api.call('issueGatewayToken')).body, both, 'no body')
    t.strictSame((await api.call('issueGatewayToken', { raw: '' })).body, both, 'an empty body')
    t.strictSame((await issue({ description: 'x' })).body, { message: 'Missing fields: [account_id]' })
    t.strictSame((await issue({ account_id: '', description: 'x' })).body, { message: 'Missing fields: [account_id]' })
    t.strictSame((await issue({ account_id: 'x' })).body, { message: 'Missing fields: [description]' })
    t.strictSame((await issue({ description: 5 })).body, { message: 'Missing fields: [account_id]' })
  })

  await t.test('texts have at most 255 characters, counted in characters', async (t) => {
    t.equal(
      (await issue({ account_id: '😀'.repeat(255), description: '😀'.repeat(255), created_by: '😀'.repeat(255) }))
        .status,
      200,
    )
    for (const [field, body] of Object.entries({
      account_id: { account_id: 'x'.repeat(256), description: '' },
      description: { account_id: 'x', description: 'x'.repeat(256) },
      created_by: { account_id: 'x', description: 'x', created_by: 'x'.repeat(256) },
    })) {
      const { status, body: reply } = await issue(body)
      t.equal(status, 400)
      t.equal(reply.message, `${field} must not be longer than 255 characters`)
    }
  })

  await t.test('a wrong type is told by the name of its field', async (t) => {
    for (const [field, body] of Object.entries({
      account_id: { account_id: ['A'], description: '' },
      description: { account_id: 'A', description: 5 },
      created_by: { account_id: 'A', description: '', created_by: true },
    })) {
      const { status, body: reply } = await issue(body)
      t.equal(status, 400)
      t.match(reply.message, new RegExp(`^${field} `))
    }
    for (const account_id of [1.5, 9007199254740992, -9007199254740992]) {
      t.match((await issue({ account_id, description: '' })).body.message, /^account_id /)
    }
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['issueGatewayToken']))
})
