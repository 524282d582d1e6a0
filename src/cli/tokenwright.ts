/** `tokenwright`: the server and its command line. */
import { endAtClosedPipe } from './end-at-closed-pipe.js'
import { createProgram } from './program.js'
import { reportFailure } from './report-failure.js'

process.stdout.on('error', endAtClosedPipe)
createProgram()
  .parseAsync()
  .catch(async (error: unknown) => {
    process.exitCode = await reportFailure(error, process.argv.includes('--json'))
  })
