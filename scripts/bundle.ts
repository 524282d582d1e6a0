/** The part of `npm run build` that runs: the command line with the server, and what V8 compiles of it. */
import { chmod } from 'node:fs/promises'
import packageJson from '../package.json' with { type: 'json' }
import { bundle } from './build/bundle.js'
import { makeCodeCache } from './build/make-code-cache.js'

const command = packageJson.bin.tokenwright
const program = 'dist/program.cjs'

await bundle('src/cli/tokenwright.ts', program)
await bundle('src/cli/launch.ts', command)
await chmod(command, 0o755)
const startOptions = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'))
for (const options of [startOptions, []]) await makeCodeCache(program, options)
