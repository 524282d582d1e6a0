import type { Clock } from '../../clock.js'
import { WriteBehindBuffer } from '../../concurrency/write-behind-buffer.js'
import type { AuditEvent } from './audit-event.js'

/** A flood of failures from many addresses must not fill the memory. */
const maxPending = 10_000

/** Far below the number of parameters that a statement may have. */
const maxBatchSize = 1_000

export type SignInAction = 'broker-user.sign-in' | 'access-key.sign-in' | 'security-user.sign-in'

/** A sign-in that was refused. */
export interface FailedSignIn {
  readonly action: SignInAction
  /** The id of the credential where it exists. An unknown name is not stored: it may be a password in the wrong field. */
  readonly subject: string | undefined
  /** The client's address. */
  readonly source: string
}

export interface FailedSignInsOptions {
  /** Appends events that are not stored yet. */
  readonly append: (events: readonly AuditEvent[]) => Promise<void>
  readonly clock: Clock
  /** Told how many events could not be appended. */
  readonly onDropped: (count: number, error: unknown) => void
  /** From the first failure to its write, and between writes. */
  readonly intervalMs?: number
}

/** Appends failed sign-ins to the audit in the background: one event for each action, subject, source and minute. */
export class FailedSignIns {
  readonly #buffer: WriteBehindBuffer<string, AuditEvent>

  constructor(readonly options: FailedSignInsOptions) {
    const { append, onDropped, intervalMs } = options
    this.#buffer = new WriteBehindBuffer({
      write: (batch) => append([...batch.values()]),
      onDropped,
      maxPending,
      maxBatchSize,
      ...(intervalMs !== undefined && { intervalMs }),
    })
  }

  record({ action, subject, source }: FailedSignIn): void {
    const minute = this.options.clock()
    minute.setUTCSeconds(0, 0)
    this.#buffer.set(`${action} ${subject ?? ''} ${source} ${minute.getTime()}`, {
      actor: { kind: 'anonymous' },
      action,
      subject,
      detail: undefined,
      source,
      requestId: undefined,
      result: 'refused',
      at: minute,
    })
  }

  /** Writes everything that is pending. */
  flush(): Promise<void> {
    return this.#buffer.flush()
  }
}
