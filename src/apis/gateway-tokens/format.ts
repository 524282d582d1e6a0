import type { GatewayTokensReplies } from '../../../generated/gateway-tokens/operations.js'
import type { GatewayToken } from '../../domain/gateway-tokens/gateway-token.js'
import type { TokenHolder } from './security.js'

// A fixed table: the month names of Node's locale data change between versions ("Sept").
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `05 Oct 2015`, in UTC. */
export function formatDay(instant: Date): string {
  const day = String(instant.getUTCDate()).padStart(2, '0')
  return `${day} ${months[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`
}

/** `05 Oct 2015 - 09:30`, in UTC. */
export function formatDayAndTime(instant: Date): string {
  return `${formatDay(instant)} - ${instant.toISOString().slice(11, 16)}`
}

type ListedToken = GatewayTokensReplies['listGatewayTokens']['body']['tokens'][number]

/** A token as lists show it; `revoked` is absent on active ones. */
export function formatListedToken(token: GatewayToken): ListedToken {
  return {
    token_link: token.link,
    description: token.description,
    token_type: token.tokenType,
    type: token.source,
    ...(token.revokedAt && { revoked: formatDay(token.revokedAt) }),
    issued_date: formatDayAndTime(token.issuedAt),
    last_used: token.lastUsedAt && formatDayAndTime(token.lastUsedAt),
    created_by: token.createdBy,
    ...formatService(token),
  }
}

type TokenAccount = GatewayTokensReplies['getTokenAccount'] & { readonly status: 200 }

/** Whose token a look-up found. */
export function formatTokenAccount(token: TokenHolder): TokenAccount['body'] {
  return {
    account_id: token.accountId,
    token_link: token.link,
    token_type: token.tokenType,
    ...formatService(token),
  }
}

/** The service of a token; no keys where it has none. */
function formatService({ serviceMode, serviceExternalId }: Pick<GatewayToken, 'serviceMode' | 'serviceExternalId'>) {
  return {
    ...(serviceMode && { service_mode: serviceMode }),
    ...(serviceExternalId !== null && { service_external_id: serviceExternalId }),
  }
}

/** `Missing fields: [account_id, description]`. */
export function formatMissingFields(names: readonly string[]): string {
  return `Missing fields: [${names.join(', ')}]`
}
