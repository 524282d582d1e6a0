import { open, rm } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import type { Kysely } from 'kysely'
import { type Config, readConfig } from '../../config.js'
import { type MasterKeyPair, openMasterKeys } from '../../crypto/master-key.js'
import { exportRows } from '../../database/archive/export-rows.js'
import { importRows } from '../../database/archive/import-rows.js'
import { holdsDatabase } from '../../database/embedded-directory.js'
import { openDatabase } from '../../database/open.js'
import type { Database } from '../../database/schema.js'
import { StartupError } from '../../errors.js'
import { CliFailure } from '../failure.js'
import type { CliProcess } from '../program-root.js'
import { decrypt, encrypt } from './encryption.js'
import { readArchive } from './read-archive.js'

/** Is told how many rows have been done so far. */
type OnRows = (count: number) => void

/**
 * Writes everything in the configured database to a new file: compressed, encrypted under the master key, and readable by its owner only.
 * @returns how many rows there are
 */
export function exportArchive(env: CliProcess['env'], path: string, onRows: OnRows): Promise<number> {
  const config = readConfig(env)
  if (!config.databaseUrl && !holdsDatabase(config.dataDirectory)) {
    throw new StartupError(`there is nothing to export: ${config.dataDirectory} has no database`)
  }
  return withDatabase(config, async (db, { current }) => {
    // "wx": an archive never replaces another one.
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new CliFailure('usage', `${path} cannot be written (${error.code})`)
    })
    try {
      let rows = 0
      const lines = exportRows(db, (count) => {
        rows = count
        onRows(count)
      })
      const compressed = ReadableStream.from(lines)
        .pipeThrough(new TextEncoderStream())
        .pipeThrough(new CompressionStream('gzip'))
      await (await encrypt(compressed, current)).pipeTo(Writable.toWeb(file.createWriteStream({ flush: true })))
      return rows
    } catch (error) {
      await rm(path)
      throw error
    }
  })
}

/**
 * Writes an archive into the configured database, which has to be empty.
 * @returns how many rows there are
 * @throws {UnusableArchive}
 */
export function importArchive(env: CliProcess['env'], path: string, onRows: OnRows): Promise<number> {
  return withDatabase(readConfig(env), async (db, masterKeys) => {
    const file = await open(path).catch((error: NodeJS.ErrnoException) => {
      throw new CliFailure('usage', `${path} cannot be read (${error.code})`)
    })
    const lines = (await decrypt(Readable.toWeb(file.createReadStream()), masterKeys)).pipeThrough(
      new DecompressionStream('gzip'),
    )
    return importRows(db, readArchive(Readable.fromWeb(lines)), { onRows })
  })
}

async function withDatabase<Result>(
  config: Config,
  work: (db: Kysely<Database>, masterKeys: MasterKeyPair) => Promise<Result>,
): Promise<Result> {
  // Large tables take long to read and to write.
  const { db, close } = await openDatabase(config, { statementTimeoutMs: 0, lockTimeoutMs: 0 })
  try {
    return await work(db, await openMasterKeys(config))
  } finally {
    await close()
  }
}
