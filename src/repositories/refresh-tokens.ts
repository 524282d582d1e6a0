import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.js'
import type { AcceptedDigests, Digest } from '../domain/digest.js'
import type { KeyFingerprint } from '../domain/key-fingerprint.js'
import type { SecurityUser, SignInUser } from '../domain/security-user.js'

/** The first token of a family that is to start. */
export interface NewFamily {
  readonly id: string
  readonly digest: Digest
  readonly startedAt: Date
  readonly familyExpiresAt: Date
  readonly tokenExpiresAt: Date
}

/** A token that is presented, and the digests under which the one that follows it may be stored. */
export interface Exchange {
  readonly digest: Digest
  readonly successors: AcceptedDigests
  readonly at: Date
}

export interface RefreshTokens {
  /** Starts a family for a user who is active and has the password that was verified; false for one who has not any more. */
  startFamily(user: SignInUser, family: NewFamily): Promise<boolean>
  /**
   * Uses a token and stores its successor, which expires with the family at the latest. Of two at once one gets the user; `undefined`
   * where the token is unknown, used or expired, its family ended, or its user not active.
   */
  use(exchange: Exchange & { readonly successorExpiresAt: Date }): Promise<SecurityUser | undefined>
  /** The user of a token that was used at or after a moment and whose successor can still be used, and that one as it is stored. */
  findRepeatable(exchange: Exchange, usedSince: Date): Promise<Repeatable | undefined>
  /** Ends the family of a token that was used before and is not to be repeated; any other token is left alone. */
  endReused(exchange: Exchange, usedSince: Date): Promise<void>
}

export interface Repeatable {
  readonly user: SecurityUser
  readonly successor: Digest
}

interface UserRow {
  readonly uid: number
  readonly username: string
  readonly customer_id: string
}

export function refreshTokens(db: Kysely<Database>, masterKey: KeyFingerprint): RefreshTokens {
  return {
    async startFamily({ uid, passwordHash }, { id, digest, startedAt, familyExpiresAt, tokenExpiresAt }) {
      // "for share": a user who is being removed or deactivated at this moment gets nothing.
      const { rows } = await sql`
        with family as (
          insert into refresh_families (id, uid, started_at, expires_at)
          select ${id}::uuid, uid, ${startedAt}::timestamptz, ${familyExpiresAt}::timestamptz
          from security_users
          where uid = ${uid} and active and password_hash = ${passwordHash}
          for share
          returning id
        )
        insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at)
        select ${digest}::bytea, ${masterKey}::integer, id, ${startedAt}::timestamptz, ${tokenExpiresAt}::timestamptz
        from family
        returning family_id`.execute(db)
      return rows.length > 0
    },

    async use({ digest, successors: [successor], at, successorExpiresAt }) {
      // "for share": whoever removes or deactivates the user at this moment comes before all of this, or after it. The user is locked
      // first, as by a removal, so that the two never wait for each other, nor does the successor lose its family.
      const { rows } = await sql<UserRow>`
        with current as (
          select family.id as family_id, family.expires_at, owner.uid, owner.username, owner.customer_id
          from refresh_tokens as token
          join refresh_families as family on family.id = token.family_id
          join security_users as owner on owner.uid = family.uid
          where token.digest = ${digest}
            and token.used_at is null
            and token.expires_at > ${at}
            and family.ended_at is null
            and owner.active
          for share of owner
        ), used as (
          update refresh_tokens as token
          set used_at = ${at}
          from current
          where token.digest = ${digest} and token.used_at is null
          returning current.*
        ), successor as (
          insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at)
          select ${successor}::bytea, ${masterKey}::integer, family_id, ${at}::timestamptz,
            least(${successorExpiresAt}::timestamptz, expires_at)
          from used
        )
        select uid, username, customer_id from used`.execute(db)
      return rows[0] && toUser(rows[0])
    },

    async findRepeatable({ digest, successors, at }, usedSince) {
      const row = await db
        .selectFrom('refresh_tokens as token')
        .innerJoin('refresh_tokens as next', 'next.family_id', 'token.family_id')
        .innerJoin('refresh_families as family', 'family.id', 'token.family_id')
        .innerJoin('security_users as owner', 'owner.uid', 'family.uid')
        .select(['owner.uid', 'owner.username', 'owner.customer_id', 'next.digest as successor'])
        .where('token.digest', '=', digest)
        .where('token.used_at', '>=', usedSince)
        .where('next.digest', 'in', successors)
        .where('next.used_at', 'is', null)
        .where('next.expires_at', '>', at)
        .where('family.ended_at', 'is', null)
        .where('owner.active', '=', true)
        .executeTakeFirst()
      return row && { user: toUser(row), successor: row.successor as Digest }
    },

    async endReused({ digest, successors, at }, usedSince) {
      await db
        .updateTable('refresh_families as family')
        .set({ ended_at: at })
        .from('refresh_tokens as token')
        .whereRef('token.family_id', '=', 'family.id')
        .where('token.digest', '=', digest)
        .where('family.ended_at', 'is', null)
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('token.used_at', '<', usedSince),
            exists(
              selectFrom('refresh_tokens as next')
                .select('next.digest')
                .where('next.digest', 'in', successors)
                .where('next.used_at', 'is not', null),
            ),
          ]),
        )
        .execute()
    },
  }
}

function toUser({ uid, username, customer_id }: UserRow): SecurityUser {
  return { uid, username, customerId: customer_id }
}
