import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Writable } from 'node:stream'
import { Presets, SingleBar } from 'cli-progress'
import { Argument, type Command, Option } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { withClient } from './connect.js'
import { describeCommand } from './describe-command.js'
import { CliFailure } from './failure.js'
import type { RowKind } from './import/row-validation.js'
import type { ImportFormat, ImportProgress } from './import/run-import.js'
import type { SkippedRows } from './import/skipped-rows.js'
import type { CliProcess } from './program-root.js'

interface Options {
  readonly format?: ImportFormat
  readonly type?: RowKind
  readonly dryRun?: true
  readonly report?: string
}

const formats: Readonly<Record<string, ImportFormat>> = { '.jsonl': 'jsonl', '.ndjson': 'jsonl', '.csv': 'csv' }
const kinds: readonly RowKind[] = ['broker-user', 'access-key', 'security-user', 'gateway-token']

/** `tokenwright import FILE`: brings credentials from elsewhere. It ends with 0 where every row is in, and with 1 where rows were skipped. */
export function importCommand(): Command {
  return describeCommand('import', {
    summary: 'Bring credentials from elsewhere',
    more: 'Rows that are there already are left as they are, so that an import can be repeated. It ends with 1 where rows were skipped',
    examples: [
      'import partners.jsonl --dry-run',
      'import tokens.csv --type gateway-token --report skipped.jsonl',
      'import - --format jsonl < partners.jsonl',
    ],
  })
    .addArgument(
      new Argument('<file>', 'JSON lines (.jsonl, .ndjson) or CSV with a header (.csv); - for the standard input'),
    )
    .addOption(new Option('--format <format>', 'where the name of the file does not tell').choices(['jsonl', 'csv']))
    .addOption(new Option('--type <kind>', 'the kind of all rows, where they do not name it').choices(kinds))
    .option('--dry-run', 'judge every row and keep nothing')
    .option('--report <file>', 'write what was skipped to a file: JSON lines with line, outcome and reason')
    .action(
      withClient(({ client, output: { isJson }, process }, options: Options, file: string) =>
        importFile(client, file, { ...options, isJson }, process),
      ),
    )
}

async function importFile(
  client: OperatorClient,
  file: string,
  { isJson, ...options }: Options & { readonly isJson: boolean },
  process: CliProcess,
): Promise<void> {
  const format = options.format ?? formats[extname(file).toLowerCase()]
  if (!format) throw new CliFailure('usage', `say --format jsonl or --format csv: the name ${file} does not tell`)
  const size = file === '-' ? undefined : await sizeOf(file)
  if (options.report !== undefined && (await isSameFile(options.report, file)))
    throw new CliFailure('usage', 'the report would overwrite the file')

  // Only here: what checks rows takes long to load.
  const { ImportProgress, runImport } = await import('./import/run-import.js')
  const { SkippedRows } = await import('./import/skipped-rows.js')
  const skipped = await SkippedRows.open(options.report)
  const progress = new ImportProgress()
  const stopBar = isJson ? () => {} : showProgress(process.stderr, progress, size)
  const started = performance.now()
  const chunks = file === '-' ? process.stdin : createReadStream(file)
  const dryRun = options.dryRun === true
  try {
    await runImport(client, { chunks, format, kind: options.type, dryRun }, progress, skipped)
  } finally {
    stopBar()
    await skipped.close()
    const summary = summaryOf(progress, skipped, dryRun, (performance.now() - started) / 1000)
    if (options.report === undefined) showSkipped(process.stderr, skipped)
    process.stdout.write(isJson ? `${JSON.stringify(summary, null, 2)}\n` : inWords(summary))
  }
  if (skipped.invalid + skipped.refused > 0) process.exitCode = 1
}

interface Summary {
  readonly dryRun: boolean
  readonly rows: number
  readonly created: number
  readonly existing: number
  /** By the server. */
  readonly refused: number
  /** Not sent. */
  readonly invalid: number
  readonly seconds: number
  readonly rowsPerSecond: number
}

function summaryOf(
  { rows, created, existing }: ImportProgress,
  { refused, invalid }: SkippedRows,
  dryRun: boolean,
  seconds: number,
): Summary {
  return {
    dryRun,
    rows,
    created,
    existing,
    refused,
    invalid,
    seconds: Number(seconds.toFixed(1)),
    rowsPerSecond: Math.round(rows / Math.max(seconds, 0.001)),
  }
}

function inWords({ dryRun, rows, created, existing, refused, invalid, seconds, rowsPerSecond }: Summary): string {
  return [
    `rows      ${rows}, in ${seconds} s (${rowsPerSecond} a second)`,
    `created   ${created}${dryRun ? ' (dry run: nothing was kept)' : ''}`,
    `existing  ${existing}`,
    `refused   ${refused}`,
    `invalid   ${invalid}`,
    '',
  ].join('\n')
}

function showSkipped(stderr: Writable, { first, refused, invalid }: SkippedRows): void {
  for (const { line, reason } of first) stderr.write(`line ${line}: ${reason}\n`)
  const more = refused + invalid - first.length
  if (more > 0) stderr.write(`and ${more} more; --report FILE writes all of them\n`)
}

/** Shows how far a file is read, on the standard error where that is a terminal. Returns what stops it. */
function showProgress(stderr: CliProcess['stderr'], progress: ImportProgress, size: number | undefined): () => void {
  if (stderr.isTTY !== true) return () => {}
  const bar = new SingleBar(
    {
      format: size === undefined ? '{rows} rows' : '[{bar}] {percentage}%  {rows} rows',
      stream: stderr,
      clearOnComplete: true,
      // A command that is stopped with Ctrl-C would leave the terminal without one, and the library's handler would let it go on.
      hideCursor: false,
      gracefulExit: false,
    },
    Presets.legacy,
  )
  bar.start(size ?? 0, 0, { rows: 0 })
  const timer = setInterval(() => bar.update(progress.bytes, { rows: progress.rows }), 200)
  return () => {
    clearInterval(timer)
    bar.stop()
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure('usage', `${file} cannot be read (${error.code})`)
  })
  if (found.isDirectory()) throw new CliFailure('usage', `${file} is a directory`)
  return found.size
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)))
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev
}
