import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.js'
import type { BrokerAccount, BrokerCredentials, BrokerUserId } from '../domain/broker-user.js'
import type { AcceptedDigests, Digest } from '../domain/digest.js'

export interface BrokerUsers {
  /** The user with this hash, active or not, with the secrets that have not expired. */
  findCredentials(hashDigests: AcceptedDigests, now: Date): Promise<BrokerCredentials | undefined>
  /** The accounts of an active user in order of creation; `undefined` where there is no such user or it is deactivated. */
  findAccounts(userId: BrokerUserId): Promise<BrokerAccount[] | undefined>
}

export function brokerUsers(db: Kysely<Database>): BrokerUsers {
  return {
    async findCredentials(hashDigests, now) {
      const rows = await db
        .selectFrom('broker_users')
        .leftJoin('broker_secrets', (join) =>
          join
            .onRef('broker_secrets.user_id', '=', 'broker_users.id')
            .on((on) =>
              on.or([on('broker_secrets.expires_at', 'is', null), on('broker_secrets.expires_at', '>', now)]),
            ),
        )
        .select(['broker_users.id', 'broker_users.active', 'broker_users.hash_digest', 'broker_secrets.digest'])
        .where('broker_users.hash_digest', 'in', hashDigests)
        .execute()
      const [user] = rows
      return (
        user && {
          userId: user.id as BrokerUserId,
          isActive: user.active,
          hashDigest: user.hash_digest as Digest,
          secretDigests: rows.flatMap(({ digest }) => (digest === null ? [] : [digest as Digest])),
        }
      )
    },

    async findAccounts(userId) {
      const rows = await db
        .selectFrom('broker_users')
        .leftJoin('broker_accounts', 'broker_accounts.user_id', 'broker_users.id')
        .select(['broker_accounts.name', 'broker_accounts.a_token'])
        .where('broker_users.id', '=', userId)
        .where('broker_users.active', '=', true)
        .orderBy('broker_accounts.created_at')
        .orderBy('broker_accounts.seq')
        .execute()
      if (rows.length === 0) return undefined
      // A user without accounts is one row of nulls.
      return rows.flatMap(({ name, a_token }) => (name === null || a_token === null ? [] : [{ name, aToken: a_token }]))
    },
  }
}
