import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { Database, GatewayTokenRow } from '../../database/schema.js'
import type { PartnerId } from '../partners/partner.js'
import type {
  FoundToken,
  GatewayToken,
  ServiceMode,
  TokenLink,
  TokenOwner,
  TokenSource,
  TokenType,
} from './gateway-token.js'

/** The columns of a token. */
export const columns = [
  'link',
  'hint',
  'account_id',
  'description',
  'created_by',
  'token_type',
  'source',
  'service_mode',
  'service_external_id',
  'partner_id',
  'issued_at',
  'last_used_at',
  'revoked_at',
] as const

/** Whether a token is one of an owner. */
export function isOwnedBy(owner: TokenOwner) {
  return ({ and }: ExpressionBuilder<Database, 'gateway_tokens'>) =>
    'accountId' in owner
      ? and({ account_id: owner.accountId })
      : and({ service_external_id: owner.serviceExternalId, service_mode: owner.serviceMode })
}

/** The columns that a look-up reads, besides whether the token is revoked. */
export const foundColumns = [
  'digest',
  'link',
  'account_id',
  'token_type',
  'service_mode',
  'service_external_id',
] as const

export interface FoundTokenRow extends Pick<Selectable<GatewayTokenRow>, (typeof foundColumns)[number]> {
  readonly is_revoked: unknown
}

export function toFoundToken(row: FoundTokenRow): FoundToken {
  return {
    link: row.link as TokenLink,
    accountId: row.account_id,
    tokenType: row.token_type as TokenType,
    serviceMode: row.service_mode as ServiceMode | null,
    serviceExternalId: row.service_external_id,
    isRevoked: row.is_revoked === true,
    digest: row.digest as Digest,
  }
}

export function toGatewayToken(row: Pick<Selectable<GatewayTokenRow>, (typeof columns)[number]>): GatewayToken {
  return {
    link: row.link as TokenLink,
    hint: row.hint,
    accountId: row.account_id,
    description: row.description,
    createdBy: row.created_by,
    tokenType: row.token_type as TokenType,
    source: row.source as TokenSource,
    serviceMode: row.service_mode as ServiceMode | null,
    serviceExternalId: row.service_external_id,
    partnerId: row.partner_id as PartnerId | null,
    issuedAt: row.issued_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
