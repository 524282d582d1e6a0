import type { Field } from '../../src/cli/field.js'
import { type Contestant, works } from './contestant.js'
import { figure, printBars, printTable } from './print.js'
import type { Results } from './results.js'
import { spreadOf } from './spread.js'

type Line = ReturnType<typeof summarise>[number]

/** What is shown of each contestant at each number of connections. */
export function summarise(contestants: readonly Contestant[], connections: readonly number[], results: Results) {
  return connections.flatMap((many) =>
    contestants.map(({ work, name, isUnit, mostConnections }) => {
      const samples = results.of(work, name, many)
      const unit = contestants.find((one) => one.work === work && one.isUnit)
      const spread = (of: (sample: (typeof samples)[number]) => number) => spreadOf(samples.map(of))
      return {
        work,
        name,
        isUnit,
        connections: many,
        usedConnections: Math.min(many, mostConnections),
        rate: spread(({ rate }) => rate),
        ratio: results.ratio(work, name, unit?.name ?? '', many),
        p50: spread(({ p50 }) => p50),
        p99: spread(({ p99 }) => p99),
        serverTime: spread(({ serverTime }) => serverTime).median,
        databaseTime: spread(({ databaseTime }) => databaseTime).median,
        resident: spread(({ resident }) => resident).max,
        peak: spread(({ peak }) => peak).max,
        answers: samples.reduce((sum, one) => sum + one.answers, 0),
        unexpected: samples.reduce((sum, one) => sum + one.unexpected, 0),
        errors: samples.reduce((sum, one) => sum + one.errors, 0),
      }
    }),
  )
}

/** A table and a plot for each work at each number of connections. */
export function printSummary(lines: readonly Line[]): void {
  for (const many of new Set(lines.map(({ connections }) => connections))) {
    for (const work of works) {
      const group = lines.filter((line) => line.work === work && line.connections === many)
      if (group.length === 0) continue
      const used = group[0]?.usedConnections
      printTable(`${work}, ${used} connection${used === 1 ? '' : 's'}`, fields, group)
      console.log()
      printBars(group.map(({ name, rate }) => ({ name, value: rate.median })))
    }
  }
  console.log(
    `
req/s, p50 and p99 are medians of the rounds; the ratio is to the first line, within each round, with the least and the largest of the
rounds. CPU seconds are for 1,000 requests, of the server and of PostgreSQL. Latency is what the client sees, to the microsecond.
In the memory of the argon2id loop is the TypeScript loader that runs it.`,
  )
}

const fields: readonly Field<Line>[] = [
  { name: 'contestant', of: ({ name }) => name },
  { name: 'req/s', of: ({ rate }) => figure(rate.median, 0) },
  { name: 'ratio', of: ({ ratio }) => figure(ratio.median, 3) },
  { name: 'min', of: ({ ratio }) => figure(ratio.min, 3) },
  { name: 'max', of: ({ ratio }) => figure(ratio.max, 3) },
  { name: 'p50 ms', of: ({ p50 }) => figure(p50.median) },
  { name: 'p99 ms', of: ({ p99 }) => figure(p99.median) },
  { name: 'cpu s', of: ({ serverTime }) => figure(serverTime, 3) },
  { name: 'pg cpu s', of: ({ databaseTime }) => figure(databaseTime, 3) },
  { name: 'rss MB', of: ({ resident }) => figure(resident / 1e6, 0) },
  { name: 'peak MB', of: ({ peak }) => figure(peak / 1e6, 0) },
  { name: 'failed', of: ({ unexpected, errors }) => (unexpected + errors > 0 ? `${unexpected + errors} !` : 0) },
]
