import { randomUUID } from 'node:crypto'
import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import { type Page, type PageRequest, pageOf } from '../../database/page.js'
import type { AuditEventRow, Database } from '../../database/schema.js'
import type { AuditActor, AuditEvent, StoredAuditEvent } from './audit-event.js'

export interface AuditFilter {
  readonly subject?: string | undefined
  readonly action?: string | undefined
  readonly since?: Date | undefined
}

/** What happened. Events are only ever added. */
export interface AuditEvents {
  append(event: AuditEvent): Promise<void>
  /** Adds failed sign-ins: of those of one action, subject and source in one minute, the first. `at` is the minute. */
  appendFailedSignIns(events: readonly AuditEvent[]): Promise<void>
  list(filter: AuditFilter, page: PageRequest): Promise<Page<StoredAuditEvent>>
  /**
   * Removes at most `limit` events from before a moment; never one of the last 30 days.
   * @returns how many
   */
  removeBefore(moment: Date, limit: number): Promise<number>
}

export function auditEvents(db: Kysely<Database>): AuditEvents {
  return {
    async append(event) {
      await db.insertInto('audit_events').values(toRow(event)).execute()
    },

    async appendFailedSignIns(events) {
      await db
        .insertInto('audit_events')
        .values(events.map(toRow))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async list({ subject, action, since }, { limit, before }) {
      let query = db.selectFrom('audit_events').selectAll()
      if (subject !== undefined) query = query.where('subject', '=', subject)
      if (action !== undefined) query = query.where('action', '=', action)
      if (since !== undefined) query = query.where('at', '>=', since)
      if (before !== undefined) query = query.where('seq', '<', before)
      const rows = await query
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toEvent)
    },

    async removeBefore(moment, limit) {
      const { rows } = await sql<{ removed: number }>`
        select remove_audit_events(${moment}::timestamptz, ${limit}::integer) as removed`.execute(db)
      return rows[0]?.removed ?? 0
    },
  }
}

function toRow({
  actor,
  action,
  subject,
  detail,
  source,
  requestId,
  result,
  at,
}: AuditEvent): Insertable<AuditEventRow> {
  return {
    id: randomUUID(),
    at,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'operator' ? actor.id : null,
    actor_name: actor.kind === 'operator' ? actor.name : null,
    action,
    subject: subject ?? null,
    detail: detail ?? null,
    source: source ?? null,
    request_id: requestId ?? null,
    result,
  }
}

function toEvent(row: Selectable<AuditEventRow>): StoredAuditEvent {
  return {
    id: row.id,
    at: row.at,
    actor: toActor(row),
    action: row.action,
    subject: row.subject ?? undefined,
    detail: row.detail ?? undefined,
    source: row.source ?? undefined,
    requestId: row.request_id ?? undefined,
    result: row.result,
  }
}

function toActor({ actor_kind: kind, actor_id: id, actor_name: name }: Selectable<AuditEventRow>): AuditActor {
  return kind === 'operator' ? { kind, id: id ?? '', name: name ?? '' } : { kind }
}
