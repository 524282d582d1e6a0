import { CommanderError } from 'commander'
import { compareGoals } from '../compare-goals.js'
import { type Contestant, works } from '../contestant.js'
import type { Entrant, Field, Started } from '../entrant.js'
import { entrants, units } from '../entrants/entrants.js'
import { otherBuild } from '../entrants/other-build.js'
import { product } from '../entrants/product.js'
import { tracedAlways, tracedSeldom } from '../entrants/traced.js'
import { prepareFixture } from '../fixture.js'
import { installPeers } from '../install-peers.js'
import { applyLoad, tryOnce } from '../load.js'
import type { Report, Setting } from '../mode.js'
import { runRounds } from '../rounds.js'
import { printSummary, summarise } from '../summary.js'

/** More would be refused: sign-ins under way count as failures of their address until they have succeeded. */
const mostLogins = 32

/** Who takes part, and against whom each is held. */
interface Lineup {
  readonly entrants: readonly Entrant[]
  readonly units: readonly Entrant[]
}

/** Every call against a bare route and against other packages, or against another build of the product. */
export async function compare(setting: Setting): Promise<Report> {
  const { workbench, progress } = setting
  const { connections, only, against } = setting.options
  const lineup = lineupOf(against)
  const chosen = choose(only, lineup)
  if (chosen.size === 0)
    throw new CommanderError(2, 'bench.only', `error: no contestant has one of these: ${only.join(', ')}`)
  if ([...chosen.keys()].some(({ isPeer }) => isPeer)) {
    await installPeers(() => progress.update(0, 1, 'installing the peers below scripts/bench/peers'))
  }

  progress.update(0, 1, 'filling the database')
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const contestants = await enter(chosen, lineup.units, { workbench, fixture, databaseUrl }, (name) =>
    progress.update(0, 1, `starting ${name}`),
  )
  const results = await runRounds(contestants, setting)
  const lines = summarise(contestants, connections, results)
  return {
    results: lines,
    goals:
      against === undefined ? compareGoals(results, connections, new Set(contestants.map(({ work }) => work))) : [],
    print: () => printSummary(lines),
  }
}

function lineupOf(against: string | undefined): Lineup {
  if (against === undefined) return { entrants, units }
  const other = otherBuild(against)
  return { entrants: [other, product, tracedSeldom, tracedAlways], units: [other] }
}

/** The entrants with those of their works that are asked for; the units do what somebody else does. */
function choose(only: readonly string[], { entrants, units }: Lineup): Map<Entrant, readonly string[]> {
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
  units: readonly Entrant[],
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
        mostConnections: work === 'password' ? mostLogins : Number.POSITIVE_INFINITY,
        apply: typeof performance === 'function' ? performance : (load) => applyLoad({ url, ...performance }, load),
      })
    }
  }
  return contestants
}
