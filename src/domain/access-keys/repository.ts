import type { ExpressionBuilder, ExpressionWrapper, Insertable, Kysely, Selectable, SqlBool, Transaction } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { AccessKeyRow, Database } from '../../database/schema.js'
import { searchText } from '../../database/search-text.js'
import { type SortedPage, type SortedPageRequest, selectSortedPage } from '../../database/sorted-page.js'
import type { PartnerId } from '../partners/partner.js'
import type { SecretRepository } from '../secrets/repository.js'
import type { RotationConflict, SecretRotation } from '../secrets/secret-rotation.js'
import {
  type AccessKeyChanges,
  type AccessKeyId,
  type AccessKeyRecord,
  type AccessKeyWithSecrets,
  type NewAccessKey,
  type StoredAccessKey,
  stateOf,
} from './access-key.js'
import { selectWithSecrets, toKeyWithSecrets } from './key-with-secrets.js'
import { type AccessKeyFilter, type AccessKeySort, accessKeyList } from './list.js'

export interface AccessKeyRepositoryOptions {
  /** Answers the look-ups of several calls by one statement. */
  readonly db: Kysely<Database>
  readonly secrets: SecretRepository
  /** The current master key. */
  readonly masterKey: KeyFingerprint
  readonly batching?: Partial<BatchingOptions> | undefined
}

/** Access keys with their secrets. */
export class AccessKeyRepository {
  readonly #secrets: SecretRepository
  readonly #masterKey: KeyFingerprint
  readonly #byAccessKey: Batcher<{ readonly accessKey: string; readonly now: Date }, AccessKeyWithSecrets | undefined>

  constructor({ db, secrets, masterKey, batching }: AccessKeyRepositoryOptions) {
    this.#secrets = secrets
    this.#masterKey = masterKey
    this.#byAccessKey = new Batcher(
      'access keys',
      async (queries) => {
        const rows = await selectWithSecrets(
          db,
          queries.map(({ accessKey }) => accessKey),
        )
        return queries.map(({ accessKey, now }) => toKeyWithSecrets(rows.get(accessKey) ?? [], now))
      },
      batching,
    )
  }

  /** The record of an access key, whatever its state, with the secrets that are valid at `now`. */
  findByAccessKey(accessKey: string, now: Date, signal?: AbortSignal): Promise<AccessKeyWithSecrets | undefined> {
    return this.#byAccessKey.ask({ accessKey, now }, signal)
  }

  /** Those of the access keys that exist, as an import compares them. */
  async findStored(db: Kysely<Database>, accessKeys: readonly string[], now: Date): Promise<StoredAccessKey[]> {
    const rows = await selectWithSecrets(db, accessKeys)
    const ids = [...rows.values()].flatMap(([key]) => key?.id ?? [])
    const imported = await this.#secrets.findImportedHashDigests(db, ids, now)
    return [...rows].flatMap(([accessKey, ofKey]) => {
      const key = toKeyWithSecrets(ofKey, now)
      return key ? [{ ...key, accessKey, importedHashDigests: imported.get(key.id) ?? [] }] : []
    })
  }

  /** Those of the ids that access keys have. */
  async findExistingIds(db: Kysely<Database>, ids: readonly AccessKeyId[]): Promise<ReadonlySet<AccessKeyId>> {
    const rows = await db
      .selectFrom('access_keys')
      .select('id')
      .where(({ eb, fn, val }) => eb('id', '=', fn.any(val<readonly string[]>(ids))))
      .execute()
    return new Set(rows.map(({ id }) => id as AccessKeyId))
  }

  /** @param now decides whether the key is expired, and which secrets are valid */
  async find(db: Kysely<Database>, id: AccessKeyId, now: Date): Promise<AccessKeyRecord | undefined> {
    const rows = await db.selectFrom('access_keys').selectAll().where('id', '=', id).execute()
    const [key] = await this.#toRecords(db, rows, now)
    return key
  }

  /** The key with this id, where it is active. */
  async findActive(db: Kysely<Database>, id: AccessKeyId, now: Date): Promise<AccessKeyRecord | undefined> {
    const key = await this.find(db, id, now)
    return key?.state === 'active' ? key : undefined
  }

  /** @param now decides which keys are expired, and which secrets are valid */
  async list(
    db: Kysely<Database>,
    { search, state, partnerId }: AccessKeyFilter,
    page: SortedPageRequest<AccessKeySort>,
    now: Date,
  ): Promise<SortedPage<AccessKeyRecord>> {
    const all = db.selectFrom('access_keys')
    let query = all.selectAll()
    if (state === 'revoked') query = query.where('state', '=', 'revoked')
    else if (state === 'expired') query = query.where('state', '!=', 'revoked').where('expires_at', '<=', now)
    else if (state !== undefined) query = query.where('state', '=', state).where((eb) => isUnexpired(eb, now))
    if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
    const options = { text: searchText(search), all, isNarrow: partnerId !== undefined }
    const { items, next } = await selectSortedPage(accessKeyList, query, page, options)
    return { items: await this.#toRecords(db, items, now), next }
  }

  /**
   * Inserts access keys with their secrets, except those that exist.
   * @returns the ids of those that were inserted
   */
  async insert(trx: Transaction<Database>, keys: readonly NewAccessKey[]): Promise<ReadonlySet<AccessKeyId>> {
    if (keys.length === 0) return new Set()
    // In the order of their unique key, so that two transactions that insert the same keys do not deadlock.
    const sorted = keys.toSorted((one, other) => (one.accessKey < other.accessKey ? -1 : 1))
    const rows = await trx
      .insertInto('access_keys')
      .values(sorted.map(toRow))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    const ids = new Set(rows.map(({ id }) => id as AccessKeyId))
    await this.#secrets.insert(
      trx,
      sorted
        .filter(({ id }) => ids.has(id))
        .flatMap(({ id: ownerId, secrets }) => secrets.map((secret) => ({ ownerId, ...secret }))),
    )
    return ids
  }

  /** Changes a key. Of a revoked one only the partner changes. Returns `undefined` where it is unknown, or revoked and more should change. */
  async update(
    db: Kysely<Database>,
    id: AccessKeyId,
    { name, roles, expiresAt, partnerId }: AccessKeyChanges,
    now: Date,
  ): Promise<AccessKeyRecord | undefined> {
    let query = db
      .updateTable('access_keys')
      .set({
        ...(name !== undefined && { name }),
        ...(roles !== undefined && { roles: [...roles] }),
        ...(expiresAt !== undefined && { expires_at: expiresAt }),
        ...(partnerId !== undefined && { partner_id: partnerId }),
      })
      .where('id', '=', id)
    const isOnlyPartner = name === undefined && roles === undefined && expiresAt === undefined
    if (!isOnlyPartner) query = query.where('state', '!=', 'revoked')
    const rows = await query.returningAll().execute()
    const [key] = await this.#toRecords(db, rows, now)
    return key
  }

  /** Activates a pending key. Returns `undefined` where it is not pending or unknown. */
  async activate(db: Kysely<Database>, id: AccessKeyId, now: Date): Promise<AccessKeyRecord | undefined> {
    const rows = await db
      .updateTable('access_keys')
      .set({ state: 'active' })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where((eb) => isUnexpired(eb, now))
      .returningAll()
      .execute()
    const [key] = await this.#toRecords(db, rows, now)
    return key
  }

  /** Revokes a key that is not revoked. Returns `undefined` where it is revoked or unknown. */
  async revoke(db: Kysely<Database>, id: AccessKeyId, now: Date): Promise<AccessKeyRecord | undefined> {
    const rows = await db
      .updateTable('access_keys')
      .set({ state: 'revoked' })
      .where('id', '=', id)
      .where('state', '!=', 'revoked')
      .returningAll()
      .execute()
    const [key] = await this.#toRecords(db, rows, now)
    return key
  }

  /**
   * Replaces the current secret of a key that is not revoked.
   * @returns why nothing was changed
   */
  async rotateSecret(
    trx: Transaction<Database>,
    id: AccessKeyId,
    rotation: SecretRotation,
    at: Date,
  ): Promise<RotationConflict | 'unknown or revoked' | undefined> {
    const row = await trx
      .selectFrom('access_keys')
      .select('id')
      .where('id', '=', id)
      .where('state', '!=', 'revoked')
      .forUpdate()
      .executeTakeFirst()
    return row ? this.#secrets.rotate(trx, id, rotation, at) : 'unknown or revoked'
  }

  /** Deletes the keys that have both the id and the access key, with their secrets. Only demo keys are deleted: a revoked key stays. */
  async deleteAll(trx: Transaction<Database>, keys: readonly Pick<NewAccessKey, 'id' | 'accessKey'>[]): Promise<void> {
    await trx
      .deleteFrom('access_keys')
      .where(({ eb, or }) => or(keys.map(({ id, accessKey }) => eb.and({ id, access_key: accessKey }))))
      .execute()
  }

  /** Counts the valid secrets of unrevoked keys that are not under the current master key. */
  async countSecretsUnderOtherMasterKey(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await db
      .selectFrom('access_key_secrets as secret')
      .innerJoin('access_keys as key', 'key.id', 'secret.access_key_id')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('key.state', '!=', 'revoked')
      .where('secret.master_key', '!=', this.#masterKey)
      .where('secret.hash', 'is', null)
      .where(({ eb, or }) => or([eb('secret.expires_at', 'is', null), eb('secret.expires_at', '>', now)]))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Adds secrets, in one statement however many keys there are. */
  async #toRecords(
    db: Kysely<Database>,
    rows: readonly Selectable<AccessKeyRow>[],
    now: Date,
  ): Promise<AccessKeyRecord[]> {
    const secrets = await this.#secrets.findValid(
      db,
      rows.map(({ id }) => id),
      now,
    )
    return rows.map((row) => ({
      id: row.id as AccessKeyId,
      accessKey: row.access_key,
      name: row.name,
      partnerId: row.partner_id as PartnerId | null,
      userId: row.user_id,
      account: row.account,
      company: row.company,
      roles: row.roles,
      state: stateOf({ status: row.state, expiresAt: row.expires_at }, now),
      expiresAt: row.expires_at,
      secrets: secrets.get(row.id) ?? [],
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
    }))
  }
}

function isUnexpired(
  { eb, or }: ExpressionBuilder<Database, 'access_keys'>,
  now: Date,
): ExpressionWrapper<Database, 'access_keys', SqlBool> {
  return or([eb('expires_at', 'is', null), eb('expires_at', '>', now)])
}

function toRow(key: NewAccessKey): Insertable<AccessKeyRow> {
  return {
    id: key.id,
    access_key: key.accessKey,
    name: key.name,
    partner_id: key.partnerId ?? null,
    user_id: key.userId,
    account: key.account,
    company: key.company,
    roles: [...key.roles],
    state: key.status,
    expires_at: key.expiresAt,
    created_at: key.createdAt,
  }
}
