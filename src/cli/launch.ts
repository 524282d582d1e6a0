#!/usr/bin/env node
/** `tokenwright` of the build: runs the bundle, of which V8 need not compile again what the build has seen it compile. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { CompiledProgram, codeCachePath } from './compiled-program.js'

const program = fileURLToPath(new URL('program.cjs', import.meta.url))
// Node finds the source maps only of what it loads itself.
if (process.sourceMapsEnabled) createRequire(program)(program)
else new CompiledProgram(program, readCodeCache()).run()

function readCodeCache(): Buffer | undefined {
  try {
    return readFileSync(codeCachePath(program, process.execArgv))
  } catch {
    // Of these options there is none.
    return undefined
  }
}
