import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { constants, Script } from 'node:vm'

/** A program in CommonJS, compiled and not yet run. */
export class CompiledProgram {
  readonly #path: string
  readonly #script: Script

  /**
   * @param path absolute
   * @param codeCache what V8 has compiled of the program before. It takes that of the same program, version and options, and compiles anew
   * what it does not take
   */
  constructor(path: string, codeCache?: Buffer) {
    this.#path = path
    this.#script = new Script(Module.wrap(readFileSync(path, 'utf8')), {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(codeCache && { cachedData: codeCache }),
    })
  }

  run(): void {
    const module = { exports: {} }
    this.#script.runInThisContext()(module.exports, createRequire(this.#path), module, this.#path, dirname(this.#path))
  }

  /** What V8 has compiled so far, with functions that were called. */
  codeCache(): Buffer {
    return this.#script.createCachedData()
  }
}

/** Where the build keeps the code cache of a program. @param options those of Node, on which it depends */
export function codeCachePath(program: string, options: readonly string[]): string {
  return `${program}${options.join('').replaceAll(/[^\w-]/g, '_')}.cache`
}
