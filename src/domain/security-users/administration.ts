import type { Kysely, Transaction } from 'kysely'
import type { Page, PageRequest } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import { SecurityUserRepository } from './repository.js'
import {
  type NewSecurityUser,
  type SecurityUserChange,
  type SecurityUserRecord,
  type UsernameKey,
  usernameKey,
} from './security-user.js'

/** Users of the security management, for operators, until their handlers use a service. */
export interface SecurityUsersAdministration {
  /** `undefined` where another user has the name. */
  insert(user: NewSecurityUser): Promise<SecurityUserRecord | undefined>
  /** Newest first; with `username` only the user of this name. */
  list(filter: { readonly username?: UsernameKey | undefined }, page: PageRequest): Promise<Page<SecurityUserRecord>>
  find(uid: number): Promise<SecurityUserRecord | undefined>
  update(uid: number, change: SecurityUserChange): Promise<SecurityUserRecord | undefined>
  endSessions(uid: number, at: Date): Promise<SecurityUserRecord | undefined>
  remove(uid: number): Promise<boolean>
}

export function securityUsersAdministration(db: Kysely<Database>): SecurityUsersAdministration {
  const users = new SecurityUserRepository()
  // Called with a transaction by every caller that changes something.
  const trx = db as Transaction<Database>
  return {
    insert: async (user) => (await users.insert(trx, [user])).get(usernameKey(user.username)),
    list: (filter, page) => users.list(db, filter, page),
    find: (uid) => users.find(db, uid),
    update: (uid, change) => users.update(db, uid, change),
    async endSessions(uid, at) {
      const user = await users.lock(trx, uid)
      await db
        .updateTable('refresh_families')
        .set({ ended_at: at })
        .where('uid', '=', uid)
        .where('ended_at', 'is', null)
        .execute()
      return user
    },
    remove: async (uid) => (await users.remove(db, [uid])) > 0,
  }
}
