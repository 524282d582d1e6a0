import type { Migration } from 'kysely'

/** A secret that leaked is found without its owner. */
export const leakedSecrets: Migration = {
  async up(db): Promise<void> {
    for (const table of ['broker_secrets', 'access_key_secrets']) {
      await db.schema.createIndex(`${table}_by_digest`).on(table).column('digest').execute()
    }
  },
}
