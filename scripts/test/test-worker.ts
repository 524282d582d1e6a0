import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Parser } from 'tap-parser'
import { mapPositions } from './map-positions.js'

/** What came of the tests of one file. */
export interface FileResult {
  readonly passed: number
  readonly failed: number
  /** What was skipped, with its reason. */
  readonly skipped: readonly string[]
  /** The TAP of the tests that failed. */
  readonly failures: string
  readonly seconds: number
}

export interface TestWorkerOptions {
  readonly root: string
  /** Where the project was compiled to. */
  readonly compiled: string
  /** Tells this worker's folders from those of others. */
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  /** A file that takes longer than this has failed. */
  readonly timeoutMs: number
}

interface Assertion {
  readonly ok: boolean
  readonly skip?: unknown
  readonly name: string
  readonly diag?: unknown
  /** It sums up the subtest before it. */
  readonly closingTestPoint?: boolean
}

/** A process that runs test files one after another. It must end by itself once there are none left. */
export class TestWorker {
  readonly #child: ChildProcess
  readonly #exited: Promise<string>
  readonly #options: TestWorkerOptions
  #exit: string | undefined
  #result: FileResult = emptyResult
  #hasFailed = false
  #running: { readonly marker: string; readonly ended: () => void } | undefined

  constructor(options: TestWorkerOptions) {
    const { root, compiled, name, env } = options
    this.#options = options
    this.#child = spawn(
      process.execPath,
      [join(compiled, 'scripts/test/worker.js'), name],
      // tap's own limit counts from the start of the process.
      { cwd: root, env: { ...process.env, TAP_TIMEOUT: '0', ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
    )
    const parser = new Parser({ strict: false })
    parser.on('child', (test: Parser) => this.#follow(test))
    this.#count(parser)
    parser.on('assert', (assertion: Assertion) => {
      // What is thrown outside of any test belongs to no subtest.
      if (!assertion.ok && assertion.closingTestPoint !== true) {
        this.#add({ failures: `not ok - ${assertion.name}\n${JSON.stringify(assertion.diag, null, 2)}\n` })
      }
    })
    this.#child.stdout?.pipe(parser)
    // A process that has ended reads nothing more.
    this.#child.stdin?.on('error', () => {})
    this.#exited = Promise.all([once(this.#child, 'exit'), once(parser, 'complete')]).then(([[code, signal]]) => {
      this.#exit = signal ? `ended by ${signal}` : `ended with the code ${code}`
      return this.#exit
    })
  }

  get hasExited(): boolean {
    return this.#exit !== undefined
  }

  async run(file: string): Promise<FileResult> {
    const { timeoutMs } = this.#options
    const startedAt = performance.now()
    // tap tells on SIGALRM which test is under way.
    const timers = [
      setTimeout(() => this.#child.kill('SIGALRM'), timeoutMs),
      setTimeout(() => this.#child.kill('SIGKILL'), timeoutMs + 5000),
    ]
    const ended = new Promise<undefined>((resolve) => {
      this.#running = { marker: `end of ${file}`, ended: () => resolve(undefined) }
    })
    this.#child.stdin?.write(`${file}\n`)
    const exit = await Promise.race([ended, this.#exited])
    for (const timer of timers) clearTimeout(timer)
    if (exit !== undefined) this.#fail(`the process ${exit} before the tests of ${file} were over\n`)
    return this.#takeResult(startedAt)
  }

  /** Lets the process end. It fails where a file has left something open that keeps it alive. */
  async end(): Promise<FileResult> {
    const startedAt = performance.now()
    this.#child.stdin?.end()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 10_000)
    const exit = await this.#exited
    clearTimeout(timer)
    if (exit !== 'ended with the code 0' && !this.#hasFailed) {
      this.#fail(`a test process ${exit}: a test has left something open, or thrown after its end\n`)
    }
    return this.#takeResult(startedAt)
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Follows a test at the top of a file. */
  #follow(test: Parser): void {
    const lines: string[] = []
    let failedBefore = this.#result.failed
    test.on('line', (line: string) => lines.push(line))
    test.on('complete', ({ ok }: { ok: boolean }) => {
      if (!ok) {
        this.#add({ failed: this.#result.failed === failedBefore ? 1 : 0, failures: `${lines.join('')}\n` })
        failedBefore = this.#result.failed
      }
      if (test.name === this.#running?.marker) this.#running.ended()
    })
  }

  /** Counts the assertions themselves, not the subtests that hold them. */
  #count(parser: Parser): void {
    parser.on('child', (child: Parser) => this.#count(child))
    parser.on('assert', ({ ok, skip, name, closingTestPoint }: Assertion) => {
      if (closingTestPoint === true) return
      if (skip !== undefined && skip !== false) {
        this.#add({ skipped: [`${name}${typeof skip === 'string' ? ` (${skip})` : ''}`] })
      } else this.#add(ok ? { passed: 1 } : { failed: 1 })
    })
  }

  #fail(failures: string): void {
    this.#add({ failed: 1, failures })
  }

  #add({ passed = 0, failed = 0, skipped = [], failures = '' }: Partial<FileResult>): void {
    if (failed > 0) this.#hasFailed = true
    this.#result = {
      passed: this.#result.passed + passed,
      failed: this.#result.failed + failed,
      skipped: [...this.#result.skipped, ...skipped],
      failures: this.#result.failures + failures,
      seconds: 0,
    }
  }

  #takeResult(startedAt: number): FileResult {
    const { root, compiled } = this.#options
    const failures = mapPositions(this.#result.failures, root, compiled)
    const result = { ...this.#result, failures, seconds: (performance.now() - startedAt) / 1000 }
    this.#result = emptyResult
    return result
  }
}

const emptyResult: FileResult = { passed: 0, failed: 0, skipped: [], failures: '', seconds: 0 }
