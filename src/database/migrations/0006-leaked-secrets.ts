import { createIndexConcurrently, type Migration } from './migration.js'

/** A secret that leaked is found without its owner. */
export const leakedSecrets: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    for (const table of ['broker_secrets', 'access_key_secrets']) {
      await createIndexConcurrently(db, { name: `${table}_by_digest`, table, columns: 'digest' })
    }
  },
}
