import type { FileResult } from './test-worker.js'

/** What is seen of a run: its progress, what failed, and how long the slowest files took. */
export class Report {
  readonly #isTerminal = process.stdout.isTTY === true
  readonly #durations: { readonly name: string; readonly seconds: number }[] = []
  #filesDone = 0
  #passed = 0
  #failed = 0
  #skipped = 0

  /** @param isSkipFailure whether a skip counts as a failure as well */
  constructor(
    readonly fileCount: number,
    readonly isSkipFailure: boolean,
  ) {}

  get failed(): number {
    return this.#failed
  }

  /** @param name of the file, and of its database where it has one */
  started(name: string): void {
    if (!this.#isTerminal) return
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : ''
    process.stdout.write(`\r\u001B[K${this.#filesDone} of ${this.fileCount} files${failed}: ${name}`)
  }

  fileEnded(name: string, result: FileResult): void {
    this.#filesDone++
    this.#durations.push({ name, seconds: result.seconds })
    this.add(name, result)
  }

  add(name: string, { passed, failed, skipped, failures }: FileResult): void {
    this.#passed += passed
    this.#failed += failed
    for (const reason of skipped) this.skip(`${name}: ${reason}`)
    if (failed > 0) this.#print(`\n# ${name}: ${failed} failed\n${failures}`)
  }

  skip(what: string): void {
    this.#skipped++
    if (this.isSkipFailure) this.#failed++
    this.#print(`skipped: ${what}`)
  }

  /** The last line counts what passed, failed and was skipped. */
  end(seconds: number): void {
    if (this.#isTerminal) process.stdout.write('\r\u001B[K')
    const slowest = this.#durations.toSorted((one, other) => other.seconds - one.seconds).slice(0, 15)
    console.log('\nslowest files:')
    for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
    console.log(`\n${this.#filesDone} files in ${seconds.toFixed(0)} s`)
    console.log(`${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`)
  }

  #print(text: string): void {
    console.log(this.#isTerminal ? `\r\u001B[K${text}` : text)
  }
}
