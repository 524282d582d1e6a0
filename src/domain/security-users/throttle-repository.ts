import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { DeletedBatch, ExpiredBatch } from '../../database/delete-expired.js'
import type { Database, SignInThrottleRow } from '../../database/schema.js'
import {
  blockedUntil,
  type CountedAttempt,
  type FailureCount,
  knownSince,
  type SignInAttempt,
  signInThrottle,
} from './sign-in-throttle.js'
import {
  allAddresses,
  allUsers,
  type CountKey,
  countForPair,
  countInWindow,
  uncountInWindow,
} from './throttle-row-repository.js'

/**
 * Counts failed sign-ins, over all instances: one row for each user and address, one for each address over all users, and one for each user
 * over all addresses. A statement locks these rows in this order, or one row only, so that no two statements deadlock.
 */
export class ThrottleRepository {
  /**
   * Counts an attempt as a failure before its password is verified: of many concurrent attempts no more than the limit are counted.
   * @returns `undefined`, and counts nothing, where an attempt is blocked
   */
  async count(db: Kysely<Database>, attempt: SignInAttempt): Promise<CountedAttempt | undefined> {
    const { address, subject, at } = attempt
    const row = await db
      .with('of_pair', () => countForPair(db, attempt))
      .with('of_address', (cte) => {
        const unknown = cte
          .selectFrom('of_pair')
          .select('failures')
          .where(({ eb, or }) => or([eb('succeeded_at', 'is', null), eb('succeeded_at', '<=', knownSince(at))]))
        return countInWindow(db, { subject: allUsers, address }, signInThrottle.ofAddress, at, unknown)
      })
      .with('of_user', (cte) => {
        const counted = cte.selectFrom('of_address').select('failures')
        return countInWindow(db, { subject, address: allAddresses }, signInThrottle.ofUser, at, counted)
      })
      .selectFrom('of_pair')
      .leftJoin('of_address', (join) => join.onTrue())
      .leftJoin('of_user', (join) => join.onTrue())
      .select([
        'of_pair.failures',
        'of_pair.counted_since',
        'of_pair.succeeded_at',
        'of_address.counted_since as address_counted_since',
        'of_user.counted_since as user_counted_since',
      ])
      .executeTakeFirst()
    if (!row) return undefined
    const isKnown = row.succeeded_at !== null && row.succeeded_at > knownSince(at)
    const counted: CountedAttempt = {
      ...attempt,
      failures: row.failures,
      countedSince: row.counted_since,
      ...(row.address_counted_since && { addressCountedSince: row.address_counted_since }),
      ...(row.user_counted_since && { userCountedSince: row.user_counted_since }),
    }
    if (isKnown || counted.userCountedSince) return counted
    // Other attempts have just blocked the address or the user.
    await this.uncount(db, counted)
    return undefined
  }

  /** The instant until which an attempt is blocked; `undefined` where it is allowed. */
  async findBlock(db: Kysely<Database>, { subject, address, at }: SignInAttempt): Promise<Date | undefined> {
    const rows = await db
      .selectFrom('sign_in_throttles')
      .select(['subject', 'address', 'failures', 'counted_since', 'blocked_until', 'succeeded_at'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('subject', 'address'), 'in', [
          tuple(subject, address),
          tuple(allUsers, address),
          tuple(subject, allAddresses),
        ]),
      )
      .execute()
    const countOf = (key: CountKey): FailureCount | undefined => {
      const row = rows.find((row) => row.subject.equals(key.subject) && row.address === key.address)
      return row && toCount(row)
    }
    const counts = {
      ofPair: countOf({ subject, address }),
      ofAddress: countOf({ subject: allUsers, address }),
      ofUser: countOf({ subject, address: allAddresses }),
    }
    return blockedUntil(counts, at)
  }

  /** Takes back an attempt whose password was not verified. A wait that a later failure of somebody else started goes on. */
  async uncount(db: Kysely<Database>, counted: CountedAttempt): Promise<void> {
    const { subject, address, failures, countedSince } = counted
    await db
      .updateTable('sign_in_throttles')
      .set(({ eb }) => ({
        failures: eb('failures', '-', 1),
        blocked_until: eb.case().when('failures', '>', failures).then(eb.ref('blocked_until')).end(),
      }))
      .where('subject', '=', subject)
      .where('address', '=', address)
      .where('counted_since', '=', countedSince)
      .where('failures', '>', 0)
      .execute()
    await this.#uncountInWindows(db, counted)
  }

  /**
   * Ends the failures in a row of a user from an address after a success, and takes the attempt back from the address and from the user. The
   * address is known from now on.
   */
  async reset(db: Kysely<Database>, counted: CountedAttempt): Promise<void> {
    await db
      .updateTable('sign_in_throttles')
      .set({ failures: 0, blocked_until: null, succeeded_at: counted.at })
      .where('subject', '=', counted.subject)
      .where('address', '=', counted.address)
      .execute()
    await this.#uncountInWindows(db, counted)
  }

  /**
   * Forgets the failures of a user from every address. Addresses that are known stay known.
   * @param subjects the digests under each accepted master key
   */
  async forget(db: Kysely<Database>, subjects: readonly Digest[]): Promise<void> {
    await db
      .updateTable('sign_in_throttles')
      .set({ failures: 0, blocked_until: null })
      .where('subject', 'in', subjects)
      .execute()
  }

  async forgetAll(trx: Transaction<Database>): Promise<void> {
    await trx.deleteFrom('sign_in_throttles').execute()
  }

  /**
   * Deletes counts without an attempt since an instant, unless their address is known.
   * @param batch its limit is that of each kind
   */
  async deleteExpired(db: Kysely<Database>, { before, limit, from }: ExpiredBatch): Promise<DeletedBatch> {
    const row = await db
      .with('unknown', (cte) =>
        cte
          .selectFrom('sign_in_throttles')
          .select(['subject', 'address', 'last_attempt_at'])
          .where('succeeded_at', 'is', null)
          .where('last_attempt_at', '<', before)
          .$if(from.unknown !== undefined, (query) => query.where('last_attempt_at', '>=', from.unknown ?? before))
          .orderBy('last_attempt_at')
          .limit(limit),
      )
      .with('known', (cte) =>
        cte
          .selectFrom('sign_in_throttles')
          .select(['subject', 'address', 'succeeded_at'])
          .where('succeeded_at', '<=', knownSince(before))
          .where('last_attempt_at', '<', before)
          .$if(from.known !== undefined, (query) => query.where('succeeded_at', '>=', from.known ?? before))
          .orderBy('succeeded_at')
          .limit(limit),
      )
      .with('deleted', (cte) =>
        cte
          .deleteFrom('sign_in_throttles')
          // Asked again of the row: an attempt may be counted meanwhile.
          .where('last_attempt_at', '<', before)
          .where(({ eb, refTuple, selectFrom }) =>
            eb(
              refTuple('subject', 'address'),
              'in',
              selectFrom('unknown')
                .select(['subject', 'address'])
                .unionAll(selectFrom('known').select(['subject', 'address']))
                .$asTuple('subject', 'address'),
            ),
          )
          .returning('address'),
      )
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom('deleted').select(fn.countAll<string>().as('count')).as('rows'),
        selectFrom('unknown')
          .select((eb) => eb.fn.max('last_attempt_at').as('last'))
          .as('unknown'),
        selectFrom('known')
          .select((eb) => eb.fn.max('succeeded_at').as('last'))
          .as('known'),
      ])
      .executeTakeFirstOrThrow()
    return { rows: Number(row.rows), next: { unknown: row.unknown ?? from.unknown, known: row.known ?? from.known } }
  }

  async #uncountInWindows(
    db: Kysely<Database>,
    { subject, address, addressCountedSince, userCountedSince }: CountedAttempt,
  ): Promise<void> {
    if (addressCountedSince) await uncountInWindow(db, { subject: allUsers, address }, addressCountedSince)
    if (userCountedSince) await uncountInWindow(db, { subject, address: allAddresses }, userCountedSince)
  }
}

function toCount(
  row: Pick<Selectable<SignInThrottleRow>, 'failures' | 'counted_since' | 'blocked_until' | 'succeeded_at'>,
): FailureCount {
  return {
    failures: row.failures,
    countedSince: row.counted_since,
    blockedUntil: row.blocked_until,
    succeededAt: row.succeeded_at,
  }
}
