import type { JWTPayload } from 'jose'
import { maxTokenAgeSeconds } from './identity-provider.js'
import type { Operator, OperatorId, Role, RoleMapping } from './operator.js'

/** Somebody who has signed in with the identity provider. Without a role they may do nothing. */
export interface Account extends Omit<Operator, 'role'> {
  readonly role: Role | undefined
  readonly account: { readonly email: string | null }
}

export interface AccountSettings {
  readonly issuer: string
  readonly clientId: string
  readonly rolesClaim: string
  readonly roles: readonly RoleMapping[]
}

/**
 * Reads the claims of a verified access token.
 * @returns `undefined` where it is not a token of this client, or cannot be presented by its bearer alone
 */
export function readAccount(claims: JWTPayload, settings: AccountSettings): Account | undefined {
  const { sub, iat = 0, exp = 0 } = claims
  if (!isOfClient(claims, settings.clientId)) return undefined
  // Bound to a key of the client (RFC 7800), which it would have to prove.
  if (claims.cnf !== undefined) return undefined
  if (sub === undefined || !/^[\x20-\x7e]{1,255}$/.test(sub)) return undefined
  const email = textOf(claims.email)
  return {
    id: `${settings.issuer}#${sub}` as OperatorId,
    name: textOf(claims.name) ?? textOf(claims.preferred_username) ?? email ?? sub,
    role: highestRole(claims[settings.rolesClaim], settings.roles),
    expiresAt: new Date(Math.min(exp, iat + maxTokenAgeSeconds) * 1_000),
    account: { email: email ?? null },
  }
}

/** `client_id` is that of RFC 9068; `azp` and `cid` are those of identity providers without it. One at least names the client. */
function isOfClient({ client_id, azp, cid }: JWTPayload, clientId: string): boolean {
  const named = [client_id, azp, cid].filter((one) => one !== undefined)
  return named.length > 0 && named.every((one) => one === clientId)
}

function highestRole(claim: unknown, mappings: readonly RoleMapping[]): Role | undefined {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  const roles = mappings.filter(({ value }) => values.includes(value)).map(({ role }) => role)
  return roles.includes('admin') ? 'admin' : roles[0]
}

/** A claim for people, where it is one line that the audit can store. */
function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(claim) ? claim : undefined
}
