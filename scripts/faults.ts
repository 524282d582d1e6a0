/**
 * `npm run faults`: breaks the database, the network and the process on purpose, one fault after the other, and prints which promises are kept.
 * Everything runs on this machine and is taken away at the end.
 */
import { Command } from 'commander'
import type { Field } from '../src/cli/field.js'
import { printTable } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { databaseFaults } from './faults/database-faults.js'
import { Environment } from './faults/environment.js'
import { everything, everythingName } from './faults/everything/everything.js'
import { failover } from './faults/failover.js'
import type { Fault, Outcome } from './faults/fault.js'
import { fullDisks } from './faults/full-disk.js'
import { killFaults } from './faults/kill-faults.js'
import { overload, soak } from './faults/load-faults.js'
import { migrationFaults } from './faults/migration-faults.js'
import { movedClock } from './faults/moved-clock.js'
import { patroniFailovers } from './faults/patroni-failover.js'
import { resourceFaults } from './faults/resource-faults.js'
import { startFaults } from './faults/start-faults.js'
import { lastRelease, upgradeFrom } from './faults/upgrade.js'

interface Row extends Outcome {
  readonly fault: string
  readonly promise: string
}

interface Options {
  readonly only?: string
  readonly short: boolean
  readonly soak: string
  readonly from?: string
  readonly rounds?: string
  readonly minutes: string
  readonly retry: boolean
  readonly json: boolean
}

const fields: readonly Field<Row>[] = [
  { name: 'fault', of: ({ fault }) => fault },
  { name: 'promise', of: ({ promise }) => promise },
  { name: 'kept', of: ({ isKept }) => (isKept ? 'yes' : 'NO') },
  { name: 'requests', of: ({ requests }) => requests?.toString() ?? null },
  {
    name: 'failures',
    of: ({ failures = {} }) =>
      Object.entries(failures)
        .map(([kind, count]) => `${count} × ${kind}`)
        .join(', ') || null,
  },
  { name: 'lost', of: ({ lost }) => lost?.toString() ?? null },
  {
    name: 'recovery',
    of: ({ recoverySeconds }) => (recoverySeconds === undefined ? null : `${recoverySeconds.toFixed(2)} s`),
  },
  { name: 'seen', of: ({ note }) => note ?? null },
]

async function runFault(fault: Fault, environment: Environment): Promise<Row> {
  const { name, promise } = fault
  try {
    return { fault: name, promise, ...(await fault.run(environment)) }
  } catch (error) {
    return { fault: name, promise, isKept: false, note: error instanceof Error ? error.message.slice(0, 200) : '' }
  } finally {
    await environment.endInstances()
  }
}

/**
 * Runs a fault once more where its promise was not kept, as a machine that stands still for a second breaks promises of seconds. What was lost
 * stays lost.
 */
async function runTwice(fault: Fault, environment: Environment): Promise<Row> {
  const first = await runFault(fault, environment)
  if (first.isKept || (first.lost ?? 0) > 0) return first
  const second = await runFault(fault, environment)
  const before = [...Object.keys(first.failures ?? {}), ...(first.note === undefined ? [] : [first.note])].join(', ')
  return { ...second, note: `second try; first: ${before}${second.note === undefined ? '' : `; now: ${second.note}`}` }
}

async function run({
  only = '',
  short,
  soak: soakMinutes,
  from = lastRelease(),
  rounds = short ? '1' : '5',
  minutes,
  retry,
  json,
}: Options): Promise<boolean> {
  const soaks = short ? [] : [soak(Number(soakMinutes))]
  const faults = [
    ...(from === undefined ? [] : [upgradeFrom(from)]),
    ...databaseFaults,
    failover,
    ...patroniFailovers(Number(rounds), short),
    ...fullDisks,
    ...startFaults,
    ...migrationFaults,
    ...killFaults,
    movedClock,
    ...resourceFaults,
    overload,
    ...soaks,
    ...(only === everythingName ? [everything(Number(minutes))] : []),
  ].filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))
  const startedAt = performance.now()
  const progress = startProgressLine()
  const environment = await Environment.open(short)
  const rows: Row[] = []
  const end = async (): Promise<void> => environment.close()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end().then(() => process.exit(130)))
  }
  try {
    for (const [index, fault] of faults.entries()) {
      environment.onStep = (step) => progress.update(index, faults.length, `${fault.name}: ${step}`)
      progress.update(index, faults.length, fault.name)
      rows.push(await (retry ? runTwice : runFault)(fault, environment))
    }
  } finally {
    progress.stop()
    await end()
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  if (json) console.log(JSON.stringify({ seconds, faults: rows }, null, 2))
  else {
    printTable('Faults', fields, rows)
    console.log(`\n${rows.filter(({ isKept }) => isKept).length} of ${rows.length} promises kept, in ${seconds} s`)
  }
  return rows.every(({ isKept }) => isKept)
}

const options = new Command('npm run faults --')
  .description('Breaks the database, the network and the process on purpose, and prints which promises are kept.')
  .option('--only <name>', 'only the faults whose name has this in it')
  .option('--short', 'fewer rounds, shorter faults, no soak', false)
  .option('--soak <minutes>', 'how long the soak takes', '5')
  .option('--from <revision>', 'the version whose upgrade is tried (default: the last release, if there is one)')
  .option('--rounds <number>', 'how often the primary of three machines is killed, in each mode: 5, or 1 with --short')
  .option('--minutes <number>', `how long everything at once takes, which --only ${everythingName} alone runs`, '30')
  .option('--retry', 'run a fault once more where its promise was not kept and nothing was lost', false)
  .option('--json', 'print one JSON document', false)
  .parse(process.argv)
  .opts<Options>()
process.exitCode = (await run(options)) ? 0 : 1
