import { type List, plainTextSort, timeSort } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'

export type GatewayTokenSort = 'accountId' | 'lastUsedAt'

/** Selects tokens. An absent member selects all. */
export interface GatewayTokenFilter {
  readonly search?: string | undefined
  readonly accountId?: string | undefined
  readonly state?: 'active' | 'revoked' | undefined
  readonly partnerId?: PartnerId | undefined
}

/**
 * How tokens are listed and searched. Last uses have no index: each use of a token would write to every index of the table
 * (PostgreSQL's heap-only tuples need that no indexed column changes).
 */
export const gatewayTokenList: List<'gateway_tokens', GatewayTokenSort> = {
  table: 'gateway_tokens',
  seq: 'seq',
  id: 'link',
  sorts: { accountId: plainTextSort('account_id'), lastUsedAt: timeSort('last_used_at') },
  matches:
    (text) =>
    ({ or }) =>
      or([
        text.isPartOf('description'),
        text.isPartOf('account_id'),
        text.isPartOf('created_by'),
        text.isPartOf('service_external_id'),
        text.begins('link'),
        text.isHint('hint'),
      ]),
}
