import type { OperatorOperations, OperatorReplies } from '../../../generated/operator/operations.js'
import type { components } from '../../../generated/operator/types.js'
import type { StoredAuditEvent } from '../../domain/audit/audit-event.js'
import type { AuditService } from '../../domain/audit/service.js'
import { pageRequest, showPage } from './paging.js'
import type { Principals } from './security.js'
import { toDate } from './to-date.js'

export function auditEventsOperations(audit: AuditService): Pick<OperatorOperations<Principals>, 'listAuditEvents'> {
  return {
    async listAuditEvents({ query }): Promise<OperatorReplies['listAuditEvents']> {
      const { subject, action, actor, since } = query
      const filter = { subject, action, actor, since: toDate(since) }
      return { status: 200, body: showPage(await audit.list(filter, pageRequest(query)), showAuditEvent) }
    },
  }
}

/** An event as the operator API and a sink of the audit show it. */
export function showAuditEvent({ actor, ...event }: StoredAuditEvent): components['schemas']['AuditEvent'] {
  return {
    id: event.id,
    at: event.at.toISOString(),
    actor: actor.kind === 'operator' ? actor : { kind: actor.kind, id: null, name: null },
    // Written by this server, from the same list.
    action: event.action as components['schemas']['AuditAction'],
    subject: event.subject ?? null,
    detail: event.detail ?? null,
    source: event.source ?? null,
    requestId: event.requestId ?? null,
    result: event.result,
  }
}
