/**
 * Gives an empty audit partitions for months of the past, as one has that was migrated long ago.
 * @param execute a statement, as the owner of the tables
 * @param first such as `2025-03`
 */
export async function addPastAuditMonths(
  execute: (statement: string) => Promise<unknown>,
  first: string,
): Promise<void> {
  await execute('alter table audit_events detach partition audit_events_early')
  await execute(
    `alter table audit_events attach partition audit_events_early for values from (minvalue) to ('${first}-01 00:00:00Z')`,
  )
  await execute(`
    do $$
    declare
      month timestamp := '${first}-01';
      next timestamp;
    begin
      select min(to_timestamp(right(relname, 7), 'YYYY_MM')::timestamp) into next from pg_class
      where relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$';
      while month < next loop
        perform add_audit_month(month);
        month := month + interval '1 month';
      end loop;
    end $$`)
}
