import type { Kysely, Transaction } from 'kysely'
import { operationTable } from '../../../generated/operator/operation-table.js'
import type { OperatorOperations, OperatorReplies, OperatorRequests } from '../../../generated/operator/operations.js'
import type { CallContext, SecuredContext } from '../../../generated/runtime/operation.js'
import type { Clock } from '../../clock.js'
import type { Database } from '../../database/schema.js'
import { inTransaction } from '../../database/transaction.js'
import type { AuditEvent } from '../../domain/audit/audit-event.js'
import type { AuditService } from '../../domain/audit/service.js'
import type { Operator } from '../../domain/operators/operator.js'
import type { Principals } from './security.js'

type Table = typeof operationTable
/** The operations that the contract gives an audit action. */
type AuditedOperation = { [Id in keyof Table]: Table[Id] extends { auditAction: string } ? Id : never }[keyof Table]

declare const audited: unique symbol
/** A reply of which the audit has an event. Only {@link Change} creates one, so that a handler without it does not compile. */
export type Audited<Id extends AuditedOperation> = OperatorReplies[Id] & { readonly [audited]: true }

type AuditedHandlers = {
  readonly [Id in AuditedOperation]: (
    request: OperatorRequests[Id],
    context: SecuredContext<Operator>,
  ) => Promise<Audited<Id>>
}
/** The operations of the contract, of which those with an audit action answer audited replies. */
export type OperatorHandlers = Omit<OperatorOperations<Principals>, AuditedOperation> & AuditedHandlers

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
export type Change = <Id extends AuditedOperation>(
  operationId: Id,
  context: SecuredContext<Operator>,
  work: (trx: Transaction<Database>, at: Date) => Promise<Outcome<OperatorReplies[Id]>>,
) => Promise<Audited<Id>>

/** Appends to the audit that an operator's role does not allow an action. */
export type AuditRefusal = (
  action: string,
  caller: Pick<Operator, 'id' | 'name'>,
  context: CallContext,
) => Promise<void>

export interface AuditedChangesOptions {
  readonly db: Kysely<Database>
  readonly audit: AuditService
  readonly clock: Clock
}

export function changeWithAudit({ db, audit, clock }: AuditedChangesOptions): Change {
  return (operationId, context, work) =>
    inTransaction(db, async (trx) => {
      const at = clock()
      const { reply, subject, detail } = await work(trx, at)
      const action = operationTable[operationId].auditAction
      const result = reply.status < 400 ? 'succeeded' : 'refused'
      await audit.append(trx, { ...eventOf(context.principal, context, action, at), subject, detail, result })
      return withoutAudit(reply)
    })
}

export function refusalWithAudit({ db, audit, clock }: AuditedChangesOptions): AuditRefusal {
  // Without a subject: the path is not validated yet and may hold anything.
  return (action, caller, context) =>
    audit.append(db, { ...eventOf(caller, context, action, clock()), result: 'refused' })
}

/** Lets a reply pass that needs no event, since nothing was changed: that of a dry run. */
export function withoutAudit<Id extends AuditedOperation>(reply: OperatorReplies[Id]): Audited<Id> {
  return reply as Audited<Id>
}

function eventOf(
  { id, name }: Pick<Operator, 'id' | 'name'>,
  { clientAddress, requestId }: CallContext,
  action: string,
  at: Date,
): Omit<AuditEvent, 'result'> {
  return {
    actor: { kind: 'operator', id, name },
    action,
    subject: undefined,
    detail: undefined,
    source: clientAddress,
    requestId,
    at,
  }
}
