import type { PasswordHash } from '../../crypto/password-hashing.js'
import type { DemoRows } from '../../demo.js'
import { demoPartnerId } from '../partners/demo.js'
import type { SecurityUserRepository } from './repository.js'
import type { ThrottleRepository } from './throttle-repository.js'

const customerId = 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7'
const createdAt = new Date('2024-05-01T09:00:00Z')

/** All have the password `S0qUx56pW!`. The hashes are fixed, since hashing takes longer than the rest of a restore. */
const demoUsers = [
  {
    uid: 155,
    username: 'ethan.buckley@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    customerId,
    partnerId: demoPartnerId,
    isActive: true,
    createdAt,
  },
  {
    uid: 156,
    username: 'former.colleague@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$EGwKxqL9bio9AqgvjggG0w$lh+4P9yjIM3NH4maz/dxluYnD/XwZHNl/sCs48ZUxMI',
    customerId,
    isActive: false,
    createdAt,
  },
  {
    uid: 157,
    username: 'operated.user@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    customerId,
    isActive: true,
    createdAt: new Date('2025-11-03T08:30:00Z'),
  },
  {
    uid: 158,
    username: 'leaving.user@datastoreltd.biz',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$PsjAkRZFfTMHzxrokInAMQ$OWOb8pXZwQZ5AmLmRjmGe0tzsRojgU5Ga1BBFKTYQqc',
    customerId,
    isActive: true,
    createdAt: new Date('2025-11-03T08:30:00Z'),
  },
]

export interface SecurityUserDemoOptions {
  readonly users: SecurityUserRepository
  readonly throttles: ThrottleRepository
}

/** The demo users. */
export function securityUsersDemo({ users, throttles }: SecurityUserDemoOptions): DemoRows {
  return {
    async remove(trx) {
      await users.removeAll(trx, demoUsers)
    },

    async insert(trx) {
      // All throttles: the examples also sign in users who do not exist, and no throttle matters for longer than seconds.
      await throttles.forgetAll(trx)
      await users.insert(
        trx,
        demoUsers.map(({ passwordHash, ...user }) => ({ ...user, passwordHash: passwordHash as PasswordHash })),
      )
    },
  }
}
