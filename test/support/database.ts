import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { type Test, test } from 'tap'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import type { Connection } from '../../src/database/connection.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import type { Database } from '../../src/database/schema.js'
import type { Tracer } from '../../src/observability/tracer.js'
import { openMigratedEmbedded } from './embedded-directory.js'

/** The PostgreSQL server of this run, where the suite runs on PostgreSQL. */
export const postgresqlUrl = process.env.TEST_DATABASE_URL || undefined

/**
 * A test that concerns one kind of database: it belongs to the run on that kind, and the other run has no such test.
 * @param skip why it is skipped, where a tool is absent
 */
export function testOn(
  kind: Connection['kind'],
  name: string,
  run: (t: Test) => Promise<void>,
  skip: string | false = false,
): void {
  if ((kind === 'postgresql') === (postgresqlUrl !== undefined)) void test(name, { skip }, run)
}

/** An empty, migrated database that no other test uses, on whichever kind the suite runs. */
export async function openTestDatabase(
  t: Test,
  settings: { readonly connectTimeoutMs?: number } = {},
): Promise<Connection> {
  if (postgresqlUrl === undefined) return openEmbeddedDatabase(t)
  const connection = openPostgresql({
    url: await createDatabase(t, postgresqlUrl, templateDatabase),
    onIdleError: () => {},
    ...settings,
  })
  t.teardown(() => connection.close())
  return connection
}

/** The same, whose statements are traced. An embedded one is not shared with other tests. */
export async function openTracedDatabase(t: Test, tracer: Tracer): Promise<Connection> {
  const connection =
    postgresqlUrl === undefined
      ? await openMigratedEmbedded(undefined, tracer)
      : openPostgresql({
          url: await createDatabase(t, postgresqlUrl, templateDatabase),
          onIdleError: () => {},
          tracer,
        })
  t.teardown(() => connection.close())
  return connection
}

interface EmbeddedDatabase extends Connection {
  /** The schema after the migrations. */
  readonly schema: string
}

/** Embedded databases that no test uses. To start one takes more than a second, to empty one a tenth of that. */
const unusedDatabases: EmbeddedDatabase[] = []

/** An open database keeps its process alive. */
export async function closeUnusedDatabases(): Promise<void> {
  await Promise.all(unusedDatabases.splice(0).map((database) => database.close()))
}

async function openEmbeddedDatabase(t: Test): Promise<Connection> {
  const database = unusedDatabases.pop() ?? (await startEmbeddedDatabase())
  t.teardown(async () => {
    try {
      await emptyTables(database.db)
      if ((await describeSchema(database.db)) === database.schema) unusedDatabases.push(database)
      else await database.close()
    } catch {
      // The test has closed it, or has left it in a state that nobody can use.
      await database.close()
    }
  })
  return database
}

async function startEmbeddedDatabase(): Promise<EmbeddedDatabase> {
  const connection = await openMigratedEmbedded(undefined)
  return { ...connection, schema: await describeSchema(connection.db) }
}

async function emptyTables(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db)
  await db.transaction().execute(async (trx) => {
    // The audit has a trigger that refuses this.
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))} restart identity`.execute(trx)
  })
}

/** A text that differs where tables, columns, indexes, constraints or migrations do. */
async function describeSchema(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(' ',
      (select string_agg(relname, ',' order by relname) from pg_class where relnamespace = 'public'::regnamespace),
      (select count(*) from pg_attribute where not attisdropped),
      (select count(*) from pg_constraint),
      (select count(*) from kysely_migration)) as text`.execute(db)
  return rows[0]?.text ?? ''
}

/** Creates an empty database, or a copy of another, that is dropped with the test. Returns its URL. */
export async function createDatabase(t: Test, url: string, template = 'template0'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(url, `create database ${name} template ${template}`)
  // Teardowns run last to first: this one after the connections are closed.
  t.teardown(() => execute(url, `drop database if exists ${name} with (force)`))
  const own = new URL(url)
  own.pathname = name
  return own.href
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}
