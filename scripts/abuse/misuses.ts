import { type CallOptions, call } from './call.js'
import type { Plants } from './plants.js'

type Misuse = [method: string, path: string, options: CallOptions]

/** Makes a secret, which is a plant. */
type Make = (what: string) => string

const username = 'planted@example.org'

/** Sends secrets in the wrong places, and wrong secrets in the right ones. @returns the refusals as text */
export async function misuseSecrets(base: string, plants: Plants, operatorKey: string): Promise<string[]> {
  const make: Make = (what) => plants.make(what)
  const misuses = [...misusesAtSignIns(make), ...misusesOfTokens(make), ...misusesByOperators(make, operatorKey)]
  const refusals: string[] = []
  for (const [method, path, options] of misuses) {
    const { status, text, headers } = await call(base, method, path, options)
    refusals.push(`${status} ${JSON.stringify([...headers])} ${text}`)
  }
  return refusals
}

function misusesAtSignIns(make: Make): Misuse[] {
  const pair = { token: make('a wrong token'), refreshToken: make('a wrong refresh token') }
  const keyed = { accessKey: make('a secret as access key'), secret: 'x', [make('a secret as key')]: 1 }
  const asText = { 'content-type': `text/${make('a secret as media type')}` }
  return [
    ['POST', '/api/v2/auth/token', { body: { username, password: make('a wrong password') } }],
    ['POST', '/api/v2/auth/token', { body: { username: 'nobody', password: make('a password of nobody') } }],
    ['POST', '/api/v2/auth/token', { body: { username, password: [make('a password in an array')] } }],
    ['POST', '/api/v2/auth/token', { body: { username: make('a password as user name'), password: 'x' } }],
    ['POST', '/api/v2/auth/token', { body: `{"password": ${make('a password in broken JSON')}` }],
    ['PUT', '/api/v2/auth/token', { body: pair }],
    ['POST', '/api/token', { body: { hash: make('a wrong hash'), secret: make('a wrong secret') } }],
    ['POST', '/login', { body: { accessKey: 'an-imported-key', secret: make('a wrong key secret') } }],
    ['POST', '/login', { body: keyed }],
    ['POST', '/login', { headers: asText, body: make('a secret as a text') }],
    ['POST', '/login', { body: { secret: make('a secret in a large body'), filler: 'x'.repeat(20_000) } }],
  ]
}

function misusesOfTokens(make: Make): Misuse[] {
  const basic = Buffer.from(`someone:${make('a password in Basic')}`).toString('base64')
  return [
    ['GET', '/v1/api/auth', { bearer: make('a wrong gateway token') }],
    ['GET', '/v1/api/auth', { headers: { authorization: `Basic ${basic}` } }],
    ['GET', `/v1/api/auth?access_token=${make('a token in the query')}`, {}],
    ['GET', `/api/account/get/tokens/${make('a token in a path')}`, {}],
    ['GET', `/nowhere/${make('a token in an unknown path')}`, {}],
    ['PATCH', `/api/account/get/tokens/${make('a token behind a wrong method')}`, {}],
    ['GET', `/v1/frontend/auth/%ff${make('a token in an undecodable path')}`, {}],
    ['DELETE', `/v1/frontend/auth/15?token_link=${make('a secret as a link')}`, { body: { token_link: 'other' } }],
  ]
}

function misusesByOperators(make: Make, bearer: string): Misuse[] {
  const post = (path: string, body: object): Misuse => ['POST', path, { bearer, body }]
  return [
    ['GET', '/operator/v1/operators', { bearer: make('a wrong operator key') }],
    ['GET', '/operator/v1/operators', { headers: { cookie: `key=${make('a key in a cookie')}` } }],
    post('/operator/v1/introspect', { token: make('a token that is introspected') }),
    post('/operator/v1/security-users', { username, password: make('a password of a name that is taken') }),
    post('/operator/v1/broker-users', { name: 1, secret: make('a secret of an invalid user') }),
    post('/operator/v1/imports', { rows: [{ type: 'x', secret: make('a secret of an invalid row') }] }),
  ]
}
