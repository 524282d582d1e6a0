#!/usr/bin/env node
/** `tokenwright`: the server and its command line. */
import module from 'node:module'

// Node 22 and later keep what they compile for the next start. Only modules that are imported from here on profit.
module.enableCompileCache?.()

const { tooFewOpenFiles } = await import('../open-files.js')
const complaint = tooFewOpenFiles()
if (complaint !== undefined) {
  console.error(`tokenwright cannot start: ${complaint}`)
  process.exit(1)
}

const { endAtClosedPipe } = await import('./end-at-closed-pipe.js')
const { runCommand } = await import('./run.js')

process.stdout.on('error', endAtClosedPipe)
process.exitCode = await runCommand(process.argv.slice(2), process)
