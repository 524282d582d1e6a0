import type { Writable } from 'node:stream'
import { CommanderError } from 'commander'
import { CliFailure, type Exit, exitCodes } from './failure.js'
import { printable, printableJson } from './field.js'

interface Told {
  readonly exit: Exit
  readonly message: string
  /** What `--json` prints. */
  readonly problem: object
}

/**
 * Says on the standard error why a command failed: a line and its details, or the problem as JSON.
 * @returns the exit code of the process
 */
export async function reportFailure(
  error: unknown,
  { isJson, stderr }: { readonly isJson: boolean; readonly stderr: Writable },
): Promise<number> {
  if (error instanceof CommanderError && isShown(error)) return exitCodes[shownExits[error.code]].code
  const { exit, message, problem } = await tell(error)
  stderr.write(`${isJson ? printableJson(problem, 2) : `tokenwright: ${message}`}\n`)
  return exitCodes[exit].code
}

/** What commander has printed by itself. */
const shownExits = {
  'commander.helpDisplayed': 'done',
  'commander.version': 'done',
  // A group without a command: its help stands on the standard error.
  'commander.help': 'usage',
} as const satisfies Record<string, Exit>

function isShown(error: CommanderError): error is CommanderError & { code: keyof typeof shownExits } {
  return error.code in shownExits
}

async function tell(error: unknown): Promise<Told> {
  if (error instanceof CommanderError) return ownProblem('usage', usageMessage(error))
  if (error instanceof CliFailure) {
    const { exit, message, details, problem } = error
    const text = [message, ...details.map((detail) => `  ${detail}`)].map(printable).join('\n')
    return problem ? { exit, message: text, problem } : ownProblem(exit, text)
  }
  // Only now: it knows the errors of the database, which take long to load.
  const { explain } = await import('./report.js')
  const explained = explain(error)
  if (explained) return ownProblem(explained.exit, explained.message)
  return ownProblem('unexpected', (error instanceof Error && error.stack) || 'an unknown error')
}

/** A failure that no server answered, in the form of one that did (RFC 9457). */
function ownProblem(exit: Exit, message: string): Told {
  return { exit, message, problem: { type: 'about:blank', title: exitCodes[exit].meaning, detail: message } }
}

/** Commander's message without the value of an option that does not exist: it may be a password. */
function usageMessage({ message }: CommanderError): string {
  const shown = message
    .replace(/^error: /, '')
    .replace(/(unknown option '--[^=']*)=[^\n]*'/, "$1'")
    .replaceAll('\n', ' ')
  const isSecret = /unknown option '--[\w-]*(key|password|secret|token)\b/.test(shown)
  return isSecret ? `${shown}; secrets are never arguments, see --help` : shown
}
