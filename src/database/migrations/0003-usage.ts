import { type ColumnBuilderCallback, type Kysely, type Migration, sql } from 'kysely'

/** The last use of credentials that sign in, and counts of sign-ins. */
export const usage: Migration = {
  async up(db): Promise<void> {
    for (const table of ['broker_users', 'access_keys', 'security_users']) {
      await db.schema.alterTable(table).addColumn('last_used_at', 'timestamptz').execute()
    }
    await createSignInDays(db)
    await createSignInHours(db)
  },
}

// biome-ignore lint/suspicious/noExplicitAny: a migration runs on a schema that the current types need not describe.
type AnyDatabase = Kysely<any>

const required: ColumnBuilderCallback = (column) => column.notNull()

/** Without a reference to the subject: how a credential was used can be asked after it was deleted. */
async function createSignInDays(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('sign_in_days')
    .addColumn('day', 'timestamptz', required)
    .addColumn('sign_ins', 'integer', required)
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('broker-user', 'access-key', 'security-user')`),
    )
    .addColumn('subject', 'text', required)
    .addPrimaryKeyConstraint('sign_in_days_pkey', ['kind', 'subject', 'day'])
    .execute()
  await db.schema.createIndex('sign_in_days_by_day').on('sign_in_days').column('day').execute()
}

async function createSignInHours(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('sign_in_hours')
    .addColumn('hour', 'timestamptz', required)
    .addColumn('succeeded', 'integer', required)
    .addColumn('refused', 'integer', required)
    .addColumn('api', 'text', required)
    .addPrimaryKeyConstraint('sign_in_hours_pkey', ['hour', 'api'])
    .execute()
}
