import { createIndexConcurrently, type Migration } from './migration.js'

/** What one operator did is listed without reading everything. */
export const auditActors: Migration = {
  isTransactional: false,
  up: (db) =>
    createIndexConcurrently(db, {
      name: 'audit_events_by_actor',
      table: 'audit_events',
      columns: 'actor_id, seq',
      where: 'actor_id is not null',
    }),
}
