import type { Clock } from '../../clock.js'
import type { AuditEvent } from './audit-event.js'

/** How many different failures of one interval are kept: a flood from everywhere must not fill the memory. */
const mostPending = 10_000

/** How many are written in one statement: far below the number of parameters that one may have. */
const batch = 1_000

/** A sign-in that was refused. */
export interface FailedSignIn {
  readonly action: 'broker-user.sign-in' | 'access-key.sign-in' | 'security-user.sign-in'
  /** The id of the credential, where it exists: an unknown name may be anything, also a password in the wrong field. */
  readonly subject: string | undefined
  /** The address that it came from. */
  readonly source: string
}

/** Collects failed sign-ins and appends them to the audit in the background: one event per subject, source and minute. */
export class FailedSignIns {
  #pending = new Map<string, AuditEvent>()
  #excess = 0
  #timer: NodeJS.Timeout | undefined

  /**
   * @param append adds events that are not there yet
   * @param onError told when events could not be added; they are dropped
   * @param interval milliseconds from the first failure to its being written
   * @param onFailure told of every failure
   */
  constructor(
    readonly append: (events: readonly AuditEvent[]) => Promise<void>,
    readonly clock: Clock,
    readonly onError: (error: unknown, dropped: number) => void,
    readonly interval = 1_000,
    readonly onFailure: (action: FailedSignIn['action']) => void = () => {},
  ) {}

  record({ action, subject, source }: FailedSignIn): void {
    this.onFailure(action)
    const at = this.clock()
    at.setUTCSeconds(0, 0)
    const key = `${action} ${subject ?? ''} ${source} ${at.getTime()}`
    if (this.#pending.size >= mostPending && !this.#pending.has(key)) this.#excess++
    else {
      this.#pending.set(key, {
        actor: { kind: 'anonymous' },
        action,
        subject,
        detail: undefined,
        source,
        requestId: undefined,
        result: 'refused',
        at,
      })
    }
    this.#timer ??= setTimeout(() => void this.flush(), this.interval).unref()
  }

  /** Writes what is pending. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const events = [...this.#pending.values()]
    const excess = this.#excess
    this.#pending = new Map()
    this.#excess = 0
    if (excess > 0) this.onError(new Error('too many failed sign-ins at a time'), excess)
    let stored = 0
    try {
      for (; stored < events.length; stored += batch) await this.append(events.slice(stored, stored + batch))
    } catch (error) {
      this.onError(error, events.length - stored)
    }
  }
}
