import type { Kysely, NotNull, Transaction } from 'kysely'
import { secondsAfter } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { StoredSecret } from '../../crypto/secret.js'
import { type DeletedBatch, deleteExpired, type ExpiredBatch } from '../../database/delete-expired.js'
import { groupRows } from '../../database/group-rows.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import type { Database } from '../../database/schema.js'
import type { HashedSecret } from './hashed-secrets.js'
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
const ownerTables = { broker_secrets: 'broker_users', access_key_secrets: 'access_keys' } as const

/** The secrets of broker users, or of access keys. */
export class SecretRepository {
  // The two tables differ only in the name of this column. The types are those of one of them, since Kysely has none for both.
  readonly #table: 'broker_secrets'
  readonly #owner: 'user_id'
  readonly #owners: 'broker_users'
  readonly #masterKey: KeyFingerprint

  constructor({ table, masterKey }: SecretRepositoryOptions) {
    this.#table = table as 'broker_secrets'
    this.#owner = ownerColumns[table] as 'user_id'
    this.#owners = ownerTables[table] as 'broker_users'
    this.#masterKey = masterKey
  }

  async insert(
    trx: Transaction<Database>,
    secrets: readonly (NewSecret & { readonly ownerId: string })[],
  ): Promise<void> {
    if (secrets.length === 0) return
    const rows = secrets.map(({ ownerId, digest, hash, hint, createdAt, expiresAt }) => ({
      [this.#owner]: ownerId,
      digest,
      ...(hash !== undefined && { hash, imported_hash_digest: digest }),
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

  /**
   * Ends the valid secrets with one of these digests, whoever has them. Locks their owners first, as a rotation does.
   * @returns how many valid secrets each of the owners has left, by owner
   */
  async endLeaked(
    trx: Transaction<Database>,
    digests: readonly Digest[],
    at: Date,
  ): Promise<ReadonlyMap<string, number>> {
    const found = await this.#withDigests(trx, digests, at)
    const ids = [...new Set(found.map(({ ownerId }) => ownerId))].sort()
    if (ids.length === 0) return new Map()
    await trx.selectFrom(this.#owners).select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
    // Deleted at once: an instance whose clock is slow would still accept an expired one.
    const ended = await trx
      .deleteFrom(this.#table)
      .where(this.#owner, 'in', ids)
      .where('digest', 'in', digests)
      .where('hash', 'is', null)
      .returning((eb) => eb.ref(this.#owner).as('ownerId'))
      .execute()
    const left = await this.findValid(trx, ids, at)
    return new Map(ended.map(({ ownerId }) => [ownerId, left.get(ownerId)?.length ?? 0]))
  }

  #withDigests(db: Kysely<Database>, digests: readonly Digest[], now: Date): Promise<{ readonly ownerId: string }[]> {
    return db
      .selectFrom(this.#table)
      .select((eb) => eb.ref(this.#owner).as('ownerId'))
      .where('digest', 'in', digests)
      .where('hash', 'is', null)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .execute()
  }

  /** Any hash of a secret that was not used since it was imported; `undefined` where there is none. */
  async findAnyHash(db: Kysely<Database>): Promise<PasswordHash | undefined> {
    const row = await db
      .selectFrom(this.#table)
      .select('hash')
      .where('hash', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    return (row?.hash ?? undefined) as PasswordHash | undefined
  }

  /** Replaces a hash by the digest of its secret, unless that was done before. */
  async replaceHash(
    db: Kysely<Database>,
    ownerId: string,
    hashDigest: Digest,
    { digest, hint }: StoredSecret,
  ): Promise<void> {
    await db
      .updateTable(this.#table)
      .set({ digest, hint, hash: null, master_key: this.#masterKey })
      .where(this.#owner, '=', ownerId)
      .where('digest', '=', hashDigest)
      .where('hash', 'is not', null)
      .execute()
  }

  /** The digests of the hashes with which the valid secrets of owners were imported, by owner. */
  async findImportedHashDigests(
    db: Kysely<Database>,
    ownerIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly Buffer[]>> {
    const rows = await db
      .selectFrom(this.#table)
      .select((eb) => [eb.ref(this.#owner).as('ownerId'), 'imported_hash_digest'])
      .where(({ eb, fn, val }) => eb(this.#owner, '=', fn.any(val(ownerIds))))
      .where('imported_hash_digest', 'is not', null)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .$narrowType<{ imported_hash_digest: NotNull }>()
      .execute()
    return groupRows(
      rows,
      ({ ownerId }) => ownerId,
      ({ imported_hash_digest }) => imported_hash_digest,
    )
  }

  /** Counts the valid secrets of which only a hash is known. */
  async countHashed(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await db
      .selectFrom(this.#table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('hash', 'is not', null)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Migrates secrets to the current master key. */
  async migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> {
    const column = { table: this.#table, column: 'digest', owner: this.#owner, isUnique: false } as const
    await migrateDigests(db, column, this.#masterKey, migrations)
  }

  /** Counts the valid secrets that are not under the current master key. A hash is under none. */
  async countUnderOtherMasterKey(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await db
      .selectFrom(this.#table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('master_key', '!=', this.#masterKey)
      .where('hash', 'is', null)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /**
   * Deletes at most `limit` secrets that expired before a date.
   * @returns how many were deleted
   */
  deleteExpired(db: Kysely<Database>, batch: ExpiredBatch): Promise<DeletedBatch> {
    return deleteExpired(db, { table: this.#table, key: [this.#owner, 'digest'], column: 'expires_at' }, batch)
  }
}

/** What is known of the secrets of an owner. */
export interface ValidSecrets {
  /** One, and during a rotation the earlier one too; none once all have expired. */
  readonly secretDigests: readonly Digest[]
  /** Of imported secrets that were not used yet. */
  readonly secretHashes: readonly HashedSecret[]
}

/** A row of a left join, which has no digest where the owner has no secret. */
export interface SecretColumns {
  readonly digest: Buffer | null
  readonly hash: string | null
  readonly expires_at: Date | null
}

/** The secrets that are valid at `now`. */
export function validSecrets(rows: readonly SecretColumns[], now: Date): ValidSecrets {
  const secretDigests: Digest[] = []
  const secretHashes: HashedSecret[] = []
  for (const { digest, hash, expires_at } of rows) {
    if (digest === null || (expires_at !== null && expires_at <= now)) continue
    if (hash === null) secretDigests.push(digest as Digest)
    else secretHashes.push({ digest: digest as Digest, hash: hash as PasswordHash })
  }
  return { secretDigests, secretHashes }
}
