import { type Migration, sql } from 'kysely'

/**
 * Which master key each row is written under, so that it can rotate. `null` means the key that was in use when this was applied: the
 * one that comes first in `master_keys`. No row is rewritten: the tables may be large.
 */
export const keyRotation: Migration = {
  async up(db): Promise<void> {
    await sql`
      create table master_keys (
        fingerprint integer primary key,
        first_used_at timestamptz not null
      )`.execute(db)
    for (const table of [
      'gateway_tokens',
      'broker_users',
      'broker_secrets',
      'access_key_secrets',
      'refresh_tokens',
      'signing_keys',
    ]) {
      await sql`alter table ${sql.table(table)} add column master_key integer`.execute(db)
    }
  },
}
