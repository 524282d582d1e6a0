import { randomUUID } from 'node:crypto'
import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { DeletedBatch, ExpiredBatch } from '../../database/delete-expired.js'
import { mapPage, type Page, type PageRequest, selectPage } from '../../database/page.js'
import type { AuditEventRow, Database } from '../../database/schema.js'
import type { AuditActor, AuditEvent, AuditFilter, StoredAuditEvent } from './audit-event.js'
import type { AuditSink } from './audit-sink.js'

/** An event with its number: numbers grow, and may have gaps. */
export interface NumberedAuditEvent extends StoredAuditEvent {
  readonly seq: bigint
}

/** Stores audit events. Events are only ever added. */
export class AuditRepository {
  async append(db: Kysely<Database>, event: AuditEvent): Promise<void> {
    await db.insertInto('audit_events').values(toRow(event)).execute()
  }

  async appendAll(db: Kysely<Database>, events: readonly AuditEvent[]): Promise<void> {
    await db.insertInto('audit_events').values(events.map(toRow)).execute()
  }

  /** Newest first. */
  async list(
    db: Kysely<Database>,
    { subject, action, actor, since }: AuditFilter,
    page: PageRequest,
  ): Promise<Page<StoredAuditEvent>> {
    let query = db.selectFrom('audit_events').selectAll()
    if (subject !== undefined) query = query.where('subject', '=', subject)
    if (action !== undefined) query = query.where('action', '=', action)
    if (actor !== undefined) query = query.where('actor_id', '=', actor)
    if (since !== undefined) query = query.where('at', '>=', since)
    return mapPage(await selectPage(query, page), toEvent)
  }

  /**
   * Drops a month all of which is older than `before`, and deletes at most `limit` events that belong to no month; never one of the last 30 days.
   * Makes months in advance. A function of the database does it: the server's role may not delete from this table.
   * @param sink the sink that has to have them first
   * @returns how many events, about: those of a month are counted by its statistics
   * @throws {AuditNotSent}
   */
  async deleteExpired(
    db: Kysely<Database>,
    { before, limit }: ExpiredBatch,
    sink?: AuditSink['name'],
  ): Promise<DeletedBatch> {
    if (sink && (await this.#hasUnsent(db, sink, before))) throw new AuditNotSent()
    const { rows } = await sql<{ removed: number }>`
      select remove_audit_events(${before}::timestamptz, ${limit}::integer) as removed`.execute(db)
    return { rows: rows[0]?.removed ?? 0, next: {} }
  }

  async #hasUnsent(db: Kysely<Database>, sink: AuditSink['name'], before: Date): Promise<boolean> {
    const position = await db.selectFrom('audit_sinks').select('seq').where('name', '=', sink).executeTakeFirst()
    const unsent = await db
      .selectFrom('audit_events')
      .select('seq')
      .where('at', '<', before)
      .where('seq', '>', position?.seq ?? '0')
      // The order leads to the index that has little to read where the sink is up to date.
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    return unsent !== undefined
  }
}

/** Events would be deleted that the sink has not had: none is, until it has. */
export class AuditNotSent extends Error {
  override readonly name = 'AuditNotSent'
  readonly code = 'AUDIT_NOT_SENT'
}

function toRow(event: AuditEvent): Insertable<AuditEventRow> {
  const { actor } = event
  return {
    id: randomUUID(),
    at: event.at,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'operator' ? actor.id : null,
    actor_name: actor.kind === 'operator' ? actor.name : null,
    action: event.action,
    subject: event.subject ?? null,
    detail: event.detail ?? null,
    source: event.source ?? null,
    request_id: event.requestId ?? null,
    result: event.result,
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

export function toNumberedEvent(row: Selectable<AuditEventRow>): NumberedAuditEvent {
  return { ...toEvent(row), seq: BigInt(row.seq) }
}

function toActor({ actor_kind: kind, actor_id: id, actor_name: name }: Selectable<AuditEventRow>): AuditActor {
  return kind === 'operator' ? { kind, id: id ?? '', name: name ?? '' } : { kind }
}
