import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { Database, OperatorRow } from '../../database/schema.js'
import type { Operator, OperatorId, Role } from './operator.js'

/** An operator as lists show it. */
export interface OperatorRecord extends Operator {
  /** The last characters of the key. */
  readonly hint: string
  readonly isFromEnvironment: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

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
  readonly createdAt: Date
}

export interface Operators {
  /** The operator with a key of one of these digests, and which of them it is. */
  find(digests: readonly Digest[]): Promise<FoundOperator | undefined>
  list(page: PageRequest): Promise<Page<OperatorRecord>>
  /** False where another operator has the name. */
  insert(operator: NewOperator): Promise<boolean>
  /** Removes an operator, unless it is the last admin or the one of the configuration; says which. For use in a transaction. */
  remove(id: OperatorId): Promise<'removed' | 'unknown' | 'last-admin' | 'environment'>
  /** Makes the key of the configuration the one of the operator `environment`, or takes that operator out where there is none. */
  setEnvironmentKey(key: Pick<NewOperator, 'id' | 'digest' | 'hint' | 'createdAt'> | undefined): Promise<void>
  hasAdmin(): Promise<boolean>
  /** Moves the last use of keys forward, never back. */
  recordUses(uses: ReadonlyMap<OperatorId, Date>): Promise<void>
}

/** The name of the operator whose key stands in the configuration. */
const environment = 'environment'

/** @param masterKey the key under which everything new is written */
export function operators(db: Kysely<Database>, masterKey: KeyFingerprint): Operators {
  return {
    async find(digests) {
      const row = await db
        .selectFrom('operators')
        .select(['id', 'name', 'role', 'digest'])
        .where('digest', 'in', [...digests])
        .executeTakeFirst()
      return (
        row && {
          operator: { id: row.id as OperatorId, name: row.name, role: row.role },
          digest: row.digest as Digest,
        }
      )
    },

    async list({ limit, before }) {
      let query = db.selectFrom('operators').selectAll()
      if (before !== undefined) query = query.where('seq', '<', before)
      const rows = await query
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toRecord)
    },

    async insert({ id, name, role, digest, hint, createdAt }) {
      if (name === environment) return false
      const rows = await db
        .insertInto('operators')
        .values({ id, name, role, digest, master_key: masterKey, hint, created_at: createdAt, last_used_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      return rows.length > 0
    },

    async remove(id) {
      // Locked, so that of the last two admins only one can go.
      const admins = await db.selectFrom('operators').select('id').where('role', '=', 'admin').forUpdate().execute()
      const row = await db.selectFrom('operators').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return 'unknown'
      if (row.from_environment) return 'environment'
      if (row.role === 'admin' && admins.length === 1) return 'last-admin'
      const removed = await db.deleteFrom('operators').where('id', '=', id).returning('id').execute()
      return removed.length > 0 ? 'removed' : 'unknown'
    },

    async setEnvironmentKey(key) {
      const others = db.deleteFrom('operators').where('from_environment', '=', true)
      if (!key) {
        await others.execute()
        return
      }
      const { id, digest, hint, createdAt } = key
      await others.where('digest', '!=', digest).execute()
      // The key may be that of another operator as well, who then stands for it.
      await db
        .insertInto('operators')
        .values({
          id,
          name: environment,
          role: 'admin',
          digest,
          master_key: masterKey,
          hint,
          from_environment: true,
          created_at: createdAt,
          last_used_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async hasAdmin() {
      const row = await db.selectFrom('operators').select('id').where('role', '=', 'admin').limit(1).executeTakeFirst()
      return row !== undefined
    },

    async recordUses(uses) {
      for (const [id, at] of uses) {
        await db
          .updateTable('operators')
          .set({ last_used_at: at })
          .where('id', '=', id)
          .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', at)]))
          .execute()
      }
    },
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
