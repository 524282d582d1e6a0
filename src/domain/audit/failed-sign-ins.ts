import type { Clock } from '../../clock.js'
import { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AuditEvent } from './audit-event.js'

/** A flood of failures from many addresses must not fill the memory. */
const maxPending = 10_000

/** Far below the number of parameters that a statement may have. */
const maxBatchSize = 1_000

const minuteMs = 60_000

export type SignInAction = 'broker-user.sign-in' | 'access-key.sign-in' | 'security-user.sign-in'

/** A sign-in that was refused. */
export interface FailedSignIn {
  /** The API that was called, by the name of its contract. */
  readonly api: string
  readonly action: SignInAction
  /** The id of the credential where it exists. An unknown name is not stored: it may be a password in the wrong field. */
  readonly subject: string | undefined
  /** The client's address. */
  readonly source: string
}

/** Failures of one minute. */
interface CountedFailures extends FailedSignIn {
  readonly minute: Date
  count: number
}

export interface FailedSignInsOptions {
  /** Appends events to the audit. */
  readonly append: (events: readonly AuditEvent[]) => Promise<void>
  readonly clock: Clock
  /** Told how many events could not be appended, or how many failures could not be counted. */
  readonly onDropped: (count: number, error: unknown) => void
  /** From the end of a minute to the write, and between writes. */
  readonly intervalMs?: number
}

/**
 * Appends failed sign-ins to the audit in the background: one event for each action, subject, source and minute, with the number of failures. It is
 * written when its minute is over, or at a stop, since events never change.
 */
export class FailedSignIns {
  readonly #counts = new Map<string, CountedFailures>()
  readonly #events: WriteBehindBuffer<string, AuditEvent>
  #timer: NodeJS.Timeout | undefined
  /** Failures that were not counted, since there were too many different ones. */
  #excess = 0

  constructor(readonly options: FailedSignInsOptions) {
    const { append, onDropped, intervalMs } = options
    this.#events = new WriteBehindBuffer({
      write: (batch) => append([...batch.values()]),
      onDropped,
      maxPending,
      maxBatchSize,
      ...(intervalMs !== undefined && { intervalMs }),
    })
  }

  record(failure: FailedSignIn): void {
    const minute = minuteOf(this.options.clock())
    const key = `${failure.action} ${failure.subject ?? ''} ${failure.source} ${minute.getTime()}`
    const counted = this.#counts.get(key)
    if (counted) counted.count++
    else if (this.#counts.size < maxPending) this.#counts.set(key, { ...failure, minute, count: 1 })
    else this.#excess++
    this.#schedule()
  }

  /** Writes everything that is pending, the minute that goes on included. */
  async flush(): Promise<void> {
    this.#moveEvents(() => true)
    await this.#events.flush()
  }

  #schedule(): void {
    const untilEndMs = minuteMs - (this.options.clock().getTime() % minuteMs)
    this.#timer ??= setTimeout(() => this.#endMinute(), untilEndMs).unref()
  }

  #endMinute(): void {
    this.#timer = undefined
    const current = minuteOf(this.options.clock())
    this.#moveEvents(({ minute }) => minute < current)
    if (this.#counts.size > 0) this.#schedule()
  }

  #moveEvents(isOver: (counted: CountedFailures) => boolean): void {
    for (const [key, counted] of this.#counts) {
      if (!isOver(counted)) continue
      this.#counts.delete(key)
      this.#events.set(key, toEvent(counted))
    }
    if (this.#excess === 0) return
    this.options.onDropped(this.#excess, new Error('too many different failed sign-ins within a minute'))
    this.#excess = 0
  }
}

function minuteOf(instant: Date): Date {
  return new Date(instant.getTime() - (instant.getTime() % minuteMs))
}

function toEvent({ action, subject, source, minute, count }: CountedFailures): AuditEvent {
  return {
    actor: { kind: 'anonymous' },
    action,
    subject,
    detail: count === 1 ? '1 failure' : `${count} failures`,
    source,
    requestId: undefined,
    result: 'refused',
    at: minute,
  }
}
