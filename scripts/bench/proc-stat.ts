/** What a line of `/proc/PID/stat` tells of a process (proc_pid_stat(5)); times in clock ticks, all threads together. */
export interface ProcStat {
  readonly parent: number
  /** In user mode and in the kernel. */
  readonly ticks: number
  /** Of children that have ended and were waited for. */
  readonly childTicks: number
}

/** @throws where the text is no such line */
export function readProcStat(line: string): ProcStat {
  // The name of the program may hold spaces and parentheses: the fields begin behind the last one.
  const fields = line
    .slice(line.lastIndexOf(')') + 1)
    .trim()
    .split(/\s+/)
  const field = (number: number): number => Number(fields[number - 3])
  const stat = { parent: field(4), ticks: field(14) + field(15), childTicks: field(16) + field(17) }
  if (Object.values(stat).some(Number.isNaN)) throw new Error('not a line of /proc/PID/stat')
  return stat
}
