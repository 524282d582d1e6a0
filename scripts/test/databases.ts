import { createHash } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { listFiles } from './compile.js'
import { startCluster, templateDatabase } from './postgresql-cluster.js'

export interface TestPostgresql {
  /** A server with a migrated {@link templateDatabase}. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * The dump of a migrated embedded database that tests start from. It is kept from run to run, since making one takes 6 s: a
 *  change of the database code or of a package makes a new one.
 * @param directory where dumps are kept
 * @returns its path
 */
export async function prepareEmbedded(root: string, directory: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [...(await listFiles(root, 'src/database')), 'package-lock.json']) {
    hash.update(await readFile(join(root, file)))
  }
  const path = join(directory, `template-${hash.digest('hex').slice(0, 16)}.tar`)
  if (await stat(path).catch(() => undefined)) return path
  const [{ dumpEmbedded }, { migrateUp }] = await Promise.all([
    import('../../src/database/embedded.js'),
    import('../../src/database/migrate.js'),
  ])
  const dump = await dumpEmbedded(async (db) => void (await migrateUp(db)))
  const unfinished = `${path}.${process.pid}`
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()))
  await rename(unfinished, path)
  return path
}

/**
 * The PostgreSQL server of a run: the given one, or a throw-away cluster below `directory`.
 * @returns `undefined` where none is given and none is installed
 */
export async function preparePostgresql(
  given: string | undefined,
  directory: string,
): Promise<TestPostgresql | undefined> {
  const server = given ? { url: given, stop: async () => {} } : await startCluster(directory)
  if (server === undefined) return undefined
  try {
    await createTemplate(server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`drop database if exists ${templateDatabase}`)
  await client.query(`create database ${templateDatabase}`)
  await client.end()
  const [{ openPostgresql }, { migrateUp }] = await Promise.all([
    import('../../src/database/postgresql.js'),
    import('../../src/database/migrate.js'),
  ])
  const templateUrl = new URL(url)
  templateUrl.pathname = templateDatabase
  const { db, close } = openPostgresql({ url: templateUrl.href, onIdleError: () => {} })
  await migrateUp(db)
  await close()
}
