import type { Kysely, Transaction } from 'kysely'
import { secondsAfter } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { groupRows } from '../../database/group-rows.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import type { Database } from '../../database/schema.js'
import {
  type NewSecret,
  type RotationConflict,
  rotationConflict,
  type SecretRecord,
  type SecretRotation,
} from './secret-rotation.js'

export interface SecretRepositoryOptions {
  readonly table: 'broker_secrets' | 'access_key_secrets'
  /** The key under which new secrets are digested. */
  readonly masterKey: KeyFingerprint
}

/** The columns that name the owner of a secret. */
const ownerColumns = { broker_secrets: 'user_id', access_key_secrets: 'access_key_id' } as const

/** The secrets of broker users, or of access keys. */
export class SecretRepository {
  // The two tables differ only in the name of this column. The types are those of one of them, since Kysely has none for both.
  readonly #table: 'broker_secrets'
  readonly #owner: 'user_id'
  readonly #masterKey: KeyFingerprint

  constructor({ table, masterKey }: SecretRepositoryOptions) {
    this.#table = table as 'broker_secrets'
    this.#owner = ownerColumns[table] as 'user_id'
    this.#masterKey = masterKey
  }

  async insert(
    trx: Transaction<Database>,
    secrets: readonly (NewSecret & { readonly ownerId: string })[],
  ): Promise<void> {
    if (secrets.length === 0) return
    const rows = secrets.map(({ ownerId, digest, hint, createdAt, expiresAt }) => ({
      [this.#owner]: ownerId,
      digest,
      master_key: this.#masterKey,
      hint,
      created_at: createdAt,
      expires_at: expiresAt,
    }))
    await trx.insertInto(this.#table).values(rows).execute()
  }

  /** The secrets that are valid at `now`, newest first, by their owner. */
  async findValid(
    db: Kysely<Database>,
    ownerIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly SecretRecord[]>> {
    const rows = await db
      .selectFrom(this.#table)
      .select((eb) => [eb.ref(this.#owner).as('ownerId'), 'hint', 'created_at', 'expires_at'])
      .where(({ eb, fn, val }) => eb(this.#owner, '=', fn.any(val(ownerIds))))
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .orderBy('expires_at', (order) => order.desc().nullsFirst())
      .execute()
    return groupRows(
      rows,
      ({ ownerId }) => ownerId,
      ({ hint, created_at, expires_at }): SecretRecord => ({ hint, createdAt: created_at, expiresAt: expires_at }),
    )
  }

  /**
   * Replaces the current secret of an owner whose row is locked by the transaction.
   * @returns why nothing was changed
   */
  async rotate(
    trx: Transaction<Database>,
    ownerId: string,
    rotation: SecretRotation,
    at: Date,
  ): Promise<RotationConflict | undefined> {
    const valid = (await this.findValid(trx, [ownerId], at)).get(ownerId) ?? []
    const conflict = rotationConflict(valid, rotation)
    if (conflict) return conflict
    const overlapEnd = secondsAfter(at, rotation.overlapSeconds)
    await trx
      .updateTable(this.#table)
      .set({ expires_at: overlapEnd })
      .where(this.#owner, '=', ownerId)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', overlapEnd)]))
      .execute()
    // Expired secrets are deleted at once: an instance whose clock is slow would still accept them.
    await trx.deleteFrom(this.#table).where(this.#owner, '=', ownerId).where('expires_at', '<=', at).execute()
    await this.insert(trx, [{ ownerId, ...rotation.secret, createdAt: at, expiresAt: null }])
    return undefined
  }

  /** Migrates secrets to the current master key. */
  async migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> {
    const column = { table: this.#table, column: 'digest', owner: this.#owner, isUnique: false } as const
    await migrateDigests(db, column, this.#masterKey, migrations)
  }

  /** Counts the valid secrets that are not under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await db
      .selectFrom(this.#table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('master_key', '!=', this.#masterKey)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /**
   * Deletes at most `limit` secrets that expired before a date.
   * @returns how many were deleted
   */
  async deleteExpired(db: Kysely<Database>, before: Date, limit: number): Promise<number> {
    const { numDeletedRows } = await db
      .deleteFrom(this.#table)
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple(this.#owner, 'digest'),
          'in',
          selectFrom(this.#table)
            .select([this.#owner, 'digest'])
            .where('expires_at', '<', before)
            .limit(limit)
            .$asTuple(this.#owner, 'digest'),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  }
}

/** The digests of the secrets that are valid at `now`. A row of a left join without a secret has no digest. */
export function validDigests(
  rows: readonly { readonly digest: Buffer | null; readonly expires_at: Date | null }[],
  now: Date,
): Digest[] {
  return rows.flatMap(({ digest, expires_at }) =>
    digest !== null && (expires_at === null || expires_at > now) ? [digest as Digest] : [],
  )
}
