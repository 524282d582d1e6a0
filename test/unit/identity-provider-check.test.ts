import { test } from 'tap'
import { identityProviderChecks } from '../../src/doctor/identity-provider.js'
import { makeSigningKey, oidcSettings, startFixedProvider } from '../support/identity-provider.js'

test('doctor says whether operators can sign in with the identity provider, and what to do', async (t) => {
  const key = await makeSigningKey('first')
  const provider = await startFixedProvider(t, [key])
  const { issuer } = provider
  const check = async () => {
    const [only] = identityProviderChecks({ ...oidcSettings, issuer })
    return (await only?.run())?.map(({ level, message }) => `${level}: ${message}`)
  }
  t.strictSame(identityProviderChecks(undefined), [])
  t.strictSame(await check(), [`ok: ${issuer} answers; public keys: 1`])

  for (const [metadata, expected] of [
    [{ code_challenge_methods_supported: ['plain'] }, /^problem: it does not support PKCE with S256$/],
    [{ code_challenge_methods_supported: undefined }, /^warning: it does not say whether it supports PKCE$/],
    [{ issuer: `${issuer}/` }, /^problem: it names another issuer than OIDC_ISSUER/],
    [{ jwks_uri: undefined }, /^problem: its jwks_uri is missing/],
    [{ token_endpoint: 'http://198.51.100.1/token' }, /^problem: its token_endpoint is missing, or no URL of https$/],
    [{ jwks_uri: `${issuer}/jwks?x=${'x'.repeat(2_048)}` }, /^problem: its jwks_uri is missing/],
  ] as const) {
    provider.metadata = { ...metadata }
    t.match((await check())?.at(-1), expected)
  }
  provider.metadata = {}
  provider.answerKeys = (_request, response) => response.end('{"keys":[{"kty":"oct"},{"kty":"RSA","use":"enc"}]}')
  t.match(await check(), ['problem: its key set has no public key'])
  provider.answerKeys = (_request, response) => response.writeHead(404).end()
  t.match(await check(), [/^problem: it answers 404 at .*\/jwks$/])
  await provider.stop()
  t.match(await check(), [
    /^problem: it cannot be reached at .*openid-configuration \((ECONNREFUSED|UND_ERR_SOCKET)\)$/,
  ])
})
