import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import type { Test } from 'tap'
import { runCommand } from '../../src/cli/run.js'
import { compiled, root } from './process.js'

/** What starts the command line. */
export const command = [process.execPath, compiled('src/cli/tokenwright.ts')] as const

/** Why tests that need a terminal are skipped, or false where `script` can give one. */
export const noTerminal =
  !spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') &&
  'script of util-linux is not installed'

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  /** What stands on the standard input; nothing where it is absent. */
  readonly input?: string
}

/** Runs a command in this process, which takes a tenth of the time of one of its own. */
export async function runCli(args: readonly string[], { env = {}, input }: CliOptions = {}): Promise<CliResult> {
  const stdout = new TextSink()
  const stderr = new TextSink()
  const stdin = Readable.from(input === undefined ? [] : [Buffer.from(input)])
  const code = await runCommand(args, { env, stdin, stdout, stderr })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

/** Keeps the text that is written to it. */
class TextSink extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** Runs a command in a process of its own, with pipes. */
export async function runCliProcess(
  t: Test,
  args: readonly string[],
  { env, input }: CliOptions = {},
): Promise<CliResult> {
  const child = startCli(t, args, env)
  child.stdin?.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

/** Starts the command line in a process that is killed with the test. */
export function startCli(t: Test, args: readonly string[], env: CliOptions['env']): ChildProcess {
  const [node, ...options] = command
  const child = spawn(node, [...options, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // It may end before it has read its input.
  child.stdin?.on('error', () => {})
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

/** The command line on a terminal: what is typed, what is seen. */
export class CliTerminal {
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>
  #seen = ''

  /** @param width of the terminal in characters */
  constructor(
    t: Test,
    args: readonly string[],
    { env, width = 100 }: Pick<CliOptions, 'env'> & { width?: number } = {},
  ) {
    const quoted = [...command, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
    this.#child = spawn('script', ['-qec', `stty cols ${width} rows 24; exec ${quoted}`, '/dev/null'], {
      cwd: root,
      env: { PATH: process.env.PATH, SHELL: '/bin/sh', TERM: 'xterm', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#seen += chunk.toString()
    })
    this.ended = new Promise((resolve) => this.#child.on('close', resolve))
    t.teardown(async () => {
      this.#child.kill('SIGKILL')
      await this.ended
    })
  }

  /** Everything that the terminal showed, what was typed included as far as it was echoed. */
  get seen(): string {
    return this.#seen.replaceAll('\r\n', '\n')
  }

  /** Waits until the terminal shows it so many times. */
  async waitFor(text: string, times = 1): Promise<void> {
    const deadline = Date.now() + 60_000
    while (this.#seen.split(text).length <= times) {
      if (Date.now() > deadline || this.#child.exitCode !== null) throw new Error(`no "${text}" in:\n${this.#seen}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** The number of the process on the terminal. */
  async processId(): Promise<number> {
    const { pid } = this.#child
    return Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim())
  }

  /** Closes the terminal, as its window does. */
  close(): void {
    this.#child.kill('SIGKILL')
  }

  type(text: string): void {
    this.#child.stdin?.write(text)
  }
}
