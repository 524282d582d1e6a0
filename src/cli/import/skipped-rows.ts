import { type FileHandle, open } from 'node:fs/promises'

/** A row that is not in, and why. Has no value of the row. */
export interface SkippedRow {
  readonly line: number
  /** `invalid`: it was not sent. */
  readonly outcome: 'refused' | 'invalid'
  readonly reason: string
}

/** How many are kept to be shown. */
const mostShown = 20

/** Takes note of rows that are skipped: writes them to a file as JSON lines, and keeps the first ones. */
export class SkippedRows {
  readonly first: SkippedRow[] = []
  invalid = 0
  refused = 0
  readonly #file: FileHandle | undefined
  /** Writes are made one after the other. */
  #written: Promise<void> = Promise.resolve()

  private constructor(file: FileHandle | undefined) {
    this.#file = file
  }

  /** @param path of the file; absent: none is written */
  static async open(path: string | undefined): Promise<SkippedRows> {
    return new SkippedRows(path === undefined ? undefined : await open(path, 'w'))
  }

  async add(rows: readonly SkippedRow[]): Promise<void> {
    if (rows.length === 0) return
    for (const row of rows) {
      this[row.outcome]++
      if (this.first.length < mostShown) this.first.push(row)
    }
    const file = this.#file
    if (!file) return
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    this.#written = this.#written.then(() => file.appendFile(text))
    await this.#written
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }
}
