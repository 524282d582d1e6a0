import { type Kysely, type Selectable, sql } from 'kysely'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { Database, SecurityUserRow } from '../../database/schema.js'
import { type SecurityUser, type UsernameKey, usernameKey } from './security-user.js'

/** A user as lists show it. */
export interface SecurityUserRecord extends SecurityUser {
  readonly isActive: boolean
  readonly createdAt: Date
}

export interface NewSecurityUser {
  readonly username: string
  readonly customerId: string
  readonly passwordHash: PasswordHash
  readonly createdAt: Date
}

/** What changes; what is absent stays. */
export interface SecurityUserChange {
  readonly isActive?: boolean | undefined
  readonly passwordHash?: PasswordHash | undefined
}

/** Users of the security management, for operators. */
export interface SecurityUsersAdministration {
  /** `undefined` where another user has the name. */
  insert(user: NewSecurityUser): Promise<SecurityUserRecord | undefined>
  /** Newest first; with `username` only the user of this name. */
  list(filter: { readonly username?: UsernameKey | undefined }, page: PageRequest): Promise<Page<SecurityUserRecord>>
  find(uid: number): Promise<SecurityUserRecord | undefined>
  /** The user as it is then; `undefined` where there is none. At least one change is given. */
  update(uid: number, change: SecurityUserChange): Promise<SecurityUserRecord | undefined>
  /**
   * Ends every session of a user, those included that start at this moment with a password that is being replaced. For use in a
   * transaction.
   */
  endSessions(uid: number, at: Date): Promise<SecurityUserRecord | undefined>
  /** Removes a user with its tokens; false where there is none. */
  remove(uid: number): Promise<boolean>
}

const columns = ['uid', 'username', 'customer_id', 'active', 'created_at'] as const

export function securityUsersAdministration(db: Kysely<Database>): SecurityUsersAdministration {
  return {
    async insert({ username, customerId, passwordHash, createdAt }) {
      const row = await db
        .insertInto('security_users')
        .values({
          username,
          username_key: usernameKey(username),
          customer_id: customerId,
          password_hash: passwordHash,
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.column('username_key').doNothing())
        .returning(columns)
        .executeTakeFirst()
      return row && toRecord(row)
    },

    async list({ username }, { limit, before }) {
      let query = db.selectFrom('security_users').select(columns).select('uid as seq')
      if (username !== undefined) query = query.where('username_key', '=', username)
      // A cursor may be larger than any number of a user.
      if (before !== undefined) query = query.where('uid', '<', sql<number>`${before}::bigint`)
      const rows = await query
        .orderBy('uid', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toRecord)
    },

    async find(uid) {
      const row = await db.selectFrom('security_users').select(columns).where('uid', '=', uid).executeTakeFirst()
      return row && toRecord(row)
    },

    async update(uid, { isActive, passwordHash }) {
      const row = await db
        .updateTable('security_users')
        .set({
          ...(isActive !== undefined && { active: isActive }),
          ...(passwordHash !== undefined && { password_hash: passwordHash }),
        })
        .where('uid', '=', uid)
        .returning(columns)
        .executeTakeFirst()
      return row && toRecord(row)
    },

    async endSessions(uid, at) {
      // Locked before the sessions are looked for: a sign-in under way has stored its session by then, or waits.
      const row = await db
        .selectFrom('security_users')
        .select(columns)
        .where('uid', '=', uid)
        .forUpdate()
        .executeTakeFirst()
      await db
        .updateTable('refresh_families')
        .set({ ended_at: at })
        .where('uid', '=', uid)
        .where('ended_at', 'is', null)
        .execute()
      return row && toRecord(row)
    },

    async remove(uid) {
      const row = await db.deleteFrom('security_users').where('uid', '=', uid).returning('uid').executeTakeFirst()
      return row !== undefined
    },
  }
}

function toRecord(row: Pick<Selectable<SecurityUserRow>, (typeof columns)[number]>): SecurityUserRecord {
  return {
    uid: row.uid,
    username: row.username,
    customerId: row.customer_id,
    isActive: row.active,
    createdAt: row.created_at,
  }
}
