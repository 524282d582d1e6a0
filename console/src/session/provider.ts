import type { AuthorizationServer } from 'oauth4webapi'
import type { components } from '../../../generated/operator/types.js'

/** The identity provider, as the operator API names it. */
export type Provider = components['schemas']['IdentityProvider']

/** As the server accepts them: signatures by a key pair alone. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** The identity provider in the words of OAuth. */
export function serverOf(provider: Provider): AuthorizationServer {
  return {
    issuer: provider.issuer,
    ...(provider.tokenEndpoint !== undefined && { token_endpoint: provider.tokenEndpoint }),
    authorization_response_iss_parameter_supported: provider.isIssuerInResponses ?? false,
    id_token_signing_alg_values_supported: algorithms,
  }
}

/** Whether nobody can listen: the server takes no other issuer without TLS. */
export function isOnLoopback({ issuer }: Provider): boolean {
  return issuer.startsWith('http:')
}
