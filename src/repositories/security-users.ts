import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database, SecurityUserRow } from '../db/schema.js'
import type { Caller } from '../domain/caller.js'
import type { PasswordHash } from '../domain/passwords.js'
import type { SignInUser, UsernameKey } from '../domain/security-user.js'
import { answersByPosition } from './answers-by-position.js'
import { Batcher, type BatchingOptions } from './batcher.js'
import { fixedStatement } from './fixed-statement.js'

export interface SecurityUsers {
  /** @param caller who waits for the answer */
  find(username: UsernameKey, caller?: Caller): Promise<SignInUser | undefined>
  /** Replaces the hash of a user's password by another one of the same password; false where the user has another hash by now. */
  replacePasswordHash(user: Pick<SignInUser, 'uid' | 'passwordHash'>, replacement: PasswordHash): Promise<boolean>
}

interface FoundRow
  extends Pick<Selectable<SecurityUserRow>, 'uid' | 'username' | 'customer_id' | 'password_hash' | 'active'> {
  readonly position: number
}

/** @param batching how look-ups are brought together */
export function securityUsers(db: Kysely<Database>, batching?: BatchingOptions): SecurityUsers {
  const selectUsers = fixedStatement(
    db,
    (usernames: readonly UsernameKey[]) => sql<FoundRow>`
      select asked.position::integer as position, owner.uid, owner.username, owner.customer_id, owner.password_hash,
        owner.active
      from unnest(${usernames}::text[]) with ordinality as asked (username_key, position)
      join security_users as owner on owner.username_key = asked.username_key`,
  )
  const lookUps = new Batcher<UsernameKey, SignInUser | undefined>(async (usernames) => {
    const rows = await selectUsers(usernames)
    return answersByPosition(usernames, rows, ([row]) => ({
      uid: row.uid,
      username: row.username,
      customerId: row.customer_id,
      passwordHash: row.password_hash as PasswordHash,
      isActive: row.active,
    }))
  }, batching)
  return {
    find: (username, caller) => lookUps.ask(username, caller),

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
