import { setTimeout as delay } from 'node:timers/promises'
import { type Contestant, works } from './contestant.js'
import type { LoadResult } from './load.js'
import type { Setting } from './mode.js'
import { treeMemory, treeTime } from './process-usage.js'
import { Results } from './results.js'

/** One measurement of one contestant. */
export interface Sample extends LoadResult {
  readonly contestant: Contestant
  readonly connections: number
  readonly round: number
  /** Processor seconds for 1,000 answers; `NaN` where the system does not tell. */
  readonly serverTime: number
  readonly databaseTime: number
  /** Bytes resident after it, and the most until then. */
  readonly resident: number
  readonly peak: number
}

/** Where nobody says otherwise. */
export const defaultRounds = 8

/** How long last uses of tokens are collected before they are written, and a little more; in milliseconds. */
const aftermath = 1_200
/** Until most of the code is compiled. */
const warmUpSeconds = 2

/** Lets all contestants do their work in turn, round by round. Those of one work follow each other, each round another one first. */
export async function runRounds(
  contestants: readonly Contestant[],
  { workbench, options, progress }: Setting,
): Promise<Results> {
  const { rounds = defaultRounds, seconds, connections } = options
  const groups = works.map((work) => contestants.filter((one) => one.work === work)).filter(({ length }) => length > 0)
  const all = contestants.length * (rounds * connections.length + 1)
  const samples: Sample[] = []
  let done = 0
  for (const contestant of contestants) {
    progress.update(done++, all, `warm-up: ${contestant.work}, ${contestant.name}`)
    await contestant.apply({
      connections: Math.min(connections.at(-1) ?? 1, contestant.mostConnections),
      seconds: warmUpSeconds,
    })
  }
  for (let round = 0; round < rounds; round++) {
    for (const many of connections) {
      for (const group of groups) {
        const first = round % group.length
        for (const contestant of [...group.slice(first), ...group.slice(0, first)]) {
          progress.update(done++, all, `round ${round + 1} of ${rounds}: ${contestant.work}, ${contestant.name}`)
          samples.push({ ...(await measure(contestant, many, seconds, workbench.cluster.postmaster)), round })
          if (contestant.hasAftermath) await delay(aftermath)
        }
      }
    }
  }
  return new Results(samples)
}

async function measure(
  contestant: Contestant,
  connections: number,
  seconds: number,
  postmaster: number,
): Promise<Omit<Sample, 'round'>> {
  const before = await Promise.all([treeTime(contestant.pid), treeTime(postmaster)])
  const result = await contestant.apply({ connections: Math.min(connections, contestant.mostConnections), seconds })
  const after = await Promise.all([treeTime(contestant.pid), treeTime(postmaster)])
  const thousands = result.answers / 1_000
  return {
    ...result,
    contestant,
    connections,
    serverTime: (after[0] - before[0]) / thousands,
    databaseTime: (after[1] - before[1]) / thousands,
    ...(await treeMemory(contestant.pid)),
  }
}
