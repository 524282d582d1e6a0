import type { Kysely, Transaction } from 'kysely'
import { operationTable } from '../../../generated/operator/operation-table.js'
import type { SecuredContext } from '../../../generated/runtime/operation.js'
import type { Clock } from '../../clock.js'
import type { Repositories } from '../../database/repositories.js'
import type { Database } from '../../database/schema.js'
import type { AuditService } from '../../domain/audit/service.js'
import type { Operator } from '../../domain/operators/operator.js'

type Table = typeof operationTable
/** The operations that the contract gives an audit action. */
type AuditedOperation = { [Id in keyof Table]: Table[Id] extends { auditAction: string } ? Id : never }[keyof Table]

/** The outcome of a change, and what the audit event says of it. */
export interface Outcome<Reply> {
  readonly reply: Reply
  /** The id of what was changed; absent where it does not exist. */
  readonly subject?: string
  /** Which fields changed, or how many rows. Never a secret. */
  readonly detail?: string
}

/**
 * Makes a change and appends it to the audit, in one transaction. A reply of 400 and above is a refusal. What takes long, such as hashing
 * a password, happens before.
 */
export type Change = <Reply extends { readonly status: number }>(
  operationId: AuditedOperation,
  context: SecuredContext<Operator>,
  work: (repositories: Repositories, at: Date, trx: Transaction<Database>) => Promise<Outcome<Reply>>,
) => Promise<Reply>

/** Appends to the audit that an operator's role does not allow an action. */
export type AuditRefusal = (action: string, context: SecuredContext<Operator>) => Promise<void>

export interface AuditedChangesOptions {
  readonly db: Kysely<Database>
  readonly repositories: Repositories
  readonly audit: AuditService
  readonly clock: Clock
}

export function changeWithAudit({ repositories: { transaction }, audit, clock }: AuditedChangesOptions): Change {
  return (operationId, { principal, clientAddress, requestId }, work) =>
    transaction(async (repositories, trx) => {
      const at = clock()
      const { reply, subject, detail } = await work(repositories, at, trx)
      await audit.append(trx, {
        actor: { kind: 'operator', id: principal.id, name: principal.name },
        action: operationTable[operationId].auditAction,
        subject,
        detail,
        source: clientAddress,
        requestId,
        result: reply.status < 400 ? 'succeeded' : 'refused',
        at,
      })
      return reply
    })
}

export function refusalWithAudit({ db, audit, clock }: AuditedChangesOptions): AuditRefusal {
  return (action, { principal, clientAddress, requestId }) =>
    audit.append(db, {
      actor: { kind: 'operator', id: principal.id, name: principal.name },
      action,
      // The path is not validated yet: it may hold anything.
      subject: undefined,
      detail: undefined,
      source: clientAddress,
      requestId,
      result: 'refused',
      at: clock(),
    })
}
