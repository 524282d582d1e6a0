import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { type Test, test } from 'tap'
import { templateDatabase } from '../../scripts/test/postgresql-cluster.js'
import type { Connection } from '../../src/database/connection.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { migrateUp } from '../../src/database/migrate.js'
import { openPostgresql } from '../../src/database/postgresql.js'

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

/** A migrated database of its own for one test file, on whichever kind the suite runs. */
export async function openTestDatabase(t: Test): Promise<Connection> {
  const connection = postgresqlUrl === undefined ? await openEmbeddedCopy() : await openPostgresqlCopy(t, postgresqlUrl)
  t.teardown(() => connection.close())
  return connection
}

async function openEmbeddedCopy(): Promise<Connection> {
  const { TEST_TEMPLATE } = process.env
  if (TEST_TEMPLATE !== undefined) {
    return openEmbedded({ directory: undefined, template: new Blob([await readFile(TEST_TEMPLATE)]) })
  }
  const connection = await openEmbedded({ directory: undefined })
  await migrateUp(connection.db)
  return connection
}

async function openPostgresqlCopy(t: Test, url: string): Promise<Connection> {
  const database = await createDatabase(t, url, templateDatabase)
  return openPostgresql({ url: database, onIdleError: () => {} })
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
