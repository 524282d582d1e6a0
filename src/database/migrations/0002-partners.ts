import type { Kysely, Migration } from 'kysely'

/** The tables of the things that can belong to a partner. */
const credentialTables = ['broker_users', 'access_keys', 'security_users', 'gateway_tokens'] as const

/** Partners, their contacts and accounts, and which credentials belong to them. */
export const partners: Migration = {
  async up(db): Promise<void> {
    await createPartners(db)
    for (const table of credentialTables) await addPartner(db, table)
  },
}

// biome-ignore lint/suspicious/noExplicitAny: a migration runs on a schema that the current types need not describe.
type AnyDatabase = Kysely<any>

async function createPartners(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('partners')
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('partner_contacts')
    .addColumn('partner_id', 'uuid', (column) => column.notNull().references('partners.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('partner_contacts_pkey', ['partner_id', 'position'])
    .execute()
  await db.schema
    .createTable('partner_accounts')
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull())
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('partner_id', 'uuid', (column) => column.notNull().references('partners.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('partner_accounts_by_partner')
    .on('partner_accounts')
    .columns(['partner_id', 'seq'])
    .execute()
}

/** Credentials are never deleted with their partner: the service refuses to delete one that has any. */
async function addPartner(db: AnyDatabase, table: (typeof credentialTables)[number]): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn('partner_id', 'uuid', (column) => column.references('partners.id').onDelete('set null'))
    .execute()
  // Partial: a credential without a partner costs nothing.
  await db.schema
    .createIndex(`${table}_by_partner`)
    .on(table)
    .columns(['partner_id', table === 'security_users' ? 'uid' : 'seq'])
    .where('partner_id', 'is not', null)
    .execute()
}
