import { existsSync } from 'node:fs'
import { chmod, type FileHandle, mkdir, open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'
import { DirectoryInUse, UnusableDirectory } from './errors.js'

/** The version of PostgreSQL that PGlite is, as the files of a database name it. */
const postgresqlVersion = '18'
/** `pg_control_version` of that version. https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/catalog/pg_control.h */
const controlVersion = 1800
/** Without one of these PGlite would write over what is left, or fail after it has changed it. */
const requiredParts = ['PG_VERSION', 'base', 'global', 'pg_wal', 'pg_xact']
/** What Tokenwright itself keeps in the directory. */
const ownEntries = new Set(['pglite', 'lock', 'master.key'])

/** A locked directory that holds a whole database, or none yet. */
export interface EmbeddedDirectory {
  /** Has to be kept: Node closes a file to which nothing refers, and the lock with it. */
  readonly lock: FileHandle
  /** Where PGlite keeps its files. */
  readonly dataDirectory: string
  readonly hasDatabase: boolean
}

/** Whether a directory has an embedded database, in whatever state. Nothing is created. */
export function holdsDatabase(directory: string): boolean {
  return existsSync(dataDirectoryOf(directory))
}

function dataDirectoryOf(directory: string): string {
  return join(directory, 'pglite')
}

/**
 * Creates, locks and checks the directory of an embedded database. A directory that is refused keeps its contents.
 * @throws {DirectoryInUse} naming the process that has it open: PGlite itself would silently lose writes
 * @throws {UnusableDirectory} where other users can open it, or what it holds is no whole database of this version
 */
export async function openDirectory(directory: string): Promise<EmbeddedDirectory> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await closeToOthers(directory)
  const lock = await lockDirectory(directory)
  const dataDirectory = dataDirectoryOf(directory)
  try {
    return { lock, dataDirectory, hasDatabase: await hasDatabase(dataDirectory) }
  } catch (error) {
    await lock.close()
    throw error
  }
}

/** PGlite gives its files the mode 0666, whatever the umask is: only the directory keeps others from them. */
async function closeToOthers(directory: string): Promise<void> {
  if (((await stat(directory)).mode & 0o077) === 0) return
  const others = (await readdir(directory)).filter((entry) => !ownEntries.has(entry))
  if (others.length > 0) {
    throw new UnusableDirectory(
      `${directory} is open to other users of this machine and holds other files (${others[0]})`,
      `run "chmod 700 ${directory}", or set DATA_DIR to a directory of its own`,
    )
  }
  await chmod(directory, 0o700).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableDirectory(
      `${directory} is open to other users of this machine, and its mode cannot be changed (${error.code})`,
      `run "chmod 700 ${directory}" as its owner, or set DATA_DIR to another directory`,
    )
  })
}

/** Locks the directory with a file beside PGlite's own directory. The kernel releases the lock when the process ends, however it ends. */
async function lockDirectory(directory: string): Promise<FileHandle> {
  const file = await open(join(directory, 'lock'), 'a+', 0o600)
  if (!tryLock(file.fd)) {
    const holder = (await file.readFile('utf8')).trim()
    await file.close()
    throw new DirectoryInUse(
      `${directory} is in use by the process ${holder || '(unknown)'}; stop it, or set DATA_DIR to another directory`,
    )
  }
  await file.truncate(0)
  await file.write(`${process.pid}\n`)
  return file
}

async function hasDatabase(dataDirectory: string): Promise<boolean> {
  const entries = existsSync(dataDirectory) ? await readdir(dataDirectory) : []
  if (entries.length === 0) return false
  const missing = requiredParts.filter((part) => !entries.includes(part))
  if (missing.length > 0) throw damaged(dataDirectory, `it has no ${missing.join(', no ')}`)
  const version = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim()
  if (version !== postgresqlVersion) throw otherVersion(dataDirectory, version)
  const control = await readFile(join(dataDirectory, 'global', 'pg_control')).catch(() => undefined)
  // After the system identifier, which has eight bytes.
  if (!control || control.length < 12 || control.readUInt32LE(8) !== controlVersion) {
    throw damaged(dataDirectory, 'its global/pg_control is missing or damaged')
  }
  const segments = (await readdir(join(dataDirectory, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name))
  if (segments.length === 0) throw damaged(dataDirectory, 'its pg_wal is empty')
  return true
}

/** @param reason what is wrong with it, for the operator */
export function damaged(dataDirectory: string, reason: string): UnusableDirectory {
  return new UnusableDirectory(
    `${dataDirectory} holds no whole database: ${reason}`,
    'restore it from a backup, or move it away to start with an empty database',
  )
}

function otherVersion(dataDirectory: string, version: string): UnusableDirectory {
  const shown = /^\d{1,4}$/.test(version) ? version : '(unknown)'
  return new UnusableDirectory(
    `${dataDirectory} holds a database of PostgreSQL ${shown}, and this version of tokenwright needs ${postgresqlVersion}`,
    'start the version of tokenwright that has written it; to move the data, run "tokenwright archive export FILE" with that version, set DATA_DIR to another directory, and run "tokenwright archive import FILE" with this one',
  )
}
