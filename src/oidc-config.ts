import type { Reader } from './config-reader.js'
import type { RoleMapping } from './domain/operators/operator.js'

/** How operators sign in with an identity provider. */
export interface OidcSettings {
  readonly issuer: string
  /** The public client, whose access tokens are accepted. */
  readonly clientId: string
  /** The audience that access tokens have to name. */
  readonly audience: string
  readonly rolesClaim: string
  readonly roles: readonly RoleMapping[]
  readonly scopes: string
}

/** Reads the variables of the identity provider; `undefined` where none is configured. */
export function readOidc(reader: Reader): OidcSettings | undefined {
  const issuer = reader.read('OIDC_ISSUER')
  const clientId = reader.read('OIDC_CLIENT_ID')
  const audience = reader.read('OIDC_AUDIENCE')
  const roles = reader.read('OIDC_ROLES')
  const [rolesClaim, scopes] = [reader.read('OIDC_ROLES_CLAIM'), reader.read('OIDC_SCOPES')]
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_AUDIENCE', 'OIDC_ROLES'] as const
  const given = [...needed, 'OIDC_ROLES_CLAIM', 'OIDC_SCOPES'] as const
  if (!given.some((name) => reader.has(name))) return undefined
  for (const name of needed) {
    if (!reader.has(name)) reader.problems.push(`${name} is missing; set ${needed.join(', ')}, or none of OIDC_…`)
  }
  if (clientId !== undefined && clientId === audience) {
    reader.problems.push(
      'OIDC_AUDIENCE is the same as OIDC_CLIENT_ID, which would let ID tokens pass for access tokens; let the identity provider name another audience',
    )
  }
  if (issuer === undefined || clientId === undefined || audience === undefined || roles === undefined) return undefined
  return { issuer, clientId, audience, rolesClaim, roles, scopes }
}
