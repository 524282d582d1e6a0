import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import { mapPage, type Page, type PageRequest, selectPage } from '../../database/page.js'
import type { Database, OperatorRow } from '../../database/schema.js'
import type { Operator, OperatorId, OperatorRecord, Role } from './operator.js'

/** An operator and the digest of its key. */
export interface FoundOperator {
  readonly operator: Operator
  readonly digest: Digest
}

export interface NewOperator {
  readonly id: OperatorId
  readonly name: string
  readonly role: Role
  readonly digest: Digest
  readonly hint: string
  readonly isFromEnvironment: boolean
  readonly createdAt: Date
}

/** `last-admin`, `environment`: this operator cannot be removed. */
export type RemovalResult = 'removed' | 'unknown' | 'last-admin' | 'environment'

/** Stores operators and the digests of their keys. */
export class OperatorRepository {
  /** @param masterKey the key under which everything new is written */
  constructor(readonly masterKey: KeyFingerprint) {}

  /** The operator whose key has one of these digests. */
  async find(db: Kysely<Database>, digests: readonly Digest[]): Promise<FoundOperator | undefined> {
    const row = await db
      .selectFrom('operators')
      .select(['id', 'name', 'role', 'digest'])
      .where('digest', 'in', [...digests])
      .executeTakeFirst()
    if (!row) return undefined
    return { operator: { id: row.id as OperatorId, name: row.name, role: row.role }, digest: row.digest as Digest }
  }

  /** Newest first. */
  async list(db: Kysely<Database>, page: PageRequest): Promise<Page<OperatorRecord>> {
    return mapPage(await selectPage(db.selectFrom('operators').selectAll(), page), toRecord)
  }

  /** @returns the ids of those that were stored: the others have a name or a key that is taken */
  async insert(trx: Transaction<Database>, operators: readonly NewOperator[]): Promise<ReadonlySet<OperatorId>> {
    const rows = await trx
      .insertInto('operators')
      // Ordered by a unique key, so that no two transactions deadlock.
      .values(operators.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((one) => this.#toRow(one)))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    return new Set(rows.map(({ id }) => id as OperatorId))
  }

  /** Removes an operator, unless it is the last admin or the one of the configuration. */
  async remove(trx: Transaction<Database>, id: OperatorId): Promise<RemovalResult> {
    // Locked, so that of the last two admins only one can be removed.
    const admins = await trx.selectFrom('operators').select('id').where('role', '=', 'admin').forUpdate().execute()
    const row = await trx.selectFrom('operators').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return 'unknown'
    if (row.from_environment) return 'environment'
    if (row.role === 'admin' && admins.length === 1) return 'last-admin'
    const removed = await trx.deleteFrom('operators').where('id', '=', id).returning('id').execute()
    return removed.length > 0 ? 'removed' : 'unknown'
  }

  /** Deletes the operator of the configuration, unless its key has this digest. */
  async deleteFromEnvironment(trx: Transaction<Database>, except: Digest | undefined): Promise<void> {
    let query = trx.deleteFrom('operators').where('from_environment', '=', true)
    if (except !== undefined) query = query.where('digest', '!=', except)
    await query.execute()
  }

  /** Deletes operators without a check. */
  async deleteAll(trx: Transaction<Database>, ids: readonly OperatorId[]): Promise<void> {
    await trx
      .deleteFrom('operators')
      .where('id', 'in', [...ids])
      .execute()
  }

  async hasAdmin(db: Kysely<Database>): Promise<boolean> {
    const row = await db.selectFrom('operators').select('id').where('role', '=', 'admin').limit(1).executeTakeFirst()
    return row !== undefined
  }

  /** Moves the last use of keys forward, never back. Operators are few: one statement for each. */
  async recordUses(db: Kysely<Database>, uses: ReadonlyMap<OperatorId, Date>): Promise<void> {
    for (const [id, at] of uses) {
      await db
        .updateTable('operators')
        .set({ last_used_at: at })
        .where('id', '=', id)
        .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<', at)]))
        .execute()
    }
  }

  /** Stores digests of keys under the current master key. */
  migrateDigests(db: Kysely<Database>, migrations: readonly DigestMigration[]): Promise<void> {
    const column = { table: 'operators', column: 'digest', owner: 'id', isUnique: true } as const
    return migrateDigests(db, column, this.masterKey, migrations)
  }

  /** Counts the keys that are not under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>): Promise<number> {
    return (await db.selectFrom('operators').select('id').where('master_key', '!=', this.masterKey).execute()).length
  }

  #toRow({ id, name, role, digest, hint, isFromEnvironment, createdAt }: NewOperator) {
    return {
      id,
      name,
      role,
      digest,
      master_key: this.masterKey,
      hint,
      from_environment: isFromEnvironment,
      created_at: createdAt,
      last_used_at: null,
    }
  }
}

function toRecord(row: Selectable<OperatorRow>): OperatorRecord {
  return {
    id: row.id as OperatorId,
    name: row.name,
    role: row.role,
    hint: row.hint,
    isFromEnvironment: row.from_environment,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
