import { type Kysely, sql, type Transaction } from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { Database } from '../../database/schema.js'
import { type FoundToken, type GatewayToken, hashedHint, type NewGatewayToken } from './gateway-token.js'

/** What imports of hashed tokens need of the table `gateway_tokens`. */
export class HashedTokenRepository {
  /** @param masterKey the key of the digests that are stored */
  constructor(readonly masterKey: KeyFingerprint) {}

  /**
   * Stores the digest of a token in place of that of its hash.
   * @returns false where another call has done it
   */
  async replaceHash(
    db: Kysely<Database>,
    { link, digest: from }: FoundToken,
    { digest, hint }: Pick<NewGatewayToken, 'digest' | 'hint'>,
  ): Promise<boolean> {
    const row = await db
      .updateTable('gateway_tokens')
      .set({ digest, hint, master_key: this.masterKey })
      .where('link', '=', link)
      .where('digest', '=', from)
      .returning('link')
      .executeTakeFirst()
    return row !== undefined
  }

  /** Counts the active tokens of which only a hash is known: they were not presented since they were imported. */
  async countHashed(db: Kysely<Database>): Promise<number> {
    const { count } = await db
      .selectFrom('gateway_tokens')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('hint', '=', hashedHint)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Moves the last use and the revocation of tokens forward, never back. */
  async moveForward(
    trx: Transaction<Database>,
    tokens: readonly Pick<GatewayToken, 'link' | 'accountId' | 'lastUsedAt' | 'revokedAt'>[],
  ): Promise<void> {
    const values = <Value>(read: (token: (typeof tokens)[number]) => Value): Value[] => tokens.map(read)
    // Raw: the builder has no `unnest`. Locks in the order of the links, as `revokeMany` does.
    await sql`
      with due as (
        select token.link, later.last_used_at, later.revoked_at
        from gateway_tokens as token
        join unnest(
          ${values(({ link }) => link)}::uuid[],
          ${values(({ accountId }) => accountId)}::text[],
          ${values(({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null)}::timestamptz[],
          ${values(({ revokedAt }) => revokedAt?.toISOString() ?? null)}::timestamptz[]
        ) as later (link, account_id, last_used_at, revoked_at)
          on token.link = later.link and token.account_id = later.account_id
        order by token.link
        for update of token
      )
      update gateway_tokens as token
      set last_used_at = greatest(token.last_used_at, due.last_used_at),
        revoked_at = coalesce(token.revoked_at, due.revoked_at)
      from due
      where token.link = due.link`.execute(trx)
  }
}
