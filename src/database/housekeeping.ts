import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.js'

/** Removes what nobody needs any more. Each removal takes at most `limit` rows and says how many it took. */
export interface Housekeeping {
  /** Sessions that ended or expired before a moment, or of which every refresh token did; their tokens go with them. */
  removeSessions(before: Date, limit: number): Promise<number>
  /** Failures of sign-ins after which nobody has tried since a moment. */
  removeThrottles(before: Date, limit: number): Promise<number>
}

export function housekeeping(db: Kysely<Database>): Housekeeping {
  const remove = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await statement.execute(db)).numAffectedRows ?? 0n)

  return {
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
  }
}
