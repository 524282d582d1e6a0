/** The part of `npm run build` that runs: the command line with the server. */
import { chmod } from 'node:fs/promises'
import { bundle } from './build/bundle.js'

await bundle(['src/cli/tokenwright.ts'], 'dist')
await chmod('dist/src/cli/tokenwright.js', 0o755)
