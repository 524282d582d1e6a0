import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'

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

export interface SigningKeys {
  /** The keys that are not expired, the one that signs latest last. */
  list(now: Date): Promise<StoredSigningKey[]>
  insert(key: StoredSigningKey): Promise<void>
}

export function signingKeys(db: Kysely<Database>): SigningKeys {
  return {
    async list(now) {
      const rows = await db
        .selectFrom('signing_keys')
        .selectAll()
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
        .orderBy('signs_from')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        api: row.api,
        algorithm: row.algorithm,
        wrapped: row.wrapped,
        createdAt: row.created_at,
        signsFrom: row.signs_from,
        expiresAt: row.expires_at,
      }))
    },

    async insert(key) {
      await db
        .insertInto('signing_keys')
        .values({
          id: key.id,
          api: key.api,
          algorithm: key.algorithm,
          wrapped: key.wrapped,
          created_at: key.createdAt,
          signs_from: key.signsFrom,
          expires_at: key.expiresAt,
        })
        .execute()
    },
  }
}
