import { contracts } from '../../src/apis/index.js'
import { examplesOf } from '../../src/contract/examples.js'
import { type Claims, type JwtKey, jwtSigner } from '../../src/crypto/jwt.js'
import { type Answer, callSuccessfully, demoAdminKey } from './call.js'
import { readSigningKeys } from './signing-keys.js'
import type { PostgresqlTarget, Target } from './targets.js'

/** Something that opens a door, or once did. */
export interface Credential {
  readonly what: string
  readonly value: string
  /** The security scheme that accepts it as a bearer token; absent where none does. */
  readonly scheme?: string
  /** Of an operator key. */
  readonly role?: 'admin' | 'viewer'
}

/** The environment variable's operator key of every server that the matrix attacks. */
export const environmentKey = 'an-operator-key-of-the-environment-0123456789'

/** Everything that opens something at a server with demo rows: of each kind one that works, and those that no longer do. */
export async function collectCredentials(target: Target | PostgresqlTarget): Promise<Credential[]> {
  const collector = new Collector(target.url)
  return [
    ...(await collector.gatewayTokens()),
    ...(await collector.brokerCredentials()),
    ...(await collector.accessKeyCredentials()),
    ...(await collector.securityCredentials()),
    ...(await collector.operatorKeys()),
    ...('masterKey' in target
      ? [{ what: 'the master key', value: target.masterKey }, ...(await expiredTokens(target))]
      : []),
  ]
}

class Collector {
  constructor(readonly base: string) {}

  async gatewayTokens(): Promise<Credential[]> {
    const accountId = 'CREDENTIALS'
    const issue = async (description: string): Promise<string> =>
      (await this.#post('/v1/frontend/auth', { account_id: accountId, description })).body.token
    const active = await issue('active')
    const revoked = await issue('revoked')
    await this.#operate('POST', '/operator/v1/gateway-tokens/revoke-by-token', { token: revoked })
    const imported = 'a-token-of-another-software-0123456789abcdef'
    await this.#operate('POST', '/operator/v1/gateway-tokens', { token: imported, accountId, description: 'imported' })
    const { tokens } = (await callSuccessfully(this.base, 'GET', `/v1/frontend/auth/${accountId}`)).body
    return [
      { what: 'gateway token', value: active, scheme: 'gateway_token' },
      { what: 'imported gateway token', value: imported, scheme: 'gateway_token' },
      { what: 'demo gateway token', value: 'twg_GatewayAccount1DemoTokenIsActive2qte6G', scheme: 'gateway_token' },
      { what: 'revoked gateway token', value: revoked },
      { what: 'gateway token, mistyped', value: `${active.slice(0, -1)}${active.endsWith('A') ? 'B' : 'A'}` },
      { what: 'token link', value: tokens[0].token_link },
    ]
  }

  async brokerCredentials(): Promise<Credential[]> {
    const user = await this.#operate('POST', '/operator/v1/broker-users', { name: 'new', accounts: [{ name: 'one' }] })
    const { id, hash, secret, accounts } = user.body
    const gone = (await this.#operate('POST', '/operator/v1/broker-users', { name: 'deactivated' })).body
    const goneToken = (await this.#post('/api/token', { hash: gone.hash, secret: gone.secret })).body.token
    await this.#operate('PATCH', `/operator/v1/broker-users/${gone.id}`, { active: false })
    const demo = exampleBody('createSecurityToken')
    return [
      { what: 'broker hash', value: hash },
      { what: 'broker secret', value: secret },
      { what: 'id of a broker user', value: id },
      { what: 'account token', value: accounts[0].aToken },
      {
        what: 'security token',
        value: (await this.#post('/api/token', { hash, secret })).body.token,
        scheme: 'security_token',
      },
      {
        what: 'demo security token',
        value: (await this.#post('/api/token', demo)).body.token,
        scheme: 'security_token',
      },
      { what: 'security token of a deactivated user', value: goneToken },
    ]
  }

  async accessKeyCredentials(): Promise<Credential[]> {
    const create = async (name: string) => {
      const { id, accessKey, secret } = (
        await this.#operate('POST', '/operator/v1/access-keys', {
          name,
          account: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
          company: '29263739-2cf8-483d-af15-6151dc8448b4',
        })
      ).body
      await this.#operate('POST', `/operator/v1/access-keys/${id}/activate`)
      const token = (await this.#post('/login', { accessKey, secret })).text
      return { id, accessKey, secret, token }
    }
    const active = await create('active')
    const revoked = await create('revoked')
    await this.#operate('POST', `/operator/v1/access-keys/${revoked.id}/revoke`)
    return [
      { what: 'access key', value: active.accessKey },
      { what: 'secret of an access key', value: active.secret },
      { what: 'JWT of an access key', value: active.token },
      {
        what: 'demo JWT of an access key',
        value: (await this.#post('/login', exampleBody('loginWithAccessKey'))).text,
      },
      { what: 'JWT of a revoked access key', value: revoked.token },
      { what: 'secret of a revoked access key', value: revoked.secret },
    ]
  }

  async securityCredentials(): Promise<Credential[]> {
    const { username, password } = exampleBody('createTokenPair') as { username: string; password: string }
    const pair = await this.signIn()
    const used = await this.signIn()
    const next = (await callSuccessfully(this.base, 'PUT', '/api/v2/auth/token', { body: used })).body.content[0]
    return [
      { what: 'user name', value: username },
      { what: 'password', value: password },
      { what: 'access token', value: pair.token },
      { what: 'refresh token', value: pair.refreshToken },
      { what: 'refreshed access token', value: next.token },
      { what: 'used refresh token', value: used.refreshToken },
    ]
  }

  /** A new pair of tokens of the demo user. */
  async signIn(): Promise<{ token: string; refreshToken: string }> {
    const { token, refreshToken } = (await this.#post('/api/v2/auth/token', exampleBody('createTokenPair'))).body
      .content[0]
    return { token, refreshToken }
  }

  async operatorKeys(): Promise<Credential[]> {
    const create = async (name: string, role: string, more: object = {}) =>
      (await this.#operate('POST', '/operator/v1/operators', { name, role, ...more })).body
    const deleted = await create('deleted', 'admin')
    await this.#operate('DELETE', `/operator/v1/operators/${deleted.id}`)
    const expired = await create('expired', 'admin', { expiresAt: '2026-01-01T00:00:00Z' })
    const scheme = 'operator_key'
    return [
      { what: 'admin key', value: (await create('one admin', 'admin')).key, scheme, role: 'admin' },
      { what: 'viewer key', value: (await create('one viewer', 'viewer')).key, scheme, role: 'viewer' },
      { what: 'demo admin key', value: demoAdminKey, scheme, role: 'admin' },
      { what: 'admin key of the environment', value: environmentKey, scheme, role: 'admin' },
      { what: 'deleted admin key', value: deleted.key },
      { what: 'expired admin key', value: expired.key },
    ]
  }

  #post(path: string, body: unknown): Promise<Answer> {
    return callSuccessfully(this.base, 'POST', path, { body })
  }

  #operate(method: string, path: string, body?: unknown): Promise<Answer> {
    return callSuccessfully(this.base, method, path, {
      bearer: demoAdminKey,
      ...(body !== undefined && { body }),
    })
  }
}

/** A pair of tokens of the demo user. */
export function signIn(base: string): Promise<{ token: string; refreshToken: string }> {
  return new Collector(base).signIn()
}

/** The JWTs of each API, signed with its own key and expired an hour ago. */
async function expiredTokens(target: PostgresqlTarget): Promise<Credential[]> {
  const keys = await readSigningKeys(target)
  return [...keys].map(([api, key]) => ({ what: `expired JWT of ${api}`, value: expired(key) }))
}

function expired(key: JwtKey): string {
  const exp = Math.floor(Date.now() / 1000) - 3600
  return jwtSigner(key)({ ...claimsOfAnyApi, iat: exp - 600, exp } as Claims)
}

const id = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0a01'

/** Claims that satisfy every profile but for the numbers of `uid`: expired tokens are refused before anything is looked up. */
const claimsOfAnyApi = {
  sub: id,
  jti: 'AAAAAAAAAAAAAAAAAAAAAA',
  uid: id,
  ar: [],
  ak: id,
  realm: 'Partner',
  ca: id,
  cid: id,
  domain: '/partners-int',
}

/** The body of an operation's first example that succeeds. */
export function exampleBody(operationId: string): unknown {
  for (const contract of Object.values(contracts)) {
    const found = examplesOf(contract).examples.find(
      (example) =>
        example.operation.operationId === operationId &&
        example.status < 300 &&
        !(example.reply as { error?: string } | undefined)?.error,
    )
    if (found) return found.body
  }
  throw new Error(`no contract has an example of ${operationId}`)
}

/** Whether a call is refused: by its status, by the `error` of an API without other ones, or as an inactive token. */
export function isRefusal(status: number, body: unknown): boolean {
  const { error, active } = (body ?? {}) as { error?: unknown; active?: unknown }
  return status >= 400 || error !== undefined || active === false
}
