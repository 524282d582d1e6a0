import type { Migration } from './migration.js'

/** How far the audit has been sent out of the database, and by which instance. */
export const auditSinks: Migration = {
  async up(db): Promise<void> {
    await db.schema
      .createTable('audit_sinks')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('held_by', 'uuid')
      .addColumn('held_until', 'timestamptz')
      .execute()
  },
}
