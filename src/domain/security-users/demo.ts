import type { DemoData } from '../../database/demo-data.js'
import { usernameKey } from './security-user.js'

interface DemoUser {
  readonly uid: number
  readonly username: string
  readonly passwordHash: string
  readonly active: boolean
  /** Where it is not the day of the published examples. */
  readonly createdAt?: string
}

/** All have the password `S0qUx56pW!`. The hashes are fixed, since making them takes longer than all else at a restore. */
const users: readonly DemoUser[] = [
  {
    uid: 155,
    username: 'ethan.buckley@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    active: true,
  },
  {
    uid: 156,
    username: 'former.colleague@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$EGwKxqL9bio9AqgvjggG0w$lh+4P9yjIM3NH4maz/dxluYnD/XwZHNl/sCs48ZUxMI',
    active: false,
  },
  {
    uid: 157,
    username: 'operated.user@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    active: true,
    createdAt: '2025-11-03T08:30:00Z',
  },
  {
    uid: 158,
    username: 'leaving.user@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    active: true,
    createdAt: '2025-11-03T08:30:00Z',
  },
]

export const securityUsersDemo: DemoData = {
  async remove(db) {
    // Their refresh families go with them.
    await db
      .deleteFrom('security_users')
      .where(
        'uid',
        'in',
        users.map(({ uid }) => uid),
      )
      .execute()
  },

  async insert(db) {
    // All of them: the examples also try users who do not exist, and none of these rows matters for longer than seconds.
    await db.deleteFrom('sign_in_throttles').execute()
    await db
      .insertInto('security_users')
      .values(
        users.map(({ uid, username, passwordHash, active, createdAt = '2024-05-01T09:00:00Z' }) => ({
          uid,
          username,
          username_key: usernameKey(username),
          customer_id: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
          password_hash: passwordHash,
          active,
          created_at: new Date(createdAt),
        })),
      )
      .execute()
  },
}
