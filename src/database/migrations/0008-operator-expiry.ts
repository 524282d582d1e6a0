import type { Migration } from './migration.js'

/** The keys of operators can expire. Without a value a key never does. */
export const operatorExpiry: Migration = {
  async up(db): Promise<void> {
    await db.schema.alterTable('operators').addColumn('expires_at', 'timestamptz').execute()
  },
}
