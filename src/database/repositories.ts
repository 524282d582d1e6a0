import type { Kysely, Transaction } from 'kysely'
import type { BatchingOptions } from '../concurrency/batcher.js'
import type { KeyFingerprint } from '../crypto/master-key.js'
import type { AuditEvent, AuditFilter, StoredAuditEvent } from '../domain/audit/audit-event.js'
import { AuditRepository } from '../domain/audit/repository.js'
import {
  type GatewayTokensAdministration,
  gatewayTokensAdministration,
} from '../domain/gateway-tokens/administration.js'
import { type GatewayTokens, gatewayTokens } from '../domain/gateway-tokens/repository.js'
import { type Imports, imports } from '../domain/imports/repository.js'
import type { Page, PageRequest } from './page.js'
import type { Database } from './schema.js'
import { type TokenSubjects, tokenSubjects } from './token-subjects.js'

/** The audit over one database, until every caller uses its service. */
export interface AuditEvents {
  append(event: AuditEvent): Promise<void>
  list(filter: AuditFilter, page: PageRequest): Promise<Page<StoredAuditEvent>>
}

/** Everything that is stored, by what it is about. */
export interface Repositories {
  readonly gatewayTokens: GatewayTokens
  readonly auditEvents: AuditEvents
  readonly tokenSubjects: TokenSubjects
  /** What operators do with credentials; the others are what a call of a token API needs. */
  readonly administration: {
    readonly gatewayTokens: GatewayTokensAdministration
  }
  readonly imports: Imports
  /** Does all of a work or nothing of it. The work uses the repositories that it is given, and no others. */
  transaction<Result>(
    work: (repositories: Repositories, trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result>
  /** Does a work as in a transaction, says what came of it, and keeps nothing. */
  rehearsal<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>
}

/**
 * @param masterKey the key under which everything new is written
 * @param batching how what many calls ask and write at the same time is brought together
 */
export function repositories(
  db: Kysely<Database>,
  masterKey: KeyFingerprint,
  batching?: BatchingOptions,
): Repositories {
  const audit = new AuditRepository()
  return {
    gatewayTokens: gatewayTokens(db, masterKey, batching),
    auditEvents: {
      append: (event) => audit.append(db, event),
      list: (filter, page) => audit.list(db, filter, page),
    },
    tokenSubjects: tokenSubjects(db),
    administration: {
      gatewayTokens: gatewayTokensAdministration(db),
    },
    imports: imports(db, masterKey),
    transaction: (work) =>
      db.transaction().execute((transaction) => work(repositories(transaction, masterKey, batching), transaction)),
    async rehearsal(work) {
      const transaction = await db.startTransaction().execute()
      try {
        return await work(repositories(transaction, masterKey, batching))
      } finally {
        await transaction.rollback().execute()
      }
    },
  }
}
