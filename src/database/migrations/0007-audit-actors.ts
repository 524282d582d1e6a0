import type { Migration } from 'kysely'

/** What one operator did is listed without reading everything. */
export const auditActors: Migration = {
  async up(db): Promise<void> {
    await db.schema
      .createIndex('audit_events_by_actor')
      .on('audit_events')
      .columns(['actor_id', 'seq'])
      .where('actor_id', 'is not', null)
      .execute()
  },
}
