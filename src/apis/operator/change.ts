import type { Transaction } from 'kysely'
import type { SecuredContext } from '../../contract/operation.js'
import type { Repositories } from '../../database/repositories.js'
import type { Database } from '../../database/schema.js'
import type { Operator } from '../../domain/operators/operator.js'
import type { Dependencies } from '../../services.js'
import { type AuditedOperation, auditActions } from './audit-actions.js'

/** What came of a change, and what the audit says of it. */
export interface Outcome<Reply> {
  readonly reply: Reply
  /** The id of what was changed; absent where it does not exist. */
  readonly subject?: string
  /** Which fields changed, or how many rows. Never a secret. */
  readonly detail?: string
}

/**
 * Makes a change and appends it to the audit: both, or neither. A reply of 400 and above is a refusal.
 * The work uses the repositories that it is given; what takes long, such as hashing a password, comes before.
 */
export type Change = <Reply extends { readonly status: number }>(
  operationId: AuditedOperation,
  context: SecuredContext<Operator>,
  work: (repositories: Repositories, at: Date, trx: Transaction<Database>) => Promise<Outcome<Reply>>,
) => Promise<Reply>

export function changeWithAudit({
  repositories: { transaction },
  clock,
}: Pick<Dependencies, 'repositories' | 'clock'>): Change {
  return (operationId, { principal, clientAddress, requestId }, work) =>
    transaction(async (repositories, trx) => {
      const at = clock()
      const { reply, subject, detail } = await work(repositories, at, trx)
      await repositories.auditEvents.append({
        actor: { kind: 'operator', id: principal.id, name: principal.name },
        action: auditActions[operationId],
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
