import type { Contestant } from '../contestant.js'
import { expected } from '../entrants/product.js'
import { fillTokens } from '../fill-tokens.js'
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

/** How many of the tokens are looked up, at most. */
const mostKnown = 100_000
const mostBytes = 270
/** The share of the smallest table's rate that is to be reached, by the number of tokens. */
const shares: Readonly<Record<number, number>> = { 1000000: 0.9, 10000000: 0.75 }

/** Look-ups in tables of several sizes, a database and a server for each, in turns. */
export async function scale(setting: Setting): Promise<Report> {
  const { workbench, options, progress } = setting
  const { connections } = options
  const sizes = [...new Set(options.sizes)].sort((one, other) => one - other)
  const [status, answer] = expected['look-up']
  const contestants: Contestant[] = []
  const bytes = new Map<number, number>()
  for (const size of sizes) {
    const known = makeTokens(Math.min(size, mostKnown))
    const databaseUrl = await workbench.createDatabase(`tokens_${size}`)
    const perToken = await fillTokens(databaseUrl, size, known, (done) =>
      progress.update(done, size, `filling a table of ${nameOf(size)}`),
    )
    bytes.set(size, perToken)
    const { url, pid } = await startProduct(workbench, databaseUrl)
    const target: Target = {
      url,
      requests: lookUps(known),
      status,
      answer,
    }
    await tryOnce(target)
    contestants.push({
      work: 'look-up',
      name: nameOf(size),
      isUnit: size === sizes[0],
      pid,
      mostConnections: Number.POSITIVE_INFINITY,
      hasAftermath: true,
      apply: (load) => applyLoad(target, load),
    })
  }
  const results = await runRounds(contestants, setting)
  const lines = summarise(contestants, connections, results)
  const space = sizes.map((size) => ({ name: nameOf(size), bytes: bytes.get(size) ?? Number.NaN }))
  return {
    results: { lookUps: lines, bytesPerToken: space },
    goals: goals(results, sizes, connections, bytes),
    print: () => {
      printSummary(lines)
      printTable<(typeof space)[number]>(
        'On the disk, with all indexes, after VACUUM',
        [
          { name: 'table', of: ({ name }) => name },
          { name: 'bytes per token', of: (line) => figure(line.bytes, 0) },
        ],
        space,
      )
    },
  }
}

function goals(
  results: Results,
  sizes: readonly number[],
  connections: readonly number[],
  bytes: ReadonlyMap<number, number>,
): Goal[] {
  const [smallest = 0, ...larger] = sizes
  const rates = larger.flatMap((size) => {
    const least = shares[size]
    if (least === undefined) return []
    return connections.map((many) => ({
      what: `${nameOf(size)}: of the rate at ${nameOf(smallest)}, ${many} connections`,
      least,
      measured: results.ratio('look-up', nameOf(size), nameOf(smallest), many).median,
    }))
  })
  // In a small table the pages that are begun weigh more than the rows.
  const space = larger.map((size) => ({
    what: `${nameOf(size)}: bytes per token`,
    most: mostBytes,
    measured: bytes.get(size) ?? Number.NaN,
  }))
  return [...rates, ...space]
}

function nameOf(size: number): string {
  return `${size.toLocaleString('en')} tokens`
}
