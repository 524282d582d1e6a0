import type { Setting } from './mode.js'
import { figure, printTable } from './print.js'
import { defaultRounds } from './rounds.js'
import { type Spread, spreadOf } from './spread.js'
import { type TokenTable, type TokenWork, tokenWorks } from './token-works.js'

/** How a work went in one table. */
export interface TokenWorkLine {
  readonly work: TokenWork
  readonly name: string
  readonly perSecond: Spread
  /** To the first table, within each round. */
  readonly ratio: Spread
}

interface NamedTable {
  readonly name: string
  readonly table: TokenTable
}

/** At the same time: as many as find a connection. */
const concurrency = 8

/** Lets all tables do each work in turn, round by round, each round another one first. */
export async function runTokenWorks(
  tables: readonly NamedTable[],
  { options, progress }: Setting,
): Promise<TokenWorkLine[]> {
  const { rounds = defaultRounds, seconds } = options
  const rates = new Map<string, number[]>()
  const ratesOf = (work: TokenWork, name: string): number[] => {
    const key = `${work} ${name}`
    const found = rates.get(key) ?? []
    rates.set(key, found)
    return found
  }
  for (let round = 0; round < rounds; round++) {
    for (const [place, work] of tokenWorks.entries()) {
      progress.update(round * tokenWorks.length + place, rounds * tokenWorks.length, work)
      const first = round % tables.length
      for (const { name, table } of [...tables.slice(first), ...tables.slice(0, first)]) {
        ratesOf(work, name).push(await table.measure(work, { seconds, concurrency }))
      }
    }
  }
  const unit = tables[0]?.name ?? ''
  return tokenWorks.flatMap((work) =>
    tables.map(({ name }) => ({
      work,
      name,
      perSecond: spreadOf(ratesOf(work, name)),
      ratio: spreadOf(ratesOf(work, name).map((rate, round) => rate / (ratesOf(work, unit)[round] ?? Number.NaN))),
    })),
  )
}

export function printTokenWorks(lines: readonly TokenWorkLine[]): void {
  printTable<TokenWorkLine>(
    `Statements of the server, ${concurrency} at a time, on rows chosen from all`,
    [
      { name: 'work', of: ({ work }) => work },
      { name: 'table', of: ({ name }) => name },
      { name: 'a second', of: ({ perSecond }) => figure(perSecond.median, 0) },
      { name: 'ratio', of: ({ ratio }) => figure(ratio.median) },
      { name: 'least', of: ({ ratio }) => figure(ratio.min) },
      { name: 'largest', of: ({ ratio }) => figure(ratio.max) },
    ],
    lines,
  )
}
