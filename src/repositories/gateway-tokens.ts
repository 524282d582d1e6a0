import { type Kysely, sql } from 'kysely'
import type { Database, GatewayTokenRow } from '../db/schema.js'
import type { AcceptedDigests, Digest } from '../domain/digest.js'
import type { GatewayToken, TokenLink } from '../domain/gateway-token.js'
import type { KeyFingerprint } from '../domain/key-fingerprint.js'

export interface NewGatewayToken {
  readonly link: TokenLink
  readonly digest: Digest
  readonly hint: string
  readonly accountId: string
  readonly description: string
  readonly createdBy: string | null
  readonly issuedAt: Date
}

/** What a look-up finds. */
export interface FoundToken {
  readonly link: TokenLink
  readonly accountId: string
  readonly isRevoked: boolean
  /** As it is stored. */
  readonly digest: Digest
}

export interface GatewayTokens {
  /** False where the token or its link exists. */
  insert(token: NewGatewayToken): Promise<boolean>
  find(digests: AcceptedDigests): Promise<FoundToken | undefined>
  /** The tokens of an account in one state, newest first. */
  list(accountId: string, state: 'active' | 'revoked'): Promise<GatewayToken[]>
  /** Changes the description of an active token; false where there is none with that link. */
  describe(link: TokenLink, description: string): Promise<boolean>
  /** Revokes an active token of the account; false where there is none with that link. Of two at once one is true. */
  revoke(accountId: string, link: TokenLink, at: Date): Promise<boolean>
  /** Moves the last use of tokens forward, never back. */
  recordUses(uses: ReadonlyMap<TokenLink, Date>): Promise<void>
}

export function gatewayTokens(db: Kysely<Database>, masterKey: KeyFingerprint): GatewayTokens {
  return {
    async insert(token) {
      const row = await db
        .insertInto('gateway_tokens')
        .values({
          link: token.link,
          digest: token.digest,
          master_key: masterKey,
          hint: token.hint,
          account_id: token.accountId,
          description: token.description,
          created_by: token.createdBy,
          issued_at: token.issuedAt,
          last_used_at: null,
          revoked_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('link')
        .executeTakeFirst()
      return row !== undefined
    },

    async find(digests) {
      const row = await db
        .selectFrom('gateway_tokens')
        .select(['link', 'account_id', 'revoked_at', 'digest'])
        .where('digest', 'in', digests)
        .executeTakeFirst()
      return (
        row && {
          link: row.link as TokenLink,
          accountId: row.account_id,
          isRevoked: row.revoked_at !== null,
          digest: row.digest as Digest,
        }
      )
    },

    async list(accountId, state) {
      const rows = await db
        .selectFrom('gateway_tokens')
        .select(['link', 'account_id', 'description', 'created_by', 'issued_at', 'last_used_at', 'revoked_at'])
        .where('account_id', '=', accountId)
        .where('revoked_at', state === 'active' ? 'is' : 'is not', null)
        .orderBy('issued_at', 'desc')
        .orderBy('seq', 'desc')
        .execute()
      return rows.map(toGatewayToken)
    },

    async describe(link, description) {
      const row = await db
        .updateTable('gateway_tokens')
        .set({ description })
        .where('link', '=', link)
        .where('revoked_at', 'is', null)
        .returning('link')
        .executeTakeFirst()
      return row !== undefined
    },

    async revoke(accountId, link, at) {
      const row = await db
        .updateTable('gateway_tokens')
        .set({ revoked_at: at })
        .where('account_id', '=', accountId)
        .where('link', '=', link)
        .where('revoked_at', 'is', null)
        .returning('link')
        .executeTakeFirst()
      return row !== undefined
    },

    async recordUses(uses) {
      const links = [...uses.keys()]
      const times = [...uses.values()]
      // Rows are locked in the order of their links, as in whatever else changes many at once: no two statements wait for each other.
      await sql`
        with used as (
          select token.link, used.at
          from gateway_tokens as token
          join unnest(${links}::uuid[], ${times}::timestamptz[]) as used (link, at) on token.link = used.link
          where token.last_used_at is null or token.last_used_at < used.at
          order by token.link
          for update of token
        )
        update gateway_tokens as token
        set last_used_at = used.at
        from used
        where token.link = used.link`.execute(db)
    },
  }
}

/** A row as the token that it stores. */
export function toGatewayToken(row: Omit<GatewayTokenRow, 'seq' | 'digest' | 'hint' | 'master_key'>): GatewayToken {
  return {
    link: row.link as TokenLink,
    accountId: row.account_id,
    description: row.description,
    createdBy: row.created_by,
    issuedAt: row.issued_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
