import type { Command } from 'commander'
import { type Field, linesOf, printableJson } from './field.js'
import { type CliProcess, processOf } from './program-root.js'
import { type Progress, startProgress } from './progress.js'
import { growingTable, renderTable } from './table.js'

/** From how many items on a list takes long enough to be counted. */
const manyItems = 400

/** Where a command prints: for people, or with `--json` for programs. */
export class Output {
  constructor(
    readonly isJson: boolean,
    readonly process: Pick<CliProcess, 'stdout' | 'stderr'>,
    /** Whether tables show every field whole, however wide the terminal is. */
    readonly isWide = false,
  ) {}

  /** Of the command that is running. */
  static of(command: Command): Output {
    const { json = false, wide } = command.optsWithGlobals<{ json?: boolean; wide?: boolean }>()
    return new Output(json, processOf(command), wide)
  }

  /** Prints one resource. */
  show<Item>(item: Item, fields: readonly Field<Item>[]): void {
    if (this.isJson) return this.#print(`${printableJson(item, 2)}\n`)
    const shown = fields.flatMap(({ name, of }) => {
      const value = of(item)
      return value === undefined ? [] : [{ name, lines: linesOf(value) }]
    })
    const width = Math.max(...shown.map(({ name }) => name.length)) + 2
    for (const { name, lines } of shown) {
      for (const [at, line] of lines.entries()) {
        this.#print(`${`${(at === 0 ? name : '').padEnd(width)}${line}`.trimEnd()}\n`)
      }
    }
  }

  /** Prints one resource with a secret, and says that it is not shown again. */
  showSecret<Item>(item: Item, fields: readonly Field<Item>[], what: string): void {
    this.show(item, fields)
    this.note(`Keep the ${what} now: it is not shown again.`)
  }

  /**
   * Prints a list: a table, or one JSON array.
   * @param what the resource in the plural, for a list with nothing in it
   */
  async list<Item>(
    items: AsyncIterable<Item> | Iterable<Item>,
    fields: readonly Field<Item>[],
    what: string,
  ): Promise<void> {
    if (this.isJson) return this.#jsonArray(items)
    const all: Item[] = []
    let progress: Progress | undefined
    try {
      for await (const item of items) {
        if (all.push(item) === manyItems) progress = startProgress(this.process.stderr, what)
        progress?.update(all.length)
      }
    } finally {
      progress?.stop()
    }
    if (all.length === 0) return this.note(`There are no ${what}.`)
    const { text, leftOut } = renderTable(fields, all, this.#tableWidth())
    this.#print(text)
    if (leftOut.length > 0) this.note(`Not shown: ${leftOut.join(', ')}. --wide shows everything.`)
  }

  /** Gives a function that prints one item of a list that has no end: a line of a table, or with `--json` an object on a line. */
  stream<Item>(fields: readonly Field<Item>[]): (item: Item) => void {
    const line = this.isJson ? (item: Item) => `${printableJson(item)}\n` : growingTable(fields, this.#tableWidth())
    return (item) => this.#print(line(item))
  }

  /** Says what was done where there is nothing to show. A program knows it by the exit code. */
  done(sentence: string): void {
    if (!this.isJson) this.#print(`${sentence}\n`)
  }

  /** Tells a person something beside the result. */
  note(sentence: string): void {
    this.process.stderr.write(`${sentence}\n`)
  }

  /** An item on each line, as it comes: a long list does not fit into memory. */
  async #jsonArray(items: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
    let before = '[\n'
    for await (const item of items) {
      this.#print(before + printableJson(item))
      before = ',\n'
    }
    this.#print(before === '[\n' ? '[]\n' : '\n]\n')
  }

  /** Into a file or another program goes all of it. */
  #tableWidth(): number | undefined {
    const { isTTY, columns = 0 } = this.process.stdout
    return isTTY && columns > 0 && !this.isWide ? columns : undefined
  }

  #print(text: string): void {
    this.process.stdout.write(text)
  }
}
