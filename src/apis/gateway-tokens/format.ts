import type { GatewayTokensReplies } from '../../../generated/gateway-tokens/operations.js'
import type { GatewayToken } from '../../domain/gateway-tokens/gateway-token.js'

// A fixed table: the month names of Node's locale data change between versions ("Sept").
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `10 Oct 2015`, in UTC. */
export function formatDay(moment: Date): string {
  return `${moment.getUTCDate()} ${months[moment.getUTCMonth()]} ${moment.getUTCFullYear()}`
}

/** `10 Oct 2015 - 12:12`, in UTC. */
export function formatDayAndTime(moment: Date): string {
  return `${formatDay(moment)} - ${moment.toISOString().slice(11, 16)}`
}

type ListedToken = GatewayTokensReplies['listGatewayTokens']['body']['tokens'][number]

/** A token as lists show it; `revoked` is absent on active ones. */
export function formatListedToken(token: GatewayToken): ListedToken {
  return {
    token_link: token.link,
    description: token.description,
    ...(token.revokedAt && { revoked: formatDay(token.revokedAt) }),
    issued_date: formatDayAndTime(token.issuedAt),
    last_used: token.lastUsedAt && formatDayAndTime(token.lastUsedAt),
    created_by: token.createdBy,
  }
}

/** `Missing fields: [account_id, description]`. */
export function formatMissingFields(names: readonly string[]): string {
  return `Missing fields: [${names.join(', ')}]`
}
