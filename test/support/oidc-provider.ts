import { exportJWK, generateKeyPair } from 'jose'
import { interactionPolicy, Provider } from 'oidc-provider'
import type { Test } from 'tap'
import { oidcSettings, startHttpServer } from './identity-provider.js'

/** People with an account at the identity provider, by the name on its sign-in page. */
const people = {
  ada: { name: 'Ada Lovelace', email: 'ada@example.org', groups: ['token-admins', 'staff'] },
  bob: { name: 'Bob Auditor', email: 'bob@example.org', groups: ['auditors'] },
  eve: { name: 'Eve Elsewhere', email: 'eve@example.org', groups: ['others'] },
} as const
type Person = keyof typeof people

export const accessTokenSeconds = 600

/** node-oidc-provider on loopback, with a sign-in page of a few buttons. */
export async function startOidcProvider(t: Test) {
  let provider: Provider | undefined
  const grants: string[] = []
  const server = await startHttpServer(t, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', server.url)
    if (!pathname.startsWith('/interaction/')) return void provider?.callback()(request, response)
    const person = searchParams.get('as')
    if (person === null) {
      const links = [...Object.keys(people), 'nobody'].map((name) => `<li><a href="?as=${name}">${name}</a></li>`)
      return void response
        .setHeader('content-type', 'text/html')
        .end(`<title>Identity provider</title>${links.join('')}`)
    }
    const refusal = { error: 'access_denied', error_description: 'cancelled' }
    void provider?.interactionFinished(
      request,
      response,
      person === 'nobody' ? refusal : { login: { accountId: person } },
    )
  })

  /** Begins with a new signing key; sessions go on. @param consoleUrl where the console is */
  async function start(consoleUrl: string): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const started = new Provider(server.url, {
      ...configuration(consoleUrl),
      jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' }] },
    })
    started.on('grant.success', (ctx) => grants.push(String(ctx.oidc.params?.grant_type)))
    provider = started
  }
  return { issuer: server.url, start, stop: server.stop, grants }
}

function configuration(consoleUrl: string): ConstructorParameters<typeof Provider>[1] {
  const { audience, clientId } = oidcSettings
  const policy = interactionPolicy.base()
  policy.get('consent')?.checks.remove('native_client_prompt')
  return {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        // A native one may use any port of a loopback address.
        application_type: 'native',
        redirect_uris: [`${consoleUrl}/signed-in`, 'http://127.0.0.1/'],
        post_logout_redirect_uris: [consoleUrl],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: ['not a secret: of a test'] },
    clientBasedCORS: (_ctx, origin) => origin === new URL(consoleUrl).origin,
    issueRefreshToken: async () => true,
    scopes: ['openid', 'profile', 'email'],
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_ctx, token) => ('accountId' in token ? { ...people[token.accountId as Person] } : {}),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy },
    // Nobody is asked for consent, which native clients would be each time.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  }
}
