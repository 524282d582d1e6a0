import { type Kysely, type Migration, sql } from 'kysely'

/** The indexes of the orders in which operators list partners and credentials: as `textSort` and `timeSort` compare. */
export const listOrders: Migration = {
  async up(db): Promise<void> {
    for (const table of ['partners', 'broker_users', 'access_keys']) {
      await createIndex(db, `${table}_by_name`, table, 'lower(name) collate "C", seq')
    }
    // Lists of security users by name use the unique index of the folded names. Gateway tokens are left out: see their list.
    for (const table of ['broker_users', 'access_keys', 'security_users']) {
      const seq = table === 'security_users' ? 'uid' : 'seq'
      await createIndex(db, `${table}_by_last_use`, table, `coalesce(last_used_at, 'epoch'::timestamptz), ${seq}`)
    }
  },
}

/** Raw, since the builder has no collations. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs on a schema that the current types need not describe.
async function createIndex(db: Kysely<any>, name: string, table: string, expressions: string): Promise<void> {
  await sql`create index ${sql.id(name)} on ${sql.table(table)} (${sql.raw(expressions)})`.execute(db)
}
