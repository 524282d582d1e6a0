import type { DemoRows } from '../../demo.js'
import type { UsageRepository } from './repository.js'
import type { SignInSubject } from './usage.js'

/** The active key of the operator examples. */
const operatedKey: SignInSubject = { kind: 'access-key', subject: '45771ea1-b012-4b80-8ba4-49891c5d8e01' }

/** The sign-ins that the example of a usage shows. */
export function usageDemo(repository: UsageRepository): DemoRows {
  return {
    remove: (trx) => repository.deleteDays(trx, [operatedKey]),

    insert: (trx) =>
      repository.addDays(trx, [
        { ...operatedKey, day: new Date('2026-01-12'), signIns: 31 },
        { ...operatedKey, day: new Date('2026-01-14'), signIns: 28 },
      ]),
  }
}
