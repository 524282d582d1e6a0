import { type Migration, sql } from 'kysely'

/** What the operator API stores: operators, the audit, and what its lists are ordered by. */
export const operator: Migration = {
  async up(db): Promise<void> {
    await sql`
      create table operators (
        seq bigint generated always as identity,
        id uuid primary key,
        name text not null unique,
        role text not null check (role in ('admin', 'viewer')),
        digest bytea not null unique check (octet_length(digest) = 32),
        master_key integer,
        hint text not null,
        from_environment boolean not null default false,
        created_at timestamptz not null,
        last_used_at timestamptz
      )`.execute(db)
    await sql`create unique index operators_from_environment on operators (from_environment) where from_environment`.execute(
      db,
    )

    // In order of creation: lists show the newest first, and a cursor is the last number of a page.
    await sql`alter table broker_users add column seq bigint generated always as identity unique`.execute(db)
    await sql`alter table access_keys add column seq bigint generated always as identity unique`.execute(db)
    await sql`alter table signing_keys add column seq bigint generated always as identity unique`.execute(db)
    await sql`create unique index gateway_tokens_by_seq on gateway_tokens (seq)`.execute(db)
    await sql`create index gateway_tokens_by_account_and_seq on gateway_tokens (account_id, seq desc)`.execute(db)

    await sql`alter table broker_secrets add column hint text not null default '', add column created_at timestamptz`.execute(
      db,
    )
    await sql`
      update broker_secrets set created_at = owner.created_at
      from broker_users as owner where owner.id = broker_secrets.user_id`.execute(db)
    await sql`alter table broker_secrets alter column created_at set not null, alter column hint drop default`.execute(
      db,
    )
    await sql`alter table access_key_secrets add column hint text not null default '', add column created_at timestamptz`.execute(
      db,
    )
    await sql`
      update access_key_secrets set created_at = owner.created_at
      from access_keys as owner where owner.id = access_key_secrets.access_key_id`.execute(db)
    await sql`alter table access_key_secrets alter column created_at set not null, alter column hint drop default`.execute(
      db,
    )

    await sql`
      create table audit_events (
        seq bigint generated always as identity primary key,
        id uuid not null,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('operator', 'frontend', 'anonymous')),
        actor_id text,
        actor_name text,
        action text not null,
        subject text,
        detail text,
        source text,
        request_id text,
        result text not null check (result in ('succeeded', 'refused'))
      )`.execute(db)
    await sql`create index audit_events_by_at on audit_events (at)`.execute(db)
    await sql`create index audit_events_by_subject on audit_events (subject, seq desc)`.execute(db)
    await sql`create index audit_events_by_action on audit_events (action, seq desc)`.execute(db)
    // Failed sign-ins are one event per subject, source and minute, whichever instance saw them.
    await sql`
      create unique index audit_events_failed_sign_ins on audit_events (action, coalesce(subject, ''), source, at)
      where actor_kind = 'anonymous'`.execute(db)

    // Append-only, for the owner of the table as well: nothing is ever changed, and nothing of the last 30 days goes.
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
    // The application may not delete events; this may, for it, and only what is old enough.
    await sql`
      create function remove_audit_events(older_than timestamptz, at_most integer) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        removed integer;
      begin
        delete from audit_events where seq in (
          select seq from audit_events
          where at < least(older_than, now() - interval '30 days')
          order by seq limit at_most
        );
        get diagnostics removed = row_count;
        return removed;
      end $$`.execute(db)
    await sql`revoke execute on function remove_audit_events(timestamptz, integer) from public`.execute(db)
  },
}
