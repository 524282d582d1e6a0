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
  /** What the server logs. */
  readonly logFile: string
  /** The process that all others of the server are children of. */
  readonly postmaster: number
  stop(): Promise<void>
  /** Starts the server again after it was killed or stopped, at the same port. */
  start(): Promise<void>
  /** @param mode how it is stopped before it is started again; its postmaster is another process then */
  restart(mode: 'fast' | 'immediate'): Promise<void>
  /** The postmaster now. */
  pid(): Promise<number>
  /**
   * Starts another server that follows this one. From now on a commit is answered once it is on the disk of this standby too.
   * @param settings of the standby, besides those of this server
   */
  startStandby(name: string, settings?: Settings): Promise<Cluster>
  /** Makes a standby the primary, and waits until it accepts writes. */
  promote(): Promise<void>
}

/** What postgresql.conf says. */
type Settings = Readonly<Record<string, string>>

/** The folder with `initdb` and `pg_ctl` of the newest PostgreSQL on this machine. */
export async function serverBinaries(): Promise<string | undefined> {
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
export async function startCluster(directory: string, settings: Settings = {}): Promise<Cluster | undefined> {
  const bin = await serverBinaries()
  if (bin === undefined) return undefined
  const home = join(directory, 'postgresql')
  await mkdir(home, { mode: 0o700 })
  const user = await unprivilegedUser()
  if (user) {
    await chown(directory, user.uid, user.gid)
    await chown(home, user.uid, user.gid)
  }
  const host = { bin, home, as: { ...user, cwd: directory, env: { ...process.env, LC_ALL: 'C.UTF-8' } } }
  const data = join(home, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'tokenwright', '--auth=trust', '--no-sync', '-E', 'UTF8'], host.as)
  return startServer(host, data, {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '200',
    ...settings,
  })
}

/** Where the servers of a cluster are, and as whom they run. */
interface Host {
  readonly bin: string
  readonly home: string
  readonly as: { readonly uid?: number; readonly gid?: number; readonly cwd: string; readonly env: NodeJS.ProcessEnv }
}

/** Starts a server on a directory of data, and waits until it answers. */
async function startServer({ bin, home, as }: Host, data: string, settings: Settings): Promise<Cluster> {
  const port = await freePort()
  const options = [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ')
  const control = async (...args: string[]): Promise<void> => {
    await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', `${data}.log`, '-o', options, ...args], as)
  }
  const pid = async () => Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  await control('start')
  return {
    postmaster: await pid(),
    pid,
    start: async () => {
      // Where nobody reaps it, a killed postmaster seems to be alive.
      await rm(join(data, 'postmaster.pid'), { force: true })
      await control('start')
    },
    restart: (mode) => control('-m', mode, 'restart'),
    url: `postgresql://tokenwright@127.0.0.1:${port}/postgres`,
    logFile: `${data}.log`,
    stop: () => control('-m', 'immediate', 'stop'),
    async startStandby(name, own = {}) {
      const copy = join(home, name)
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'tokenwright']
      await run(join(bin, 'pg_basebackup'), [...from, '-D', copy, '-R', '--checkpoint=fast', '--no-sync'], as)
      // The name by which the primary knows it.
      const standby = await startServer({ bin, home, as }, copy, { ...settings, cluster_name: name, ...own })
      const commands = [`alter system set synchronous_standby_names = '${name}'`, 'select pg_reload_conf()']
      await run(join(bin, 'psql'), [...from, '-d', 'postgres', ...commands.flatMap((text) => ['-c', text])], as)
      return standby
    },
    promote: () => control('promote'),
  }
}

/** The user as whom PostgreSQL runs; `undefined` where that is the user of this process. */
export async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
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
