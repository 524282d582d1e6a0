import { type Kysely, type RawBuilder, sql } from 'kysely'
import { secondsAfter } from '../../clock.js'
import { Batcher, type BatchingOptions } from '../../concurrency/batcher.js'
import type { Digest } from '../../crypto/digest.js'
import type { KeyFingerprint } from '../../crypto/master-key.js'
import { fixedStatement } from '../../database/fixed-statement.js'
import type { Database } from '../../database/schema.js'
import type { CountedAddress } from './counted-address.js'
import { type CredentialRow, toCredentials } from './repository.js'
import type { SecurityUserCredentials, UsernameKey } from './security-user.js'
import { signInThrottle } from './sign-in-throttle.js'

/** Who tries to sign in, from where. */
export interface SignInAttempt {
  readonly username: UsernameKey
  /** The digest under which the failures of the user name are counted, whether there is such a user or not. */
  readonly subject: Digest
  readonly address: CountedAddress
  readonly at: Date
}

/** An attempt that counts as a failure until it is known to be none. */
export interface SignIn extends SignInAttempt {
  /** `undefined` where there is no such user. */
  readonly user: SecurityUserCredentials | undefined
  /** Failures in a row, this one included. */
  readonly failures: number
  /** Since when the failures in a row, and those of the address, are counted: tells whether they still are. */
  readonly countedSince: Date
  readonly addressCountedSince: Date
}

/** The first refresh token of a family that is to start. */
export interface NewFamily {
  readonly id: string
  readonly digest: Digest
  readonly startedAt: Date
  readonly familyExpiresAt: Date
  readonly tokenExpiresAt: Date
}

/** What a sign-in with a password reads and writes: one statement before the password is verified and one after it. */
export interface SignIns {
  /**
   * Finds the user and counts the attempt as a failure before it is made, or says until when none may be made; of many at once no more
   * than the limit pass.
   * @param caller who waits for the answer
   */
  begin(attempt: SignInAttempt, signal?: AbortSignal): Promise<SignInOutcome>
  /**
   * The attempt succeeded: a family starts and the failures in a row are forgotten. False, and nothing of it, where the user is not active
   * any more, or has another password than the one that was verified.
   */
  succeed(signIn: SignIn, user: SecurityUserCredentials, family: NewFamily): Promise<boolean>
  /** The attempt was not made: it is not counted. */
  giveBack(signIn: SignIn): Promise<void>
  /** Forgets the failures in a row of a user, from every address and under each master key. */
  forget(subjects: readonly Digest[]): Promise<void>
}

const { failuresInARow, waits, addressFailures, addressWindow } = signInThrottle
/** The subject that stands for all users together. Digests are longer. */
const everyone = sql<Buffer>`''::bytea`
const window = sql`interval '1 second' * ${sql.lit(addressWindow)}`
/** Whether the failures of an address are too old to count. */
const lapsed = sql`throttle.counted_since <= excluded.counted_since - ${window}`

/** The rows of addresses whose failures are to be taken back, locked after those of users. */
function lockedAddresses(attempts: RawBuilder<unknown>, ofUsers: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
        select throttle.address, counted.failures
        from (
          select address, address_counted_since, count(*)::integer as failures
          from ${attempts} group by address, address_counted_since
        ) as counted
        join sign_in_throttles as throttle
          on throttle.subject = ${everyone} and throttle.address = counted.address
          and throttle.counted_since = counted.address_counted_since
        where (select count(*) from ${ofUsers}) >= 0
        order by throttle.address
        for update of throttle`
}

const uncountAddresses = sql`
        update sign_in_throttles as throttle
        set failures = greatest(throttle.failures - of_address.failures, 0)
        from of_address
        where throttle.subject = ${everyone} and throttle.address = of_address.address`

interface NoUserRow {
  readonly uid: null
}

type CountedRow = (CredentialRow | NoUserRow) & {
  readonly address: CountedAddress
  /** `null` where nothing is counted: the user, or the address, is blocked. */
  readonly failures: number | null
  readonly counted_since: Date
  readonly address_failures: number | null
  readonly address_counted_since: Date
  /** When blocks end that stood when the statement began; `null` where there are none. */
  readonly user_blocked_until: Date | null
  readonly address_blocked_until: Date | null
}

type SignInOutcome = SignIn | { readonly blockedUntil: Date }

interface Success {
  readonly signIn: SignIn
  readonly user: SecurityUserCredentials
  readonly family: NewFamily
}

/** What is taken back of an attempt. */
type Counted = Pick<SignIn, 'subject' | 'address' | 'failures' | 'countedSince'> & {
  /** `undefined` where the attempt was not counted for the address. */
  readonly addressCountedSince: Date | undefined
}

/**
 * Throttles are written for many attempts at a time, one batch after the other: attempts from one address wait for each other's lock in
 * any case, and would do so in connections that look-ups need.
 * Users are locked before throttles, those of users before those of addresses, and each in order: no two statements wait for each other.
 *
 * @param masterKey the key under which everything new is written
 * @param batching how attempts are brought together
 */
export function signIns(
  db: Kysely<Database>,
  masterKey: KeyFingerprint,
  batching: BatchingOptions = { maxBatchSize: 500, maxConcurrentBatches: 1 },
): SignIns {
  // What is blocked already is only read. What others block, or count, meanwhile is seen by "on conflict". Users one by one ("limit"), as
  // gateway tokens are found.
  const countAttempts = fixedStatement(
    db,
    (
      usernames: readonly UsernameKey[],
      subjects: readonly Digest[],
      addresses: readonly CountedAddress[],
      at: readonly Date[],
    ) => sql<CountedRow>`
      with attempt as (
        select asked.*, own.blocked_until as user_blocked_until, common.counted_since + ${window} as address_blocked_until
        from unnest(${usernames}::text[], ${subjects}::bytea[], ${addresses}::text[], ${at}::timestamptz[])
          with ordinality as asked (username_key, subject, address, at, position)
        left join sign_in_throttles as own
          on own.subject = asked.subject and own.address = asked.address and own.blocked_until > asked.at
        left join sign_in_throttles as common
          on common.subject = ${everyone} and common.address = asked.address
          and common.failures >= ${sql.lit(addressFailures)} and common.counted_since > asked.at - ${window}
      ), counted_user as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        select subject, address, 1, at, at from attempt
        where user_blocked_until is null and address_blocked_until is null
        order by subject, address
        on conflict (subject, address) do update set
          failures = throttle.failures + 1,
          blocked_until = case when throttle.failures + 1 >= ${sql.lit(failuresInARow)} then
            excluded.last_attempt_at + interval '1 second' * (${sql.lit(`{${waits.join()}}`)}::integer[])[
              least(throttle.failures + 2 - ${sql.lit(failuresInARow)}, ${sql.lit(waits.length)})
            ]
          end,
          last_attempt_at = excluded.last_attempt_at
        where throttle.blocked_until is null or throttle.blocked_until <= excluded.last_attempt_at
        returning subject, address, failures, counted_since
      ), counted_address as (
        insert into sign_in_throttles as throttle (subject, address, failures, counted_since, last_attempt_at)
        select ${everyone}, address, count(*), min(at), max(at)
        from attempt join counted_user using (subject, address)
        group by address
        order by address
        on conflict (subject, address) do update set
          failures = case when ${lapsed} then excluded.failures else throttle.failures + excluded.failures end,
          counted_since = case when ${lapsed} then excluded.counted_since else throttle.counted_since end,
          last_attempt_at = excluded.last_attempt_at
        where ${lapsed} or throttle.failures < ${sql.lit(addressFailures)}
        returning address, failures, counted_since
      )
      select attempt.address, owner.uid, owner.username, owner.customer_id,
        owner.password_hash, owner.active, counted_user.failures, counted_user.counted_since,
        counted_address.failures as address_failures, counted_address.counted_since as address_counted_since,
        attempt.user_blocked_until, attempt.address_blocked_until
      from attempt
      left join counted_user using (subject, address)
      left join counted_address using (address)
      left join lateral (
        select * from security_users where username_key = attempt.username_key limit 1
      ) as owner on true
      order by attempt.position`,
  )

  // "for share": a user who is being removed or deactivated at this moment gets nothing.
  const insertFamilies = fixedStatement(
    db,
    (
      uids: readonly number[],
      passwordHashes: readonly string[],
      ids: readonly string[],
      digests: readonly Digest[],
      startedAt: readonly Date[],
      expireAt: readonly Date[],
      tokensExpireAt: readonly Date[],
      subjects: readonly Digest[],
      addresses: readonly CountedAddress[],
      addressesCountedSince: readonly Date[],
      key: KeyFingerprint,
    ) => sql<{ family_id: string }>`
      with current as (
        select asked.*
        from unnest(
          ${uids}::integer[], ${passwordHashes}::text[], ${ids}::uuid[], ${digests}::bytea[], ${startedAt}::timestamptz[],
          ${expireAt}::timestamptz[], ${tokensExpireAt}::timestamptz[], ${subjects}::bytea[], ${addresses}::text[],
          ${addressesCountedSince}::timestamptz[]
        ) as asked (
          uid, password_hash, id, digest, started_at, expires_at, token_expires_at, subject, address, address_counted_since
        )
        join security_users as owner
          on owner.uid = asked.uid and owner.active and owner.password_hash = asked.password_hash
        order by owner.uid
        for share of owner
      ), family as (
        insert into refresh_families (id, uid, started_at, expires_at)
        select id, uid, started_at, expires_at from current
      ), of_user as (
        select throttle.subject, throttle.address
        from current join sign_in_throttles as throttle using (subject, address)
        order by throttle.subject, throttle.address
        for update of throttle
      ), forgotten as (
        delete from sign_in_throttles as throttle using of_user
        where throttle.subject = of_user.subject and throttle.address = of_user.address
        returning throttle.subject
      ), of_address as (${lockedAddresses(sql`current`, sql`forgotten`)}
      ), uncounted as (${uncountAddresses}
      )
      insert into refresh_tokens (digest, master_key, family_id, issued_at, expires_at)
      select digest, ${key}::integer, id, started_at, token_expires_at from current
      returning family_id`,
  )

  // A wait that somebody else's later failure began goes on.
  const uncountAttempts = fixedStatement(
    db,
    (
      subjects: readonly Digest[],
      addresses: readonly CountedAddress[],
      failures: readonly number[],
      countedSince: readonly Date[],
      addressesCountedSince: readonly (Date | undefined)[],
    ) => sql<never>`
      with attempt as (
        select *
        from unnest(
          ${subjects}::bytea[], ${addresses}::text[], ${failures}::integer[], ${countedSince}::timestamptz[],
          ${addressesCountedSince}::timestamptz[]
        ) as asked (subject, address, failures, counted_since, address_counted_since)
      ), of_user as (
        select throttle.subject, throttle.address, attempt.failures
        from attempt join sign_in_throttles as throttle using (subject, address, counted_since)
        where throttle.failures > 0
        order by throttle.subject, throttle.address
        for update of throttle
      ), uncounted as (
        update sign_in_throttles as throttle
        set failures = throttle.failures - 1,
          blocked_until = case when throttle.failures > of_user.failures then throttle.blocked_until end
        from of_user
        where throttle.subject = of_user.subject and throttle.address = of_user.address
        returning throttle.subject
      ), of_address as (${lockedAddresses(sql`attempt`, sql`uncounted`)}
      )${uncountAddresses}`,
  )

  async function uncount(counted: readonly Counted[]): Promise<undefined[]> {
    await uncountAttempts(
      counted.map(({ subject }) => subject),
      counted.map(({ address }) => address),
      counted.map(({ failures }) => failures),
      counted.map(({ countedSince }) => countedSince),
      counted.map(({ addressCountedSince }) => addressCountedSince),
    )
    return counted.map(() => undefined)
  }

  async function begin(attempts: readonly SignInAttempt[]): Promise<SignInOutcome[]> {
    const rows = await countAttempts(
      attempts.map(({ username }) => username),
      attempts.map(({ subject }) => subject),
      attempts.map(({ address }) => address),
      attempts.map(({ at }) => at),
    )
    // Where a batch goes beyond the limit of an address, its first attempts pass.
    const failuresBefore = new Map<CountedAddress, number>()
    for (const { address, address_failures: failures } of rows) {
      if (failures !== null) failuresBefore.set(address, (failuresBefore.get(address) ?? failures) - 1)
    }
    const refused: Counted[] = []
    const outcomes = attempts.map((attempt, index): SignInOutcome => {
      const row = rows[index]
      if (!row || row.failures === null) {
        return { blockedUntil: row?.user_blocked_until ?? row?.address_blocked_until ?? attempt.at }
      }
      const counted = { ...attempt, failures: row.failures, countedSince: row.counted_since }
      if (row.address_failures === null) {
        refused.push({ ...counted, addressCountedSince: undefined })
        return { blockedUntil: attempt.at }
      }
      const addressCountedSince = row.address_counted_since
      const before = failuresBefore.get(attempt.address) ?? 0
      failuresBefore.set(attempt.address, before + 1)
      if (before >= addressFailures) {
        refused.push({ ...counted, addressCountedSince })
        return { blockedUntil: secondsAfter(addressCountedSince, addressWindow) }
      }
      return { ...counted, addressCountedSince, user: row.uid === null ? undefined : toCredentials(row) }
    })
    if (refused.length > 0) await uncount(refused)
    return outcomes
  }

  const attempts = new Batcher((asked: readonly SignInAttempt[]) => inParts(asked, begin), batching)
  const returned = new Batcher((asked: readonly Counted[]) => inParts(asked, uncount), batching)
  const successes = new Batcher(async (asked: readonly Success[]) => {
    const rows = await insertFamilies(
      asked.map(({ user }) => user.uid),
      asked.map(({ user }) => user.passwordHash),
      asked.map(({ family }) => family.id),
      asked.map(({ family }) => family.digest),
      asked.map(({ family }) => family.startedAt),
      asked.map(({ family }) => family.familyExpiresAt),
      asked.map(({ family }) => family.tokenExpiresAt),
      asked.map(({ signIn }) => signIn.subject),
      asked.map(({ signIn }) => signIn.address),
      asked.map(({ signIn }) => signIn.addressCountedSince),
      masterKey,
    )
    const started = new Set(rows.map(({ family_id }) => family_id))
    return asked.map(({ family }) => started.has(family.id))
  }, batching)

  return {
    begin: (attempt, caller) => attempts.ask(attempt, caller),
    succeed: (signIn, user, family) => successes.ask({ signIn, user, family }),
    giveBack: (signIn) => returned.ask(signIn),
    async forget(subjects) {
      await db
        .deleteFrom('sign_in_throttles')
        .where('subject', 'in', [...subjects])
        .execute()
    },
  }
}

/**
 * Answers a batch in parts, one after the other, in none of which a user comes twice from an address: a statement touches a row once.
 * Rare, since such attempts take turns.
 */
async function inParts<Item extends Pick<SignInAttempt, 'subject' | 'address'>, Answer>(
  items: readonly Item[],
  answer: (part: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const parts: Map<string, Item>[] = []
  for (const item of items) {
    const key = `${item.subject.toString('base64')} ${item.address}`
    const part = parts.find((known) => !known.has(key)) ?? new Map<string, Item>()
    if (part.size === 0) parts.push(part)
    part.set(key, item)
  }
  const answers = new Map<Item, Answer>()
  for (const part of parts) {
    const asked = [...part.values()]
    for (const [index, given] of (await answer(asked)).entries()) answers.set(asked[index] as Item, given)
  }
  return items.map((item) => answers.get(item) as Answer)
}
