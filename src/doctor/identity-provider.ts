import {
  discoveryUrl,
  fetchJson,
  IdentityProviderFailure,
  readKeySet,
  readMetadata,
} from '../domain/operators/identity-provider.js'
import type { OidcSettings } from '../oidc-config.js'
import { type Check, type Finding, ok, problem, warning } from './finding.js'

/** Less than a check may take in a running server. */
const timeoutMs = 2_500

const check = 'identity provider'

/** The check of the identity provider, where the configuration names one. Operator keys work whatever it finds. */
export function identityProviderChecks(oidc: OidcSettings | undefined): readonly Check[] {
  return oidc ? [{ name: check, run: () => checkIdentityProvider(oidc) }] : []
}

/** Checks whether operators can sign in with the identity provider, as far as that can be told without an account. */
async function checkIdentityProvider({ issuer }: OidcSettings): Promise<Finding[]> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const metadata = readMetadata(await fetchJson(discoveryUrl(issuer), signal), issuer)
    const keyCount = countPublicKeys(readKeySet(await fetchJson(metadata.jwksUri, signal)))
    if (keyCount === 0) {
      const action = 'let it sign access tokens with a key pair (RS256, PS256, ES256 or EdDSA)'
      return [problem(check, 'its key set has no public key', action)]
    }
    return [ok(check, `${issuer} answers; public keys: ${keyCount}`), ...checkPkce(metadata.pkceMethods)]
  } catch (error) {
    if (!(error instanceof IdentityProviderFailure)) throw error
    const action = 'correct OIDC_ISSUER, or let this machine reach it; operators sign in with their keys meanwhile'
    return [problem(check, error.message, action)]
  }
}

function checkPkce(methods: readonly string[] | undefined): Finding[] {
  if (methods === undefined) {
    return [warning(check, 'it does not say whether it supports PKCE', 'make sure that it does, with the method S256')]
  }
  return methods.includes('S256') ? [] : [problem(check, 'it does not support PKCE with S256', 'turn it on there')]
}

/** Keys of a pair that may sign. A shared key has no place in a public document. */
function countPublicKeys({ keys }: ReturnType<typeof readKeySet>): number {
  return keys.filter(({ kty, use }) => ['RSA', 'EC', 'OKP'].includes(String(kty)) && use !== 'enc').length
}
