import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer } from '../../support/server.js'

test('revokeGatewayToken', async (t) => {
  const { baseUrl, clock } = await startServer(t, { now: '2015-10-10T12:12:59.999Z' })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const account_id = 'R/1'
  const params = { account_id }
  const active = async () => (await api.call('listGatewayTokens', { params })).body.tokens
  async function newLink(): Promise<string> {
    await api.call('issueGatewayToken', { body: { account_id, description: '' } })
    return (await active())[0].token_link
  }

  await t.test('the answer says when, in UTC and cut to the minute', async (t) => {
    const token_link = await newLink()
    const { status, body } = await api.call('revokeGatewayToken', { params, body: { token_link } })
    t.equal(status, 200)
    t.strictSame(body, { revoked: '10 Oct 2015 - 12:12' })
    t.strictSame(await active(), [])
  })

  await t.test('the link may stand in the query, and in both where it is the same', async (t) => {
    const inQuery = await newLink()
    t.equal((await api.call('revokeGatewayToken', { params, query: { token_link: inQuery } })).status, 200)
    const inBoth = await newLink()
    const call = { params, query: { token_link: inBoth }, body: { token_link: inBoth } }
    t.equal((await api.call('revokeGatewayToken', call)).status, 200)
  })

  await t.test('the token itself revokes it, and is read before any link', async (t) => {
    for (const other of [{}, { token_link: null }, { token_link: 'another' }]) {
      const { body: issued } = await api.call('issueGatewayToken', { body: { account_id, description: '' } })
      const body = { ...issued, ...other }
      t.equal((await api.call('revokeGatewayToken', { params: { account_id: 'R/2' }, body })).status, 404)
      t.strictSame((await api.call('revokeGatewayToken', { params, body })).body, { revoked: '10 Oct 2015 - 12:12' })
      const again = await api.call('revokeGatewayToken', { params, body })
      t.strictSame([again.status, again.body], [404, { message: 'Could not revoke token' }])
    }
    const mistyped = { token: 'twg_GatewayAccount1DemoTokenIsActive2qte6H' }
    t.equal((await api.call('revokeGatewayToken', { params, body: mistyped })).status, 404)
    t.strictSame(await active(), [])
  })

  await t.test('two different links are refused, and nothing is revoked', async (t) => {
    const token_link = await newLink()
    for (const call of [
      { query: { token_link }, body: { token_link: 'other' } },
      { query: { token_link: 'other' }, body: { token_link } },
      { query: { token_link: '' }, body: { token_link } },
    ]) {
      t.equal((await api.call('revokeGatewayToken', { params, ...call })).status, 400)
    }
    t.equal((await active()).length, 1)
  })

  await t.test('a missing link is told as the document words it', async (t) => {
    for (const body of [undefined, {}, { token_link: null }, null, []]) {
      const reply = await api.call('revokeGatewayToken', { params, ...(body !== undefined && { body }) })
      t.equal(reply.status, 400)
      t.strictSame(reply.body, { message: 'Missing fields: [token_link]' })
    }
  })

  await t.test(
    'an unknown link, a malformed one, one of another account and a revoked one are answered alike',
    async (t) => {
      const token_link = await newLink()
      const notFound = { message: 'Could not revoke token' }
      for (const [account, link] of [
        ['R/2', token_link],
        [account_id, '00000000-0000-4000-8000-000000000000'],
        [account_id, 'no-uuid'],
        [account_id, ''],
        [account_id, token_link.toUpperCase()],
      ] as const) {
        const reply = await api.call('revokeGatewayToken', {
          params: { account_id: account },
          body: { token_link: link },
        })
        t.equal(reply.status, 404, link)
        t.strictSame(reply.body, notFound)
      }
      await api.call('revokeGatewayToken', { params, body: { token_link } })
      clock.advance(3600)
      t.strictSame((await api.call('revokeGatewayToken', { params, body: { token_link } })).body, notFound)
      const { body } = await api.call('listGatewayTokens', { params, query: { state: 'revoked' } })
      t.equal(
        body.tokens.find((token: { token_link: string }) => token.token_link === token_link).revoked,
        '10 Oct 2015',
      )
    },
  )

  await t.test('of many at once exactly one revokes', async (t) => {
    const token_link = await newLink()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => api.call('revokeGatewayToken', { params, body: { token_link } })),
    )
    t.equal(replies.filter(({ status }) => status === 200).length, 1)
    t.equal(replies.filter(({ status }) => status === 404).length, 19)
  })

  await t.test('a NUL character in the query is refused', async (t) => {
    t.equal((await api.call('revokeGatewayToken', { params, query: { token_link: 'a\0b' } })).status, 400)
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['revokeGatewayToken']))
})
