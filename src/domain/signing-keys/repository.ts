import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Algorithm } from '../../crypto/jwt.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { lock } from '../../database/advisory-lock.js'
import type { DeletedBatch, ExpiredBatch } from '../../database/delete-expired.js'
import type { Database, SigningKeyRow } from '../../database/schema.js'
import type { SigningApi, StoredSigningKey } from './signing-key.js'

/** A key that replaces the others of its API. */
export interface Replacement {
  readonly key: StoredSigningKey
  /** When the others expire, unless they do so before. */
  readonly othersExpireAt: Date
  /** Whether it also replaces a key that does not sign yet, and keys that only verify. */
  readonly isAfterLeak: boolean
}

/** Stores signing keys, encrypted under the master key. */
export class SigningKeyRepository {
  /** @param masterKey the key under which everything new is encrypted */
  constructor(readonly masterKey: KeyFingerprint) {}

  /** The keys that are not expired, ordered by the time from which they sign. */
  async list(db: Kysely<Database>, now: Date): Promise<StoredSigningKey[]> {
    const rows = await unexpired(db, now).orderBy('signs_from').orderBy('id').execute()
    return rows.map(toSigningKey)
  }

  /** Every key with its number, newest first. */
  async listAll(db: Kysely<Database>): Promise<(StoredSigningKey & { readonly seq: string })[]> {
    const rows = await db.selectFrom('signing_keys').selectAll().orderBy('seq', 'desc').execute()
    return rows.map((row) => ({ ...toSigningKey(row), seq: row.seq }))
  }

  /** Stores the first key of an API that signs, unless the API has one that is not expired. Of several at once, one is stored. */
  async insertFirst(trx: Transaction<Database>, key: StoredSigningKey): Promise<void> {
    await lockKeysOf(trx, key.api)
    const found = await unexpired(trx, key.createdAt)
      .where('api', '=', key.api)
      .where('algorithm', '=', key.algorithm)
      .where('signs_from', 'is not', null)
      .executeTakeFirst()
    if (!found) await this.insert(trx, key)
  }

  /**
   * Stores a key and lets the others of its API expire. Of several at once, one is stored.
   * @returns the key that prevents this, since it does not sign yet; `undefined` where the new one is stored
   */
  async replace(
    trx: Transaction<Database>,
    { key, othersExpireAt, isAfterLeak }: Replacement,
  ): Promise<StoredSigningKey | undefined> {
    await lockKeysOf(trx, key.api)
    const pending = await unexpired(trx, key.createdAt)
      .where('api', '=', key.api)
      .where('signs_from', '>', key.createdAt)
      .executeTakeFirst()
    if (pending && !isAfterLeak) return toSigningKey(pending)
    await trx
      .updateTable('signing_keys')
      .set({ expires_at: othersExpireAt })
      .where('api', '=', key.api)
      .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', othersExpireAt)]))
      .$if(!isAfterLeak, (query) => query.where('signs_from', 'is not', null))
      .execute()
    await this.insert(trx, key)
    return undefined
  }

  /** Lets imports follow one another, over all instances, until the end of the transaction. */
  async lockImports(trx: Transaction<Database>): Promise<void> {
    await lock(trx, 'imported signing keys')
  }

  /** Keeps the keys of an API from being changed by others until the end of the transaction. @returns those that are not expired */
  async lockKeysOf(trx: Transaction<Database>, api: string, now: Date): Promise<StoredSigningKey[]> {
    await lockKeysOf(trx, api)
    const rows = await unexpired(trx, now).where('api', '=', api).execute()
    return rows.map(toSigningKey)
  }

  /** Lets keys expire, unless they do so before. @returns them as they are then */
  async expire(trx: Transaction<Database>, ids: readonly string[], expiresAt: Date): Promise<StoredSigningKey[]> {
    if (ids.length === 0) return []
    const rows = await trx
      .updateTable('signing_keys')
      .set(({ fn, val }) => ({ expires_at: fn<Date>('least', ['expires_at', val(expiresAt)]) }))
      .where('id', 'in', ids)
      .returningAll()
      .execute()
    return rows.map(toSigningKey)
  }

  /** Stores a key as it is encrypted under the current master key, unless it was changed in between. */
  async rewrap(db: Kysely<Database>, key: StoredSigningKey, wrapped: Buffer): Promise<void> {
    await db
      .updateTable('signing_keys')
      .set({ wrapped, master_key: this.masterKey })
      .where('id', '=', key.id)
      .where('wrapped', '=', key.wrapped)
      .execute()
  }

  /** Counts keys that are not expired and not encrypted under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await unexpired(db, now)
      .where('master_key', '!=', this.masterKey)
      .clearSelect()
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** @returns how many keys were deleted, at most `limit` */
  async deleteExpired(db: Kysely<Database>, { before, limit }: ExpiredBatch): Promise<DeletedBatch> {
    const expired = db.selectFrom('signing_keys').select('id').where('expires_at', '<', before).limit(limit)
    const { numDeletedRows } = await db.deleteFrom('signing_keys').where('id', 'in', expired).executeTakeFirst()
    return { rows: Number(numDeletedRows), next: {} }
  }

  async insert(trx: Transaction<Database>, key: StoredSigningKey): Promise<void> {
    await trx
      .insertInto('signing_keys')
      .values({
        id: key.id,
        kid: key.kid,
        imported: key.isImported,
        api: key.api,
        algorithm: key.algorithm,
        wrapped: key.wrapped,
        master_key: this.masterKey,
        created_at: key.createdAt,
        signs_from: key.signsFrom,
        expires_at: key.expiresAt,
      })
      .execute()
  }
}

/** The keys of one API are changed by one transaction at a time, over all instances. */
function lockKeysOf(trx: Transaction<Database>, api: string): Promise<void> {
  return lock(trx, `signing keys of ${api}`)
}

function unexpired(db: Kysely<Database>, now: Date) {
  return db
    .selectFrom('signing_keys')
    .selectAll()
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
}

function toSigningKey(row: Selectable<SigningKeyRow>): StoredSigningKey {
  return {
    id: row.id,
    kid: row.kid,
    isImported: row.imported,
    // Only what a profile names is ever stored.
    api: row.api as SigningApi,
    algorithm: row.algorithm as Algorithm,
    wrapped: row.wrapped,
    createdAt: row.created_at,
    signsFrom: row.signs_from,
    expiresAt: row.expires_at,
  }
}
