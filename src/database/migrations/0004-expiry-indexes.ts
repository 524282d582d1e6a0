import { type Migration, sql } from 'kysely'

/** The cleanup job finds what expires by an index of each table: its time depends on what it deletes, not on what stays. */
export const expiryIndexes: Migration = {
  async up(db): Promise<void> {
    await db.schema
      .createIndex('refresh_tokens_open_by_expiry')
      .on('refresh_tokens')
      .column('expires_at')
      .where(sql.ref('used_at'), 'is', null)
      .execute()
    await db.schema
      .createIndex('refresh_families_ended')
      .on('refresh_families')
      .column('ended_at')
      .where(sql.ref('ended_at'), 'is not', null)
      .execute()
    await db.schema
      .createIndex('sign_in_throttles_unknown')
      .on('sign_in_throttles')
      .column('last_attempt_at')
      .where(sql.ref('succeeded_at'), 'is', null)
      .execute()
    await db.schema
      .createIndex('sign_in_throttles_known')
      .on('sign_in_throttles')
      .column('succeeded_at')
      .where(sql.ref('succeeded_at'), 'is not', null)
      .execute()
    await db.schema.createIndex('failure_counts_by_window').on('failure_counts').column('window_start').execute()
    for (const table of ['broker_secrets', 'access_key_secrets']) {
      await db.schema
        .createIndex(`${table}_expiring`)
        .on(table)
        .column('expires_at')
        .where(sql.ref('expires_at'), 'is not', null)
        .execute()
    }
    await replaceRemoveAuditEvents(db)
  },
}

/** As before, but in the order of `audit_events_by_at`: where nothing is old enough, the first row tells so. */
async function replaceRemoveAuditEvents(db: Parameters<Migration['up']>[0]): Promise<void> {
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
