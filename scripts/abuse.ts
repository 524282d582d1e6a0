/**
 * `npm run abuse`: hostile requests against the build, on both databases. Every answer is held against the contract, and the tables are
 * compared before and after. `npm run abuse -- --help` tells what there is. Requests go to the loopback address only.
 */
import { Command, InvalidArgumentError } from 'commander'
import { contracts as contractsByName } from '../src/apis/index.js'
import type { Contract } from '../src/contract/contract.js'
import { type Fault, Judge } from './abuse/judge.js'
import { type HostileRequest, hostileRequests } from './abuse/requests.js'
import { sendBytes } from './abuse/send.js'
import { startOnEmbedded, startOnPostgresql, type Target } from './abuse/targets.js'
import { printTable } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { Workbench } from './bench/workbench.js'

interface Options {
  readonly only?: string
  readonly generated: number
  readonly seed: number
  readonly json?: true
}

interface Row {
  readonly database: string
  readonly group: HostileRequest['group']
  readonly statuses: Map<string, number>
  readonly faults: Map<Fault, string[]>
  requests: number
}

/** How many requests are under way at the same time. */
const concurrency = 8

const contracts: readonly Contract[] = Object.values(contractsByName)

async function attack(
  target: Target,
  options: Options,
  update: (done: number, all: number, what: string) => void,
): Promise<Row[]> {
  const rows = new Map<string, Row>()
  const judges = new Map(contracts.map((contract) => [contract, new Judge(contract)]))
  const queue = contracts.flatMap((contract) =>
    Object.values(contract.operations)
      .filter(({ operationId }) => options.only === undefined || operationId.includes(options.only))
      .flatMap((operation) =>
        hostileRequests(contract, operation, options.generated, options.seed).map((request) => ({ contract, request })),
      ),
  )
  const all = queue.length
  const base = new URL(target.url)
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { contract, request } = next
      update(all - queue.length, all, `${target.database}: ${request.operation.operationId}`)
      const outcome = await sendBytes(base, request.bytes)
      const row = rows.get(request.group) ?? {
        database: target.database,
        group: request.group,
        requests: 0,
        statuses: new Map(),
        faults: new Map(),
      }
      rows.set(request.group, row)
      row.requests++
      const status = outcome.kind === 'answered' ? `${String(outcome.status)[0]}xx` : outcome.kind
      row.statuses.set(status, (row.statuses.get(status) ?? 0) + 1)
      const fault = judges.get(contract)?.faultOf(request, outcome)
      if (fault) {
        const shown = outcome.kind === 'answered' ? ` ${outcome.status} ${outcome.body.slice(0, 200)}` : ''
        row.faults.set(fault, [
          ...(row.faults.get(fault) ?? []),
          `${request.operation.operationId}: ${request.what}${shown}`,
        ])
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return [...rows.values()]
}

async function run(options: Options): Promise<boolean> {
  const progress = startProgressLine()
  const startedAt = performance.now()
  const workbench = await Workbench.open()
  try {
    const rows: Row[] = []
    const changed: string[] = []
    for (const start of [startOnPostgresql, startOnEmbedded]) {
      const target = await start(workbench)
      rows.push(...(await attack(target, options, progress.update)))
      changed.push(...(await target.stop()).map((table) => `${target.database}: ${table}`))
    }
    progress.stop()
    const seconds = (performance.now() - startedAt) / 1000
    show(options, rows, changed, seconds)
    return rows.every(({ faults }) => faults.size === 0) && changed.length === 0
  } finally {
    progress.stop()
    await workbench.close()
  }
}

function show({ json, seed }: Options, rows: readonly Row[], changed: readonly string[], seconds: number): void {
  if (json) {
    const plain = rows.map((row) => ({
      ...row,
      statuses: Object.fromEntries(row.statuses),
      faults: Object.fromEntries(row.faults),
    }))
    console.log(JSON.stringify({ seed, seconds, rows: plain, changedTables: changed }, null, 2))
    return
  }
  const count =
    (fault: Fault) =>
    ({ faults }: Row) =>
      String(faults.get(fault)?.length ?? 0)
  printTable<Row>(
    'Hostile requests',
    [
      { name: 'database', of: ({ database }) => database },
      { name: 'group', of: ({ group }) => group },
      { name: 'requests', of: ({ requests }) => String(requests) },
      { name: '2xx', of: ({ statuses }) => String(statuses.get('2xx') ?? 0) },
      { name: '3xx', of: ({ statuses }) => String(statuses.get('3xx') ?? 0) },
      { name: '4xx', of: ({ statuses }) => String(statuses.get('4xx') ?? 0) },
      { name: '5xx', of: ({ statuses }) => String(statuses.get('5xx') ?? 0) },
      { name: 'closed', of: ({ statuses }) => String(statuses.get('closed') ?? 0) },
      { name: 'unanswered', of: count('unanswered') },
      { name: 'invalid', of: count('not valid by the contract') },
      { name: 'echo', of: count('echo') },
    ],
    rows,
  )
  for (const { database, faults } of rows) {
    for (const [fault, requests] of faults) {
      console.log(`\n${database}, ${fault}:`)
      for (const request of requests.slice(0, 20)) console.log(`  ${request}`)
      if (requests.length > 20) console.log(`  and ${requests.length - 20} more (--json shows all)`)
    }
  }
  console.log(`\nchanged tables: ${changed.length === 0 ? 'none' : changed.join(', ')}`)
  console.log(
    `${rows.reduce((sum, { requests }) => sum + requests, 0)} requests in ${seconds.toFixed(0)} s, seed ${seed}`,
  )
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}

const command = new Command('npm run abuse --')
  .description(
    'Sends hostile requests to the build and holds every answer against the contracts. Ends with 1 where one is wrong.',
  )
  .option('--only <text>', 'operations whose operationId has this text')
  .option('--generated <number>', 'generated bodies for each operation', wholeNumber, 40)
  .option('--seed <number>', 'of what is generated', wholeNumber, 1)
  .option('--json', 'print everything as JSON')
  .parse()
process.exitCode = (await run(command.opts<Options>())) ? 0 : 1
