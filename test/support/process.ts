import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

/** The folder of the project. Tests run there, but what runs was compiled into another folder. */
export const root = process.cwd()

/** What was compiled from a file. @param file relative to the project, such as `src/main.ts` */
export function compiled(file: string): string {
  return fileURLToPath(new URL(`../../${file.replace(/\.ts$/, '.js')}`, import.meta.url))
}

export interface Ended {
  readonly code: number | null
  readonly output: string
}

/** A process that is killed with the test: one of ours, unless another command is given. */
export class OwnProcess {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  #output = ''

  /**
   * @param file relative to the project, such as `src/main.ts`
   * @param command what runs the file
   */
  constructor(
    t: Test,
    file: string,
    args: readonly string[],
    env: Record<string, string>,
    command?: readonly [string, ...string[]],
  ) {
    const [program, ...options] = command ?? [process.execPath]
    this.child = spawn(program, [...options, command ? file : compiled(file), ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString()
    })
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString()
    })
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => resolve({ code, output: this.#output }))
    })
    t.teardown(async () => {
      this.child.kill('SIGKILL')
      await this.ended
    })
  }

  get output(): string {
    return this.#output
  }

  /** Waits until the output matches, and gives the match. Rejects where the process ends before. */
  async waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + 120_000
    for (;;) {
      const found = pattern.exec(this.#output)
      if (found) return found
      const ended = await Promise.race([
        this.ended,
        new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 50)),
      ])
      if (Date.now() > deadline)
        throw new Error(`nothing matched ${String(pattern)} within two minutes:\n${this.#output}`)
      if (ended && !pattern.test(this.#output)) {
        throw new Error(`the process ended with ${ended.code} before it printed ${String(pattern)}:\n${ended.output}`)
      }
    }
  }
}
