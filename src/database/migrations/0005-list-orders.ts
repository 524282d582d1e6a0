import { createIndexConcurrently, type Migration } from './migration.js'

/** The indexes of the orders in which operators list partners and credentials: as `textSort` and `timeSort` compare. */
export const listOrders: Migration = {
  isTransactional: false,
  async up(db): Promise<void> {
    for (const table of ['partners', 'broker_users', 'access_keys']) {
      await createIndexConcurrently(db, { name: `${table}_by_name`, table, columns: 'lower(name) collate "C", seq' })
    }
    // Lists of security users by name use the unique index of the folded names. Gateway tokens are left out: see their list.
    for (const table of ['broker_users', 'access_keys', 'security_users']) {
      const seq = table === 'security_users' ? 'uid' : 'seq'
      const columns = `coalesce(last_used_at, 'epoch'::timestamptz), ${seq}`
      await createIndexConcurrently(db, { name: `${table}_by_last_use`, table, columns })
    }
  },
}
