import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The level of `error` in the log. */
const errorLevel = 50

/** Counts what instances log, by the message. */
export class LogCounts {
  readonly warnings: Record<string, number> = {}
  /** Also lines that are none of the log, such as a stack. */
  readonly errors: Record<string, number> = {}

  /** Reads what a process prints. */
  count(child: ChildProcess): void {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.#countLine(line))
    }
  }

  #countLine(line: string): void {
    const { level, msg, err } = parse(line)
    const counts = level < errorLevel ? this.warnings : this.errors
    const kind = err?.code === undefined ? msg : `${msg} (${err.code})`
    counts[kind] = (counts[kind] ?? 0) + 1
  }
}

function parse(line: string): {
  readonly level: number
  readonly msg: string
  readonly err?: { readonly code?: string }
} {
  try {
    return JSON.parse(line)
  } catch {
    return { level: errorLevel, msg: line }
  }
}
