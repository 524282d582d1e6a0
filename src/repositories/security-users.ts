import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { PasswordHash } from '../domain/passwords.js'
import type { SignInUser, UsernameKey } from '../domain/security-user.js'

export interface SecurityUsers {
  find(username: UsernameKey): Promise<SignInUser | undefined>
  /** Replaces the hash of a user's password by another one of the same password; false where the user has another hash by now. */
  replacePasswordHash(user: Pick<SignInUser, 'uid' | 'passwordHash'>, replacement: PasswordHash): Promise<boolean>
}

export function securityUsers(db: Kysely<Database>): SecurityUsers {
  return {
    async find(username) {
      const row = await db
        .selectFrom('security_users')
        .select(['uid', 'username', 'customer_id', 'password_hash', 'active'])
        .where('username_key', '=', username)
        .executeTakeFirst()
      return (
        row && {
          uid: row.uid,
          username: row.username,
          customerId: row.customer_id,
          passwordHash: row.password_hash as PasswordHash,
          isActive: row.active,
        }
      )
    },

    async replacePasswordHash({ uid, passwordHash }, replacement) {
      const row = await db
        .updateTable('security_users')
        .set({ password_hash: replacement })
        .where('uid', '=', uid)
        .where('password_hash', '=', passwordHash)
        .returning('uid')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
