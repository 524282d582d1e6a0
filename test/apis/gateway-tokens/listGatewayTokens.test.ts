import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { send } from '../../support/http.js'
import { startServer } from '../../support/server.js'

test('listGatewayTokens', async (t) => {
  const { baseUrl, clock } = await startServer(t, { now: '2025-09-05T09:05:00Z' })
  const api = new ContractCaller(contracts['gateway-tokens'], baseUrl)
  const list = async (account_id: string, query?: Record<string, string>) =>
    (await api.call('listGatewayTokens', { params: { account_id }, ...(query && { query }) })).body.tokens
  const issue = (account_id: string, description: string) =>
    api.call('issueGatewayToken', { body: { account_id, description } })

  await t.test('active tokens have no key "revoked", revoked ones have the day', async (t) => {
    const [active] = await list('15')
    const keys = ['created_by', 'description', 'issued_date', 'last_used', 'token_link', 'token_type', 'type']
    t.strictSame(Object.keys(active).sort(), keys)
    const [revoked] = await list('15', { state: 'revoked' })
    t.equal(revoked.revoked, '10 Oct 2015')
  })

  await t.test('the state is read in any case, and whatever it is not means active', async (t) => {
    const active = await list('15')
    const revoked = await list('15', { state: 'REVOKED' })
    t.not(active[0].token_link, revoked[0].token_link)
    for (const state of ['revoked', 'Revoked']) t.strictSame(await list('15', { state }), revoked, state)
    for (const state of ['active', 'ACTIVE', '', 'none', 'x'.repeat(8000), 'revoked\0', ' revoked']) {
      t.strictSame(await list('15', { state }), active, state.slice(0, 20))
    }
    for (const [query, expected] of [
      ['state=active&state=revoked', revoked],
      ['state=revoked&state=active', active],
      ['state', active],
      ['state=%zz', active],
      ['other=1', active],
    ] as const) {
      const { status, text } = await send(baseUrl, { method: 'GET', path: `/v1/frontend/auth/15?${query}` })
      t.equal(status, 200)
      t.strictSame(JSON.parse(text).tokens, expected, query)
    }
  })

  await t.test('the newest come first, also within one moment', async (t) => {
    for (const description of ['1', '2', '3']) await issue('N', description)
    clock.advance(3600)
    await issue('N', '4')
    const tokens = await list('N')
    t.strictSame(
      tokens.map((token: { description: string }) => token.description),
      ['4', '3', '2', '1'],
    )
  })

  await t.test('months are written in three letters, days and times in UTC', async (t) => {
    for (const [moment, text] of [
      ['2025-09-05T09:05:00Z', '05 Sep 2025 - 09:05'],
      ['2024-02-29T23:59:59.999Z', '29 Feb 2024 - 23:59'],
      ['2026-12-31T00:00:00Z', '31 Dec 2026 - 00:00'],
    ] as const) {
      clock.set(moment)
      await issue(`M ${moment}`, '')
      t.equal((await list(`M ${moment}`))[0].issued_date, text)
    }
  })

  await t.test('the day has two digits, on each of the nine days with one', async (t) => {
    for (let day = 1; day <= 9; day++) {
      clock.set(`2015-10-0${day}T09:30:00Z`)
      await issue(`D${day}`, '')
      const [token] = await list(`D${day}`)
      t.equal(token.issued_date, `0${day} Oct 2015 - 09:30`)
      const { token_link } = token
      const { body } = await api.call('revokeGatewayToken', {
        params: { account_id: `D${day}` },
        body: { token_link },
      })
      t.strictSame(body, { revoked: `0${day} Oct 2015 - 09:30` })
      t.equal((await list(`D${day}`, { state: 'revoked' }))[0].revoked, `0${day} Oct 2015`)
    }
  })

  await t.test('an unknown account has an empty list', async (t) => t.strictSame(await list('nobody'), []))

  await t.test('the account in the path is decoded once', async (t) => {
    for (const account of ['DIRECT_DEBIT:7/1', 'a%2Fb', 'ä ö', '+', '15 ']) {
      await issue(account, account)
      t.equal((await list(account)).length, 1, account)
    }
    const { text } = await send(baseUrl, { method: 'GET', path: '/v1/frontend/auth/DIRECT_DEBIT%3A7%2F1' })
    t.equal(JSON.parse(text).tokens.length, 1)
  })

  await t.test('a malformed or too long account is refused', async (t) => {
    t.equal((await api.call('listGatewayTokens', { params: { account_id: 'x'.repeat(256) } })).status, 400)
    t.equal((await api.call('listGatewayTokens', { params: { account_id: 'a\0b' } })).status, 400)
    t.equal((await api.call('listGatewayTokens', { params: { account_id: '😀'.repeat(255) } })).status, 200)
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['listGatewayTokens']))
})
