import { type AnyDatabase, createIndexConcurrently, type Migration } from './migration.js'

/** The tables of the things that can belong to a partner. */
const credentialTables = ['broker_users', 'access_keys', 'security_users', 'gateway_tokens'] as const

/** Partners, their contacts and accounts, and which credentials belong to them. */
export const partners: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    await createPartners(db)
    for (const table of credentialTables) await addPartner(db, table)
  },
}

async function createPartners(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('partners')
    .ifNotExists()
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull().unique())
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('partner_contacts')
    .ifNotExists()
    .addColumn('partner_id', 'uuid', (column) => column.notNull().references('partners.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('partner_contacts_pkey', ['partner_id', 'position'])
    .execute()
  await db.schema
    .createTable('partner_accounts')
    .ifNotExists()
    .addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull())
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('partner_id', 'uuid', (column) => column.notNull().references('partners.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('partner_accounts_by_partner')
    .ifNotExists()
    .on('partner_accounts')
    .columns(['partner_id', 'seq'])
    .execute()
}

/** Credentials are never deleted with their partner: the service refuses to delete one that has any. */
async function addPartner(db: AnyDatabase, table: (typeof credentialTables)[number]): Promise<void> {
  // The reference of a new column without a default is not validated: the table is not read.
  await db.schema
    .alterTable(table)
    .addColumn('partner_id', 'uuid', (column) => column.ifNotExists().references('partners.id').onDelete('set null'))
    .execute()
  await createIndexConcurrently(db, {
    name: `${table}_by_partner`,
    table,
    columns: `partner_id, ${table === 'security_users' ? 'uid' : 'seq'}`,
    // A credential without a partner costs nothing.
    where: 'partner_id is not null',
  })
}
