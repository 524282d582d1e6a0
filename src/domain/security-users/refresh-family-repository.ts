import type { Kysely, Transaction } from 'kysely'
import { latestStored } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import type { DeletedBatch, ExpiredBatch } from '../../database/delete-expired.js'
import type { Database } from '../../database/schema.js'
import type { NewFamily, OpenRefreshToken, OpenSession, RefreshExchange } from './refresh-family.js'
import type { SecurityUser, SecurityUserCredentials } from './security-user.js'

/** A user whose last use of a refresh token is repeated, and the successor as it is stored. */
export interface RepeatableUse {
  readonly user: SecurityUser
  readonly successor: Digest
}

/**
 * Refresh tokens and the families that they form (RFC 9700, section 4.14.2). Statements lock the user before tokens, as a removal does,
 * so that no two statements deadlock.
 */
export class RefreshFamilyRepository {
  /** @param masterKey the current master key, under which new refresh tokens are stored */
  constructor(readonly masterKey: KeyFingerprint) {}

  /**
   * Starts a family with its first token.
   * @returns false, and starts nothing, where the user is not active or has another password than the verified one
   */
  async start(
    db: Kysely<Database>,
    { uid, passwordHash }: Pick<SecurityUserCredentials, 'uid' | 'passwordHash'>,
    { id, digest, startedAt, familyExpiresAt, tokenExpiresAt }: NewFamily,
  ): Promise<boolean> {
    const { masterKey } = this
    // FOR SHARE: a concurrent removal, deactivation or new password is complete before this statement, or waits for it.
    const row = await db
      .with('owner', (cte) =>
        cte
          .selectFrom('security_users')
          .select('uid')
          .where('uid', '=', uid)
          .where('active', '=', true)
          .where('password_hash', '=', passwordHash)
          .forShare(),
      )
      .with('family', (cte) =>
        cte
          .insertInto('refresh_families')
          .columns(['id', 'uid', 'started_at', 'expires_at'])
          .expression(({ selectFrom, val }) =>
            selectFrom('owner').select([
              val(id).as('id'),
              'owner.uid',
              val(startedAt).as('started_at'),
              val(familyExpiresAt).as('expires_at'),
            ]),
          )
          .returning('id'),
      )
      .insertInto('refresh_tokens')
      .columns(['digest', 'master_key', 'family_id', 'issued_at', 'expires_at'])
      .expression(({ selectFrom, val }) =>
        selectFrom('family').select([
          val(digest).as('digest'),
          val(masterKey).as('master_key'),
          'family.id',
          val(startedAt).as('issued_at'),
          val(tokenExpiresAt).as('expires_at'),
        ]),
      )
      .returning('family_id')
      .executeTakeFirst()
    return row !== undefined
  }

  /**
   * Uses a token and stores its successor, which expires with the family at the latest. Of concurrent uses one succeeds.
   * @returns the user; `undefined` where the token is unknown, used or expired, its family ended, or its user not active
   */
  async use(
    db: Kysely<Database>,
    { digest, successors: [successor], at }: RefreshExchange,
    successorExpiresAt: Date,
  ): Promise<SecurityUser | undefined> {
    const { masterKey } = this
    const row = await db
      .with('usable', (cte) =>
        openSessions(cte)
          .select(['token.digest', 'family.expires_at'])
          .where('token.digest', '=', digest)
          .where('token.used_at', 'is', null)
          .where('token.expires_at', '>', at)
          // A concurrent removal or deactivation of the user is complete before this statement, or waits for it.
          .forShare('owner'),
      )
      .with('used', (cte) =>
        cte
          .updateTable('refresh_tokens as token')
          .from('usable')
          .set({ used_at: at })
          .whereRef('token.digest', '=', 'usable.digest')
          .where('token.used_at', 'is', null)
          .returning(['usable.family_id', 'usable.expires_at', 'usable.uid', 'usable.username', 'usable.customer_id']),
      )
      .with('successor', (cte) =>
        cte
          .insertInto('refresh_tokens')
          .columns(['digest', 'master_key', 'family_id', 'issued_at', 'expires_at'])
          .expression(
            cte
              .selectFrom('used')
              .select(({ fn, val }) => [
                val(successor).as('digest'),
                val(masterKey).as('master_key'),
                'used.family_id',
                val(at).as('issued_at'),
                fn<Date>('least', [val(successorExpiresAt), 'used.expires_at']).as('expires_at'),
              ]),
          ),
      )
      .selectFrom('used')
      .select(['uid', 'username', 'customer_id'])
      .executeTakeFirst()
    return row && toUser(row)
  }

  /**
   * Finds the use of a token at or after `usedSince` whose successor can still be used. A use in the future, by a clock that was wrong, cannot be
   * repeated: it would be for as long as that clock was ahead.
   */
  async findRepeatable(
    db: Kysely<Database>,
    { digest, successors, at }: RefreshExchange,
    usedSince: Date,
  ): Promise<RepeatableUse | undefined> {
    const row = await openSessions(db)
      .innerJoin('refresh_tokens as next', 'next.family_id', 'token.family_id')
      .select('next.digest as successor')
      .where('token.digest', '=', digest)
      .where('token.used_at', '>=', usedSince)
      .where('token.used_at', '<=', latestStored(at))
      .where('next.digest', 'in', successors)
      .where('next.used_at', 'is', null)
      .where('next.expires_at', '>', at)
      .executeTakeFirst()
    return row && { user: toUser(row), successor: row.successor as Digest }
  }

  /** Ends the family of a token that was used before and cannot be repeated; any other token is left alone. */
  async endReused(db: Kysely<Database>, { digest, successors, at }: RefreshExchange, usedSince: Date): Promise<void> {
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
  }

  /**
   * Ends all sessions of users who are locked: one that starts concurrently is stored before, or waits.
   * @returns how many
   */
  async endAll(trx: Transaction<Database>, uids: readonly number[], at: Date): Promise<number> {
    const { numUpdatedRows } = await trx
      .updateTable('refresh_families')
      .set({ ended_at: at })
      .where('uid', 'in', uids)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  }

  /** Finds an open session. @param tokenId the first 16 bytes of the digest of one of its refresh tokens, used or not */
  async findSession(db: Kysely<Database>, tokenId: Buffer, now: Date): Promise<OpenSession | undefined> {
    // A range, since the index is on whole digests.
    const row = await openSessions(db)
      .where('family.expires_at', '>', now)
      .where('token.digest', '>=', tokenId)
      .where('token.digest', '<=', Buffer.concat([tokenId, Buffer.alloc(16, 0xff)]))
      .limit(1)
      .executeTakeFirst()
    return row && { ...toUser(row), familyId: row.family_id }
  }

  /** Finds a refresh token that can be used. @param digests under each accepted master key */
  async findToken(db: Kysely<Database>, digests: readonly Digest[], now: Date): Promise<OpenRefreshToken | undefined> {
    const row = await openSessions(db)
      .select(['token.issued_at', 'token.expires_at'])
      .where('family.expires_at', '>', now)
      .where('token.digest', 'in', digests)
      .where('token.used_at', 'is', null)
      .where('token.expires_at', '>', now)
      .executeTakeFirst()
    return row && { ...toUser(row), familyId: row.family_id, issuedAt: row.issued_at, expiresAt: row.expires_at }
  }

  /** Finds the user of a refresh token, used or not, of an open session. @param digests under each accepted master key */
  async findUser(db: Kysely<Database>, digests: readonly Digest[], now: Date): Promise<SecurityUser | undefined> {
    const row = await openSessions(db)
      .where('family.expires_at', '>', now)
      .where('token.digest', 'in', digests)
      .executeTakeFirst()
    return row && toUser(row)
  }

  /** Counts unexpired refresh tokens that are not under the current master key. */
  async countUnderOtherMasterKey(db: Kysely<Database>, now: Date): Promise<number> {
    const { count } = await db
      .selectFrom('refresh_tokens')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('master_key', '<>', this.masterKey)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /**
   * Deletes families, with their tokens, that ended before an instant, or whose newest token, the only unused one, expired before it. An
   * expired token of an open session stays: presented a second time, it ends the session.
   * @param batch its limit is that of each kind
   */
  async deleteExpired(db: Kysely<Database>, { before, limit, from }: ExpiredBatch): Promise<DeletedBatch> {
    // The orders lead to the indexes, whatever the statistics of the tables say.
    const row = await db
      .with('ended', (cte) =>
        cte
          .selectFrom('refresh_families')
          .select(['id', 'ended_at'])
          .where('ended_at', '<', before)
          .$if(from.ended_at !== undefined, (query) => query.where('ended_at', '>=', from.ended_at ?? before))
          .orderBy('ended_at')
          .limit(limit),
      )
      .with('expired', (cte) =>
        cte
          .selectFrom('refresh_tokens')
          .select(['family_id as id', 'expires_at'])
          .where('used_at', 'is', null)
          .where('expires_at', '<', before)
          .$if(from.expires_at !== undefined, (query) => query.where('expires_at', '>=', from.expires_at ?? before))
          .orderBy('expires_at')
          .limit(limit),
      )
      .with('deleted', (cte) =>
        cte
          .deleteFrom('refresh_families')
          .where('id', 'in', ({ selectFrom }) =>
            selectFrom('ended').select('id').union(selectFrom('expired').select('id')),
          )
          .returning('id'),
      )
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom('deleted').select(fn.countAll<string>().as('count')).as('rows'),
        selectFrom('ended')
          .select((eb) => eb.fn.max('ended_at').as('last'))
          .as('ended_at'),
        selectFrom('expired')
          .select((eb) => eb.fn.max('expires_at').as('last'))
          .as('expires_at'),
      ])
      .executeTakeFirstOrThrow()
    const next = { ended_at: row.ended_at ?? from.ended_at, expires_at: row.expires_at ?? from.expires_at }
    return { rows: Number(row.rows), next }
  }
}

/** Refresh tokens of sessions of active users that have not ended. */
function openSessions(db: Pick<Kysely<Database>, 'selectFrom'>) {
  return db
    .selectFrom('refresh_tokens as token')
    .innerJoin('refresh_families as family', 'family.id', 'token.family_id')
    .innerJoin('security_users as owner', 'owner.uid', 'family.uid')
    .select(['family.id as family_id', 'owner.uid', 'owner.username', 'owner.customer_id'])
    .where('family.ended_at', 'is', null)
    .where('owner.active', '=', true)
}

function toUser(row: { readonly uid: number; readonly username: string; readonly customer_id: string }): SecurityUser {
  return { uid: row.uid, username: row.username, customerId: row.customer_id }
}
