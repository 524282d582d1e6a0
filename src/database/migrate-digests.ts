import { type Kysely, sql } from 'kysely'
import type { Digest } from '../crypto/digest.js'
import type { KeyFingerprint } from '../crypto/master-key.js'
import type { Database } from './schema.js'

/** The digests of one secret under the older master key and under the current one. */
export interface DigestMigration {
  readonly from: Digest
  readonly to: Digest
}

/** A column of digests that migrate to the current master key when their secrets are used. */
export interface DigestColumn {
  readonly table: 'gateway_tokens' | 'broker_users' | 'broker_secrets' | 'access_key_secrets' | 'operators'
  readonly column: 'digest' | 'hash_digest'
  /** The column that names the owner of the digest. */
  readonly owner: string
  /** Whether a digest occurs once in the table, rather than once for each owner. */
  readonly isUnique: boolean
}

/**
 * Replaces digests under the older master key by those under the current one. Digests that are not stored any more, or that are migrated
 * already, are left alone. Raw SQL, since the builder has no `unnest` of several arrays.
 * @param masterKey the current master key
 */
export async function migrateDigests(
  db: Kysely<Database>,
  { table, column, owner, isUnique }: DigestColumn,
  masterKey: KeyFingerprint,
  migrations: readonly DigestMigration[],
): Promise<void> {
  const [digest, ownerId] = [sql.ref(column), sql.ref(owner)]
  const ofSameOwner = isUnique ? sql`` : sql`and other.${ownerId} = stored.${ownerId}`
  // Rows are locked in the order of their owners, as in every other statement that changes many rows, so that no two statements deadlock.
  await sql`
    with due as (
      select stored.${ownerId} as owner, migration.previous, migration.next
      from ${sql.table(table)} as stored
      join unnest(${migrations.map(({ from }) => from)}::bytea[], ${migrations.map(({ to }) => to)}::bytea[])
        as migration (previous, next) on stored.${digest} = migration.previous
      where not exists (
        select from ${sql.table(table)} as other where other.${digest} = migration.next ${ofSameOwner}
      )
      order by stored.${ownerId}, migration.previous
      for update of stored
    )
    update ${sql.table(table)} as stored
    set ${digest} = due.next, master_key = ${masterKey}::integer
    from due
    where stored.${ownerId} = due.owner and stored.${digest} = due.previous`.execute(db)
}
