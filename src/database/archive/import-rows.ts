import { type Kysely, sql, type Transaction } from 'kysely'
import { type Migrations, migrateUp, migrationStates } from '../migrate.js'
import { migrations as ownMigrations } from '../migrations/index.js'
import type { Database } from '../schema.js'
import { inTransaction } from '../transaction.js'
import { columnsOf } from './export-rows.js'
import { formatName, formatVersion, type Header, type Line, type Section } from './format.js'
import { UnusableArchive } from './unusable-archive.js'

export interface ImportRowsOptions {
  /** Is told how many rows have been written so far. */
  readonly onRows?: (count: number) => void
  /** Those of this version. */
  readonly migrations?: Migrations
}

/**
 * Writes an archive into a database without rows: brings its tables to the state in which the archive was made, writes all rows or none,
 * and brings both to the state of this version.
 * @returns how many rows there are
 * @throws {UnusableArchive}
 */
export async function importRows(
  db: Kysely<Database>,
  archive: AsyncGenerator<Line, undefined>,
  { onRows = () => {}, migrations = ownMigrations }: ImportRowsOptions = {},
): Promise<number> {
  const header = checkHeader((await archive.next()).value)
  await prepareTables(db, header, migrations)
  const rows = await inTransaction(db, (trx) => writeTables(trx, archive, onRows))
  await migrateUp(db, { migrations })
  return rows
}

function checkHeader(line: Line | undefined): Header {
  if (!line || !('format' in line) || line.format !== formatName) {
    throw new UnusableArchive('the file is no archive of Tokenwright')
  }
  if (line.version !== formatVersion) {
    throw new UnusableArchive(`the archive has the format ${line.version}, and this version reads ${formatVersion}`)
  }
  return line
}

/** @throws {UnusableArchive} where the archive is newer than this version, or the tables are newer than the archive */
async function prepareTables(db: Kysely<Database>, { migration }: Header, migrations: Migrations): Promise<void> {
  const states = await migrationStates(db, migrations)
  const index = states.findIndex(({ name }) => name === migration)
  if (index === -1) {
    throw new UnusableArchive(
      `the archive is of a newer version, with the migration ${migration}; import it with that version`,
    )
  }
  const newer = states.slice(index + 1).find(({ appliedAt }) => appliedAt)
  if (newer) {
    throw new UnusableArchive(
      `the database has the migration ${newer.name} already, and the archive ends with ${migration}; import it into an empty database`,
    )
  }
  await migrateUp(db, { migrations, to: migration })
}

/** Reads up to the end of the archive. */
async function writeTables(
  trx: Transaction<Database>,
  lines: AsyncIterable<Line>,
  onRows: (count: number) => void,
): Promise<number> {
  let section: Section | undefined
  let count = 0
  for await (const line of lines) {
    if (isRows(line)) {
      if (!section) throw new UnusableArchive('the archive has rows without a table')
      await insertRows(trx, section, line)
      count += line.length
      onRows(count)
    } else if ('table' in line) {
      section = line
      await prepareTable(trx, section)
    } else if ('rows' in line) {
      if (line.rows !== count) throw new UnusableArchive(`the archive has ${count} of its ${line.rows} rows`)
      return count
    }
  }
  throw new UnusableArchive('the archive was cut: it has no end')
}

function isRows(line: Line): line is readonly object[] {
  return Array.isArray(line)
}

async function prepareTable(trx: Transaction<Database>, { table, columns, identities }: Section): Promise<void> {
  const known = await columnsOf(trx, table)
  const unknown = columns.filter((column) => !known.includes(column))
  if (unknown.length > 0) {
    throw new UnusableArchive(`the database has no ${unknown.map((column) => `${table}.${column}`).join(', ')}`)
  }
  const { rows } = await sql<{ found: boolean }>`select exists (select from ${sql.table(table)}) as found`.execute(trx)
  if (rows[0]?.found) {
    throw new UnusableArchive(`the database has rows, in ${table}; import the archive into an empty database`)
  }
  for (const [column, last] of Object.entries(identities)) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`.execute(trx)
  }
}

/** A column that the archive does not have gets its default. */
async function insertRows(
  trx: Transaction<Database>,
  { table, columns }: Section,
  rows: readonly object[],
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}
