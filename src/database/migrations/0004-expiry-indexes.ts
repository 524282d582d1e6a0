import { sql } from 'kysely'
import { type AnyDatabase, createIndexConcurrently, type Index, type Migration } from './migration.js'

const indexes: readonly Index[] = [
  {
    name: 'refresh_tokens_open_by_expiry',
    table: 'refresh_tokens',
    columns: 'expires_at',
    where: 'used_at is null',
  },
  {
    name: 'refresh_families_ended',
    table: 'refresh_families',
    columns: 'ended_at',
    where: 'ended_at is not null',
  },
  {
    name: 'sign_in_throttles_unknown',
    table: 'sign_in_throttles',
    columns: 'last_attempt_at',
    where: 'succeeded_at is null',
  },
  {
    name: 'sign_in_throttles_known',
    table: 'sign_in_throttles',
    columns: 'succeeded_at',
    where: 'succeeded_at is not null',
  },
  { name: 'failure_counts_by_window', table: 'failure_counts', columns: 'window_start' },
  ...['broker_secrets', 'access_key_secrets'].map((table) => ({
    name: `${table}_expiring`,
    table,
    columns: 'expires_at',
    where: 'expires_at is not null',
  })),
]

/** The cleanup job finds what expires by an index of each table: its time depends on what it deletes, not on what stays. */
export const expiryIndexes: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    for (const index of indexes) await createIndexConcurrently(db, index)
    await replaceRemoveAuditEvents(db)
  },
}

/** As before, but in the order of `audit_events_by_at`: where nothing is old enough, the first row tells so. */
async function replaceRemoveAuditEvents(db: AnyDatabase): Promise<void> {
  await sql`
    create or replace function remove_audit_events(older_than timestamptz, max_rows integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      removed integer;
    begin
      delete from audit_events where seq in (
        select seq from audit_events
        where at < least(older_than, now() - interval '30 days')
        order by at limit max_rows
      );
      get diagnostics removed = row_count;
      return removed;
    end $$`.execute(db)
}
