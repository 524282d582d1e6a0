import { createProgram } from './program.js'
import type { CliProcess } from './program-root.js'

/**
 * Runs a command, and says on its standard error why it failed.
 * @param args what stands behind `tokenwright`
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], process: CliProcess): Promise<number> {
  try {
    await createProgram(process).parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    const { reportFailure } = await import('./report-failure.js')
    return reportFailure(error, { isJson: args.includes('--json'), stderr: process.stderr })
  }
}
