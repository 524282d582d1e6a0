import { type Kysely, sql } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { fixedStatement } from '../../database/fixed-statement.js'
import type { Database, GatewayTokenRow } from '../../database/schema.js'
import type { GatewayToken, TokenLink } from './gateway-token.js'

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
  /** False where the token or its link exists. What is true is stored for good. */
  insert(token: NewGatewayToken): Promise<boolean>
  /** @param caller who waits for the answer */
  find(digests: AcceptedDigests, signal?: AbortSignal): Promise<FoundToken | undefined>
  /** The tokens of an account in one state, newest first. */
  list(accountId: string, state: 'active' | 'revoked'): Promise<GatewayToken[]>
  /** Changes the description of an active token; false where there is none with that link. */
  describe(link: TokenLink, description: string): Promise<boolean>
  /** Revokes an active token of the account; false where there is none with that link. Of two at once one is true. */
  revoke(accountId: string, link: TokenLink, at: Date): Promise<boolean>
  /** Moves the last use of tokens forward, never back. */
  recordUses(uses: ReadonlyMap<TokenLink, Date>): Promise<void>
}

interface FoundRow {
  readonly digest: Digest
  readonly link: string
  readonly account_id: string
  readonly is_revoked: boolean
}

/**
 * @param masterKey the key under which everything new is written
 * @param batching how look-ups, and new tokens, are brought together
 */
export function gatewayTokens(
  db: Kysely<Database>,
  masterKey: KeyFingerprint,
  batching?: BatchingOptions,
): GatewayTokens {
  // One index scan for each digest ("limit"): a join could be planned to read the whole table while that is small.
  const findTokens = fixedStatement(
    db,
    (digests: readonly Digest[]) => sql<FoundRow>`
      select token.*
      from unnest(${digests}::bytea[]) as presented (digest)
      cross join lateral (
        select stored.digest, link, account_id, revoked_at is not null as is_revoked
        from gateway_tokens as stored
        where stored.digest = presented.digest
        limit 1
      ) as token`,
  )
  const lookUps = new Batcher<AcceptedDigests, FoundToken | undefined>(async (tokens) => {
    const presented = new Map(tokens.flat().map((digest) => [digest.toString('hex'), digest]))
    const rows = await findTokens([...presented.values()])
    const found = new Map(rows.map((row) => [row.digest.toString('hex'), row]))
    return tokens.map((digests) => {
      const row = digests.map((digest) => found.get(digest.toString('hex'))).find((row) => row !== undefined)
      return row && toFoundToken(row)
    })
  }, batching)

  const insertTokens = fixedStatement(
    db,
    (
      key: KeyFingerprint,
      links: readonly TokenLink[],
      digests: readonly Digest[],
      hints: readonly string[],
      accountIds: readonly string[],
      descriptions: readonly string[],
      createdBy: readonly (string | null)[],
      issuedAt: readonly string[],
    ) => sql<{ link: string }>`
      insert into gateway_tokens
        (link, digest, master_key, hint, account_id, description, created_by, issued_at, last_used_at, revoked_at)
      select link, digest, ${key}::integer, hint, account_id, description, created_by, issued_at, null, null
      from unnest(
        ${links}::uuid[], ${digests}::bytea[], ${hints}::text[], ${accountIds}::text[], ${descriptions}::text[],
        ${createdBy}::text[], ${issuedAt}::timestamptz[]
      ) as token (link, digest, hint, account_id, description, created_by, issued_at)
      on conflict do nothing
      returning link`,
  )
  const inserts = new Batcher<NewGatewayToken, boolean>(async (tokens) => {
    const rows = await insertTokens(
      masterKey,
      tokens.map(({ link }) => link),
      tokens.map(({ digest }) => digest),
      tokens.map(({ hint }) => hint),
      tokens.map(({ accountId }) => accountId),
      tokens.map(({ description }) => description),
      tokens.map(({ createdBy }) => createdBy),
      tokens.map(({ issuedAt }) => issuedAt.toISOString()),
    )
    const inserted = new Set(rows.map(({ link }) => link))
    // A link that stands twice in a batch was stored once, for the first.
    return tokens.map(({ link }) => inserted.delete(link))
  }, batching)

  return {
    insert: (token) => inserts.ask(token),

    find: (digests, caller) => lookUps.ask(digests, caller),

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
      const times = [...uses.values()].map((at) => at.toISOString())
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

function toFoundToken({ link, account_id, is_revoked, digest }: FoundRow): FoundToken {
  return { link: link as TokenLink, accountId: account_id, isRevoked: is_revoked, digest }
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
