import { execFile, execFileSync } from 'node:child_process'
import { chown, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.js'

const run = promisify(execFile)

/** The database that is migrated once a run; each test file gets a copy. */
export const templateDatabase = 'tokenwright_template'

export interface Cluster {
  readonly url: string
  /** The process that all others of the server are children of. */
  readonly postmaster: number
  stop(): Promise<void>
  /** Starts the server again after it was killed or stopped, at the same port. */
  start(): Promise<void>
  /** @param mode how it is stopped before it is started again; its postmaster is another process then */
  restart(mode: 'fast' | 'immediate'): Promise<void>
  /** The postmaster now. */
  pid(): Promise<number>
}

/** The folder with `initdb` and `pg_ctl` of the newest PostgreSQL on this machine. */
async function binaries(): Promise<string | undefined> {
  const home = '/usr/lib/postgresql'
  const versions = (await readdir(home).catch(() => [])).sort((one, other) => Number(other) - Number(one))
  for (const version of versions) {
    const folder = join(home, version, 'bin')
    if (await hasServer(folder)) return folder
  }
  try {
    const folder = execFileSync('pg_config', ['--bindir'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    // It also comes with the client library alone.
    return (await hasServer(folder)) ? folder : undefined
  } catch {
    return undefined
  }
}

async function hasServer(folder: string): Promise<boolean> {
  const found: string[] = await readdir(folder).catch(() => [])
  return found.includes('initdb')
}

/**
 * Starts a throw-away PostgreSQL below `directory`, on a free port of the loopback address.
 * PostgreSQL refuses to run as root: then it runs as the user `postgres` or `nobody`.
 * @param settings of the server (postgresql.conf), besides those that tests want: no waiting for the disk
 * @returns `undefined` where no server is installed
 */
export async function startCluster(
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cluster | undefined> {
  const bin = await binaries()
  if (bin === undefined) return undefined
  const home = join(directory, 'postgresql')
  await mkdir(home, { mode: 0o700 })
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : undefined
  if (user) {
    await chown(directory, user.uid, user.gid)
    await chown(home, user.uid, user.gid)
  }
  const as = { ...user, cwd: directory, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  const data = join(home, 'data')
  const port = await freePort()
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'tokenwright', '--auth=trust', '--no-sync', '-E', 'UTF8'], as)
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '200',
    ...settings,
  }
  const options = [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)].join(' ')
  await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start'], as)
  const pid = async () => Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    postmaster: await pid(),
    pid,
    start: async () => {
      // Where nobody reaps it, a killed postmaster seems to be alive.
      await rm(join(data, 'postmaster.pid'), { force: true })
      await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start'], as)
    },
    restart: async (mode) => {
      await run(
        join(bin, 'pg_ctl'),
        ['-D', data, '-w', '-m', mode, '-l', join(home, 'log'), '-o', options, 'restart'],
        as,
      )
    },
    url: `postgresql://tokenwright@127.0.0.1:${port}/postgres`,
    stop: async () => void (await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], as)),
  }
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(
        ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
      )
      if (uid !== undefined && gid !== undefined) return { uid, gid }
    } catch {
      // This machine does not have that user: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as')
}
