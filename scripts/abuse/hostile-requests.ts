import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { printTable } from '../bench/print.js'
import { type Fault, Judge } from './judge.js'
import { forEachConcurrently, type Run } from './part.js'
import { type HostileRequest, hostileRequests } from './requests.js'
import { sendBytes } from './send.js'
import { startOnEmbedded, startOnPostgresql, type Target } from './targets.js'

export interface HostileOptions {
  /** A part of the ids of the operations to attack. */
  readonly only?: string
  readonly generated: number
  readonly seed: number
}

export interface HostileReport {
  readonly rows: readonly Row[]
  readonly changedTables: readonly string[]
}

interface Row {
  readonly database: string
  readonly group: HostileRequest['group']
  readonly statuses: Map<string, number>
  readonly faults: Map<Fault, string[]>
  requests: number
}

const contracts: readonly Contract[] = Object.values(contractsByName)

/** Sends hostile requests to every operation, on both databases, and compares the tables before and after. */
export async function attackOperations(
  { workbench, isShort, update }: Run,
  options: HostileOptions,
): Promise<HostileReport> {
  const rows: Row[] = []
  const changedTables: string[] = []
  for (const start of isShort ? [startOnPostgresql] : [startOnPostgresql, startOnEmbedded]) {
    const target = await start(workbench)
    rows.push(...(await attack(target, options, update)))
    changedTables.push(...(await target.stop()).map((table) => `${target.database}: ${table}`))
  }
  return { rows, changedTables }
}

async function attack(target: Target, options: HostileOptions, update: Run['update']): Promise<Row[]> {
  const rows = new Map<string, Row>()
  const judges = new Map(contracts.map((contract) => [contract, new Judge(contract)]))
  const requests = contracts.flatMap((contract) =>
    Object.values(contract.operations)
      .filter(({ operationId }) => options.only === undefined || operationId.includes(options.only))
      .flatMap((operation) =>
        hostileRequests(contract, operation, options.generated, options.seed).map((request) => ({ contract, request })),
      ),
  )
  const base = new URL(target.url)
  await forEachConcurrently(requests, 8, async ({ contract, request }, index) => {
    update(index, requests.length, `${target.database}: ${request.operation.operationId}`)
    const first = await sendBytes(base, request.bytes)
    // A machine that stalls leaves many requests unanswered at once. One that hangs the server does so twice.
    const isSilent = first.kind === 'unanswered' && !request.isBroken
    const outcome = isSilent ? await sendBytes(base, request.bytes) : first
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
    if (!fault) return
    const shown = outcome.kind === 'answered' ? ` ${outcome.status} ${outcome.body.slice(0, 200)}` : ''
    const line = `${request.operation.operationId}: ${request.what}${shown}`
    row.faults.set(fault, [...(row.faults.get(fault) ?? []), line])
  })
  return [...rows.values()]
}

export function isFaultless({ rows, changedTables }: HostileReport): boolean {
  return rows.every(({ faults }) => faults.size === 0) && changedTables.length === 0
}

/** For JSON. */
export function plainReport({ rows, changedTables }: HostileReport): object {
  const plain = rows.map((row) => ({
    ...row,
    statuses: Object.fromEntries(row.statuses),
    faults: Object.fromEntries(row.faults),
  }))
  return { rows: plain, changedTables }
}

export function printReport({ rows, changedTables }: HostileReport): void {
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
  console.log(`\nchanged tables: ${changedTables.length === 0 ? 'none' : changedTables.join(', ')}`)
}
