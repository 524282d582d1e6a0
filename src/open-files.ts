import { readFileSync } from 'node:fs'

/** Node opens many modules at the same time, the database and the log follow. */
const minOpenFiles = 512

/** How many files this process may have open (`ulimit -n`); `undefined` where the system does not tell. */
export function openFilesLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return soft === undefined ? undefined : Number(soft)
  } catch {
    return undefined
  }
}

/** Why the process cannot start with its limit of open files; `undefined` where it can. */
export function tooFewOpenFiles(limit = openFilesLimit()): string | undefined {
  if (limit === undefined || limit >= minOpenFiles) return undefined
  return `it may open ${limit} files only; allow ${minOpenFiles} or more (ulimit -n ${minOpenFiles})`
}
