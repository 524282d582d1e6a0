import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

/** Removes what nobody needs any more. Each removal takes at most `limit` rows and says how many it took. */
export interface Housekeeping {
  /** Whether this transaction is the only one that keeps house, over all instances. */
  lock(): Promise<boolean>
  /** Sessions that ended or expired before a moment, or of which every refresh token did; their tokens go with them. */
  removeSessions(before: Date, limit: number): Promise<number>
  /** Failures of sign-ins after which nobody has tried since a moment. */
  removeThrottles(before: Date, limit: number): Promise<number>
  /** Secrets of broker users that expired before a moment. */
  removeBrokerSecrets(before: Date, limit: number): Promise<number>
  /** Secrets of access keys that expired before a moment. */
  removeAccessKeySecrets(before: Date, limit: number): Promise<number>
  /** Signing keys that expired before a moment. */
  removeSigningKeys(before: Date, limit: number): Promise<number>
}

/** Names the lock among the advisory locks of the database: "house" in ASCII. */
const lockId = 0x68_6f_75_73_65

export function housekeeping(db: Kysely<Database>): Housekeeping {
  const remove = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await statement.execute(db)).numAffectedRows ?? 0n)

  return {
    async lock() {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_xact_lock(${lockId}::bigint) as locked`.execute(db)
      return rows[0]?.locked === true
    },

    removeSessions: (before, limit) =>
      // An expired token of a session that goes on stays: presented a second time, it ends the session.
      remove(sql`
        delete from refresh_families where id in (
          select family.id from refresh_families as family
          where family.ended_at < ${before} or family.expires_at < ${before} or not exists (
            select from refresh_tokens as token where token.family_id = family.id and token.expires_at >= ${before}
          )
          limit ${limit}
        )`),

    removeThrottles: (before, limit) =>
      remove(sql`
        delete from sign_in_throttles where (subject, address) in (
          select subject, address from sign_in_throttles where last_attempt_at < ${before} limit ${limit}
        )`),

    removeBrokerSecrets: (before, limit) =>
      remove(sql`
        delete from broker_secrets where (user_id, digest) in (
          select user_id, digest from broker_secrets where expires_at < ${before} limit ${limit}
        )`),

    removeAccessKeySecrets: (before, limit) =>
      remove(sql`
        delete from access_key_secrets where (access_key_id, digest) in (
          select access_key_id, digest from access_key_secrets where expires_at < ${before} limit ${limit}
        )`),

    removeSigningKeys: (before, limit) =>
      remove(sql`
        delete from signing_keys where id in (
          select id from signing_keys where expires_at < ${before} limit ${limit}
        )`),
  }
}
