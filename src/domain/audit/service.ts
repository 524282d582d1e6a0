import type { Kysely } from 'kysely'
import type { Page, PageRequest } from '../../database/page.js'
import type { Database } from '../../database/schema.js'
import type { AuditEvent, AuditFilter, StoredAuditEvent } from './audit-event.js'
import type { FailedSignIn, FailedSignIns } from './failed-sign-ins.js'
import type { AuditRepository } from './repository.js'

export interface AuditServiceOptions {
  readonly db: Kysely<Database>
  readonly repository: AuditRepository
  readonly failedSignIns: FailedSignIns
  /** Counts failed sign-ins by the API that was called. */
  readonly onFailedSignIn: (api: string) => void
}

/** The audit: who did what, and who failed to sign in. */
export class AuditService {
  constructor(readonly options: AuditServiceOptions) {}

  /** @param db the transaction of the change that the event reports, so that both are stored or neither */
  append(db: Kysely<Database>, event: AuditEvent): Promise<void> {
    return this.options.repository.append(db, event)
  }

  /** Newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<StoredAuditEvent>> {
    return this.options.repository.list(this.options.db, filter, page)
  }

  /** Records a failed sign-in in the background: one event for each action, subject, source and minute, with the number of failures. */
  recordFailedSignIn(failure: FailedSignIn): void {
    this.options.onFailedSignIn(failure.api)
    this.options.failedSignIns.record(failure)
  }

  /** Writes the failed sign-ins that are pending. */
  flush(): Promise<void> {
    return this.options.failedSignIns.flush()
  }
}
