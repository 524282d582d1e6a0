import type { Kysely } from 'kysely'
import { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { Database } from '../../database/schema.js'
import type { UsageRepository } from './repository.js'
import {
  type DayRange,
  dayMs,
  dayOf,
  hourMs,
  hourOf,
  type SignInDay,
  type SignInHour,
  type SignInKind,
  type SignInSubject,
  signInApis,
  signInKinds,
} from './usage.js'

/** Far more than a statement needs to be worth its way. */
const maxBatchSize = 1_000

export interface UsageServiceOptions {
  readonly db: Kysely<Database>
  readonly repository: UsageRepository
  /** Told what could not be written, and how many rows of it. */
  readonly onDropped: (what: string, error: unknown, rows: number) => void
  /** From the first entry to its write, and between writes. */
  readonly intervalMs?: number
}

/** A sign-in that succeeded. */
export interface SignIn extends SignInSubject {
  /** The API that was called, by the name of its contract. */
  readonly api: string
  readonly at: Date
}

/**
 * Who signed in when. A sign-in only counts in memory; each instance adds what it counted to the database in the background: nobody waits
 * for it.
 */
export class UsageService {
  readonly #lastUses: Readonly<Record<SignInKind, WriteBehindBuffer<string, Date>>>
  readonly #days: WriteBehindBuffer<string, SignInDay>
  readonly #hours: WriteBehindBuffer<string, SignInHour>

  constructor(readonly options: UsageServiceOptions) {
    const { db, repository, onDropped, intervalMs } = options
    const buffer = <Value>(
      what: string,
      write: (batch: ReadonlyMap<string, Value>) => Promise<void>,
      combine?: (earlier: Value, later: Value) => Value,
    ) =>
      new WriteBehindBuffer<string, Value>({
        write,
        ...(combine && { combine }),
        onDropped: (rows, error) => onDropped(what, error, rows),
        maxBatchSize,
        ...(intervalMs !== undefined && { intervalMs }),
      })
    const lastUsesOf = (kind: SignInKind) =>
      buffer<Date>(`last uses of ${kind}s`, (uses) => repository.recordUses(db, kind, uses))
    this.#lastUses = {
      'broker-user': lastUsesOf('broker-user'),
      'access-key': lastUsesOf('access-key'),
      'security-user': lastUsesOf('security-user'),
    }
    this.#days = buffer('sign-ins of a day', (batch) => repository.addDays(db, [...batch.values()]), sumOfDay)
    this.#hours = buffer('sign-ins of an hour', (batch) => repository.addHours(db, [...batch.values()]), sumOfHour)
  }

  /** Counts a sign-in that succeeded, and records the use. */
  recordSignIn({ api, kind, subject, at }: SignIn): void {
    this.recordUse({ kind, subject }, at)
    const day = dayOf(at)
    const key = `${kind} ${subject} ${day.getTime()}`
    this.#days.set(key, { kind, subject, day, signIns: 1 })
    this.#countAt(api, at, { succeeded: 1, refused: 0 })
  }

  /** Counts a sign-in that was refused for its credentials. */
  recordRefusal(api: string, at: Date): void {
    this.#countAt(api, at, { succeeded: 0, refused: 1 })
  }

  /** Records a use that is no sign-in. */
  recordUse({ kind, subject }: SignInSubject, at: Date): void {
    this.#lastUses[kind].set(subject, at)
  }

  /** How often a subject signed in on each day of a range, oldest first. */
  async days(subject: SignInSubject, range: DayRange): Promise<readonly SignInDay[]> {
    const { db, repository } = this.options
    const counted = await repository.findDays(db, subject, range)
    const signIns = new Map(counted.map((one) => [one.day.getTime(), one.signIns]))
    return Array.from({ length: (range.to.getTime() - range.from.getTime()) / dayMs + 1 }, (_, index) => {
      const day = new Date(range.from.getTime() + index * dayMs)
      return { ...subject, day, signIns: signIns.get(day.getTime()) ?? 0 }
    })
  }

  /** Whether a subject has signed in on any day that is kept. */
  isKnown(subject: SignInSubject): Promise<boolean> {
    return this.options.repository.isKnown(this.options.db, subject)
  }

  /** The sign-ins of the last 24 hours, the one that goes on included: every API in each hour, oldest first. */
  async lastDay(now: Date): Promise<readonly SignInHour[]> {
    const { db, repository } = this.options
    const first = hourOf(new Date(now.getTime() - 23 * hourMs))
    const counted = new Map(
      (await repository.findHours(db, first)).map((one) => [`${one.hour.getTime()} ${one.api}`, one]),
    )
    return Array.from({ length: 24 }, (_, index) => new Date(first.getTime() + index * hourMs)).flatMap((hour) =>
      signInApis.map((api) => counted.get(`${hour.getTime()} ${api}`) ?? { api, hour, succeeded: 0, refused: 0 }),
    )
  }

  /** Writes everything that is pending. */
  async flush(): Promise<void> {
    const buffers = [...signInKinds.map((kind) => this.#lastUses[kind]), this.#days, this.#hours]
    await Promise.all(buffers.map((buffer) => buffer.flush()))
  }

  #countAt(api: string, at: Date, { succeeded, refused }: Pick<SignInHour, 'succeeded' | 'refused'>): void {
    const hour = hourOf(at)
    const key = `${api} ${hour.getTime()}`
    this.#hours.set(key, { api, hour, succeeded, refused })
  }
}

function sumOfDay(one: SignInDay, other: SignInDay): SignInDay {
  return { ...one, signIns: one.signIns + other.signIns }
}

function sumOfHour(one: SignInHour, other: SignInHour): SignInHour {
  return { ...one, succeeded: one.succeeded + other.succeeded, refused: one.refused + other.refused }
}
