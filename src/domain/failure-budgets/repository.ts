import type { Kysely } from 'kysely'
import { type DeletedBatch, deleteExpired, type ExpiredBatch } from '../../database/delete-expired.js'
import type { Database } from '../../database/schema.js'
import type { CountedAddress } from '../security-users/counted-address.js'
import type { FailureBudget } from './failure-limits.js'

/** Failures of an address within one window. */
export interface AddressFailures {
  readonly budget: FailureBudget
  readonly address: CountedAddress
  readonly windowStart: Date
  readonly failures: number
}

/** Counts the failures of addresses over all instances. */
export class FailureCountRepository {
  /**
   * Adds failures to what is counted.
   * @param counts each with another budget, address or window
   * @returns the failures of all instances, in any order
   */
  async add(db: Kysely<Database>, counts: readonly AddressFailures[]): Promise<readonly AddressFailures[]> {
    const rows = await db
      .insertInto('failure_counts')
      .values(
        // In one order, so that the statements of two instances do not deadlock.
        counts.toSorted(byKey).map(({ budget, address, windowStart, failures }) => ({
          budget,
          address,
          window_start: windowStart,
          failures,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['budget', 'address', 'window_start'])
          .doUpdateSet(({ eb, ref }) => ({ failures: eb('failure_counts.failures', '+', ref('excluded.failures')) })),
      )
      .returning(['budget', 'address', 'window_start', 'failures'])
      .execute()
    return rows.map((row) => ({
      budget: row.budget as FailureBudget,
      address: row.address as CountedAddress,
      windowStart: row.window_start,
      failures: row.failures,
    }))
  }

  /** Deletes the counts of windows that began before an instant. */
  deleteExpired(db: Kysely<Database>, batch: ExpiredBatch): Promise<DeletedBatch> {
    const key = ['budget', 'address', 'window_start']
    return deleteExpired(db, { table: 'failure_counts', key, column: 'window_start' }, batch)
  }
}

function byKey(one: AddressFailures, other: AddressFailures): number {
  const [left, right] = [one, other].map(
    ({ budget, address, windowStart }) => `${budget} ${address} ${windowStart.getTime()}`,
  ) as [string, string]
  return left < right ? -1 : 1
}
