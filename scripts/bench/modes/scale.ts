import type { Contestant } from '../contestant.js'
import { expected } from '../entrants/product.js'
import { fillTokens, type TokenLayout, type TokenSpace } from '../fill-tokens.js'
import { makeTokens } from '../fixture.js'
import type { Goal } from '../goal.js'
import { applyLoad, type Target, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { startProduct } from '../product.js'
import { lookUps } from '../requests.js'
import type { Results } from '../results.js'
import { runRounds } from '../rounds.js'
import { printSummary, summarise } from '../summary.js'
import { type Maintenance, maintain } from '../token-maintenance.js'
import { TokenTable } from '../token-works.js'
import { printTokenWorks, runTokenWorks } from '../token-works-rounds.js'

/** How many of the tokens are looked up by HTTP, at most. */
const mostKnown = 100_000
const mostBytes = 270
/** The share of the smallest table's rate that is to be reached, by the number of tokens. */
const shares: Readonly<Record<number, number>> = { 1000000: 0.9, 10000000: 0.75, 50000000: 0.75 }

/** A filled table, and a server in front of it. */
interface FilledTable {
  readonly name: string
  readonly layout: TokenLayout
  readonly space: TokenSpace
  readonly table: TokenTable
  readonly contestant: Contestant
}

interface SpaceLine {
  readonly name: string
  readonly part: string
  readonly bytes: number
  readonly seconds: number
}

/** Gateway tokens in tables of several sizes and layouts, a database and a server for each, in turns. */
export async function scale(setting: Setting): Promise<Report> {
  const { options } = setting
  const filled: FilledTable[] = []
  for (const layout of layoutsOf(setting)) filled.push(await fill(setting, layout, filled.length === 0))
  const contestants = filled.map(({ contestant }) => contestant)
  const results = await runRounds(contestants, setting)
  const works = await runTokenWorks(filled, setting)
  const maintenance: (Maintenance & { readonly name: string })[] = []
  for (const { name, layout, table } of filled) {
    await table.close()
    setting.progress.update(maintenance.length, filled.length, `updating and vacuuming ${name}`)
    maintenance.push({ name, ...(await maintain(table.url, layout.size)) })
  }
  const lines = summarise(contestants, options.connections, results)
  const space = filled.flatMap(spaceLines)
  return {
    results: { lookUps: lines, works, space, maintenance },
    goals: goals(results, filled, options.connections),
    print: () => {
      printSummary(lines)
      printTokenWorks(works)
      printTable<SpaceLine>(
        'On the disk after VACUUM, and how long it took',
        [
          { name: 'table', of: ({ name }) => name },
          { name: 'part', of: ({ part }) => part },
          { name: 'bytes per token', of: ({ bytes }) => figure(bytes, 1) },
          { name: 'seconds', of: ({ seconds }) => figure(seconds, 1) },
        ],
        space,
      )
      printTable<(typeof maintenance)[number]>(
        'After the last use of 1 % of the tokens was moved',
        [
          { name: 'table', of: ({ name }) => name },
          { name: 'heap-only %', of: ({ hotPercent }) => figure(hotPercent, 0) },
          { name: 'bytes per update', of: ({ grownBytesPerUpdate }) => figure(grownBytesPerUpdate, 0) },
          { name: 'vacuum s', of: ({ vacuumSeconds }) => figure(vacuumSeconds) },
          { name: 'planning ms', of: ({ planningMs }) => figure(planningMs, 3) },
        ],
        maintenance,
      )
    },
  }
}

/** Of every size one table; of the largest also partitions, where they are asked for. */
function layoutsOf({ options }: Setting): TokenLayout[] {
  const { fillfactor, partitions } = options
  const sizes = [...new Set(options.sizes)].sort((one, other) => one - other)
  const largest = sizes.at(-1) ?? 0
  return [
    ...sizes.map((size) => ({ size, partitions: 1, fillfactor: 100 })),
    ...partitions.map((count) => ({ size: largest, partitions: count, fillfactor: 100 })),
    ...fillfactor.map((percent) => ({ size: largest, partitions: 1, fillfactor: percent })),
  ]
}

async function fill({ workbench, progress }: Setting, layout: TokenLayout, isUnit: boolean): Promise<FilledTable> {
  const { size, partitions, fillfactor } = layout
  const name = nameOf(layout)
  const known = makeTokens(Math.min(size, mostKnown))
  const url = await workbench.createDatabase(`tokens_${size}_${partitions}_${fillfactor}`)
  const space = await fillTokens(url, layout, known, (done) => progress.update(done, size, `filling ${name}`))
  const server = await startProduct(workbench, url)
  const [status, answer] = expected['look-up']
  const target: Target = { url: server.url, requests: lookUps(known), status, answer }
  await tryOnce(target)
  const contestant: Contestant = {
    work: 'look-up',
    name,
    isUnit,
    pid: server.pid,
    mostConnections: Number.POSITIVE_INFINITY,
    hasAftermath: true,
    apply: (load) => applyLoad(target, load),
  }
  return { name, layout, space, table: new TokenTable(url, size), contestant }
}

function spaceLines({ name, space }: FilledTable): SpaceLine[] {
  return [
    { name, part: 'rows', bytes: space.rowBytesPerToken, seconds: space.fillSeconds },
    ...space.indexes.map((index) => ({
      name,
      part: index.name,
      bytes: index.bytesPerToken,
      seconds: index.buildSeconds,
    })),
    { name, part: 'all; first VACUUM', bytes: space.bytesPerToken, seconds: space.firstVacuumSeconds },
  ]
}

function goals(results: Results, [smallest, ...larger]: FilledTable[], connections: readonly number[]): Goal[] {
  const rates = larger.flatMap(({ name, layout }) => {
    const least = shares[layout.size]
    if (least === undefined) return []
    return connections.map((many) => ({
      what: `${name}: of the rate at ${smallest?.name}, ${many} connections`,
      least,
      measured: results.ratio('look-up', name, smallest?.name ?? '', many).median,
    }))
  })
  // In a small table the pages that are begun weigh more than the rows.
  const space = larger.map(({ name, space }) => ({
    what: `${name}: bytes per token`,
    most: mostBytes,
    measured: space.bytesPerToken,
  }))
  return [...rates, ...space]
}

function nameOf({ size, partitions, fillfactor }: TokenLayout): string {
  const tokens = `${size.toLocaleString('en')} tokens`
  const inPartitions = partitions === 1 ? tokens : `${tokens} in ${partitions} partitions`
  return fillfactor === 100 ? inPartitions : `${inPartitions}, fillfactor ${fillfactor}`
}
