import { type Kysely, sql } from 'kysely'
import type { Connection } from './connection.js'
import { causeOf, type FailureCause, failureCauseOf } from './failure-cause.js'
import type { NearReads } from './near-reads.js'
import type { Database } from './schema.js'
import type { StandbyFailure } from './standby-failure.js'

/** Why calls that only read, and those that write, cannot be answered; absent where they can. Where reads fail, so do writes. */
export interface Readiness {
  readonly reads?: FailureCause
  readonly writes?: FailureCause
  /** Why reads go to the primary that a standby should answer; absent where one does, and where none is wanted. */
  readonly standby?: StandbyFailure
}

/**
 * Asks the database what it can do, by one statement that writes nothing.
 * The disk counts as full where a statement of this process found it so lately.
 */
export async function readinessOf({ db, isDiskFull }: Pick<Connection, 'db' | 'isDiskFull'>): Promise<Readiness> {
  try {
    if (await isReadOnly(db)) return { writes: causeOf('read-only') }
    return isDiskFull() ? { writes: causeOf('disk-full') } : {}
  } catch (error) {
    const cause = failureCauseOf(error)
    return { reads: cause, writes: cause }
  }
}

/** Why no standby is read from, by what is known of the first one. */
export function standbyReadiness({ standbys }: Pick<NearReads, 'standbys'>): Pick<Readiness, 'standby'> {
  const [first] = standbys
  const failure = standbys.some(({ isUsable }) => isUsable) ? undefined : first?.failure
  return failure ? { standby: failure } : {}
}

/** Whether a transaction of now could not write, for whatever reason: a setting, or a server in recovery. */
export async function isReadOnly(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ isReadOnly: boolean }>`
    select current_setting('transaction_read_only')::boolean as "isReadOnly"`.execute(db)
  return rows[0]?.isReadOnly === true
}
