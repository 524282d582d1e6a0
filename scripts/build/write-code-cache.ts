/**
 * Runs a bundled server until it has answered, writes beside it what V8 has compiled of it, and stops it:
 * `node OPTIONS --import tsx THIS PROGRAM OPTIONS`. V8 takes a code cache only with the options with which it was made.
 */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { CompiledProgram, codeCachePath } from '../../src/cli/compiled-program.js'

const [node = '', , path = '', ...options] = process.argv
process.argv = [node, path, 'serve']
// V8 drops what has not run for a while, such as what runs at the start only.
setFlagsFromString('--no-flush-bytecode')
const program = new CompiledProgram(path)
const address = await new Promise<string>((resolve) => {
  let text = ''
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    text += chunk.toString()
    const found = /listens on (\S+)/.exec(text)?.[1]
    if (found !== undefined) resolve(found)
    return true
  }
  program.run()
})
for (const path of ['/readyz', '/v1/api/auth']) await (await fetch(address + path)).text()
// The options have to be those of the server again.
setFlagsFromString('--flush-bytecode')
writeFileSync(codeCachePath(path, options), program.codeCache())
process.kill(process.pid, 'SIGINT')
