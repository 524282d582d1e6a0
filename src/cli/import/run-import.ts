import type { OperatorClient } from '../../../generated/operator/client.js'
import contract from '../../../generated/operator/contract.json' with { type: 'json' }
import { CliFailure } from '../failure.js'
import { type Line, readLines } from './read-lines.js'
import { csvRows, jsonRows, type RowReader } from './row-readers.js'
import { createRowValidator, type ImportedCredential, type RowKind } from './row-validation.js'
import { sendBatch } from './send-batch.js'
import type { SkippedRow, SkippedRows } from './skipped-rows.js'

export type ImportFormat = 'jsonl' | 'csv'

/** Enough for a broker user with 100 accounts. */
const maxLineBytes = 256 * 1024
const { maxItems: maxRowsPerBatch } = contract.components.schemas.ImportBatch.properties.rows
/** Proxies refuse more than 1 MiB by default. */
const maxBatchBytes = 900 * 1024
/** The server hashes this many in one or two seconds. */
const maxPasswordsPerBatch = 50
/** While the database works on one batch, the server parses the next. */
const maxConcurrentBatches = 3

export interface ImportSource {
  readonly chunks: AsyncIterable<Buffer>
  readonly format: ImportFormat
  /** The only kind of rows; `undefined` where each row names its own. */
  readonly kind: RowKind | undefined
  readonly dryRun: boolean
}

/** How many rows were read, and the outcome so far. Skipped rows are counted in {@link SkippedRows}. */
export class ImportProgress {
  rows = 0
  created = 0
  existing = 0
  /** Bytes of the file that were read. */
  bytes = 0
}

class Batch {
  readonly rows: ImportedCredential[] = []
  /** The line number of each row. */
  readonly lines: number[] = []
  #bytes = 0
  #passwords = 0

  /** Adds a row, unless the batch would become too large. The first row always fits. */
  add(row: ImportedCredential, line: number): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(row)) + 1
    const passwords = row.type === 'security-user' && row.password !== undefined ? 1 : 0
    const isTooLarge =
      this.rows.length === maxRowsPerBatch ||
      this.#bytes + bytes > maxBatchBytes ||
      this.#passwords + passwords > maxPasswordsPerBatch
    if (isTooLarge && this.rows.length > 0) return false
    this.rows.push(row)
    this.lines.push(line)
    this.#bytes += bytes
    this.#passwords += passwords
    return true
  }
}

/** Sends batches side by side, and stops at the first failure. */
class BatchSender {
  readonly #running = new Set<Promise<void>>()
  #hasServerAnswered = false
  #failure: { readonly error: unknown } | undefined

  constructor(
    readonly client: Pick<OperatorClient, 'importCredentials'>,
    readonly dryRun: boolean,
    readonly progress: ImportProgress,
    readonly skipped: SkippedRows,
  ) {}

  /**
   * Starts sending a batch. Waits while too many are being sent, and for the first one in any case: it tells whether the server accepts imports.
   * @throws the first failure of any batch
   */
  async start(batch: Batch): Promise<void> {
    const sent: Promise<void> = this.#send(batch)
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => this.#running.delete(sent))
    this.#running.add(sent)
    if (!this.#hasServerAnswered || this.#running.size >= maxConcurrentBatches) await Promise.race(this.#running)
    this.#throwFailure()
  }

  /** Waits for every batch. @throws the first failure of any batch */
  async finish(): Promise<void> {
    await Promise.all(this.#running)
    this.#throwFailure()
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error
  }

  async #send({ rows, lines }: Batch): Promise<void> {
    const body = { rows, ...(this.dryRun && { dryRun: true }) }
    const report = await sendBatch(this.client, body, this.#hasServerAnswered)
    this.#hasServerAnswered = true
    this.progress.created += report.created
    this.progress.existing += report.existing
    await this.skipped.add(
      report.results.flatMap(({ row, outcome, reason }) =>
        outcome === 'refused' ? [{ line: lines[row] ?? 0, outcome, reason: reason ?? '' }] : [],
      ),
    )
  }
}

/**
 * Reads a file and sends its rows to the server in batches. Only a few batches are in memory.
 * @throws {CliFailure} where it cannot go on; rows that were imported stay
 */
export async function runImport(
  client: Pick<OperatorClient, 'importCredentials'>,
  { chunks, format, kind, dryRun }: ImportSource,
  progress: ImportProgress,
  skipped: SkippedRows,
): Promise<void> {
  const sender = new BatchSender(client, dryRun, progress, skipped)
  const parser = new RowParser(format, kind)
  let batch = new Batch()
  try {
    for await (const lines of readLines(countBytes(chunks, progress), maxLineBytes)) {
      const invalid: SkippedRow[] = []
      for (const line of lines) {
        const parsed = parser.parse(line)
        if (parsed === undefined) continue
        progress.rows++
        if (typeof parsed === 'string') invalid.push({ line: line.number, outcome: 'invalid', reason: parsed })
        else if (!batch.add(parsed, line.number)) {
          await sender.start(batch)
          batch = new Batch()
          batch.add(parsed, line.number)
        }
      }
      await skipped.add(invalid)
    }
    if (batch.rows.length > 0) await sender.start(batch)
  } finally {
    await sender.finish()
  }
  if (!parser.hasReader) throw new CliFailure('usage', 'the first line is not a CSV header')
}

/** Parses lines into valid rows. The first line of a CSV file is its header. */
class RowParser {
  readonly #validate: ReturnType<typeof createRowValidator>
  #read: RowReader | undefined

  constructor(
    format: ImportFormat,
    readonly kind: RowKind | undefined,
  ) {
    this.#validate = createRowValidator(kind)
    this.#read = format === 'jsonl' ? jsonRows(kind) : undefined
  }

  /** False until the header of a CSV file was read. */
  get hasReader(): boolean {
    return this.#read !== undefined
  }

  /** @returns a valid row, or what is wrong with it; `undefined` for an empty line and for the header */
  parse({ bytes }: Line): ImportedCredential | string | undefined {
    if (bytes?.length === 0) return undefined
    if (!this.#read) {
      this.#read = csvRows(bytes, this.kind)
      return undefined
    }
    if (!bytes) return `the line is longer than ${maxLineBytes / 1024} KiB`
    const line = this.#read(bytes)
    return 'problem' in line ? line.problem : this.#validate(line.value)
  }
}

async function* countBytes(chunks: AsyncIterable<Buffer>, progress: ImportProgress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk
    progress.bytes += chunk.length
  }
}
