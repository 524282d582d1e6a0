import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { type DigestMigration, migrateDigests } from '../../database/migrate-digests.js'
import { mapPage, type Page, type PageRequest, selectPage } from '../../database/page.js'
import type { Database, OperatorRow } from '../../database/schema.js'
import {
  endsSooner,
  isLastAdmin,
  type Operator,
  type OperatorId,
  type OperatorRecord,
  type Role,
  stateOf,
} from './operator.js'

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
  readonly expiresAt: Date | null
}

/** Why an operator is not changed. `last-admin`: nobody might be left to administer. */
export type OperatorRefusal = 'unknown' | 'last-admin' | 'environment'

export type RemovalResult = 'removed' | OperatorRefusal

export type OperatorChange =
  | { readonly outcome: 'changed'; readonly operator: OperatorRecord }
  | { readonly outcome: OperatorRefusal }

/** Stores operators and the digests of their keys. */
export class OperatorRepository {
  /** @param masterKey the key under which everything new is written */
  constructor(readonly masterKey: KeyFingerprint) {}

  /** The operator whose key has one of these digests, also where the key has expired. */
  async find(db: Kysely<Database>, digests: readonly Digest[]): Promise<FoundOperator | undefined> {
    const row = await db
      .selectFrom('operators')
      .select(['id', 'name', 'role', 'expires_at', 'digest'])
      .where('digest', 'in', [...digests])
      .executeTakeFirst()
    if (!row) return undefined
    const { id, name, role, expires_at: expiresAt, digest } = row
    return { operator: { id: id as OperatorId, name, role, expiresAt }, digest: digest as Digest }
  }

  /** Newest first. */
  async list(db: Kysely<Database>, page: PageRequest, now: Date): Promise<Page<OperatorRecord>> {
    return mapPage(await selectPage(db.selectFrom('operators').selectAll(), page), (row) => toRecord(row, now))
  }

  /** The operators whose keys expire before an instant or have expired, by their expiry. */
  async listExpiring(db: Kysely<Database>, before: Date, now: Date): Promise<readonly OperatorRecord[]> {
    const query = db.selectFrom('operators').selectAll().where('expires_at', '<', before).orderBy('expires_at')
    return (await query.execute()).map((row) => toRecord(row, now))
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

  /** Changes when the key of an operator expires, unless it is that of the last admin and would end sooner, or the one of the configuration. */
  async setExpiry(
    trx: Transaction<Database>,
    id: OperatorId,
    expiresAt: Date | null,
    now: Date,
  ): Promise<OperatorChange> {
    const admins = await lockAdmins(trx)
    const row = await trx.selectFrom('operators').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return { outcome: 'unknown' }
    if (row.from_environment) return { outcome: 'environment' }
    if (isLastAdmin(id, admins, now) && endsSooner(expiresAt, row.expires_at)) return { outcome: 'last-admin' }
    const changed = await trx
      .updateTable('operators')
      .set({ expires_at: expiresAt })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return changed ? { outcome: 'changed', operator: toRecord(changed, now) } : { outcome: 'unknown' }
  }

  /** Removes an operator, unless it is the last admin or the one of the configuration. */
  async remove(trx: Transaction<Database>, id: OperatorId, now: Date): Promise<RemovalResult> {
    const admins = await lockAdmins(trx)
    const row = await trx.selectFrom('operators').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return 'unknown'
    if (row.from_environment) return 'environment'
    if (isLastAdmin(id, admins, now)) return 'last-admin'
    const removed = await trx.deleteFrom('operators').where('id', '=', id).returning('id').execute()
    return removed.length > 0 ? 'removed' : 'unknown'
  }

  /** Deletes the operator of the configuration, unless its key has this digest. */
  async deleteFromEnvironment(trx: Transaction<Database>, except: Digest | undefined): Promise<void> {
    let query = trx.deleteFrom('operators').where('from_environment', '=', true)
    if (except !== undefined) query = query.where('digest', '!=', except)
    await query.execute()
  }

  /** Whether the operator of the configuration, or another one, has this digest, and no earlier key of the configuration is left. */
  async isConfigured(db: Kysely<Database>, digest: Digest | undefined): Promise<boolean> {
    const query = db.selectFrom('operators').select(['digest', 'from_environment as isFromEnvironment'])
    const rows =
      digest === undefined
        ? await query.where('from_environment', '=', true).execute()
        : await query.where((eb) => eb.or([eb('from_environment', '=', true), eb('digest', '=', digest)])).execute()
    if (digest === undefined) return rows.length === 0
    return rows.length === 1 && digest.equals(rows[0]?.digest as Buffer)
  }

  /** Deletes operators without a check. */
  async deleteAll(trx: Transaction<Database>, ids: readonly OperatorId[]): Promise<void> {
    await trx
      .deleteFrom('operators')
      .where('id', 'in', [...ids])
      .execute()
  }

  /** Whether there is an admin whose key has not expired. */
  async hasAdmin(db: Kysely<Database>, now: Date): Promise<boolean> {
    const row = await db
      .selectFrom('operators')
      .select('id')
      .where('role', '=', 'admin')
      .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .limit(1)
      .executeTakeFirst()
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

  #toRow({ id, name, role, digest, hint, isFromEnvironment, createdAt, expiresAt }: NewOperator) {
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
      expires_at: expiresAt,
    }
  }
}

/** Reads the admins and locks their rows, so that of the last two only one can be removed or made to expire. */
async function lockAdmins(trx: Transaction<Database>): Promise<readonly Pick<Operator, 'id' | 'expiresAt'>[]> {
  const rows = await trx
    .selectFrom('operators')
    .select(['id', 'expires_at'])
    .where('role', '=', 'admin')
    .forUpdate()
    .execute()
  return rows.map(({ id, expires_at: expiresAt }) => ({ id: id as OperatorId, expiresAt }))
}

function toRecord(row: Selectable<OperatorRow>, now: Date): OperatorRecord {
  return {
    id: row.id as OperatorId,
    name: row.name,
    role: row.role,
    state: stateOf({ expiresAt: row.expires_at }, now),
    hint: row.hint,
    isFromEnvironment: row.from_environment,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }
}
