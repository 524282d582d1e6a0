import { setTimeout as delay } from 'node:timers/promises'
import type { Contestant } from '../contestant.js'
import { prepareFixture } from '../fixture.js'
import { applyLoad, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { runRounds } from '../rounds.js'
import { printSummary, summarise } from '../summary.js'
import type { Workbench } from '../workbench.js'

const counts = [1, 2, 4] as const

/** After it PostgreSQL has counted what idle connections have done, in milliseconds. */
const countedAfterMs = 11_000

/** Look-ups with several numbers of workers, a database and a tree of processes for each, in turns. */
export async function workers(setting: Setting): Promise<Report> {
  const { workbench, options } = setting
  const { fixture } = await prepareFixture(workbench)
  const contestants: Contestant[] = []
  const answers = new Map<number, number>()
  const begun = new Map<number, number>()
  for (const count of counts) {
    // A copy of its own, so that its transactions can be counted.
    const databaseUrl = await workbench.createDatabase(databaseOf(count), 'tokenwright')
    const { url, pid } = await startProduct(workbench, databaseUrl, { WORKERS: String(count) })
    await untilServed(url, count)
    const target = productTarget(url, 'look-up', fixture)
    await tryOnce(target)
    begun.set(count, await transactions(workbench, count))
    contestants.push({
      work: 'look-up',
      name: nameOf(count),
      isUnit: count === 1,
      pid,
      mostConnections: Number.POSITIVE_INFINITY,
      hasAftermath: true,
      async apply(load) {
        const result = await applyLoad(target, load)
        answers.set(count, (answers.get(count) ?? 0) + result.answers)
        return result
      },
    })
  }
  const results = await runRounds(contestants, setting)
  const lines = summarise(contestants, options.connections, results)
  await delay(countedAfterMs)
  const batches = await Promise.all(
    counts.map(async (count) => {
      const statements = (await transactions(workbench, count)) - (begun.get(count) ?? 0)
      return { name: nameOf(count), size: (answers.get(count) ?? 0) / statements }
    }),
  )
  return {
    results: { lookUps: lines, batches },
    goals: [],
    print: () => {
      printSummary(lines)
      printTable<(typeof batches)[number]>(
        'Look-ups that share a statement, on average',
        [
          { name: 'server', of: ({ name }) => name },
          { name: 'look-ups a statement', of: ({ size }) => figure(size, 1) },
        ],
        batches,
      )
    },
  }
}

function nameOf(count: number): string {
  return count === 1 ? '1 process' : `${count} workers`
}

function databaseOf(count: number): string {
  return `workers_${count}`
}

/** How many transactions were committed in the database of so many workers. */
async function transactions(workbench: Workbench, count: number): Promise<number> {
  const [row] = await workbench.query<{ commits: string }>(
    workbench.cluster.url,
    'select xact_commit as commits from pg_stat_database where datname = $1',
    [databaseOf(count)],
  )
  return Number(row?.commits)
}

/** Waits until every worker serves: the first one says so for all. */
async function untilServed(url: string, count: number): Promise<void> {
  if (count === 1) return
  for (;;) {
    const page = await (await fetch(`${url}/metrics`)).text()
    if (page.includes(`\ntokenwright_workers ${count}\n`)) return
    await delay(100)
  }
}
