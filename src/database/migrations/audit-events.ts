import { type ColumnBuilderCallback, sql } from 'kysely'
import type { AnyDatabase } from './migration.js'

const required: ColumnBuilderCallback = (column) => column.notNull()

export async function createAuditEvents(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('audit_events')
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('id', 'uuid', required)
    .addColumn('at', 'timestamptz', required)
    .addColumn('actor_kind', 'text', (column) =>
      column.notNull().check(sql`actor_kind in ('operator', 'frontend', 'anonymous')`),
    )
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('action', 'text', required)
    .addColumn('subject', 'text')
    .addColumn('detail', 'text')
    .addColumn('source', 'text')
    .addColumn('request_id', 'text')
    .addColumn('result', 'text', (column) => column.notNull().check(sql`result in ('succeeded', 'refused')`))
    .execute()
  await db.schema.createIndex('audit_events_by_at').on('audit_events').column('at').execute()
  await db.schema.createIndex('audit_events_by_subject').on('audit_events').columns(['subject', 'seq']).execute()
  await db.schema.createIndex('audit_events_by_action').on('audit_events').columns(['action', 'seq']).execute()
}

/** Makes the audit append-only, for the owner of the table too: events never change, and stay for at least 30 days. */
export async function protectAuditEvents(db: AnyDatabase): Promise<void> {
  await sql`
    create function keep_audit_events() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and old.at < now() - interval '30 days' then
        return old;
      end if;
      raise exception 'audit events are only ever added' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`
    create trigger keep_audit_events before update or delete on audit_events
    for each row execute function keep_audit_events()`.execute(db)
  await sql`
    create trigger keep_all_audit_events before truncate on audit_events
    for each statement execute function keep_audit_events()`.execute(db)
  // The application has no right to delete events: it calls this function, which deletes only those that are old enough.
  await sql`
    create function remove_audit_events(older_than timestamptz, max_rows integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      removed integer;
    begin
      delete from audit_events where seq in (
        select seq from audit_events
        where at < least(older_than, now() - interval '30 days')
        order by seq limit max_rows
      );
      get diagnostics removed = row_count;
      return removed;
    end $$`.execute(db)
  await sql`revoke execute on function remove_audit_events(timestamptz, integer) from public`.execute(db)
}
