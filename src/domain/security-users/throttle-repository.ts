import { type Kysely, type QueryCreator, type Selectable, sql, type Transaction } from 'kysely'
import type { Digest } from '../../crypto/digest.js'
import type { Database, SignInThrottleRow } from '../../database/schema.js'
import {
  addressWindowStart,
  blockedUntil,
  type CountedAttempt,
  type FailureCount,
  type SignInAttempt,
  signInThrottle,
} from './sign-in-throttle.js'

const { maxFailuresInARow, maxWaitSeconds, maxAddressFailures } = signInThrottle

/** The subject of the row that counts the failures of an address over all users. Digests are longer. */
const allUsers = Buffer.alloc(0)

/**
 * Counts failed sign-ins, over all instances: one row for each user and address, and one for each address over all users. A statement
 * locks the row of a user before that of an address, or one row only, so that no two statements deadlock.
 */
export class ThrottleRepository {
  /**
   * Counts an attempt as a failure before its password is verified: of many concurrent attempts no more than the limit are counted.
   * @returns `undefined`, and counts nothing, where the user or the address is blocked
   */
  async count(db: Kysely<Database>, attempt: SignInAttempt): Promise<CountedAttempt | undefined> {
    const row = await db
      .with('of_user', (cte) => countForUser(cte, attempt))
      .with('of_address', (cte) => countForAddress(cte, attempt))
      .selectFrom('of_user')
      .leftJoin('of_address', (join) => join.onTrue())
      .select(['of_user.failures', 'of_user.counted_since', 'of_address.counted_since as address_counted_since'])
      .executeTakeFirst()
    if (!row) return undefined
    const ofUser = { ...attempt, failures: row.failures, countedSince: row.counted_since }
    if (row.address_counted_since) return { ...ofUser, addressCountedSince: row.address_counted_since }
    // Another attempt has just blocked the address.
    await this.#uncountForUser(db, ofUser)
    return undefined
  }

  /** The instant until which an attempt is blocked; `undefined` where it is allowed. */
  async findBlock(db: Kysely<Database>, { subject, address, at }: SignInAttempt): Promise<Date | undefined> {
    const rows = await db
      .selectFrom('sign_in_throttles')
      .select(['subject', 'failures', 'counted_since', 'blocked_until'])
      .where('address', '=', address)
      .where('subject', 'in', [subject, allUsers])
      .execute()
    const ofUser = rows.find((row) => row.subject.equals(subject))
    const ofAddress = rows.find((row) => row.subject.equals(allUsers))
    return blockedUntil(ofUser && toCount(ofUser), ofAddress && toCount(ofAddress), at)
  }

  /** Takes back an attempt whose password was not verified. A wait that a later failure of somebody else started goes on. */
  async uncount(db: Kysely<Database>, counted: CountedAttempt): Promise<void> {
    await this.#uncountForUser(db, counted)
    await this.#uncountForAddress(db, counted)
  }

  /** Ends the failures in a row of a user from an address after a success, and takes the attempt back from the address. */
  async reset(db: Kysely<Database>, counted: CountedAttempt): Promise<void> {
    await db
      .deleteFrom('sign_in_throttles')
      .where('subject', '=', counted.subject)
      .where('address', '=', counted.address)
      .execute()
    await this.#uncountForAddress(db, counted)
  }

  /** Forgets the failures in a row of a user from every address. @param subjects the digests under each accepted master key */
  async forget(db: Kysely<Database>, subjects: readonly Digest[]): Promise<void> {
    await db.deleteFrom('sign_in_throttles').where('subject', 'in', subjects).execute()
  }

  async forgetAll(trx: Transaction<Database>): Promise<void> {
    await trx.deleteFrom('sign_in_throttles').execute()
  }

  /** Deletes counts without an attempt since an instant. @returns how many, at most `limit` */
  async deleteExpired(db: Kysely<Database>, before: Date, limit: number): Promise<number> {
    const { numDeletedRows } = await db
      .deleteFrom('sign_in_throttles')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('subject', 'address'),
          'in',
          selectFrom('sign_in_throttles')
            .select(['subject', 'address'])
            .where('last_attempt_at', '<', before)
            .limit(limit)
            .$asTuple('subject', 'address'),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  }

  async #uncountForUser(
    db: Kysely<Database>,
    { subject, address, failures, countedSince }: Omit<CountedAttempt, 'addressCountedSince'>,
  ): Promise<void> {
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
  }

  async #uncountForAddress(db: Kysely<Database>, { address, addressCountedSince }: CountedAttempt): Promise<void> {
    await db
      .updateTable('sign_in_throttles')
      .set(({ eb }) => ({ failures: eb('failures', '-', 1) }))
      .where('subject', '=', allUsers)
      .where('address', '=', address)
      .where('counted_since', '=', addressCountedSince)
      .where('failures', '>', 0)
      .execute()
  }
}

/**
 * The end of the wait that a failure begins. Raw SQL, since the builder has no arithmetic of intervals. The inner `least` keeps the power
 * from overflowing.
 */
const endOfWait = sql<Date | null>`
  case when sign_in_throttles.failures + 1 >= ${sql.lit(maxFailuresInARow)} then
    excluded.last_attempt_at + interval '1 second' *
      least(2 ^ least(sign_in_throttles.failures + 1 - ${sql.lit(maxFailuresInARow)}, 10), ${sql.lit(maxWaitSeconds)})
  end`

/** Counts an attempt of a user from an address. A blocked address counts no user either: a flood from it does not fill the table. */
function countForUser(db: QueryCreator<Database>, { subject, address, at }: SignInAttempt) {
  const blockOfAddress = db
    .selectFrom('sign_in_throttles as of_all')
    .select('of_all.failures')
    .where('of_all.subject', '=', allUsers)
    .where('of_all.address', '=', address)
    .where('of_all.failures', '>=', maxAddressFailures)
    .where('of_all.counted_since', '>', addressWindowStart(at))
  return db
    .insertInto('sign_in_throttles')
    .columns(['subject', 'address', 'failures', 'counted_since', 'last_attempt_at'])
    .expression(({ exists, lit, not, val }) =>
      db
        .selectNoFrom([
          val(subject).as('subject'),
          val(address).as('address'),
          lit(1).as('failures'),
          val(at).as('counted_since'),
          val(at).as('last_attempt_at'),
        ])
        .where(not(exists(blockOfAddress))),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'address'])
        .doUpdateSet(({ eb, ref }) => ({
          failures: eb('sign_in_throttles.failures', '+', 1),
          blocked_until: endOfWait,
          last_attempt_at: ref('excluded.last_attempt_at'),
        }))
        .where(({ eb, or }) =>
          or([eb('sign_in_throttles.blocked_until', 'is', null), eb('sign_in_throttles.blocked_until', '<=', at)]),
        ),
    )
    .returning(['failures', 'counted_since'])
}

/** Counts an attempt of a counted user for the address, over all users. Failures older than the window are counted anew. */
function countForAddress(
  db: QueryCreator<Database & { of_user: Pick<SignInThrottleRow, 'failures' | 'counted_since'> }>,
  { address, at }: SignInAttempt,
) {
  const windowStart = addressWindowStart(at)
  return db
    .insertInto('sign_in_throttles')
    .columns(['subject', 'address', 'failures', 'counted_since', 'last_attempt_at'])
    .expression(
      db
        .selectFrom('of_user')
        .select(({ lit, val }) => [
          val(allUsers).as('subject'),
          val(address).as('address'),
          lit(1).as('failures'),
          val(at).as('counted_since'),
          val(at).as('last_attempt_at'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'address'])
        .doUpdateSet(({ eb, ref }) => {
          const isOver = eb('sign_in_throttles.counted_since', '<=', windowStart)
          const oneMore = eb('sign_in_throttles.failures', '+', 1)
          return {
            failures: eb.case().when(isOver).then(1).else(oneMore).end(),
            counted_since: eb
              .case()
              .when(isOver)
              .then(ref('excluded.counted_since'))
              .else(ref('sign_in_throttles.counted_since'))
              .end(),
            last_attempt_at: ref('excluded.last_attempt_at'),
          }
        })
        .where(({ eb, or }) =>
          or([
            eb('sign_in_throttles.counted_since', '<=', windowStart),
            eb('sign_in_throttles.failures', '<', maxAddressFailures),
          ]),
        ),
    )
    .returning(['failures', 'counted_since'])
}

function toCount(
  row: Pick<Selectable<SignInThrottleRow>, 'failures' | 'counted_since' | 'blocked_until'>,
): FailureCount {
  return { failures: row.failures, countedSince: row.counted_since, blockedUntil: row.blocked_until }
}
