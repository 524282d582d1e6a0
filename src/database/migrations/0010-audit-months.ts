import { sql } from 'kysely'
import { type AnyDatabase, createIndexConcurrently, type Migration } from './migration.js'

/**
 * The audit by month (UTC): `audit_events` is partitioned by `at`, and a month is dropped once it is older than the retention.
 * The table of before is attached as it is, as `audit_events_early`: it has every event before some month that is about to begin, and
 * takes those of an archive. `audit_events_default` has events of months that nobody has made; without it they would be refused.
 */
export const auditMonths: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    await createMonthFunctions(db)
    if (!(await isPartitioned(db))) {
      const firstMonth = await prepareTable(db)
      await db.transaction().execute((trx) => partition(trx, firstMonth))
    }
    await sql`select add_audit_months()`.execute(db)
  },
}

const indexes = [
  { name: 'audit_events_by_seq', columns: 'seq' },
  { name: 'audit_events_by_subject', columns: 'subject, seq' },
  { name: 'audit_events_by_action', columns: 'action, seq' },
  { name: 'audit_events_by_actor', columns: 'actor_id, seq', where: 'actor_id is not null' },
] as const

async function isPartitioned(db: AnyDatabase): Promise<boolean> {
  const { rows } = await sql<{ kind: string }>`
    select relkind as kind from pg_class where oid = to_regclass('audit_events')`.execute(db)
  return rows[0]?.kind === 'p'
}

/**
 * Gives the table what a partition has, so that it is not read when it becomes one.
 * @returns the first month that it does not have
 */
async function prepareTable(db: AnyDatabase): Promise<string> {
  const table = 'audit_events'
  await createIndexConcurrently(db, { name: 'audit_events_by_at_and_seq', table, columns: 'at, seq', isUnique: true })
  await createIndexConcurrently(db, { name: 'audit_events_by_seq', table, columns: 'seq' })
  // Instances go on to write into it meanwhile: it ends a week from now at least.
  const { rows } = await sql<{ month: string }>`
    select to_char(
      date_trunc('month', greatest(now(), max(at)) at time zone 'UTC' + interval '7 days') + interval '1 month', 'YYYY-MM-DD'
    ) as month from audit_events`.execute(db)
  const month = rows[0]?.month ?? ''
  await sql`
    alter table audit_events drop constraint if exists audit_events_early,
    add constraint audit_events_early check (at < ${sql.lit(`${month} 00:00:00Z`)}) not valid`.execute(db)
  await sql`alter table audit_events validate constraint audit_events_early`.execute(db)
  return month
}

/** Puts a partitioned table in place of the table, which becomes its first partition. */
async function partition(trx: AnyDatabase, firstMonth: string): Promise<void> {
  await sql`alter table audit_events rename to audit_events_early`.execute(trx)
  for (const { name } of indexes) {
    await sql`alter index ${sql.id(name)} rename to ${sql.id(name.replace('events', 'events_early'))}`.execute(trx)
  }
  const { rows } = await sql<{ last: string | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence('audit_events_early', 'seq')) as last`.execute(trx)
  await sql`
    alter table audit_events_early alter seq drop identity, drop constraint audit_events_pkey,
    add constraint audit_events_early_pkey primary key using index audit_events_by_at_and_seq`.execute(trx)
  // The new primary key begins with it.
  await sql`drop index audit_events_by_at`.execute(trx)

  await sql`
    create table audit_events (
      like audit_events_early,
      constraint audit_events_actor_kind_check check (actor_kind in ('operator', 'frontend', 'anonymous')),
      constraint audit_events_result_check check (result in ('succeeded', 'refused')),
      primary key (at, seq)
    ) partition by range (at)`.execute(trx)
  await sql`alter table audit_events alter seq add generated always as identity`.execute(trx)
  await sql`select setval(pg_get_serial_sequence('audit_events', 'seq'), ${rows[0]?.last}) where ${rows[0]?.last}::bigint > 0`.execute(
    trx,
  )
  for (const index of indexes) {
    const condition = 'where' in index ? sql`where ${sql.raw(index.where)}` : sql``
    await sql`create index ${sql.id(index.name)} on audit_events (${sql.raw(index.columns)}) ${condition}`.execute(trx)
  }
  await copyGrants(trx)

  await sql`drop trigger keep_audit_events on audit_events_early`.execute(trx)
  await sql`
    create trigger keep_audit_events before update or delete on audit_events
    for each row execute function keep_audit_events()`.execute(trx)
  await sql`
    create trigger keep_all_audit_events before truncate on audit_events
    for each statement execute function keep_audit_events()`.execute(trx)

  await sql`
    alter table audit_events attach partition audit_events_early
    for values from (minvalue) to (${sql.lit(`${firstMonth} 00:00:00Z`)})`.execute(trx)
  await sql`alter table audit_events_early drop constraint audit_events_early`.execute(trx)
  await sql`create table audit_events_default partition of audit_events default`.execute(trx)
  await sql`
    create trigger keep_all_audit_events before truncate on audit_events_default
    for each statement execute function keep_audit_events()`.execute(trx)
  await sql`select add_audit_month(${firstMonth}::timestamp)`.execute(trx)
  await replaceRemoveAuditEvents(trx)
}

/** Instances go on to write while nobody has granted anything anew. */
async function copyGrants(trx: AnyDatabase): Promise<void> {
  await sql`
    do $$
    declare
      given record;
    begin
      for given in
        select privilege_type as privilege, case grantee when 0 then 'public' else grantee::regrole::text end as grantee
        from pg_class, aclexplode(relacl) where oid = 'audit_events_early'::regclass and grantee <> relowner
      loop
        execute format('grant %s on audit_events to %s', given.privilege, given.grantee);
      end loop;
    end $$`.execute(trx)
}

async function createMonthFunctions(db: AnyDatabase): Promise<void> {
  // Attached, not created as a partition: that would lock the audit against all others.
  await sql`
    create or replace function add_audit_month(month timestamp) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    declare
      name text := 'audit_events_' || to_char(month, 'YYYY_MM');
    begin
      execute format('create table public.%I (like audit_events including constraints)', name);
      execute format(
        'create trigger keep_all_audit_events before truncate on %I for each statement execute function keep_audit_events()',
        name);
      execute format('alter table audit_events attach partition %I for values from (%L) to (%L)',
        name, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
    end $$`.execute(db)
  // A month whose events are in the default partition already stays there.
  await sql`
    create or replace function add_audit_months() returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    declare
      this_month timestamp := date_trunc('month', now() at time zone 'UTC');
      month timestamp;
    begin
      select max(to_timestamp(right(inhrelid::regclass::text, 7), 'YYYY_MM')::timestamp) into month from pg_inherits
      where inhparent = 'audit_events'::regclass and inhrelid::regclass::text ~ '^audit_events_[0-9]{4}_[0-9]{2}$';
      month := coalesce(month, this_month - interval '1 month');
      while month < this_month + interval '3 months' loop
        month := month + interval '1 month';
        if not exists (
          select from audit_events_default
          where at >= month at time zone 'UTC' and at < (month + interval '1 month') at time zone 'UTC'
        ) then
          perform add_audit_month(month);
        end if;
      end loop;
    end $$`.execute(db)
  for (const signature of ['add_audit_month(timestamp)', 'add_audit_months()']) {
    await sql`revoke execute on function ${sql.raw(signature)} from public`.execute(db)
  }
}

/**
 * Deletes events of before the months row by row, makes months in advance, and drops one that is older than the retention: at most one,
 * so that the audit is locked for a moment only. Whoever needs it waits for no longer than the timeout. The number of rows in a month is
 * that of its last ANALYZE.
 */
async function replaceRemoveAuditEvents(trx: AnyDatabase): Promise<void> {
  await sql`
    create or replace function remove_audit_events(older_than timestamptz, max_rows integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp set lock_timeout = '200ms' as $$
    declare
      oldest timestamptz := least(older_than, now() - interval '30 days');
      removed integer;
      removed_by_default integer;
      expired record;
    begin
      delete from audit_events_early where (at, seq) in (
        select at, seq from audit_events_early where at < oldest order by at limit max_rows
      );
      get diagnostics removed = row_count;
      delete from audit_events_default where (at, seq) in (
        select at, seq from audit_events_default where at < oldest order by at limit max_rows - removed
      );
      get diagnostics removed_by_default = row_count;
      removed := removed + removed_by_default;
      if removed >= max_rows then
        return removed;
      end if;
      perform add_audit_months();
      select pg_class.relname as name, greatest(pg_class.reltuples, 0)::integer as rows into expired
      from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'audit_events'::regclass and relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$'
        and (to_timestamp(right(relname, 7), 'YYYY_MM')::timestamp + interval '1 month') at time zone 'UTC' <= oldest
      order by relname limit 1;
      if found then
        execute format('drop table %I', expired.name);
        removed := removed + expired.rows;
      end if;
      return removed;
    end $$`.execute(trx)
}
