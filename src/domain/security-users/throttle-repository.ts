import { expressionBuilder, type Kysely, type Selectable, type Transaction } from 'kysely'
import { secondsAfter } from '../../clock.js'
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

const { maxFailuresInARow, waitsSeconds, maxWaitSeconds, maxAddressFailures } = signInThrottle

/** The subject of the row that counts the failures of an address over all users. Digests are longer. */
const allUsers = Buffer.alloc(0)

/**
 * Counts failed sign-ins, over all instances: one row for each user and address, and one for each address over all users. Each
 * statement locks one row, so that no two statements deadlock.
 */
export class ThrottleRepository {
  /**
   * Counts an attempt as a failure before its password is verified: of many concurrent attempts no more than the limit are counted.
   * @returns `undefined`, and counts nothing, where the user or the address is blocked
   */
  async count(db: Kysely<Database>, attempt: SignInAttempt): Promise<CountedAttempt | undefined> {
    const ofUser = await this.#countForUser(db, attempt)
    if (!ofUser) return undefined
    const ofAddress = await this.#countForAddress(db, attempt)
    if (ofAddress) return { ...attempt, ...ofUser, addressCountedSince: ofAddress.countedSince }
    await this.#uncountForUser(db, { ...attempt, ...ofUser })
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

  /** A blocked address counts no user either: a flood from it does not fill the table. */
  async #countForUser(
    db: Kysely<Database>,
    { subject, address, at }: SignInAttempt,
  ): Promise<FailureCount | undefined> {
    const row = await db
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
          .where(
            not(
              exists(
                db
                  .selectFrom('sign_in_throttles as of_address')
                  .select('of_address.failures')
                  .where('of_address.subject', '=', allUsers)
                  .where('of_address.address', '=', address)
                  .where('of_address.failures', '>=', maxAddressFailures)
                  .where('of_address.counted_since', '>', addressWindowStart(at)),
              ),
            ),
          ),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'address'])
          .doUpdateSet(({ eb }) => ({
            failures: eb('sign_in_throttles.failures', '+', 1),
            blocked_until: blockAfterFailure(at),
            last_attempt_at: at,
          }))
          .where(({ eb, or }) =>
            or([eb('sign_in_throttles.blocked_until', 'is', null), eb('sign_in_throttles.blocked_until', '<=', at)]),
          ),
      )
      .returning(['failures', 'counted_since', 'blocked_until'])
      .executeTakeFirst()
    return row && toCount(row)
  }

  /** Failures older than the window are counted anew. */
  async #countForAddress(db: Kysely<Database>, { address, at }: SignInAttempt): Promise<FailureCount | undefined> {
    const windowStart = addressWindowStart(at)
    const row = await db
      .insertInto('sign_in_throttles')
      .values({ subject: allUsers, address, failures: 1, counted_since: at, last_attempt_at: at })
      .onConflict((conflict) =>
        conflict
          .columns(['subject', 'address'])
          .doUpdateSet(({ eb }) => {
            const isOver = eb('sign_in_throttles.counted_since', '<=', windowStart)
            const oneMore = eb('sign_in_throttles.failures', '+', 1)
            return {
              failures: eb.case().when(isOver).then(1).else(oneMore).end(),
              counted_since: eb.case().when(isOver).then(at).else(eb.ref('sign_in_throttles.counted_since')).end(),
              last_attempt_at: at,
            }
          })
          .where(({ eb, or }) =>
            or([
              eb('sign_in_throttles.counted_since', '<=', windowStart),
              eb('sign_in_throttles.failures', '<', maxAddressFailures),
            ]),
          ),
      )
      .returning(['failures', 'counted_since', 'blocked_until'])
      .executeTakeFirst()
    return row && toCount(row)
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

function toCount(
  row: Pick<Selectable<SignInThrottleRow>, 'failures' | 'counted_since' | 'blocked_until'>,
): FailureCount {
  return { failures: row.failures, countedSince: row.counted_since, blockedUntil: row.blocked_until }
}

/** The instant from which the next attempt is allowed, by the number of failures before this one; null where it is at once. */
function blockAfterFailure(at: Date) {
  const eb = expressionBuilder<Database, 'sign_in_throttles'>()
  const until = (seconds: number) => eb.cast<Date | null>(eb.val(secondsAfter(at, seconds)), 'timestamptz')
  const failuresBefore = 'sign_in_throttles.failures'
  let cases = eb
    .case()
    .when(failuresBefore, '<', maxFailuresInARow - 1)
    .then(eb.val<Date | null>(null))
  for (const [index, seconds] of waitsSeconds.entries()) {
    cases = cases.when(failuresBefore, '=', maxFailuresInARow - 1 + index).then(until(seconds))
  }
  return cases.else(until(maxWaitSeconds)).end()
}
