import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { groupRows } from '../../database/group-rows.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import type { BrokerUserRow, Database } from '../../database/schema.js'
import { searchText } from '../../database/search-text.js'
import { type SortedPage, type SortedPageRequest, selectSortedPage } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'
import { type SecretColumns, type SecretRepository, validSecrets } from '../secrets/repository.js'
import type { RotationConflict, SecretRotation } from '../secrets/secret-rotation.js'
import type { BrokerAccountRepository } from './account-repository.js'
import type {
  BrokerCredentials,
  BrokerUserChanges,
  BrokerUserId,
  BrokerUserRecord,
  NewBrokerAccount,
  NewBrokerUser,
  StoredBrokerUser,
} from './broker-user.js'

import { type BrokerUserFilter, type BrokerUserSort, brokerUserList } from './list.js'

export interface BrokerUserRepositoryOptions {
  /** Answers the look-ups of several calls by one statement. */
  readonly db: Kysely<Database>
  readonly accounts: BrokerAccountRepository
  readonly secrets: SecretRepository
  /** The key under which new hashes are digested. */
  readonly masterKey: KeyFingerprint
  readonly batching?: Partial<BatchingOptions> | undefined
}

interface CredentialsQuery {
  readonly hashDigests: AcceptedDigests
  readonly now: Date
}

/** Users of the broker API with their secrets. */
export class BrokerUserRepository {
  readonly #accounts: BrokerAccountRepository
  readonly #masterKey: KeyFingerprint
  readonly #secrets: SecretRepository
  readonly #credentials: Batcher<CredentialsQuery, BrokerCredentials | undefined>

  constructor({ db, accounts, secrets, masterKey, batching }: BrokerUserRepositoryOptions) {
    this.#accounts = accounts
    this.#masterKey = masterKey
    this.#secrets = secrets
    this.#credentials = new Batcher(
      'broker credentials',
      async (queries) => {
        const hashDigests = queries.flatMap(({ hashDigests }) => hashDigests)
        const rows = await selectCredentials(db, hashDigests)
        return queries.map(({ hashDigests, now }) => toCredentials(rows, hashDigests, now))
      },
      batching,
    )
  }

  /** The user with this hash, active or not, with the secrets that are valid at `now`. */
  findCredentials(
    hashDigests: AcceptedDigests,
    now: Date,
    signal?: AbortSignal,
  ): Promise<BrokerCredentials | undefined> {
    return this.#credentials.ask({ hashDigests, now }, signal)
  }

  /** The users that have one of the hashes, as an import compares them. */
  async findStored(db: Kysely<Database>, hashDigests: readonly Digest[], now: Date): Promise<StoredBrokerUser[]> {
    const rows = await selectCredentials(db, hashDigests)
    const users = hashDigests.flatMap((digest) => toCredentials(rows, [digest], now) ?? [])
    const ids = users.map(({ userId }) => userId)
    const accounts = await this.#accounts.findOfUsers(db, ids)
    const imported = await this.#secrets.findImportedHashDigests(db, ids, now)
    return users.map((user) => ({
      ...user,
      importedHashDigests: imported.get(user.userId) ?? [],
      aTokens: (accounts.get(user.userId) ?? []).map(({ aToken }) => aToken),
    }))
  }

  /** Those of the ids that users have. */
  async findExistingIds(db: Kysely<Database>, ids: readonly BrokerUserId[]): Promise<ReadonlySet<BrokerUserId>> {
    const rows = await db
      .selectFrom('broker_users')
      .select('id')
      .where(({ eb, fn, val }) => eb('id', '=', fn.any(val<readonly string[]>(ids))))
      .execute()
    return new Set(rows.map(({ id }) => id as BrokerUserId))
  }

  /** @param now decides which secrets are valid */
  async find(db: Kysely<Database>, id: BrokerUserId, now: Date): Promise<BrokerUserRecord | undefined> {
    const rows = await db.selectFrom('broker_users').selectAll().where('id', '=', id).execute()
    const [user] = await this.#toRecords(db, rows, now)
    return user
  }

  async list(
    db: Kysely<Database>,
    { search, state, partnerId }: BrokerUserFilter,
    page: SortedPageRequest<BrokerUserSort>,
    now: Date,
  ): Promise<SortedPage<BrokerUserRecord>> {
    const all = db.selectFrom('broker_users')
    let query = all.selectAll()
    if (state !== undefined) query = query.where('active', '=', state === 'active')
    if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
    const options = { text: searchText(search), all, isNarrow: partnerId !== undefined }
    const { items, next } = await selectSortedPage(brokerUserList, query, page, options)
    return { items: await this.#toRecords(db, items, now), next }
  }

  /**
   * Inserts users, each with its secrets and accounts or not at all. The hash and the account tokens of a user must be new.
   * @returns the ids of those that were inserted
   */
  async insert(trx: Transaction<Database>, users: readonly NewBrokerUser[]): Promise<ReadonlySet<BrokerUserId>> {
    if (users.length === 0) return new Set()
    // In the order of their unique key, so that two transactions that insert the same users do not deadlock.
    const sorted = users.toSorted((one, other) => Buffer.compare(one.hash.digest, other.hash.digest))
    const rows = await trx
      .insertInto('broker_users')
      .values(sorted.map((user) => this.#toRow(user)))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    const ids = new Set(rows.map(({ id }) => id))
    const inserted = sorted.filter(({ id }) => ids.has(id))
    const accountIds = await this.#accounts.insert(
      trx,
      inserted.flatMap(({ id: userId, accounts }) => accounts.map((account) => ({ userId, ...account }))),
    )
    const complete = inserted.filter(({ accounts }) => accounts.every(({ id }) => accountIds.has(id)))
    const incomplete = inserted.filter((user) => !complete.includes(user))
    // Deleted instead of rolled back: the transaction goes on, and nobody else has seen these users.
    await this.delete(
      trx,
      incomplete.map(({ id }) => id),
    )
    await this.#secrets.insert(
      trx,
      complete.flatMap(({ id: ownerId, secrets }) => secrets.map((secret) => ({ ownerId, ...secret }))),
    )
    return new Set(complete.map(({ id }) => id))
  }

  /** @returns the changed user, or `undefined` for an unknown one */
  async update(
    db: Kysely<Database>,
    id: BrokerUserId,
    { name, isActive, partnerId }: BrokerUserChanges,
    now: Date,
  ): Promise<BrokerUserRecord | undefined> {
    const rows = await db
      .updateTable('broker_users')
      .set({
        ...(name !== undefined && { name }),
        ...(isActive !== undefined && { active: isActive }),
        ...(partnerId !== undefined && { partner_id: partnerId }),
      })
      .where('id', '=', id)
      .returningAll()
      .execute()
    const [user] = await this.#toRecords(db, rows, now)
    return user
  }

  /**
   * Deletes users with their secrets and accounts.
   * @returns how many of them existed
   */
  async delete(db: Kysely<Database>, ids: readonly BrokerUserId[]): Promise<number> {
    if (ids.length === 0) return 0
    const { numDeletedRows } = await db.deleteFrom('broker_users').where('id', 'in', ids).executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  }

  /**
   * Replaces the current secret of a user.
   * @returns why nothing was changed
   */
  async rotateSecret(
    trx: Transaction<Database>,
    id: BrokerUserId,
    rotation: SecretRotation,
    at: Date,
  ): Promise<RotationConflict | 'unknown' | undefined> {
    return (await this.#lock(trx, id)) ? this.#secrets.rotate(trx, id, rotation, at) : 'unknown'
  }

  /** @returns `existing` where an account, of whichever user, has this account token */
  async addAccount(
    trx: Transaction<Database>,
    userId: BrokerUserId,
    account: NewBrokerAccount,
  ): Promise<'added' | 'unknown' | 'existing'> {
    // Locked, so that a simultaneous deletion of the user waits and then deletes this account too.
    if (!(await this.#lock(trx, userId))) return 'unknown'
    const inserted = await this.#accounts.insert(trx, [{ userId, ...account }])
    return inserted.has(account.id) ? 'added' : 'existing'
  }

  /** Migrates hashes to the current master key. */
  async migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> {
    const column = { table: 'broker_users', column: 'hash_digest', owner: 'id', isUnique: true } as const
    await migrateDigests(db, column, this.#masterKey, migrations)
  }

  /** Counts the hashes that are not under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>): Promise<number> {
    const { count } = await db
      .selectFrom('broker_users')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('master_key', '!=', this.#masterKey)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Keeps a user from being changed or deleted by others until the transaction ends. False for an unknown one. */
  async #lock(trx: Transaction<Database>, id: BrokerUserId): Promise<boolean> {
    const row = await trx.selectFrom('broker_users').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    return row !== undefined
  }

  #toRow({ id, name, hash, isActive, partnerId = null, createdAt }: NewBrokerUser): Insertable<BrokerUserRow> {
    return {
      id,
      name,
      hash_digest: hash.digest,
      master_key: this.#masterKey,
      hash_hint: hash.hint,
      active: isActive,
      partner_id: partnerId,
      created_at: createdAt,
    }
  }

  /** Adds secrets and accounts, in two statements however many users there are. */
  async #toRecords(
    db: Kysely<Database>,
    rows: readonly Selectable<BrokerUserRow>[],
    now: Date,
  ): Promise<BrokerUserRecord[]> {
    const ids = rows.map(({ id }) => id)
    const secrets = await this.#secrets.findValid(db, ids, now)
    const accounts = await this.#accounts.findOfUsers(db, ids)
    return rows.map(({ id, name, active, partner_id, hash_hint, created_at, last_used_at }) => ({
      id: id as BrokerUserId,
      name,
      isActive: active,
      partnerId: partner_id as PartnerId | null,
      hashHint: hash_hint,
      secrets: secrets.get(id) ?? [],
      accounts: accounts.get(id) ?? [],
      createdAt: created_at,
      lastUsedAt: last_used_at,
    }))
  }
}

interface CredentialsRow extends SecretColumns {
  readonly id: string
  readonly active: boolean
}

/** The users with these hashes: a row for each secret, by the digest of the hash in hex. */
async function selectCredentials(
  db: Kysely<Database>,
  hashDigests: readonly Digest[],
): Promise<ReadonlyMap<string, readonly CredentialsRow[]>> {
  const rows = await db
    .selectFrom('broker_users as owner')
    .leftJoin('broker_secrets as secret', 'secret.user_id', 'owner.id')
    .select(['owner.id', 'owner.active', 'owner.hash_digest', 'secret.digest', 'secret.hash', 'secret.expires_at'])
    .where(({ eb, fn, val }) => eb('owner.hash_digest', '=', fn.any(val<readonly Buffer[]>(hashDigests))))
    .execute()
  return groupRows(
    rows,
    ({ hash_digest }) => hash_digest.toString('hex'),
    (row) => row,
  )
}

/** The credentials stored under one of the digests. */
function toCredentials(
  rowsByHash: ReadonlyMap<string, readonly CredentialsRow[]>,
  hashDigests: readonly Digest[],
  now: Date,
): BrokerCredentials | undefined {
  for (const hashDigest of hashDigests) {
    const rows = rowsByHash.get(hashDigest.toString('hex'))
    if (!rows?.[0]) continue
    const { id, active } = rows[0]
    return { userId: id as BrokerUserId, isActive: active, hashDigest, ...validSecrets(rows, now) }
  }
  return undefined
}
