import { prepareFixture } from '../fixture.js'
import { applyLoad, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { memoryOf } from '../process-usage.js'
import { startProduct } from '../product.js'
import { productTarget } from '../product-target.js'
import { defaultRounds } from '../rounds.js'

interface Line {
  readonly when: string
  readonly resident: number
  readonly peak: number
  readonly answers: number
  readonly failed: number
}

/** Resident memory of the server while tokens are looked up and minted at the same time. */
export async function memory({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds, seconds, connections } = options
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const server = await startProduct(workbench, databaseUrl)
  const targets = [productTarget(server.url, 'look-up', fixture), productTarget(server.url, 'mint', fixture)]
  for (const target of targets) await tryOnce(target)

  const lines: Line[] = [{ when: 'ready', ...(await memoryOf(server.pid)), answers: 0, failed: 0 }]
  for (const many of connections) {
    for (let round = 0; round < rounds; round++) {
      progress.update(round, rounds, `${many} connections for each call`)
      const results = await Promise.all(targets.map((target) => applyLoad(target, { connections: many, seconds })))
      lines.push({
        when: `${many} + ${many} connections, round ${round + 1}`,
        ...(await memoryOf(server.pid)),
        answers: results.reduce((sum, { answers }) => sum + answers, 0),
        failed: results.reduce((sum, { unexpected, errors }) => sum + unexpected + errors, 0),
      })
    }
  }
  const megabytes = (of: (line: Line) => number): number => Math.max(...lines.map(of)) / 1e6
  return {
    results: lines,
    goals: [
      { what: 'resident memory under load', most: 110, unit: ' MB', measured: megabytes(({ resident }) => resident) },
      { what: 'its peak', most: 110, unit: ' MB', measured: megabytes(({ peak }) => peak) },
    ],
    print: () =>
      printTable<Line>(
        'Resident memory of the server on PostgreSQL, looking tokens up and minting at the same time',
        [
          { name: 'when', of: ({ when }) => when },
          { name: 'rss MB', of: ({ resident }) => figure(resident / 1e6, 1) },
          { name: 'peak MB', of: ({ peak }) => figure(peak / 1e6, 1) },
          { name: 'answers', of: ({ answers }) => answers },
          { name: 'failed', of: ({ failed }) => failed },
        ],
        lines,
      ),
  }
}
