import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type Selectable,
  type SqlBool,
  sql,
  Transaction,
} from 'kysely'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { Database, SigningKeyRow } from '../../database/schema.js'

/** A signing key as stored: encrypted. */
export interface StoredSigningKey {
  readonly id: string
  readonly api: string
  readonly algorithm: string
  readonly wrapped: Buffer
  readonly createdAt: Date
  readonly signsFrom: Date
  readonly expiresAt: Date | null
}

/** A key that takes the place of the others of its API. */
export interface Replacement {
  readonly key: StoredSigningKey
  /** When the others end, unless they do so before. */
  readonly othersEnd: Date
  /** Whether it takes the place even of a key that has not begun to sign. */
  readonly evenPending: boolean
}

export interface SigningKeys {
  /** The keys that are not expired, the one that signs latest last. */
  list(now: Date): Promise<StoredSigningKey[]>
  /** Every key with its number, newest first. */
  listAll(): Promise<(StoredSigningKey & { readonly seq: string })[]>
  /** Stores the first key of an API; nothing where the API has one that is not expired. Of many at once one is stored. */
  insertFirst(key: StoredSigningKey): Promise<void>
  /**
   * Stores a key and ends the others of its API.
   * @returns the key that stands in the way, since it has not begun to sign; `undefined` where the new one is stored. Of two at once one stands in
   *   the way of the other.
   */
  replace(replacement: Replacement): Promise<StoredSigningKey | undefined>
  /** Stores a key encrypted anew, under the current master key, unless it was changed in between. */
  rewrap(key: StoredSigningKey, wrapped: Buffer): Promise<void>
}

/** @param masterKey the key under which everything new is encrypted */
export function signingKeys(db: Kysely<Database>, masterKey: KeyFingerprint): SigningKeys {
  /** Runs what changes the keys of one API alone, over all instances. */
  function inTurn<T>(api: string, change: (transaction: Transaction<Database>) => Promise<T>): Promise<T> {
    const alone = async (transaction: Transaction<Database>): Promise<T> => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`signing keys of ${api}`}, 0))`.execute(transaction)
      return change(transaction)
    }
    return db instanceof Transaction ? alone(db) : db.transaction().execute(alone)
  }

  async function insert(transaction: Transaction<Database>, key: StoredSigningKey): Promise<void> {
    await transaction
      .insertInto('signing_keys')
      .values({
        id: key.id,
        api: key.api,
        algorithm: key.algorithm,
        wrapped: key.wrapped,
        master_key: masterKey,
        created_at: key.createdAt,
        signs_from: key.signsFrom,
        expires_at: key.expiresAt,
      })
      .execute()
  }

  return {
    async list(now) {
      const rows = await db
        .selectFrom('signing_keys')
        .selectAll()
        .where(isUnexpired(now))
        .orderBy('signs_from')
        .orderBy('id')
        .execute()
      return rows.map(toSigningKey)
    },

    async listAll() {
      const rows = await db.selectFrom('signing_keys').selectAll().orderBy('seq', 'desc').execute()
      return rows.map((row) => ({ ...toSigningKey(row), seq: row.seq }))
    },

    insertFirst: (key) =>
      inTurn(key.api, async (transaction) => {
        const found = await transaction
          .selectFrom('signing_keys')
          .select('id')
          .where('api', '=', key.api)
          .where('algorithm', '=', key.algorithm)
          .where(isUnexpired(key.createdAt))
          .executeTakeFirst()
        if (!found) await insert(transaction, key)
      }),

    replace: ({ key, othersEnd, evenPending }) =>
      inTurn(key.api, async (transaction) => {
        const pending = await transaction
          .selectFrom('signing_keys')
          .selectAll()
          .where('api', '=', key.api)
          .where('signs_from', '>', key.createdAt)
          .where(isUnexpired(key.createdAt))
          .executeTakeFirst()
        if (pending && !evenPending) return toSigningKey(pending)
        await transaction
          .updateTable('signing_keys')
          .set({ expires_at: othersEnd })
          .where('api', '=', key.api)
          .where(isUnexpired(othersEnd))
          .execute()
        await insert(transaction, key)
        return undefined
      }),

    async rewrap(key, wrapped) {
      await db
        .updateTable('signing_keys')
        .set({ wrapped, master_key: masterKey })
        .where('id', '=', key.id)
        .where('wrapped', '=', key.wrapped)
        .execute()
    },
  }
}

function isUnexpired(now: Date) {
  return ({
    or,
    eb,
  }: ExpressionBuilder<Database, 'signing_keys'>): ExpressionWrapper<Database, 'signing_keys', SqlBool> =>
    or([eb('expires_at', 'is', null), eb('expires_at', '>', now)])
}

function toSigningKey(row: Selectable<SigningKeyRow>): StoredSigningKey {
  return {
    id: row.id,
    api: row.api,
    algorithm: row.algorithm,
    wrapped: row.wrapped,
    createdAt: row.created_at,
    signsFrom: row.signs_from,
    expiresAt: row.expires_at,
  }
}
