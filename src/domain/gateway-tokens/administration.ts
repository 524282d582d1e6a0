import { type Kysely, type Selectable, sql } from 'kysely'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { Database, GatewayTokenRow } from '../../database/schema.js'
import type { GatewayToken, TokenLink } from './gateway-token.js'
import { toGatewayToken } from './repository.js'

/** A token as operators see it. */
export interface GatewayTokenRecord extends GatewayToken {
  /** The last characters of the token. */
  readonly hint: string
}

export interface GatewayTokenFilter {
  readonly accountId?: string | undefined
  readonly state?: 'active' | 'revoked' | undefined
}

/** Which tokens are to be revoked; what is absent does not matter. */
export interface GatewayTokenSelection {
  readonly accountId?: string | undefined
  readonly issuedBefore?: Date | undefined
}

/** Gateway tokens of all accounts, for operators. */
export interface GatewayTokensAdministration {
  /** Newest first. */
  list(filter: GatewayTokenFilter, page: PageRequest): Promise<Page<GatewayTokenRecord>>
  /** Revokes a token, and gives it as it is then; else says why not. Of two at once one revokes. */
  revoke(link: TokenLink, at: Date): Promise<GatewayTokenRecord | 'unknown' | 'revoked'>
  /** Revokes active tokens, at most `limit` of them, and says how many, and whether there are others. */
  revokeMany(selection: GatewayTokenSelection, at: Date, limit: number): Promise<{ revoked: number; more: boolean }>
}

const columns = [
  'link',
  'hint',
  'account_id',
  'description',
  'created_by',
  'issued_at',
  'last_used_at',
  'revoked_at',
] as const

export function gatewayTokensAdministration(db: Kysely<Database>): GatewayTokensAdministration {
  return {
    async list({ accountId, state }, { limit, before }) {
      let query = db.selectFrom('gateway_tokens').select(columns).select('seq')
      if (accountId !== undefined) query = query.where('account_id', '=', accountId)
      if (state !== undefined) query = query.where('revoked_at', state === 'active' ? 'is' : 'is not', null)
      if (before !== undefined) {
        query = query.where('seq', '<', before)
      }
      const rows = await query
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toRecord)
    },

    async revoke(link, at) {
      const row = await db
        .updateTable('gateway_tokens')
        .set({ revoked_at: at })
        .where('link', '=', link)
        .where('revoked_at', 'is', null)
        .returning(columns)
        .executeTakeFirst()
      if (row) return toRecord(row)
      const other = await db.selectFrom('gateway_tokens').select('link').where('link', '=', link).executeTakeFirst()
      return other ? 'revoked' : 'unknown'
    },

    async revokeMany({ accountId, issuedBefore }, at, limit) {
      let chosen = db.selectFrom('gateway_tokens').select('link').where('revoked_at', 'is', null)
      if (accountId !== undefined) chosen = chosen.where('account_id', '=', accountId)
      if (issuedBefore !== undefined) chosen = chosen.where('issued_at', '<', issuedBefore)
      // Locked in the order of their links, as wherever many tokens are changed at once: no two statements wait for each other.
      // One more than the limit tells whether there are others.
      const locked = chosen
        .orderBy('link')
        .limit(limit + 1)
        .forUpdate()
      const { rows } = await sql<{ revoked: number; more: boolean }>`
        with chosen as (${locked}), revoked as (
          update gateway_tokens
          set revoked_at = ${at}
          where link in (select link from chosen order by link limit ${limit}::integer)
          returning link
        )
        select (select count(*)::integer from revoked) as revoked,
          (select count(*) > ${limit}::integer from chosen) as more`.execute(db)
      return rows[0] ?? { revoked: 0, more: false }
    },
  }
}

function toRecord(row: Pick<Selectable<GatewayTokenRow>, (typeof columns)[number]>): GatewayTokenRecord {
  return { ...toGatewayToken(row), hint: row.hint }
}
