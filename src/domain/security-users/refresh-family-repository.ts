import { type Kysely, sql } from 'kysely'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { AcceptedDigests, Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { answersByPosition } from '../../database/answers-by-position.js'
import { fixedStatement } from '../../database/fixed-statement.js'
import type { Database } from '../../database/schema.js'
import type { SecurityUser } from './security-user.js'

/** A token that is presented, and the digests under which the one that follows it may be stored. */
export interface Exchange {
  readonly digest: Digest
  readonly successors: AcceptedDigests
  readonly at: Date
}

export interface Use extends Exchange {
  readonly successorExpiresAt: Date
}

export interface RefreshTokens {
  /**
   * Uses a token and stores its successor, which expires with the family at the latest. Of two at once one gets the user; `undefined`
   * where the token is unknown, used or expired, its family ended, or its user not active.
   */
  use(use: Use): Promise<SecurityUser | undefined>
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
  readonly position: number
  readonly uid: number
  readonly username: string
  readonly customer_id: string
}

/**
 * @param masterKey the key under which everything new is written
 * @param batching how uses are brought together
 */
export function refreshTokens(
  db: Kysely<Database>,
  masterKey: KeyFingerprint,
  batching?: BatchingOptions,
): RefreshTokens {
  // "for share": whoever removes or deactivates a user at this moment comes before all of this, or after it. Users are locked first, as by
  // a removal, and tokens in the order of their digests, so that no two statements wait for each other; nor does a successor lose its
  // family. A token that is asked for twice in a batch is used once.
  const useTokens = fixedStatement(
    db,
    (
      digests: readonly Digest[],
      successors: readonly (Digest | undefined)[],
      at: readonly Date[],
      successorsExpireAt: readonly Date[],
      key: KeyFingerprint,
    ) => sql<UserRow>`
      with current as (
        select asked.*, family.id as family_id, family.expires_at, owner.uid, owner.username, owner.customer_id
        from unnest(
          ${digests}::bytea[], ${successors}::bytea[], ${at}::timestamptz[], ${successorsExpireAt}::timestamptz[]
        ) with ordinality as asked (digest, successor, at, successor_expires_at, position)
        join refresh_tokens as token on token.digest = asked.digest
        join refresh_families as family on family.id = token.family_id
        join security_users as owner on owner.uid = family.uid
        where token.used_at is null
          and token.expires_at > asked.at
          and family.ended_at is null
          and owner.active
        order by owner.uid
        for share of owner
      ), locked as (
        select current.*
        from current
        join refresh_tokens as token on token.digest = current.digest
        where token.used_at is null
        order by token.digest
        for no key update of token
      ), used as (
        update refresh_tokens as token
        set used_at = locked.at
        from locked
        where token.digest = locked.digest and token.used_at is null
        returning locked.*
      ), successor as (
        insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at)
        select successor, ${key}::integer, family_id, at, least(successor_expires_at, expires_at)
        from used
      )
      select position::integer as position, uid, username, customer_id from used`,
  )
  const uses = new Batcher<Use, SecurityUser | undefined>(async (asked) => {
    const rows = await useTokens(
      asked.map(({ digest }) => digest),
      asked.map(({ successors: [successor] }) => successor),
      asked.map(({ at }) => at),
      asked.map(({ successorExpiresAt }) => successorExpiresAt),
      masterKey,
    )
    return answersByPosition(asked, rows, ([row]) => toUser(row))
  }, batching)

  return {
    use: (use) => uses.ask(use),

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

function toUser({ uid, username, customer_id }: Omit<UserRow, 'position'>): SecurityUser {
  return { uid, username, customerId: customer_id }
}
