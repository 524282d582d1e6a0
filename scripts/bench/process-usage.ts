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

/** Processor time so far, in seconds: of a process, of the children that it has, and of those that have ended; `NaN` where the system has no /proc. */
export async function treeTime(parent: number): Promise<number> {
  const own = await statOf(parent)
  if (!own) return Number.NaN
  const stats = await Promise.all((await childrenOf(parent)).map(statOf))
  const ticks = stats.reduce((sum, stat) => sum + (stat?.ticks ?? 0), own.ticks + own.childTicks)
  return ticks / ticksPerSecond()
}

/** Of a process and its children together; memory that they share counts in each. */
export async function treeMemory(parent: number): Promise<Memory> {
  const all = await Promise.all([parent, ...(await childrenOf(parent))].map(memoryOf))
  const sum = (of: (memory: Memory) => number): number => all.reduce((total, memory) => total + of(memory), 0)
  return { resident: sum(({ resident }) => resident), peak: sum(({ peak }) => peak) }
}

export async function memoryOf(pid: number): Promise<Memory> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') }
}

async function childrenOf(parent: number): Promise<number[]> {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(statOf))
  return pids.filter((_, index) => stats[index]?.parent === parent)
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
