import type { Kysely, Selectable } from 'kysely'
import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { Database, SecurityUserRow } from '../../database/schema.js'
import type { SignInUser, UsernameKey } from './security-user.js'

export interface SecurityUsers {
  find(username: UsernameKey): Promise<SignInUser | undefined>
  /** Replaces the hash of a user's password by another one of the same password; false where the user has another hash by now. */
  replacePasswordHash(user: Pick<SignInUser, 'uid' | 'passwordHash'>, replacement: PasswordHash): Promise<boolean>
}

export type SignInUserRow = Pick<
  Selectable<SecurityUserRow>,
  'uid' | 'username' | 'customer_id' | 'password_hash' | 'active'
>

export function securityUsers(db: Kysely<Database>): SecurityUsers {
  return {
    async find(username) {
      const row = await db
        .selectFrom('security_users')
        .select(['uid', 'username', 'customer_id', 'password_hash', 'active'])
        .where('username_key', '=', username)
        .executeTakeFirst()
      return row && toSignInUser(row)
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

export function toSignInUser({ uid, username, customer_id, password_hash, active }: SignInUserRow): SignInUser {
  return { uid, username, customerId: customer_id, passwordHash: password_hash as PasswordHash, isActive: active }
}
