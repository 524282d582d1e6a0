import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { Test } from 'tap'
import type { OidcSettings } from '../../src/oidc-config.js'

/** The installation as a client of an identity provider. */
export const oidcSettings = {
  clientId: 'tokenwright',
  audience: 'https://tokens.example.org',
  rolesClaim: 'groups',
  roles: [
    { role: 'admin', value: 'token-admins' },
    { role: 'viewer', value: 'staff' },
    { role: 'viewer', value: 'auditors' },
  ],
  scopes: 'openid profile email',
} as const satisfies Omit<OidcSettings, 'issuer'>

export interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly jwk: JWK
}

export async function makeSigningKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** Signs claims with a key, as an access token of RFC 9068. */
export function signToken(key: SigningKey, claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.privateKey)
}

/** A server on loopback that ends with the test, and how often each path was asked for. */
export async function startHttpServer(t: Test, listener: RequestListener) {
  const requests: string[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request.url ?? '')
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  t.teardown(stop)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, stop }
}

/** An identity provider that is no more than its documents: tests sign the tokens. */
export async function startFixedProvider(t: Test, keys: readonly SigningKey[]) {
  const provider = {
    keys: [...keys],
    /** Answers the key set in another way. */
    answerKeys: undefined as RequestListener | undefined,
    metadata: {} as Record<string, unknown>,
  }
  const server = await startHttpServer(t, (request, response) => {
    if (request.url === '/jwks' && provider.answerKeys) return provider.answerKeys(request, response)
    const { url: issuer } = server
    const document = request.url === '/jwks' ? { keys: provider.keys.map(({ jwk }) => jwk) } : metadataOf(issuer)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document))
  })
  function metadataOf(issuer: string) {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      ...provider.metadata,
    }
  }
  return Object.assign(provider, { issuer: server.url, requests: server.requests, stop: server.stop })
}
