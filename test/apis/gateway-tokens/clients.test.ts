import { createHmac } from 'node:crypto'
import { type Test, test } from 'tap'
import { Secret } from '../../../src/crypto/secret.js'
import { type RawReply, send } from '../../support/http.js'
import { startServer } from '../../support/server.js'

/**
 * What the published clients of this API sent in their years, and what they read of the answers: the frontend in which
 * services manage their keys (alphagov/pay-selfservice), the toolbox of its operators (alphagov/pay-toolbox) and the
 * gateway (alphagov/pay-publicapi).
 */
interface ClientVersion {
  readonly client: 'frontend' | 'toolbox'
  /** The month in which it was first published. */
  readonly since: string
  readonly headers: Readonly<Record<string, string>>
  /** What it says of a new token, besides the account and the description. */
  readonly issues: Readonly<Record<string, string>>
  /** The query with which it lists the active and the revoked tokens, where it lists them. */
  readonly lists: { readonly active: string; readonly revoked?: string }
  /** What it shows of a listed token. */
  readonly shows: readonly string[]
  /** What it shows of a token that it has given another description; absent where it does not. */
  readonly renames?: readonly string[]
  /** By which field it revokes; absent where it does not revoke. */
  readonly revokes?: 'token_link' | 'token'
  /** Whether it asks for one token by its link. */
  readonly getsOne?: boolean
  readonly revokesAll?: boolean
}

const account = 'GATEWAY_ACCOUNT_42'
const creator = { created_by: 'somebody@example.gov.uk' }
const card = { ...creator, token_type: 'CARD' }
const api = { ...card, type: 'API', token_account_type: 'test' }
const ofService = { ...api, service_external_id: 'cd1b871207a94a7fa157dee678146acd', service_mode: 'test' }
const products = { ...ofService, type: 'PRODUCTS' }

const restClient = { 'content-type': 'application/json', accept: '*/*' }
const request = { accept: 'application/json', 'content-type': 'application/json', 'x-request-id': 'a1b2c3d4e5' }
/** It wrote JSON and did not say so; the id of its own request may be absent. */
const bare = { 'x-request-id': '' }
const features = { ...request, 'x-request-id': '', features: '' }
const axios = { accept: 'application/json, text/plain, */*', 'content-type': 'application/json' }
const axiosForm = { ...axios, 'accept-encoding': 'gzip, compress, deflate, br', 'user-agent': 'axios/1.7.9' }

const active = { active: '' }
const bothStates = { active: '', revoked: '?state=revoked' }
const upperStates = { active: '?state=ACTIVE', revoked: '?state=REVOKED' }
const link = ['token_link', 'description']
const whole = [...link, 'created_by', 'issued_date', 'last_used']
const typed = [...whole, 'token_type', 'type']

const frontend = { client: 'frontend', revokes: 'token_link' } as const
const toolbox = { client: 'toolbox', headers: axios } as const

const versions: readonly ClientVersion[] = [
  { ...frontend, since: '2015-10', headers: restClient, issues: {}, lists: active, shows: link, renames: link },
  {
    ...frontend,
    since: '2016-09',
    headers: restClient,
    issues: creator,
    lists: bothStates,
    shows: whole,
    renames: whole,
  },
  {
    ...frontend,
    since: '2017-01 (request)',
    headers: request,
    issues: creator,
    lists: bothStates,
    shows: whole,
    renames: whole,
  },
  {
    ...frontend,
    since: '2017-01 (https)',
    headers: bare,
    issues: creator,
    lists: bothStates,
    shows: whole,
    renames: whole,
  },
  {
    ...frontend,
    since: '2017-10',
    headers: features,
    issues: creator,
    lists: bothStates,
    shows: whole,
    renames: whole,
  },
  { ...frontend, since: '2018-02', headers: features, issues: card, lists: bothStates, shows: whole, renames: whole },
  {
    ...frontend,
    since: '2018-09',
    headers: features,
    issues: creator,
    lists: bothStates,
    shows: whole,
    renames: whole,
    revokes: 'token',
  },
  { ...frontend, since: '2020-11', headers: features, issues: api, lists: bothStates, shows: whole, renames: whole },
  { ...frontend, since: '2020-12', headers: request, issues: api, lists: bothStates, shows: whole, renames: whole },
  { ...frontend, since: '2024-03', headers: axios, issues: api, lists: bothStates, shows: whole, renames: whole },
  {
    ...frontend,
    since: '2025-01',
    headers: axiosForm,
    issues: api,
    lists: bothStates,
    shows: whole,
    renames: whole,
    getsOne: true,
    revokesAll: true,
  },
  {
    ...frontend,
    since: '2025-06',
    headers: axiosForm,
    issues: ofService,
    lists: bothStates,
    shows: whole,
    renames: whole,
    getsOne: true,
    revokesAll: true,
  },
  {
    ...frontend,
    since: '2025-06 (payment links)',
    headers: axiosForm,
    issues: products,
    lists: { active: '?type=PRODUCTS' },
    shows: whole,
    revokes: 'token',
  },
  { ...toolbox, since: '2018-12', issues: creator, lists: active, shows: link, revokes: 'token_link' },
  { ...toolbox, since: '2020-03', issues: creator, lists: active, shows: whole, revokes: 'token_link' },
  {
    ...toolbox,
    since: '2021-03',
    issues: { ...api, type: 'PRODUCTS' },
    lists: { active: '?type=PRODUCTS' },
    shows: typed,
  },
  { ...toolbox, since: '2022-06', issues: api, lists: active, shows: typed, revokes: 'token_link' },
  { ...toolbox, since: '2022-10', issues: api, lists: active, shows: typed, revokes: 'token_link' },
  {
    ...toolbox,
    since: '2024-01',
    issues: { ...api, type: 'PRODUCTS' },
    lists: { active: '?type=PRODUCTS' },
    shows: typed,
    revokes: 'token_link',
  },
  { ...toolbox, since: '2024-11', issues: api, lists: upperStates, shows: typed, revokes: 'token_link' },
  { ...toolbox, since: '2025-06', issues: ofService, lists: upperStates, shows: typed, revokes: 'token_link' },
]

const frontendPath = '/v1/frontend/auth'
const hmacSecret = 'qwer9yuhgf'

/** What a client shows of a token, as the published formats have it. */
function shown(version: ClientVersion, token_link: string, description: string): Record<string, unknown> {
  const all: Record<string, unknown> = {
    token_link,
    description,
    created_by: version.issues.created_by ?? null,
    issued_date: '05 Oct 2015 - 09:30',
    last_used: null,
    token_type: version.issues.token_type ?? 'CARD',
    type: version.issues.type ?? 'API',
  }
  return Object.fromEntries(version.shows.map((name) => [name, all[name]]))
}

/** The check that the gateway makes before it asks: base32hex of HMAC-SHA1 over what stands before the last 32 characters. */
function isAcceptedByGateway(token: string): boolean {
  const digest = createHmac('sha1', hmacSecret).update(token.slice(0, -32)).digest()
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const checksum = bits.replaceAll(/.{5}/g, (five) => Number.parseInt(five, 2).toString(32))
  return token.slice(-32) === checksum
}

test('the clients of ten years', async (t) => {
  const { baseUrl } = await startServer(t, { now: '2015-10-05T09:30:00Z', payApiHmacSecret: new Secret(hmacSecret) })

  for (const [index, version] of versions.entries()) {
    await t.test(`the ${version.client} of ${version.since}`, (t) => live(t, baseUrl, version, `${account}_${index}`))
  }
})

/** Every function of one version, in the order of the life of a token. */
async function live(t: Test, baseUrl: string, version: ClientVersion, account_id: string): Promise<void> {
  const call = async (method: string, path: string, body?: object): Promise<RawReply & { readonly json: Reply }> => {
    const reply = await send(baseUrl, {
      method,
      path: `${frontendPath}${path}`,
      headers: version.headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    return { ...reply, json: reply.text ? JSON.parse(reply.text) : {} }
  }
  const listed = async (query: string) => (await call('GET', `/${account_id}${query}`)).json.tokens ?? []
  const issue = (description: string) => call('POST', '', { account_id, description, ...version.issues })
  const { lists, renames, revokes } = version
  let token = ''
  let token_link = ''

  await t.test('issues a token that the gateway accepts', async (t) => {
    const { status, json } = await issue('Token description')
    t.equal(status, 200)
    token = json.token ?? ''
    t.ok(isAcceptedByGateway(token), token)
    const prefix = version.issues.token_account_type ? 'api_test_' : ''
    t.equal(token.startsWith('api_'), prefix !== '')
    t.ok(token.startsWith(prefix))
  })

  await t.test('lists the active tokens', async (t) => {
    const [only, ...others] = await listed(lists.active)
    token_link = String(only?.token_link)
    t.match(only, shown(version, token_link, 'Token description'))
    t.strictSame([only && 'revoked' in only, others], [false, []], 'it counts those without the day of a revocation')
  })

  if (renames) {
    await t.test('changes a description', async (t) => {
      const { status, json } = await call('PUT', '', { token_link, description: 'Renamed' })
      t.equal(status, 200)
      t.match(json, shown({ ...version, shows: renames }, token_link, 'Renamed'))
    })
  }

  if (version.getsOne) {
    await t.test('shows one token', async (t) => {
      const { status, json } = await call('GET', `/${account_id}/${token_link}`)
      t.equal(status, 200)
      t.match(json, shown(version, token_link, renames ? 'Renamed' : 'Token description'))
    })
  }

  await t.test('the gateway finds the account, the link and the kind of the token', async (t) => {
    const { status, text } = await askAsGateway(baseUrl, token)
    t.equal(status, 200)
    const { token_type = 'CARD' } = version.issues
    t.match(JSON.parse(text), { account_id, token_link, token_type })
  })

  if (revokes) {
    await t.test(`revokes by the ${revokes}`, async (t) => {
      const { status, json } = await call('DELETE', `/${account_id}`, { [revokes]: { token, token_link }[revokes] })
      t.equal(status, 200)
      t.strictSame(json, { revoked: '05 Oct 2015 - 09:30' }, 'as the published document writes it')
      t.strictSame(await listed(lists.active), [])
    })

    await t.test('the gateway is told which token was revoked', async (t) => {
      const { status, text } = await askAsGateway(baseUrl, token)
      t.equal(status, 401)
      t.match(JSON.parse(text), { error_identifier: 'AUTH_TOKEN_REVOKED', token_link })
    })
  }

  if (revokes && lists.revoked !== undefined) {
    await t.test('lists the revoked tokens', async (t) => {
      const tokens = await listed(lists.revoked ?? '')
      t.match(tokens, [{ token_link, revoked: '05 Oct 2015', issued_date: '05 Oct 2015 - 09:30' }])
      t.equal(tokens.length, 1)
    })
  }

  if (version.revokesAll) {
    await t.test('revokes all tokens of an account', async (t) => {
      for (const description of ['one', 'two']) await issue(description)
      t.equal((await listed(lists.active)).length, 2)
      t.equal((await call('DELETE', `/${account_id}/revoke-all`)).status, 200)
      t.strictSame(await listed(lists.active), [])
    })
  }
}

interface Reply {
  readonly token?: string
  readonly tokens?: readonly Readonly<Record<string, unknown>>[]
}

function askAsGateway(baseUrl: string, token: string): Promise<RawReply> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  return send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers })
}

test('the gateway of 2020 tells an unknown token from a revoked one', async (t) => {
  const { baseUrl } = await startServer(t)
  for (const token of ['unknown', 'twg_ThisTokenHasNeverBeenIssued000002a3IWb']) {
    const { status, text } = await askAsGateway(baseUrl, token)
    t.strictSame([status, JSON.parse(text).error_identifier], [401, 'AUTH_TOKEN_INVALID'])
  }
})
