#!/usr/bin/env node
/** `tokenwright`: the server and its command line. */
import module from 'node:module'

// Node 22 and later keep what they compile for the next start. Only modules that are imported from here on profit.
module.enableCompileCache?.()

const { endAtClosedPipe } = await import('./end-at-closed-pipe.js')
const { createProgram } = await import('./program.js')

process.stdout.on('error', endAtClosedPipe)
try {
  await createProgram().parseAsync()
} catch (error) {
  const { reportFailure } = await import('./report-failure.js')
  process.exitCode = await reportFailure(error, process.argv.includes('--json'))
}
