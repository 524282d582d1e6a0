import { type Answer, call, callSuccessfully } from './call.js'
import type { Plants } from './plants.js'

const uuids = { account: '0ea70001-0f58-44a2-80ad-953633ff2cc7', company: '29263739-2cf8-483d-af15-6151dc8448b4' }

/** Creates, imports and uses credentials of every kind. Every secret that is given or answered is a plant. */
export async function plantEverywhere(base: string, plants: Plants, operatorKey: string): Promise<void> {
  const planter = new Planter(base, plants, operatorKey)
  await planter.gatewayTokens()
  await planter.brokerUsers()
  await planter.accessKeys()
  await planter.securityUsers()
  await planter.operators()
  await planter.imports()
}

class Planter {
  constructor(
    readonly base: string,
    readonly plants: Plants,
    readonly operatorKey: string,
  ) {}

  async gatewayTokens(): Promise<void> {
    const issued = await this.#post('/v1/frontend/auth', { account_id: '15', description: 'planted' })
    const token = this.plants.add('an issued gateway token', issued.body.token)
    const given = this.plants.make('a gateway token that was given')
    await this.#operate('/operator/v1/gateway-tokens', { token: given, accountId: '15', description: 'given' })
    for (const bearer of [token, given]) await callSuccessfully(this.base, 'GET', '/v1/api/auth', { bearer })
    await this.#operate('/operator/v1/introspect', { token })
    await this.#operate('/operator/v1/gateway-tokens/revoke-by-token', { token: given })
  }

  async brokerUsers(): Promise<void> {
    const hash = this.plants.make('the hash of a broker user')
    const secret = this.plants.make('the secret of a broker user')
    const { id } = (await this.#operate('/operator/v1/broker-users', { name: 'planted', hash, secret })).body
    const { token } = (await this.#post('/api/token', { hash, secret })).body
    this.plants.add('a security token', token)
    await call(this.base, 'GET', `/api/account/get/tokens/${token}`)
    const rotated = await this.#operate(`/operator/v1/broker-users/${id}/rotate-secret`, {})
    this.plants.add('the new secret of a broker user', rotated.body.secret)
    await this.#post('/api/token', { hash, secret: rotated.body.secret })
  }

  async accessKeys(): Promise<void> {
    const secret = this.plants.make('the secret of an access key')
    const created = await this.#operate('/operator/v1/access-keys', {
      name: 'planted',
      accessKey: 'a-planted-access-key',
      secret,
      ...uuids,
    })
    const { id, accessKey } = created.body
    await this.#operate(`/operator/v1/access-keys/${id}/activate`)
    const jwt = this.plants.add('an access token', (await this.#post('/login', { accessKey, secret })).text)
    await this.#operate('/operator/v1/introspect', { token: jwt })
  }

  async securityUsers(): Promise<void> {
    const password = this.plants.make('a password')
    const username = 'planted@example.org'
    const { uid } = (await this.#operate('/operator/v1/security-users', { username, password })).body
    const pair = this.#addPair('', await this.#post('/api/v2/auth/token', { username, password }))
    this.#addPair('refreshed ', await callSuccessfully(this.base, 'PUT', '/api/v2/auth/token', { body: pair }))
    const next = this.plants.make('a changed password')
    const options = { bearer: this.operatorKey, body: { password: next } }
    await callSuccessfully(this.base, 'PATCH', `/operator/v1/security-users/${uid}`, options)
    const generated = await this.#operate('/operator/v1/security-users', { username: 'generated@example.org' })
    this.plants.add('a generated password', generated.body.password)
  }

  async operators(): Promise<void> {
    const { key } = (await this.#operate('/operator/v1/operators', { name: 'planted', role: 'viewer' })).body
    this.plants.add('an operator key', key)
    await callSuccessfully(this.base, 'GET', '/operator/v1/operators', { bearer: key })
  }

  async imports(): Promise<void> {
    const make = (what: string): string => this.plants.make(`${what} of an import`)
    const broker = { type: 'broker-user', name: 'imported', hash: make('the hash'), secret: make('the secret') }
    const token = { type: 'gateway-token', token: make('a token'), accountId: '15', description: 'imported' }
    const rows = [
      broker,
      { ...broker, secret: make('a conflicting secret') },
      { type: 'security-user', username: 'imported@example.org', password: make('a password') },
      { type: 'access-key', name: 'imported', accessKey: 'an-imported-key', secret: make('a key secret'), ...uuids },
      token,
      { ...token, accountId: '16' },
    ]
    await this.#operate('/operator/v1/imports', { rows })
    await this.#operate('/operator/v1/imports', { rows, dryRun: true })
  }

  #addPair(which: string, { body }: Answer): { token: string; refreshToken: string } {
    const { token, refreshToken } = body.content[0]
    this.plants.add(`a ${which}access token of a session`, token)
    this.plants.add(`a ${which}refresh token`, refreshToken)
    return { token, refreshToken }
  }

  #post(path: string, body: unknown): Promise<Answer> {
    return callSuccessfully(this.base, 'POST', path, { body })
  }

  #operate(path: string, body?: unknown): Promise<Answer> {
    const options = { bearer: this.operatorKey, ...(body !== undefined && { body }) }
    return callSuccessfully(this.base, 'POST', path, options)
  }
}
