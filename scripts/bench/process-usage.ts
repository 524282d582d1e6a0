import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { type ProcStat, readProcStat } from './proc-stat.js'

/** Memory of a process, in bytes; `NaN` where the system has no /proc. */
export interface Memory {
  /** Resident now. */
  readonly resident: number
  /** The most that was ever resident. */
  readonly peak: number
}

/** Processor time that a process has taken so far, in seconds; `NaN` where the system has no /proc. */
export async function processTime(pid: number): Promise<number> {
  const stat = await statOf(pid)
  return stat ? stat.ticks / ticksPerSecond() : Number.NaN
}

/** Processor time of PostgreSQL so far, in seconds: of the postmaster, of the processes that it has and of those that have ended. */
export async function postgresqlTime(postmaster: number): Promise<number> {
  const own = await statOf(postmaster)
  if (!own) return Number.NaN
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => statOf(Number(pid))))
  const children = stats.filter((stat) => stat?.parent === postmaster)
  const ticks = children.reduce((sum, stat) => sum + (stat?.ticks ?? 0), own.ticks + own.childTicks)
  return ticks / ticksPerSecond()
}

export async function memoryOf(pid: number): Promise<Memory> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') }
}

/** A process that has ended has none. */
async function statOf(pid: number): Promise<ProcStat | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return line === undefined ? undefined : readProcStat(line)
}

let ticks: number | undefined

function ticksPerSecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return ticks
}
