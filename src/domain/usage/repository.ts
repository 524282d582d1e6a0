import { type Kysely, sql } from 'kysely'
import { type DeletedBatch, deleteExpired, type ExpiredBatch } from '../../database/delete-expired.js'
import type { Database } from '../../database/schema.js'
import type { DayRange, SignInDay, SignInHour, SignInKind, SignInSubject } from './usage.js'

/** Where the last use of each kind stands, and the type of its key. */
const lastUseColumns = {
  'broker-user': { table: 'broker_users', key: 'id', keys: 'uuid[]' },
  'access-key': { table: 'access_keys', key: 'id', keys: 'uuid[]' },
  'security-user': { table: 'security_users', key: 'uid', keys: 'integer[]' },
} as const satisfies Record<SignInKind, { table: keyof Database; key: string; keys: string }>

/**
 * The last uses of credentials that sign in, and the counts of their sign-ins. Statements that write many rows lock them in the order of their
 * keys, so that those of several instances do not deadlock.
 */
export class UsageRepository {
  /** Moves the last use of credentials forward, never back. @param uses by the id of the credential */
  async recordUses(db: Kysely<Database>, kind: SignInKind, uses: ReadonlyMap<string, Date>): Promise<void> {
    const { table, key, keys } = lastUseColumns[kind]
    const id = sql.ref(key)
    const ids = [...uses.keys()]
    const times = [...uses.values()].map((at) => at.toISOString())
    // Raw: the builder has no `unnest`. The key does not change: a session that starts meanwhile, which refers to it, does not wait.
    await sql`
      with used as (
        select owner.${id} as id, used.at
        from ${sql.table(table)} as owner
        join unnest(${ids}::${sql.raw(keys)}, ${times}::timestamptz[]) as used (id, at) on owner.${id} = used.id
        where owner.last_used_at is null or owner.last_used_at < used.at
        order by owner.${id}
        for no key update of owner
      )
      update ${sql.table(table)} as owner
      set last_used_at = used.at
      from used
      where owner.${id} = used.id`.execute(db)
  }

  /** Adds sign-ins to what is counted. @param days each of another subject or day */
  async addDays(db: Kysely<Database>, days: readonly SignInDay[]): Promise<void> {
    const sorted = sortedBy(days, ({ kind, subject, day }) => `${kind} ${subject} ${day.getTime()}`)
    // Raw: with the builder a parameter for each value would make another statement for each number of rows.
    await sql`
      insert into sign_in_days (kind, subject, day, sign_ins)
      select * from unnest(
        ${sorted.map(({ kind }) => kind)}::text[],
        ${sorted.map(({ subject }) => subject)}::text[],
        ${sorted.map(({ day }) => day.toISOString())}::timestamptz[],
        ${sorted.map(({ signIns }) => signIns)}::integer[]
      )
      on conflict (kind, subject, day) do update set sign_ins = sign_in_days.sign_ins + excluded.sign_ins`.execute(db)
  }

  /** Adds sign-ins to what is counted. @param hours each of another API or hour */
  async addHours(db: Kysely<Database>, hours: readonly SignInHour[]): Promise<void> {
    const sorted = sortedBy(hours, ({ hour, api }) => `${hour.getTime()} ${api}`)
    await sql`
      insert into sign_in_hours (hour, api, succeeded, refused)
      select * from unnest(
        ${sorted.map(({ hour }) => hour.toISOString())}::timestamptz[],
        ${sorted.map(({ api }) => api)}::text[],
        ${sorted.map(({ succeeded }) => succeeded)}::integer[],
        ${sorted.map(({ refused }) => refused)}::integer[]
      )
      on conflict (hour, api) do update set
        succeeded = sign_in_hours.succeeded + excluded.succeeded,
        refused = sign_in_hours.refused + excluded.refused`.execute(db)
  }

  /** The days on which a subject signed in, oldest first. */
  async findDays(
    db: Kysely<Database>,
    { kind, subject }: SignInSubject,
    { from, to }: DayRange,
  ): Promise<readonly SignInDay[]> {
    const rows = await db
      .selectFrom('sign_in_days')
      .selectAll()
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .execute()
    return rows.map(({ kind, subject, day, sign_ins }) => ({ kind, subject, day, signIns: sign_ins }))
  }

  /** Whether a subject has signed in on any day that is kept. */
  async isKnown(db: Kysely<Database>, { kind, subject }: SignInSubject): Promise<boolean> {
    const row = await db
      .selectFrom('sign_in_days')
      .select('day')
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** The counted hours since one of them, oldest first. */
  findHours(db: Kysely<Database>, since: Date): Promise<readonly SignInHour[]> {
    return db
      .selectFrom('sign_in_hours')
      .selectAll()
      .where('hour', '>=', since)
      .orderBy('hour')
      .orderBy('api')
      .execute()
  }

  /** Forgets the days of subjects. */
  async deleteDays(db: Kysely<Database>, subjects: readonly SignInSubject[]): Promise<void> {
    await db
      .deleteFrom('sign_in_days')
      .where(({ eb, or }) => or(subjects.map(({ kind, subject }) => eb.and({ kind, subject }))))
      .execute()
  }

  /** Deletes the counts of days that began before an instant. @returns how many, at most `limit` */
  deleteExpiredDays(db: Kysely<Database>, batch: ExpiredBatch): Promise<DeletedBatch> {
    return deleteExpired(db, { table: 'sign_in_days', key: ['kind', 'subject', 'day'], column: 'day' }, batch)
  }

  /** Deletes the counts of hours that began before an instant. @returns how many, at most `limit` */
  deleteExpiredHours(db: Kysely<Database>, batch: ExpiredBatch): Promise<DeletedBatch> {
    return deleteExpired(db, { table: 'sign_in_hours', key: ['hour', 'api'], column: 'hour' }, batch)
  }
}

/**
 * In the order of the code units of their keys, as every instance has it. Each key is made once: in each comparison it took 25 ms for 1,000 rows
 * instead of 1 ms, a tenth of the sign-ins (npm run bench -- --only mint,login).
 */
function sortedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }) => row)
}
