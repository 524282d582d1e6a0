import type { OperatorClient } from '../../../generated/operator/client.js'
import { CliFailure } from '../cli-failure.js'
import { csvRows } from './csv-rows.js'
import { jsonRows } from './json-rows.js'
import { type Line, readLines } from './read-lines.js'
import { rowChecker } from './row-checker.js'
import type { ImportedCredential, RowKind } from './row-kinds.js'
import type { RowReader } from './row-reader.js'
import { sendBatch } from './send-batch.js'
import type { SkippedRow, SkippedRows } from './skipped-rows.js'

export type ImportFormat = 'jsonl' | 'csv'

/** A line may be this long, in bytes: a broker user with 100 accounts is. */
const longestLine = 256 * 1024
/** As many rows as the contract takes at once. */
const mostRows = 1000
/** The largest batch in bytes. Proxies refuse more than 1 MiB where nobody has told them otherwise. */
const largestBatch = 900 * 1024
/** So few, that the server has hashed them in a second or two. */
const mostPasswords = 50
/** How many batches are under way at a time: while the database works on one, the server reads another. */
const batchesAtATime = 3

export interface ImportSource {
  readonly chunks: AsyncIterable<Buffer>
  readonly format: ImportFormat
  /** The only kind of rows; absent: each row names its own. */
  readonly kind: RowKind | undefined
  readonly dryRun: boolean
}

/** How many rows were read, and what became of them so far. Those that are skipped are counted elsewhere. */
export class ImportProgress {
  rows = 0
  created = 0
  existing = 0
  /** Of the file. */
  bytes = 0
}

interface Batch {
  readonly rows: ImportedCredential[]
  /** The line of each row. */
  readonly lines: number[]
  bytes: number
  passwords: number
}

/**
 * Reads a file, and brings its rows to the server in batches. No more of the file is in memory than a few batches.
 * @throws {CliFailure} where it cannot go on; what is in stays in
 */
export async function runImport(
  client: Pick<OperatorClient, 'importCredentials'>,
  { chunks, format, kind, dryRun }: ImportSource,
  progress: ImportProgress,
  skipped: SkippedRows,
): Promise<void> {
  const check = rowChecker(kind)
  let read: RowReader | undefined = format === 'jsonl' ? jsonRows(kind) : undefined
  const underWay = new Set<Promise<void>>()
  let isReached = false
  let failure: unknown

  async function send({ rows, lines }: Batch): Promise<void> {
    const report = await sendBatch(client, { rows, ...(dryRun && { dryRun }) }, isReached)
    isReached = true
    progress.created += report.created
    progress.existing += report.existing
    await skipped.add(
      report.results.flatMap(({ row, outcome, reason }) =>
        outcome === 'refused' ? [{ line: lines[row] ?? 0, outcome, reason: reason ?? '' }] : [],
      ),
    )
  }

  /** Starts to send a batch, and waits where enough are under way. The first one goes alone: it tells whether the server takes any. */
  async function start(batch: Batch): Promise<void> {
    const sent: Promise<void> = send(batch).then(
      () => void underWay.delete(sent),
      (error: unknown) => {
        failure ??= error
        underWay.delete(sent)
      },
    )
    underWay.add(sent)
    if (!isReached || underWay.size >= batchesAtATime) await Promise.race(underWay)
    if (failure !== undefined) throw failure
  }

  let batch = emptyBatch()
  async function take({ number, bytes }: Line): Promise<SkippedRow | undefined> {
    const invalid = (reason: string): SkippedRow => ({ line: number, outcome: 'invalid', reason })
    if (bytes?.length === 0) return undefined
    if (!read) {
      read = csvRows(bytes, kind)
      return undefined
    }
    progress.rows++
    if (!bytes) return invalid(`the line is longer than ${longestLine / 1024} KiB`)
    const line = read(bytes)
    if ('problem' in line) return invalid(line.problem)
    const row = check(line.value)
    if (typeof row === 'string') return invalid(row)
    const size = Buffer.byteLength(JSON.stringify(row)) + 1
    const passwords = row.type === 'security-user' && row.password !== undefined ? 1 : 0
    const isFull =
      batch.rows.length === mostRows || batch.bytes + size > largestBatch || batch.passwords + passwords > mostPasswords
    if (isFull) {
      const full = batch
      batch = emptyBatch()
      await start(full)
    }
    batch.rows.push(row)
    batch.lines.push(number)
    batch.bytes += size
    batch.passwords += passwords
    return undefined
  }

  try {
    for await (const lines of readLines(counted(chunks, progress), longestLine)) {
      const invalid: SkippedRow[] = []
      for (const line of lines) {
        const problem = await take(line)
        if (problem) invalid.push(problem)
      }
      await skipped.add(invalid)
    }
    if (batch.rows.length > 0) await start(batch)
  } finally {
    await Promise.all(underWay)
  }
  if (failure !== undefined) throw failure
  if (format === 'csv' && !read) throw new CliFailure('usage', 'the first line is not a CSV header')
}

function emptyBatch(): Batch {
  return { rows: [], lines: [], bytes: 0, passwords: 0 }
}

async function* counted(chunks: AsyncIterable<Buffer>, progress: ImportProgress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk
    progress.bytes += chunk.length
  }
}
