import { Argument, Command, InvalidArgumentError, Option } from 'commander'

const modes = [
  'compare',
  'scale',
  'start',
  'memory',
  'flood',
  'revocation',
  'timing',
  'switch',
  'workers',
  'reads',
  'cleanup',
] as const

export type Mode = (typeof modes)[number]

export interface Options {
  readonly mode: Mode
  /** Fragments of names, in lower case; all where there are none. */
  readonly only: readonly string[]
  /** As many as the mode does by itself where it is left out. */
  readonly rounds: number | undefined
  readonly seconds: number
  readonly connections: readonly number[]
  readonly sizes: readonly number[]
  /** In `scale`: further layouts of the largest table. */
  readonly partitions: readonly number[]
  readonly fillfactor: readonly number[]
  /** How many there are in `cleanup`. */
  readonly sessions: number
  readonly events: number
  readonly snapshot: boolean
  /** Another build of the product that `compare` holds this one against, instead of everything else. */
  readonly against?: string
  readonly json: boolean
}

/** Reads the command line. @throws {CommanderError} where it is wrong, and after the help */
export function readOptions(args: readonly string[]): Options {
  const command = new Command('npm run bench --')
    .description(
      'Measures the build against others on this machine, in turns, and holds the figures against the goals.',
    )
    .addArgument(new Argument('[mode]', 'what is measured').choices(modes).default('compare'))
    .option(
      '--only <names>',
      'compare: contestants whose work or name has one of these fragments, separated by commas; the units always take part',
      fragments,
      [],
    )
    .option(
      '--rounds <number>',
      'how often each contestant has its turn (default: 8; start: 10; revocation: 1000; timing: 10000)',
      positive,
    )
    .option('--seconds <number>', 'how long a turn is', positive, 2)
    .option(
      '--connections <numbers>',
      'connections at a time, separated by commas: each contestant is measured with each',
      numbers,
      [64],
    )
    .addOption(
      new Option('--sizes <numbers>', 'scale: how many tokens there are')
        .argParser(numbers)
        .default([10_000, 1_000_000, 10_000_000], '10000,1000000,10000000'),
    )
    .option(
      '--partitions <numbers>',
      'scale: the largest table also in that many partitions by hash of the digest',
      numbers,
      [],
    )
    .option('--fillfactor <numbers>', 'scale: the largest table also with pages that are filled less', numbers, [])
    .option('--sessions <number>', 'cleanup: how many sessions there are', positive, 5_000_000)
    .option('--events <number>', 'cleanup: how many audit events there are', positive, 20_000_000)
    .option('--snapshot', 'cleanup: beside a transaction that stays open, as a backup', false)
    .option(
      '--against <directory>',
      'compare: only this build, also with traces, and the one in another checkout, call by call',
    )
    .option('--json', 'print one JSON document (with npm run --silent), and progress nowhere but on a terminal', false)
    .addHelpText(
      'after',
      `
Modes:
  compare     every call against a bare Fastify route and against other packages, which are installed below scripts/bench/peers
  scale       gateway tokens in tables of several sizes and layouts: look-ups and other calls, disk, indexes, VACUUM
  start       from the start of the process to the first answer that it is ready
  memory      resident memory while tokens are looked up and minted
  flood       the look-up while password logins take all processors
  revocation  whether a revoked token is refused at once by another instance
  timing      whether the time of a refused sign-in tells if its credential exists
  switch      moves a made-up installation of each API here while its callers go on
  workers     look-ups with 1, 2 and 4 workers, and the processor time of each
  reads       look-ups that the primary answers, and that a standby does (DATABASE_READ_URL)
  cleanup     the cleanup job over millions of sessions and audit events, and calls beside it

Examples:
  $ npm run bench
  $ npm run bench -- --only look-up --connections 1,8,64,256
  $ npm run bench -- --only mint,express --rounds 3 --seconds 1
  $ npm run bench -- --against ../before --only look-up,password
  $ npm run bench -- scale --sizes 10000,1000000
  $ npm run bench -- scale --sizes 10000,50000000 --partitions 16,64
  $ npm run bench -- cleanup --sessions 100000 --events 100000 --seconds 5 --snapshot
  $ npm run --silent bench -- start --json`,
    )
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .parse(args, { from: 'user' })
  const [mode] = command.processedArgs as [Mode]
  return { mode, ...command.opts<Omit<Options, 'mode'>>() }
}

function fragments(text: string): string[] {
  const found = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
  if (found.length === 0) throw new InvalidArgumentError('Name at least one.')
  return found
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.')
  return Number(text)
}

function numbers(text: string): number[] {
  return text.split(',').map(positive)
}
