import { type Kysely, sql, type Transaction } from 'kysely'
import { StartupError } from '../../errors.js'
import { migrationStates } from '../migrate.js'
import type { Database } from '../schema.js'
import { type End, formatName, formatVersion, type Header, type Section } from './format.js'

/** Every table, those that others refer to first. */
const tables = Object.keys({
  master_keys: true,
  operators: true,
  signing_keys: true,
  partners: true,
  partner_contacts: true,
  partner_accounts: true,
  broker_users: true,
  broker_secrets: true,
  broker_accounts: true,
  access_keys: true,
  access_key_secrets: true,
  security_users: true,
  refresh_families: true,
  refresh_tokens: true,
  gateway_tokens: true,
  sign_in_throttles: true,
  failure_counts: true,
  audit_events: true,
  audit_sinks: true,
  sign_in_days: true,
  sign_in_hours: true,
} satisfies Record<keyof Database, true>)

/** How many rows are read at once. */
const batchSize = 500

/**
 * Reads everything in the database, as of one moment.
 * @param onRows is told how many rows have been read so far
 * @returns the lines of an archive, with their ends
 */
export async function* exportRows(
  db: Kysely<Database>,
  onRows: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const migration = (await migrationStates(db)).findLast(({ appliedAt }) => appliedAt)?.name
  if (migration === undefined) throw new StartupError('there is nothing to export: the database has no tables')
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const createdAt = new Date().toISOString()
    yield line({ format: formatName, version: formatVersion, createdAt, migration } satisfies Header)
    let rows = 0
    for (const table of tables) {
      const columns = await columnsOf(trx, table)
      yield line({ table, columns, identities: await identitiesOf(trx, table) } satisfies Section)
      for await (const batch of readTable(trx, table)) {
        yield `[${batch.join(',')}]\n`
        rows += batch.length
        onRows(rows)
      }
    }
    yield line({ rows } satisfies End)
  } finally {
    await trx.rollback().execute()
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** Reads a table of any size in pieces, with a cursor. */
async function* readTable(trx: Transaction<Database>, table: string): AsyncGenerator<readonly string[]> {
  await sql`
    declare rows_to_export no scroll cursor for
    select to_jsonb(exported.*)::text as json from ${sql.table(table)} exported`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ json: string }>`fetch ${sql.lit(batchSize)} from rows_to_export`.execute(trx)
    if (rows.length === 0) break
    yield rows.map(({ json }) => json)
  }
  await sql`close rows_to_export`.execute(trx)
}

/** The columns of a table, in their order. */
export async function columnsOf(trx: Transaction<Database>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table}
    order by ordinal_position`.execute(trx)
  return rows.map(({ name }) => name)
}

async function identitiesOf(trx: Transaction<Database>, table: string): Promise<Section['identities']> {
  const { rows } = await sql<{ name: string; last: string | null }>`
    select column_name as name, pg_sequence_last_value(pg_get_serial_sequence(${table}, column_name)) as last
    from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_identity = 'YES'`.execute(trx)
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, Number(last)]])))
}
