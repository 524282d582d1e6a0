import type { Readable, Writable } from 'node:stream'
import { Command } from 'commander'

/** The members of `process` that commands use. Tests run commands in their own process, with other streams. */
export interface CliProcess {
  readonly env: Readonly<NodeJS.ProcessEnv>
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  /** Set by a command that has told by itself why it failed. */
  exitCode?: string | number | null | undefined
}

/** The command above all others, which knows the process that they run in. */
export class ProgramRoot extends Command {
  constructor(
    name: string,
    readonly process: CliProcess,
  ) {
    super(name)
  }
}

/** The process that a command runs in. */
export function processOf(command: Command): CliProcess {
  let root = command
  while (root.parent) root = root.parent
  if (!(root instanceof ProgramRoot)) throw new Error(`the command ${root.name()} belongs to no program`)
  return root.process
}
