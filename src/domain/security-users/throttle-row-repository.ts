import { type Expression, type Kysely, sql } from 'kysely'
import { latestStored } from '../../clock.js'
import type { Digest } from '../../crypto/digest.js'
import type { Database } from '../../database/schema.js'
import type { CountedAddress } from './counted-address.js'
import {
  type FailureWindow,
  knownSince,
  latestEndOfWait,
  type SignInAttempt,
  signInThrottle,
  windowStart,
} from './sign-in-throttle.js'

const { maxFailuresInARow, maxWaitSeconds } = signInThrottle

/** What a row counts: a user from an address, an address over all users, or a user over all addresses. */
export type CountKey = Pick<SignInAttempt, 'subject' | 'address'>

/** The subject of the row that counts the failures of an address over all users. Digests are longer. */
export const allUsers = Buffer.alloc(0) as Buffer as Digest

/** The address of the row that counts the failures of a user over all addresses. */
export const allAddresses = '' as CountedAddress

/**
 * The end of the wait that a failure begins. Raw SQL, since the builder has no arithmetic of intervals. The inner `least` keeps the power
 * from overflowing.
 */
const endOfWait = sql<Date | null>`
  case when sign_in_throttles.failures + 1 >= ${sql.lit(maxFailuresInARow)} then
    excluded.last_attempt_at + interval '1 second' *
      least(2 ^ least(sign_in_throttles.failures + 1 - ${sql.lit(maxFailuresInARow)}, 10), ${sql.lit(maxWaitSeconds)})
  end`

/**
 * Counts an attempt of a user from an address. Where the address or the user over all addresses is blocked, and the address is not known, nothing
 * is counted: a flood does not fill the table.
 */
export function countForPair(db: Kysely<Database>, { subject, address, at }: SignInAttempt) {
  const known = db
    .selectFrom('sign_in_throttles as known')
    .select('known.failures')
    .where('known.subject', '=', subject)
    .where('known.address', '=', address)
    .where('known.succeeded_at', '>', knownSince(at))
  const blocks = [
    spentWindow(db, { subject: allUsers, address }, signInThrottle.ofAddress, at),
    spentWindow(db, { subject, address: allAddresses }, signInThrottle.ofUser, at),
  ]
  return db
    .insertInto('sign_in_throttles')
    .columns(['subject', 'address', 'failures', 'counted_since', 'last_attempt_at'])
    .expression(({ and, exists, not, or }) =>
      firstFailure(db, { subject, address }, at).where(
        or([and(blocks.map((block) => not(exists(block)))), exists(known)]),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'address'])
        .doUpdateSet(({ eb, ref }) => ({
          failures: eb('sign_in_throttles.failures', '+', 1),
          counted_since: eb
            .case()
            .when('sign_in_throttles.failures', '=', 0)
            .then(ref('excluded.counted_since'))
            .else(ref('sign_in_throttles.counted_since'))
            .end(),
          blocked_until: endOfWait,
          last_attempt_at: ref('excluded.last_attempt_at'),
        }))
        .where(({ eb, or }) =>
          or([
            eb('sign_in_throttles.blocked_until', 'is', null),
            eb('sign_in_throttles.blocked_until', '<=', at),
            eb('sign_in_throttles.blocked_until', '>', latestEndOfWait(at)),
          ]),
        ),
    )
    .returning(['failures', 'counted_since', 'succeeded_at'])
}

/** Selects the count of a window that allows no further failure. */
function spentWindow(db: Kysely<Database>, { subject, address }: CountKey, window: FailureWindow, at: Date) {
  return db
    .selectFrom('sign_in_throttles as spent')
    .select('spent.failures')
    .where('spent.subject', '=', subject)
    .where('spent.address', '=', address)
    .where('spent.failures', '>=', window.maxFailures)
    .where('spent.counted_since', '>', windowStart(window, at))
    .where('spent.counted_since', '<=', latestStored(at))
}

/** Counts an attempt in a window where `counted` selects a row. Failures older than the window, or later than now, are counted anew. */
export function countInWindow(
  db: Kysely<Database>,
  key: CountKey,
  window: FailureWindow,
  at: Date,
  counted: Expression<{ failures: number }>,
) {
  const start = windowStart(window, at)
  return db
    .insertInto('sign_in_throttles')
    .columns(['subject', 'address', 'failures', 'counted_since', 'last_attempt_at'])
    .expression(({ exists }) => firstFailure(db, key, at).where(exists(counted)))
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'address'])
        .doUpdateSet(({ eb, or, ref }) => {
          const isOver = or([
            eb('sign_in_throttles.counted_since', '<=', start),
            eb('sign_in_throttles.counted_since', '>', latestStored(at)),
          ])
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
            eb('sign_in_throttles.counted_since', '<=', start),
            eb('sign_in_throttles.counted_since', '>', latestStored(at)),
            eb('sign_in_throttles.failures', '<', window.maxFailures),
          ]),
        ),
    )
    .returning(['failures', 'counted_since'])
}

/** The row of a first failure, in the order of the columns that are inserted. */
function firstFailure(db: Kysely<Database>, { subject, address }: CountKey, at: Date) {
  return db.selectNoFrom(({ lit, val }) => [
    val(subject).as('subject'),
    val(address).as('address'),
    lit(1).as('failures'),
    val(at).as('counted_since'),
    val(at).as('last_attempt_at'),
  ])
}

export async function uncountInWindow(
  db: Kysely<Database>,
  { subject, address }: CountKey,
  countedSince: Date,
): Promise<void> {
  await db
    .updateTable('sign_in_throttles')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1) }))
    .where('subject', '=', subject)
    .where('address', '=', address)
    .where('counted_since', '=', countedSince)
    .where('failures', '>', 0)
    .execute()
}
