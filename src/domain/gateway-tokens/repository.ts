import { type Kysely, sql, type Transaction } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { BatchedReads } from '../../database/batched-reads.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import type { NearReads } from '../../database/near-reads.js'
import type { Database } from '../../database/schema.js'
import type {
  FoundToken,
  GatewayToken,
  NewGatewayToken,
  RevocationFilter,
  TokenLink,
  TokenOwner,
  TokenSource,
} from './gateway-token.js'
import { columns, type FoundTokenRow, foundColumns, isOwnedBy, toFoundToken, toGatewayToken } from './rows.js'

/** The table `gateway_tokens`. */
export class GatewayTokenRepository {
  readonly #masterKey: KeyFingerprint
  readonly #lookUps: BatchedReads<AcceptedDigests, FoundToken>
  readonly #inserts: Batcher<NewGatewayToken, boolean>

  /**
   * @param options.masterKey the key of the digests that are inserted
   * @param options.batching how look-ups, and insertions of one token, share statements
   */
  constructor({
    db,
    reads,
    masterKey,
    batching,
  }: {
    readonly db: Kysely<Database>
    /** Of look-ups. */
    readonly reads: NearReads
    readonly masterKey: KeyFingerprint
    readonly batching?: Partial<BatchingOptions> | undefined
  }) {
    this.#masterKey = masterKey
    this.#lookUps = new BatchedReads(reads, 'gateway tokens', (db, tokens) => this.#findAll(db, tokens), batching)
    this.#inserts = new Batcher(
      'new gateway tokens',
      async (tokens) => {
        const inserted = new Set(await this.#insertAll(db, tokens))
        // Of tokens with the same link in one batch the first is stored.
        return tokens.map(({ link }) => inserted.delete(link))
      },
      batching,
    )
  }

  /**
   * Finds a token by the digests under which it may be stored. Concurrent look-ups share a statement.
   * @param signal checked when the statement starts
   */
  find(digests: AcceptedDigests, signal?: AbortSignal): Promise<FoundToken | undefined> {
    return this.#lookUps.ask(digests, signal)
  }

  /**
   * Inserts a token. Concurrent insertions share a statement, which is committed when this resolves.
   * @returns whether it is new: false where the token or its link exists
   */
  insertOne(token: NewGatewayToken): Promise<boolean> {
    return this.#inserts.ask(token)
  }

  /**
   * Inserts those tokens that do not exist, neither by digest nor by link.
   * @returns the links of the inserted tokens
   */
  async insert(trx: Transaction<Database>, tokens: readonly NewGatewayToken[]): Promise<ReadonlySet<TokenLink>> {
    // In the order of the unique digest, so that no two transactions deadlock.
    const sorted = tokens.toSorted((one, other) => Buffer.compare(one.digest, other.digest))
    return new Set(await this.#insertAll(trx, sorted))
  }

  /** The tokens of an owner in one state and of one source, newest first. */
  async list(
    db: Kysely<Database>,
    owner: TokenOwner,
    { state, source }: { readonly state: 'active' | 'revoked'; readonly source: TokenSource },
  ): Promise<GatewayToken[]> {
    const rows = await db
      .selectFrom('gateway_tokens')
      .select(columns)
      .where(isOwnedBy(owner))
      .where('source', '=', source)
      .where('revoked_at', state === 'active' ? 'is' : 'is not', null)
      .orderBy('issued_at', 'desc')
      .orderBy('seq', 'desc')
      .execute()
    return rows.map(toGatewayToken)
  }

  /** The token with this link, active or revoked. */
  async findByLink(db: Kysely<Database>, link: TokenLink): Promise<GatewayToken | undefined> {
    const row = await db.selectFrom('gateway_tokens').select(columns).where('link', '=', link).executeTakeFirst()
    return row && toGatewayToken(row)
  }

  /** The token of an owner with this link, active or revoked. */
  async findOfOwner(db: Kysely<Database>, owner: TokenOwner, link: TokenLink): Promise<GatewayToken | undefined> {
    const row = await db
      .selectFrom('gateway_tokens')
      .select(columns)
      .where('link', '=', link)
      .where(isOwnedBy(owner))
      .executeTakeFirst()
    return row && toGatewayToken(row)
  }

  /** The tokens that have one of these digests or one of these links. */
  async findAnyOf(
    db: Kysely<Database>,
    digests: readonly Digest[],
    links: readonly TokenLink[],
  ): Promise<FoundToken[]> {
    const rows = await db
      .selectFrom('gateway_tokens')
      .select(foundColumns)
      .select(({ eb }) => eb('revoked_at', 'is not', null).as('is_revoked'))
      .where(({ eb, fn, or, val }) =>
        or([eb('digest', '=', fn.any(val(digests))), eb('link', '=', fn.any(val(links)))]),
      )
      .execute()
    return rows.map(toFoundToken)
  }

  /**
   * Changes the description of an active token.
   * @returns the token as it is now; `undefined` where no active token has this link
   */
  async describe(trx: Transaction<Database>, link: TokenLink, description: string): Promise<GatewayToken | undefined> {
    const row = await trx
      .updateTable('gateway_tokens')
      .set({ description })
      .where('link', '=', link)
      .where('revoked_at', 'is', null)
      .returning(columns)
      .executeTakeFirst()
    return row && toGatewayToken(row)
  }

  /**
   * Revokes an active token. Of concurrent calls one revokes.
   * @param owner who has to have the token; absent: anybody
   * @returns the revoked token; `undefined` where no active token matches
   */
  async revoke(
    trx: Transaction<Database>,
    link: TokenLink,
    at: Date,
    owner?: TokenOwner,
  ): Promise<GatewayToken | undefined> {
    let update = trx
      .updateTable('gateway_tokens')
      .set({ revoked_at: at })
      .where('link', '=', link)
      .where('revoked_at', 'is', null)
    if (owner) update = update.where(isOwnedBy(owner))
    const row = await update.returning(columns).executeTakeFirst()
    return row && toGatewayToken(row)
  }

  /** Revokes at most `limit` active tokens. `more` tells whether other tokens match. */
  async revokeMany(
    trx: Transaction<Database>,
    { owner, issuedBefore }: RevocationFilter,
    at: Date,
    limit: number,
  ): Promise<{ revoked: number; more: boolean }> {
    let matching = trx.selectFrom('gateway_tokens').select('link').where('revoked_at', 'is', null)
    if (owner) matching = matching.where(isOwnedBy(owner))
    if (issuedBefore !== undefined) matching = matching.where('issued_at', '<', issuedBefore)
    // Every statement that changes many tokens locks them in the order of their links, so that no two deadlock.
    const locked = matching
      .orderBy('link')
      .limit(limit + 1)
      .forUpdate()
    const counts = await trx
      .with('locked', () => locked)
      .with('revoked', (cte) =>
        cte
          .updateTable('gateway_tokens')
          .set({ revoked_at: at })
          .where('link', 'in', (eb) => eb.selectFrom('locked').select('link').orderBy('link').limit(limit))
          .returning('link'),
      )
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom('locked').select(fn.countAll<string>().as('count')).as('locked'),
        selectFrom('revoked').select(fn.countAll<string>().as('count')).as('revoked'),
      ])
      .executeTakeFirstOrThrow()
    return { revoked: Number(counts.revoked), more: Number(counts.locked) > limit }
  }

  /** Deletes tokens. Only demo rows are deleted: others are revoked, and stay. */
  async delete(trx: Transaction<Database>, links: readonly TokenLink[]): Promise<void> {
    await trx.deleteFrom('gateway_tokens').where('link', 'in', links).execute()
  }

  /** Moves the last use of tokens forward, never back. */
  async recordUses(db: Kysely<Database>, uses: ReadonlyMap<TokenLink, Date>): Promise<void> {
    const links = [...uses.keys()]
    const times = [...uses.values()].map((at) => at.toISOString())
    // Raw: the builder has no `unnest`. Locks in the order of the links, as `revokeMany` does.
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
  }

  /** Stores digests under the current master key that are under the older one. */
  migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> {
    const column = { table: 'gateway_tokens', column: 'digest', owner: 'link', isUnique: true } as const
    return migrateDigests(db, column, this.#masterKey, migrations)
  }

  /** Counts the tokens that are not revoked and not under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>): Promise<number> {
    const { count } = await db
      .selectFrom('gateway_tokens')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('revoked_at', 'is', null)
      .where('master_key', '!=', this.#masterKey)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  async #findAll(
    db: Kysely<Database>,
    secrets: readonly AcceptedDigests[],
  ): Promise<readonly (FoundToken | undefined)[]> {
    // Raw: with the builder a look-up takes 1.4 times the processor time in large batches, and twice in small ones. `issued_at` is not
    // read, since parsing it takes 4 of 37 µs (npm run bench -- --only look-up).
    const { rows } = await sql<FoundTokenRow>`
      select digest, link, account_id, token_type, service_mode, service_external_id, revoked_at is not null as is_revoked
      from gateway_tokens
      where digest = any(${secrets.flat()}::bytea[])`.execute(db)
    const found = new Map(rows.map((row) => [row.digest.toString('hex'), toFoundToken(row)]))
    return secrets.map((digests) => digests.map((digest) => found.get(digest.toString('hex'))).find((token) => token))
  }

  /** Inserts tokens in this order, but for those that exist. Returns the links of the inserted ones. */
  async #insertAll(db: Kysely<Database>, tokens: readonly NewGatewayToken[]): Promise<TokenLink[]> {
    const values = <Value>(read: (token: NewGatewayToken) => Value): Value[] => tokens.map(read)
    // Raw: with the builder a parameter for each value would make another statement for each number of tokens.
    const { rows } = await sql<{ link: TokenLink }>`
      insert into gateway_tokens
        (link, digest, master_key, hint, account_id, description, created_by, token_type, source, service_mode,
         service_external_id, partner_id, issued_at, last_used_at, revoked_at)
      select link, digest, ${this.#masterKey}::integer, hint, account_id, description, created_by, token_type, source,
        service_mode, service_external_id, partner_id, issued_at, last_used_at, revoked_at
      from unnest(
        ${values(({ link }) => link)}::uuid[],
        ${values(({ digest }) => digest)}::bytea[],
        ${values(({ hint }) => hint)}::text[],
        ${values(({ accountId }) => accountId)}::text[],
        ${values(({ description }) => description)}::text[],
        ${values(({ createdBy }) => createdBy)}::text[],
        ${values(({ tokenType }) => tokenType)}::text[],
        ${values(({ source }) => source)}::text[],
        ${values(({ serviceMode }) => serviceMode)}::text[],
        ${values(({ serviceExternalId }) => serviceExternalId)}::text[],
        ${values(({ partnerId }) => partnerId)}::uuid[],
        ${values(({ issuedAt }) => issuedAt.toISOString())}::timestamptz[],
        ${values(({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null)}::timestamptz[],
        ${values(({ revokedAt }) => revokedAt?.toISOString() ?? null)}::timestamptz[]
      ) as token (link, digest, hint, account_id, description, created_by, token_type, source, service_mode,
        service_external_id, partner_id, issued_at, last_used_at, revoked_at)
      on conflict do nothing
      returning link`.execute(db)
    return rows.map(({ link }) => link)
  }
}
