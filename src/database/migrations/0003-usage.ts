import { type ColumnBuilderCallback, sql } from 'kysely'
import type { AnyDatabase, Migration } from './migration.js'

/** The last use of credentials that sign in, and counts of sign-ins. */
export const usage: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    for (const table of ['broker_users', 'access_keys', 'security_users']) {
      await db.schema
        .alterTable(table)
        .addColumn('last_used_at', 'timestamptz', (column) => column.ifNotExists())
        .execute()
    }
    await createSignInDays(db)
    await createSignInHours(db)
  },
}

const required: ColumnBuilderCallback = (column) => column.notNull()

/** Without a reference to the subject: how a credential was used can be asked after it was deleted. */
async function createSignInDays(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('sign_in_days')
    .ifNotExists()
    .addColumn('day', 'timestamptz', required)
    .addColumn('sign_ins', 'integer', required)
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('broker-user', 'access-key', 'security-user')`),
    )
    .addColumn('subject', 'text', required)
    .addPrimaryKeyConstraint('sign_in_days_pkey', ['kind', 'subject', 'day'])
    .execute()
  await db.schema.createIndex('sign_in_days_by_day').ifNotExists().on('sign_in_days').column('day').execute()
}

async function createSignInHours(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('sign_in_hours')
    .ifNotExists()
    .addColumn('hour', 'timestamptz', required)
    .addColumn('succeeded', 'integer', required)
    .addColumn('refused', 'integer', required)
    .addColumn('api', 'text', required)
    .addPrimaryKeyConstraint('sign_in_hours_pkey', ['hour', 'api'])
    .execute()
}
