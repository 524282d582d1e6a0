import { cpSync, rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Connection } from '../../src/database/connection.js'
import { openEmbedded } from '../../src/database/embedded.js'
import { migrateUp } from '../../src/database/migrate.js'
import type { Tracer } from '../../src/observability/tracer.js'

let prepared: Promise<string> | undefined

/** A directory with an embedded database of this test, migrated and without rows. To create one takes six seconds, to copy one half a second. */
export async function embeddedDirectory(t: Test): Promise<string> {
  prepared ??= prepareDirectory()
  const directory = join(t.testdir({}), 'data')
  // Of a thousand files; `cp` takes twice the time.
  cpSync(await prepared, directory, { recursive: true })
  return directory
}

async function prepareDirectory(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'tokenwright-embedded-'))
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }))
  const directory = join(parent, 'data')
  const { close } = await openMigratedEmbedded(directory)
  await close()
  return directory
}

/**
 * Opens an embedded database that is migrated and without rows, from the template of this run where there is one.
 * @param directory `undefined`: in memory
 */
export async function openMigratedEmbedded(directory: string | undefined, tracer?: Tracer): Promise<Connection> {
  const { TEST_TEMPLATE } = process.env
  const template = TEST_TEMPLATE ? { template: new Blob([await readFile(TEST_TEMPLATE)]) } : {}
  const connection = await openEmbedded({ directory, tracer, ...template })
  await migrateUp(connection.db)
  return connection
}
