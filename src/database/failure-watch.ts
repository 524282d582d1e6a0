import type { LogEvent } from 'kysely'
import { failureCauseOf, sqlStateOf } from './failure-cause.js'

/** How long a disk that was found full is taken to be so. */
const fullForMs = 10_000

/** Told each failure, by its SQLSTATE; `undefined` where there is none, as of a connection that failed. */
export type OnDatabaseFailure = (sqlState: string | undefined) => void

/**
 * Sees every statement and every attempt to connect that fails. It remembers when the disk of the database was last found full: no probe
 * that writes nothing can tell.
 */
export class FailureWatch {
  readonly #onFailure: OnDatabaseFailure
  #diskFullAt = Number.NEGATIVE_INFINITY

  constructor(onFailure: OnDatabaseFailure = () => {}) {
    this.#onFailure = onFailure
  }

  /** The log of Kysely, which has the statements. */
  readonly log = (event: LogEvent): void => {
    if (event.level === 'error') this.see(event.error)
  }

  see(error: unknown): void {
    this.#onFailure(sqlStateOf(error))
    if (failureCauseOf(error).kind === 'disk-full') this.#diskFullAt = performance.now()
  }

  /** Whether the disk was found full within the last ten seconds. */
  readonly isDiskFull = (): boolean => performance.now() - this.#diskFullAt < fullForMs
}
