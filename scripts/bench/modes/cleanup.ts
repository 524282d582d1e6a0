import { CleanupJob, type ExpiringRows } from '../../../src/cleanup-job.js'
import { systemClock } from '../../../src/clock.js'
import { MasterKey } from '../../../src/crypto/master-key.js'
import { Secret } from '../../../src/crypto/secret.js'
import { openPostgresql } from '../../../src/database/postgresql.js'
import { Metrics } from '../../../src/observability/metrics.js'
import { createServices } from '../../../src/services.js'
import { auditRetentionDays, expiredShare, fillExpiring } from '../fill-expiring.js'
import { masterKeyText, prepareFixture } from '../fixture.js'
import type { Goal } from '../goal.js'
import { applyLoad, type LoadResult, type Target, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { bearer, post } from '../requests.js'
import { withClient } from '../with-client.js'
import type { Workbench } from '../workbench.js'

/** Of each call in a second, beside the job and without it. */
const rates = { 'look-up': 200, password: 10, 'audit list': 20, 'audited change': 20 } as const
const operatorKey = 'b'.repeat(64)
const maxBatchMs = 1_000
/** How many times its p99 without the job a look-up may take beside it. */
const maxSlowdown = 3
const maxCallMs = 1_000

type Call = keyof typeof rates
type Loads = Readonly<Record<Call, LoadResult>>

interface Batch {
  readonly rows: number
  readonly ms: number
}

/** What the job did to one table, and how calls fared. */
interface Cleaned {
  readonly table: string
  readonly rows: number
  readonly seconds: number
  readonly batches: readonly Batch[]
  readonly alone: Loads
  readonly beside: Loads
  readonly deadRows: number
  readonly vacuumSeconds: number
}

/** The cleanup job over millions of sessions and audit events, and look-ups and sign-ins beside it. */
export async function cleanup(setting: Setting): Promise<Report> {
  const { workbench, options, progress } = setting
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  await fillExpiring(databaseUrl, options, (done, all) =>
    progress.update(done, all, 'filling sessions and audit events'),
  )
  const targetsAt = (url: string): Readonly<Record<Call, Target>> => ({
    'look-up': productTarget(url, 'look-up', fixture),
    password: productTarget(url, 'password', fixture),
    'audit list': {
      url,
      requests: [bearer('/operator/v1/audit-events?limit=50', operatorKey)],
      status: 200,
      answer: /"action"/,
    },
    'audited change': {
      url,
      requests: [post('/operator/v1/partners', { name: 'Acme' }, { authorization: `Bearer ${operatorKey}` })],
      status: 201,
      answer: /"id"/,
    },
  })
  const cleaned: Cleaned[] = []
  for (const table of ['refresh_families', 'audit_events'] as const) {
    progress.update(cleaned.length, 2, `cleaning ${table}`)
    cleaned.push(await cleanBeside(setting, databaseUrl, targetsAt, table))
  }
  return {
    results: cleaned.map(({ batches, ...line }) => ({
      ...line,
      batches: batches.length,
      longestBatchMs: longest(batches),
    })),
    goals: cleaned.flatMap(goalsOf),
    print: () => print(cleaned, options),
  }
}

async function cleanBeside(
  { workbench, options }: Setting,
  databaseUrl: string,
  targetsAt: (url: string) => Readonly<Record<Call, Target>>,
  table: 'refresh_families' | 'audit_events',
): Promise<Cleaned> {
  // A server of its own for each table: its own job would begin after four minutes.
  const server = await startProduct(workbench, databaseUrl, { OPERATOR_KEY: operatorKey })
  const targets = Object.entries(targetsAt(server.url)) as [Call, Target][]
  const apply = async (seconds: number): Promise<Loads> => {
    const loads = targets.map(async ([call, target]) => {
      await tryOnce(target)
      return [call, await applyLoad(target, { connections: 8, seconds, rate: rates[call] })] as const
    })
    return Object.fromEntries(await Promise.all(loads)) as Loads
  }
  await apply(2)
  const alone = await apply(options.seconds)
  const cleaning = options.snapshot
    ? besideSnapshot(databaseUrl, () => clean(databaseUrl, table))
    : clean(databaseUrl, table)
  const beside = await apply(options.seconds)
  await server.stop()
  return { table, ...(await cleaning), alone, beside, ...(await space(workbench, databaseUrl, table)) }
}

/** Works while a transaction is open that may see every row of now. */
async function besideSnapshot<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read')
    // It locks no table that the job drops a part of.
    await client.query('select from partners limit 1')
    return work()
  })
}

/** Runs the job over one table, over and over, until there is nothing left to delete. */
async function clean(url: string, table: string): Promise<Pick<Cleaned, 'rows' | 'seconds' | 'batches'>> {
  // A machine that does other work as well gives late answers, not none.
  const { db, close } = openPostgresql({ url, onIdleError: () => {}, connectTimeoutMs: 30_000 })
  const keys = { current: new MasterKey(new Secret(masterKeyText)), previous: undefined }
  const services = createServices(db, keys, { metrics: new Metrics(), onDropped: () => {} })
  const [rows] = services.expiringRows(auditRetentionDays).filter((each) => each.table === table)
  if (!rows) throw new Error(`the job does not clean ${table}`)
  const batches: Batch[] = []
  const deleteExpired: ExpiringRows['deleteExpired'] = async (trx, batch) => {
    const startedAtMs = performance.now()
    const deleted = await rows.deleteExpired(trx, batch)
    batches.push({ rows: deleted.rows, ms: performance.now() - startedAtMs })
    return deleted
  }
  const failures: unknown[] = []
  const job = new CleanupJob({
    db,
    clock: systemClock,
    log: { debug: () => {}, warn: ({ err }: { err?: unknown }) => void failures.push(err) },
    metrics: new Metrics().cleanup,
    expiringRows: [{ ...rows, deleteExpired }],
  })
  const startedAtMs = performance.now()
  const sum = (): number => batches.reduce((total, batch) => total + batch.rows, 0)
  try {
    for (let before = -1; before < sum() && failures.length === 0; ) {
      before = sum()
      await job.run()
    }
  } finally {
    await services.flush()
    await close()
  }
  if (failures.length > 0) throw failures[0]
  return { rows: sum(), seconds: (performance.now() - startedAtMs) / 1_000, batches }
}

/** Dead rows that autovacuum has left until now, and how long a VACUUM takes. */
async function space(
  workbench: Workbench,
  url: string,
  table: string,
): Promise<Pick<Cleaned, 'deadRows' | 'vacuumSeconds'>> {
  const tables = table === 'refresh_families' ? 'refresh_families, refresh_tokens' : table
  const [row] = await workbench.query<{ dead: number }>(
    url,
    `select sum(n_dead_tup)::float8 as dead from pg_stat_user_tables
     where relid = any(string_to_array($1, ', ')::regclass[])
       or relid in (select inhrelid from pg_inherits where inhparent = any(string_to_array($1, ', ')::regclass[]))`,
    [tables],
  )
  const startedAtMs = performance.now()
  await workbench.query(url, `vacuum ${tables}`)
  return { deadRows: row?.dead ?? Number.NaN, vacuumSeconds: (performance.now() - startedAtMs) / 1_000 }
}

function longest(batches: readonly Batch[]): number {
  return Math.max(...batches.map(({ ms }) => ms))
}

function goalsOf({ table, batches, alone, beside }: Cleaned): Goal[] {
  return [
    { what: `${table}: the longest batch`, most: maxBatchMs, measured: longest(batches), unit: ' ms' },
    {
      what: `${table}: a look-up beside the job, times its p99 without it`,
      most: maxSlowdown,
      measured: beside['look-up'].p99 / alone['look-up'].p99,
    },
    {
      what: `${table}: the longest call beside the job that needs the audit`,
      most: maxCallMs,
      measured: Math.max(beside['audit list'].longest, beside['audited change'].longest),
      unit: ' ms',
    },
    {
      what: `${table}: calls that failed beside the job`,
      most: 0,
      measured: Object.values(beside).reduce((sum, load) => sum + failed(load), 0),
    },
  ]
}

function failed({ unexpected, errors }: LoadResult): number {
  return unexpected + errors
}

function print(cleaned: readonly Cleaned[], { sessions, events }: { sessions: number; events: number }): void {
  const amounts = `${sessions.toLocaleString('en')} sessions and ${events.toLocaleString('en')} audit events`
  printTable<Cleaned>(
    `The cleanup job over ${amounts}, of which one in ${expiredShare} has expired`,
    [
      { name: 'table', of: ({ table }) => table },
      { name: 'deleted', of: ({ rows }) => rows },
      { name: 'seconds', of: ({ seconds }) => figure(seconds, 1) },
      { name: 'rows/s', of: ({ rows, seconds }) => figure(rows / seconds, 0) },
      { name: 'batches', of: ({ batches }) => batches.length },
      { name: 'longest ms', of: ({ batches }) => figure(longest(batches), 0) },
      { name: 'dead rows', of: ({ deadRows }) => deadRows },
      { name: 'vacuum s', of: ({ vacuumSeconds }) => figure(vacuumSeconds, 1) },
    ],
    cleaned,
  )
  const calls = cleaned.flatMap(({ table, alone, beside }) =>
    (Object.keys(rates) as Call[]).map((call) => ({ table, call, alone: alone[call], beside: beside[call] })),
  )
  printTable<(typeof calls)[number]>(
    'Calls without the job and beside it',
    [
      { name: 'table', of: ({ table }) => table },
      { name: 'call', of: ({ call }) => `${call}, ${rates[call]} a second` },
      { name: 'p50 ms', of: ({ alone }) => figure(alone.p50) },
      { name: 'p99 ms', of: ({ alone }) => figure(alone.p99) },
      { name: 'p50 beside', of: ({ beside }) => figure(beside.p50) },
      { name: 'p99 beside', of: ({ beside }) => figure(beside.p99) },
      { name: 'longest ms', of: ({ alone }) => figure(alone.longest, 0) },
      { name: 'beside', of: ({ beside }) => figure(beside.longest, 0) },
      { name: 'failed', of: ({ alone, beside }) => failed(alone) + failed(beside) },
    ],
    calls,
  )
}
