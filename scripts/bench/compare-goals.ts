import type { Work } from './contestant.js'
import { argon2Loop } from './entrants/argon2-loop.js'
import { bare } from './entrants/bare.js'
import { entrants } from './entrants/entrants.js'
import { bareLoader, product, singleQuery } from './entrants/product.js'
import type { Goal } from './goal.js'
import type { Results } from './results.js'

/** The ratio to the bare route that a work is to reach, by the number of connections. */
const ofBare: Partial<Record<Work, Readonly<Record<number, number>>>> = {
  'look-up': { 64: 0.55, 256: 0.75 },
  unknown: { 64: 0.55, 256: 0.75 },
  malformed: { 64: 0.7 },
  mint: { 64: 0.42 },
  login: { 64: 0.42 },
  accounts: { 64: 0.42 },
}

/** From how many connections on a server is busy. One that waits for each answer is as fast as the way to the database and back. */
const busy = 64
/** From how many on logins keep the processors of most machines busy. */
const busyLogins = 8

/** How many times as fast as every peer at its work. */
const timesPeers = [
  { work: 'look-up', peers: 'look-up', least: 5 },
  { work: 'mint', peers: 'mint', least: 3 },
  { work: 'login', peers: 'mint', least: 3 },
  { work: 'issue', peers: 'issue', least: 4 },
] as const satisfies { work: Work; peers: Work; least: number }[]

/** What a comparison is held against, as far as it was run with these connections and these works. */
export function compareGoals(results: Results, connections: readonly number[], ran: ReadonlySet<Work>): Goal[] {
  const at = (many: number): string => `${many} connection${many === 1 ? '' : 's'}`
  const ratio = (work: Work, other: string, many: number, otherWork = work): number =>
    results.ratio(work, product.name, other, many, otherWork).median
  const goals: Goal[] = []
  for (const [work, byConnections] of Object.entries(ofBare) as [Work, Record<number, number>][]) {
    for (const [many, least] of Object.entries(byConnections)) {
      if (!ran.has(work) || !connections.includes(Number(many))) continue
      goals.push({
        what: `${work}: of bare at ${at(Number(many))}`,
        least,
        measured: ratio(work, bare.name, Number(many)),
      })
    }
  }
  if (ran.has('look-up') && connections.includes(1)) {
    goals.push({
      what: `look-up: of one query per request at ${at(1)}`,
      least: 1,
      measured: ratio('look-up', singleQuery.name, 1),
    })
  }
  for (const many of connections.filter((one) => one >= busy)) {
    if (ran.has('look-up')) {
      const p99 = (name: string): number => results.median('look-up', name, many, (sample) => sample.p99)
      goals.push({
        what: `look-up: p99 over bare's at ${at(many)}`,
        most: 2.5,
        measured: p99(product.name) / p99(bare.name),
      })
      goals.push({
        what: `look-up: share of the contract's machinery at ${at(many)}`,
        most: 0.15,
        measured: 1 - ratio('look-up', bareLoader.name, many),
      })
    }
    for (const { work, peers, least } of timesPeers) {
      if (!ran.has(work)) continue
      for (const { name } of entrants.filter(({ isPeer, works }) => isPeer && works.includes(peers))) {
        goals.push({ what: `${work}: times ${name} at ${at(many)}`, least, measured: ratio(work, name, many, peers) })
      }
    }
    if (ran.has('issue')) {
      goals.push({
        what: `issue: times one INSERT per request at ${at(many)}`,
        least: 2.2,
        measured: ratio('issue', singleQuery.name, many),
      })
    }
  }
  const most = Math.max(...connections)
  if (ran.has('password') && most >= busyLogins) {
    goals.push({
      what: 'password: of the bare argon2id loop',
      least: 0.8,
      measured: ratio('password', argon2Loop.name, most),
    })
  }
  return goals
}
