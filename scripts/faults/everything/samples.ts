import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Installation } from './installation.js'

/** What one instance, with its workers, has at one moment. */
export interface Sample {
  readonly instance: string
  readonly atMs: number
  readonly megabytes: number
  /** Open files and sockets. */
  readonly files: number
}

/** Measures each instance. */
export async function sample({ places }: Installation): Promise<Sample[]> {
  const samples = places.map(async ({ name, instance }) => {
    const pids = instance?.child.pid === undefined ? [] : await treeOf(instance.child.pid)
    const all = await Promise.all(
      pids.map(async (pid) => ({ megabytes: await memoryOf(pid), files: await filesOf(pid) })),
    )
    const sum = (of: (one: { megabytes: number; files: number }) => number) =>
      all.reduce((total, one) => total + of(one), 0)
    return {
      instance: name,
      atMs: performance.now(),
      megabytes: sum(({ megabytes }) => megabytes),
      files: sum(({ files }) => files),
    }
  })
  return Promise.all(samples)
}

/** A process and its children. */
async function treeOf(pid: number): Promise<number[]> {
  const children = await promisify(execFile)('pgrep', ['-P', String(pid)]).then(
    ({ stdout }) => stdout.split('\n').filter(Boolean).map(Number),
    () => [],
  )
  return [pid, ...children]
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

async function filesOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
}

/** How many connections the instances have to the database. */
export async function databaseConnections(installation: Installation): Promise<number> {
  const statement = "select count(*)::int as count from pg_stat_activity where usename like 'app%'"
  const [row] = await installation.query<{ count: number }>(statement)
  return row?.count ?? 0
}
