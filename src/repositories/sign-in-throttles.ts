import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/schema.js'
import type { CountedAddress } from '../domain/client-address.js'
import { secondsAfter } from '../domain/clock.js'
import type { Digest } from '../domain/digest.js'
import { signInThrottle } from '../domain/sign-in-throttle.js'
import { fixedStatement } from './fixed-statement.js'

/** Who tries to sign in, from where. */
export interface SignInAttempt {
  /** The digest of the user name, whether there is such a user or not. */
  readonly subject: Digest
  readonly address: CountedAddress
  readonly at: Date
}

/** An attempt that counts as a failure until it is known to be none. */
export interface Reservation extends SignInAttempt {
  /** Failures in a row, this one included. */
  readonly failures: number
  /** Since when the failures in a row, and those of the address, are counted: tells whether they still are. */
  readonly countedSince: Date
  readonly addressCountedSince: Date
}

export interface SignInThrottles {
  /** Counts an attempt as a failure before it is made, or says until when none may be made; of many at once no more than the limit pass. */
  reserve(attempt: SignInAttempt): Promise<Reservation | { readonly blockedUntil: Date }>
  /** The attempt succeeded: the failures in a row are forgotten. */
  succeed(reservation: Reservation): Promise<void>
  /** The attempt was not made: it is not counted. */
  giveBack(reservation: Reservation): Promise<void>
  /** Forgets the failures in a row of a user, from every address and under each master key. */
  forget(subjects: readonly Digest[]): Promise<void>
}

const { failuresInARow, waits, addressFailures, addressWindow } = signInThrottle
/** The subject that stands for all users together. Digests are longer. */
const everyone = sql<Buffer>`''::bytea`
/** Whether the failures of an address are too old to count. */
const lapsed = sql`throttle.counted_since <= excluded.last_attempt_at - interval '1 second' * ${sql.lit(addressWindow)}`

function uncountAddress(address: RawBuilder<unknown>, countedSince: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    update sign_in_throttles
    set failures = failures - 1
    where subject = ${everyone} and address = ${address} and counted_since = ${countedSince} and failures > 0`
}

export function signInThrottles(db: Kysely<Database>): SignInThrottles {
  // Both count under the time of the attempt, which `excluded` has.
  const countAttempt = fixedStatement(
    db,
    (subject: Digest, address: CountedAddress, at: Date) => sql<Counted & { readonly of: 'user' | 'address' }>`
      with attempt as (
        select ${subject}::bytea as subject, ${address}::text as address, ${at}::timestamptz as at
      ), counted_user as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        select subject, address, 1, at, at from attempt
        on conflict (subject, address) do update set
          failures = throttle.failures + 1,
          blocked_until = case when throttle.failures + 1 >= ${sql.lit(failuresInARow)} then
            excluded.last_attempt_at + interval '1 second' * (${sql.lit(`{${waits.join()}}`)}::integer[])[
              least(throttle.failures + 2 - ${sql.lit(failuresInARow)}, ${sql.lit(waits.length)})
            ]
          end,
          last_attempt_at = excluded.last_attempt_at
        where throttle.blocked_until is null or throttle.blocked_until <= excluded.last_attempt_at
        returning failures, counted_since
      ), counted_address as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        select ${everyone}, attempt.address, 1, attempt.at, attempt.at from attempt cross join counted_user
        on conflict (subject, address) do update set
          failures = case when ${lapsed} then 1 else throttle.failures + 1 end,
          counted_since = case when ${lapsed} then excluded.last_attempt_at else throttle.counted_since end,
          last_attempt_at = excluded.last_attempt_at
        where ${lapsed} or throttle.failures < ${sql.lit(addressFailures)}
        returning failures, counted_since
      )
      select 'user' as of, * from counted_user union all select 'address', * from counted_address`,
  )

  // The user's row before that of the address, as where both are counted: no two statements wait for each other.
  const forgetReserved = fixedStatement(
    db,
    (subject: Digest, address: CountedAddress, countedSince: Date) => sql<never>`
      with reserved as (
        select ${subject}::bytea as subject, ${address}::text as address, ${countedSince}::timestamptz as counted_since
      ), forgotten as (
        delete from sign_in_throttles as throttle using reserved
        where throttle.subject = reserved.subject and throttle.address = reserved.address
        returning throttle.subject
      )
      ${uncountAddress(sql`(select address from reserved)`, sql`(select counted_since from reserved)`)}
        and (select count(*) from forgotten) >= 0`,
  )

  async function uncountForUser({ subject, address, failures, countedSince }: UserReservation): Promise<void> {
    // A wait that somebody else's later failure began goes on.
    await sql`
      update sign_in_throttles
      set failures = failures - 1, blocked_until = case when failures > ${failures} then blocked_until end
      where subject = ${subject} and address = ${address} and counted_since = ${countedSince}
        and failures > 0`.execute(db)
  }

  function find(subject: Buffer | RawBuilder<Buffer>, { address }: SignInAttempt) {
    return db
      .selectFrom('sign_in_throttles')
      .select(['counted_since', 'blocked_until'])
      .where('subject', '=', subject)
      .where('address', '=', address)
      .executeTakeFirst()
  }

  return {
    async reserve(attempt) {
      const rows = await countAttempt(attempt.subject, attempt.address, attempt.at)
      // What is absent is blocked: the user, or the address, for which nothing is counted then.
      const user = rows.find(({ of }) => of === 'user')
      const address = rows.find(({ of }) => of === 'address')
      if (!user) {
        const blocked = await find(attempt.subject, attempt)
        return { blockedUntil: blocked?.blocked_until ?? attempt.at }
      }
      const own = { ...attempt, failures: user.failures, countedSince: user.counted_since }
      if (!address) {
        await uncountForUser(own)
        const blocked = await find(everyone, attempt)
        return { blockedUntil: blocked ? secondsAfter(blocked.counted_since, addressWindow) : attempt.at }
      }
      return { ...own, addressCountedSince: address.counted_since }
    },

    async succeed({ subject, address, addressCountedSince }) {
      await forgetReserved(subject, address, addressCountedSince)
    },

    async giveBack(reservation) {
      await uncountForUser(reservation)
      const { address, addressCountedSince } = reservation
      await uncountAddress(sql`${address}`, sql`${addressCountedSince}`).execute(db)
    },

    async forget(subjects) {
      await db
        .deleteFrom('sign_in_throttles')
        .where('subject', 'in', [...subjects])
        .execute()
    },
  }
}

type UserReservation = Omit<Reservation, 'addressCountedSince'>

interface Counted {
  readonly failures: number
  readonly counted_since: Date
}
