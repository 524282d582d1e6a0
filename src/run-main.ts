import { describeFailure, failureCauseOf, isCorrectable } from './database/failure-cause.js'
import { StartupError } from './errors.js'

/**
 * Explains in one line a failure that the operator can correct.
 * @returns `undefined` for a defect of this program, whose stack is wanted instead
 */
export function explainFailure(error: unknown): string | undefined {
  if (error instanceof StartupError) return error.message
  if (isCorrectable(error)) return `${describeFailure(error)}; ${failureCauseOf(error).action}`
  if (!(error instanceof Error)) return undefined
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'ENOENT' ? message : undefined
}

/**
 * Runs the main function of a process. When it fails the process prints one line, or a stack where there is no explanation, and exits with 1.
 * @param failure what has failed then, such as "tokenwright cannot start"
 */
export function runMain(failure: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    // Not the error itself: a database error carries the parameters of its statement.
    const unexplained = error instanceof Error ? error.stack : 'an unknown error'
    console.error(`${failure}: ${explainFailure(error) ?? unexplained}`)
    process.exit(1)
  })
}
