import { spawnSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { OwnProcess } from './process.js'

// Debian keeps it where the PATH of most users does not lead.
const command = ['pgbouncer', '/usr/sbin/pgbouncer'].find((path) => spawnSync(path, ['--version']).status === 0)

/** Why tests that run the pooler are skipped, or false where PgBouncer is installed. */
export const noPgbouncer = command === undefined && 'pgbouncer is not installed'

/** Whether the installed version keeps prepared statements in transaction mode: from 1.21 on. */
export function keepsPreparedStatements(): boolean {
  const [, major, minor] = /PgBouncer (\d+)\.(\d+)/.exec(String(spawnSync(command ?? '', ['--version']).stdout)) ?? []
  return Number(major) > 1 || Number(minor) >= 21
}

/**
 * A pooler in transaction mode in front of a database: four connections of PostgreSQL for all that come.
 * @returns the URL of the database through it
 */
export async function startPgbouncer(t: Test, databaseUrl: string): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const listenPort = await freePort()
  const target = [`host=${hostname}`, `port=${port || 5432}`, `user=${decodeURIComponent(username)}`]
  if (password) target.push(`password=${decodeURIComponent(password)}`)
  const directory = t.testdir({})
  const file = join(directory, 'pgbouncer.ini')
  await writeFile(
    file,
    [
      '[databases]',
      `* = ${target.join(' ')}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${listenPort}`,
      'unix_socket_dir =',
      // Whoever comes is the user above: the test is about the pool.
      'auth_type = any',
      'pool_mode = transaction',
      'default_pool_size = 4',
      ...(keepsPreparedStatements() ? ['max_prepared_statements = 200'] : []),
      '',
    ].join('\n'),
  )
  // PgBouncer refuses to run as root, and the other user reads the file.
  const asUser = process.getuid?.() === 0 ? ['--user=nobody'] : []
  await chmod(directory, 0o755)
  const pooler = new OwnProcess(t, file, [], {}, [command ?? '', ...asUser])
  await pooler.waitFor(/process up/)
  return `postgres://${username}@127.0.0.1:${listenPort}${pathname}`
}
