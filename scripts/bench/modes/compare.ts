import { compareGoals } from '../compare-goals.js'
import { type Contestant, works } from '../contestant.js'
import type { Entrant, Field, Started } from '../entrant.js'
import { entrants, units } from '../entrants/entrants.js'
import { makeFixture, storeFixture } from '../fixture.js'
import { installPeers } from '../install-peers.js'
import { applyLoad, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { figure, printBars, printTable } from '../print.js'
import { Results } from '../results.js'
import { runRounds } from '../rounds.js'
import { spreadOf } from '../spread.js'
import { CannotMeasure } from '../workbench.js'

const defaultRounds = 8
/** More would be refused: an address has so many sign-ins under way, and each core hashes one at a time. */
const mostLogins = 32

/** Every call against a bare route and against other packages. */
export async function compare({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds, seconds, connections, only } = options
  const chosen = choose(only)
  if (chosen.size === 0) throw new CannotMeasure(`no contestant has one of these in its name: ${only.join(', ')}`)
  if ([...chosen.keys()].some(({ isPeer }) => isPeer)) await installPeers()

  progress.update(0, 1, 'filling the database')
  const fixture = await makeFixture()
  const databaseUrl = await workbench.createDatabase('tokenwright')
  await storeFixture(databaseUrl, fixture)
  const contestants = await enter(chosen, { workbench, fixture, databaseUrl }, (name) =>
    progress.update(0, 1, `starting ${name}`),
  )
  const results = new Results(
    await runRounds(contestants, {
      rounds,
      seconds,
      connections,
      postmaster: workbench.cluster.postmaster,
      onProgress: progress.update,
    }),
  )
  const lines = summarise(contestants, connections, results)
  return {
    results: lines,
    goals: compareGoals(results, connections, new Set(contestants.map(({ work }) => work))),
    print: () => print(lines, connections),
  }
}

/** The entrants with those of their works that are asked for; the units do what somebody else does. */
function choose(only: readonly string[]): Map<Entrant, readonly string[]> {
  const isAsked = (entrant: Entrant, work: string): boolean =>
    only.length === 0 || only.some((fragment) => `${work}: ${entrant.name}`.toLowerCase().includes(fragment))
  const asked = entrants.flatMap((entrant) =>
    entrant.works.filter((work) => isAsked(entrant, work)).map((work) => ({ entrant, work })),
  )
  const chosen = entrants.map((entrant): [Entrant, readonly string[]] => [
    entrant,
    entrant.works.filter((work) =>
      asked.some((one) => one.work === work && (one.entrant === entrant || units.includes(entrant))),
    ),
  ])
  return new Map(chosen.filter(([, of]) => of.length > 0))
}

/** Starts the entrants and tries each of their works once. */
async function enter(
  chosen: ReadonlyMap<Entrant, readonly string[]>,
  field: Field,
  onStart: (name: string) => void,
): Promise<Contestant[]> {
  const contestants: Contestant[] = []
  for (const [entrant, wanted] of chosen) {
    onStart(entrant.name)
    const { pid, url, performances }: Started = await entrant.start(field)
    for (const work of works.filter((one) => wanted.includes(one))) {
      const performance = performances[work]
      if (!performance) throw new Error(`${entrant.name} does not know the work ${work}`)
      const target = typeof performance === 'function' ? undefined : { url, ...performance }
      if (target) await tryOnce(target)
      contestants.push({
        work,
        name: entrant.name,
        isUnit: units.includes(entrant),
        pid,
        hasAftermath: entrant.hasAftermath === true && work === 'look-up',
        apply: (load) => {
          const { connections } = load
          const least = work === 'password' ? { ...load, connections: Math.min(connections, mostLogins) } : load
          return typeof performance === 'function' ? performance(least) : applyLoad({ url, ...performance }, least)
        },
      })
    }
  }
  return contestants
}

type Line = ReturnType<typeof summarise>[number]

function summarise(contestants: readonly Contestant[], connections: readonly number[], results: Results) {
  return connections.flatMap((many) =>
    contestants.map(({ work, name, isUnit }) => {
      const samples = results.of(work, name, many)
      const unit = contestants.find((one) => one.work === work && one.isUnit)
      const spread = (of: (sample: (typeof samples)[number]) => number) => spreadOf(samples.map(of))
      return {
        work,
        name,
        isUnit,
        connections: many,
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

function print(lines: readonly Line[], connections: readonly number[]): void {
  for (const many of connections) {
    for (const work of works) {
      const group = lines.filter((line) => line.work === work && line.connections === many)
      if (group.length === 0) continue
      const used = work === 'password' ? Math.min(many, mostLogins) : many
      printTable<Line>(
        `${work}, ${used} connection${used === 1 ? '' : 's'}`,
        [
          { name: 'contestant', of: ({ name }) => name },
          { name: 'req/s', of: ({ rate }) => figure(rate.median, 0) },
          { name: 'ratio', of: ({ ratio }) => figure(ratio.median, 3) },
          { name: 'min', of: ({ ratio }) => figure(ratio.min, 3) },
          { name: 'max', of: ({ ratio }) => figure(ratio.max, 3) },
          { name: 'p50 ms', of: ({ p50 }) => figure(p50.median) },
          { name: 'p99 ms', of: ({ p99 }) => figure(p99.median) },
          { name: 'cpu s/1000', of: ({ serverTime }) => figure(serverTime, 3) },
          { name: 'pg cpu s/1000', of: ({ databaseTime }) => figure(databaseTime, 3) },
          { name: 'rss MB', of: ({ resident }) => figure(resident / 1e6, 0) },
          { name: 'peak MB', of: ({ peak }) => figure(peak / 1e6, 0) },
          {
            name: 'errors',
            of: ({ unexpected, errors }) => (unexpected + errors > 0 ? `${unexpected + errors} !` : 0),
          },
        ],
        group,
      )
      console.log()
      printBars(group.map(({ name, rate }) => ({ name, value: rate.median })))
    }
  }
  console.log(
    '\nreq/s, p50 and p99 are medians of the rounds; the ratio is to the first line, within each round. CPU seconds are for 1,000 requests.',
  )
}
