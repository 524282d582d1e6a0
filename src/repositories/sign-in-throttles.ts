import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/schema.js'
import type { CountedAddress } from '../domain/client-address.js'
import { secondsAfter } from '../domain/clock.js'
import type { Digest } from '../domain/digest.js'
import { signInThrottle } from '../domain/sign-in-throttle.js'

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

/** Stands for all users together. Digests are longer. */
const everyone = Buffer.alloc(0)

export function signInThrottles(db: Kysely<Database>): SignInThrottles {
  const { failuresInARow, waits, addressFailures, addressWindow } = signInThrottle

  /** Counts for the user and, unless that one is blocked, for the address. What is absent is blocked. */
  async function count({ subject, address, at }: SignInAttempt): Promise<{ user?: Counted; address?: Counted }> {
    const lapsed = secondsAfter(at, -addressWindow)
    const { rows } = await sql<Counted & { readonly of: 'user' | 'address' }>`
      with counted_user as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        values (${subject}, ${address}, 1, ${at}, ${at})
        on conflict (subject, address) do update set
          failures = throttle.failures + 1,
          blocked_until = case when throttle.failures + 1 >= ${failuresInARow}::integer then
            excluded.last_attempt_at + interval '1 second' *
              (${waits}::integer[])[least(throttle.failures + 2 - ${failuresInARow}::integer, ${waits.length}::integer)]
          end,
          last_attempt_at = excluded.last_attempt_at
        where throttle.blocked_until is null or throttle.blocked_until <= excluded.last_attempt_at
        returning failures, counted_since
      ), counted_address as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        select ${everyone}::bytea, ${address}::text, 1, ${at}::timestamptz, ${at}::timestamptz from counted_user
        on conflict (subject, address) do update set
          failures = case when throttle.counted_since <= ${lapsed} then 1 else throttle.failures + 1 end,
          counted_since = case when throttle.counted_since <= ${lapsed} then ${at} else throttle.counted_since end,
          last_attempt_at = ${at}
        where throttle.counted_since <= ${lapsed} or throttle.failures < ${addressFailures}::integer
        returning failures, counted_since
      )
      select 'user' as of, * from counted_user union all select 'address', * from counted_address`.execute(db)
    return Object.fromEntries(rows.map((row) => [row.of, row]))
  }

  async function uncountForUser({ subject, address, failures, countedSince }: UserReservation): Promise<void> {
    // A wait that somebody else's later failure began goes on.
    await sql`
      update sign_in_throttles
      set failures = failures - 1, blocked_until = case when failures > ${failures} then blocked_until end
      where subject = ${subject} and address = ${address} and counted_since = ${countedSince}
        and failures > 0`.execute(db)
  }

  function uncountAddress({ address, addressCountedSince }: AddressReservation): RawBuilder<unknown> {
    return sql`
      update sign_in_throttles
      set failures = failures - 1
      where subject = ${everyone} and address = ${address} and counted_since = ${addressCountedSince}
        and failures > 0`
  }

  function find(subject: Buffer, { address }: SignInAttempt) {
    return db
      .selectFrom('sign_in_throttles')
      .select(['counted_since', 'blocked_until'])
      .where('subject', '=', subject)
      .where('address', '=', address)
      .executeTakeFirst()
  }

  return {
    async reserve(attempt) {
      const { user, address } = await count(attempt)
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
      // The user's row before that of the address, as where both are counted: no two statements wait for each other.
      await sql`
        with forgotten as (
          delete from sign_in_throttles where subject = ${subject} and address = ${address} returning subject
        )
        ${uncountAddress({ address, addressCountedSince })}
          and (select count(*) from forgotten) >= 0`.execute(db)
    },

    async giveBack(reservation) {
      await uncountForUser(reservation)
      await uncountAddress(reservation).execute(db)
    },

    async forget(subjects) {
      await db
        .deleteFrom('sign_in_throttles')
        .where('subject', 'in', [...subjects])
        .execute()
    },
  }
}

type AddressReservation = Pick<Reservation, 'address' | 'addressCountedSince'>
type UserReservation = Omit<Reservation, 'addressCountedSince'>

interface Counted {
  readonly failures: number
  readonly counted_since: Date
}
