import { Agent, request } from 'node:http'
import { type Fixture, prepareFixture } from '../fixture.js'
import type { Report, Setting } from '../mode.js'
import { figure, printTable } from '../print.js'
import { productEnvironment, serve } from '../product.js'
import { seededRandom } from '../seeded-random.js'

const defaultRounds = 10_000
const warmUpRounds = 500
/** Pairs from one address: fewer failures than an address may have. */
const pairsPerAddress = 20
/** The largest differences come from something else that the machine did. */
const shareKept = 0.9

type Body = Readonly<Record<string, string>>

/** Two kinds of sign-ins that are refused and must not be told apart. */
interface Comparison {
  readonly name: string
  readonly path: string
  /** The bodies of one pair. */
  readonly pair: (round: number) => readonly [Body, Body]
}

/** Whether the time of a refusal tells if a credential exists: pairs of requests, one after the other, in either order. */
export async function timing({ workbench, options, progress }: Setting): Promise<Report> {
  const { rounds = defaultRounds } = options
  const { fixture, databaseUrl } = await prepareFixture(workbench)
  const { url } = await workbench.startServer(serve, {
    ...productEnvironment(databaseUrl),
    TRUSTED_PROXIES: '127.0.0.1',
  })
  const comparisons = comparisonsOf(fixture)
  const differences = new Map<string, number[]>(comparisons.map(({ name }) => [name, []]))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let round = -warmUpRounds; round < rounds; round++) {
    if (round % 100 === 0) progress.update(Math.max(0, round), rounds, 'pairs')
    const index = round + warmUpRounds
    for (const { name, path, pair } of comparisons) {
      const [one, other] = pair(index)
      const time = (body: Body) => timeRefusal(agent, new URL(path, url), body, addressOf(index))
      // In turns, so that neither is always the second one.
      const [first, second] = index % 2 === 0 ? [one, other] : [other, one]
      const times = [await time(first), await time(second)] as const
      const difference = index % 2 === 0 ? times[0] - times[1] : times[1] - times[0]
      if (round >= 0) differences.get(name)?.push(difference)
    }
  }
  agent.destroy()
  const results = comparisons.map(({ name }) => ({ name, ...summaryOf(differences.get(name) ?? []) }))
  return {
    results,
    goals: results.map(({ name, z }) => ({ what: `|z| of ${name}`, most: 4, measured: Math.abs(z) })),
    print: () => print(results, rounds),
  }
}

function comparisonsOf({ brokers, accessKeys }: Fixture): Comparison[] {
  const random = seededRandom('unknown credentials')
  const unknownHash = () => random(32).toString('hex')
  const unknownKey = () => random(20).toString('hex')
  const secret = 'not the secret of anybody, and as long as one'
  const known = <Item>(items: readonly Item[], round: number): Item => items[(round * 7) % items.length] as Item
  return [
    {
      name: '/api/token, control: two unknown hashes',
      path: '/api/token',
      pair: () => [
        { hash: unknownHash(), secret },
        { hash: unknownHash(), secret },
      ],
    },
    {
      name: '/api/token: unknown hash, wrong secret',
      path: '/api/token',
      pair: (round) => [
        { hash: unknownHash(), secret },
        { hash: known(brokers, round).hash, secret },
      ],
    },
    {
      name: '/login, control: two unknown keys',
      path: '/login',
      pair: () => [
        { accessKey: unknownKey(), secret },
        { accessKey: unknownKey(), secret },
      ],
    },
    {
      name: '/login: unknown key, wrong secret',
      path: '/login',
      pair: (round) => [
        { accessKey: unknownKey(), secret },
        { accessKey: known(accessKeys, round).accessKey, secret },
      ],
    },
  ]
}

/** Microseconds from the request to the end of its answer. */
function timeRefusal(agent: Agent, url: URL, body: Body, address: string): Promise<number> {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-forwarded-for': address,
  }
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now()
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      if (answer.statusCode === 429) reject(new Error('an address failed too often'))
      answer.resume().on('end', () => resolve((performance.now() - startedAtMs) * 1_000))
    })
    call.on('error', reject).end(text)
  })
}

function addressOf(index: number): string {
  const number = Math.floor(index / pairsPerAddress)
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}

interface Summary {
  readonly meanMicroseconds: number
  /** The mean in units of its standard error. */
  readonly z: number
}

function summaryOf(differences: readonly number[]): Summary {
  const kept = differences
    .toSorted((one, other) => Math.abs(one) - Math.abs(other))
    .slice(0, Math.ceil(differences.length * shareKept))
  const mean = kept.reduce((sum, one) => sum + one, 0) / kept.length
  const variance = kept.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (kept.length - 1)
  return { meanMicroseconds: mean, z: mean / Math.sqrt(variance / kept.length) }
}

function print(results: readonly (Summary & { readonly name: string })[], rounds: number): void {
  printTable(
    `Differences of ${rounds} pairs of refused sign-ins`,
    [
      { name: 'pair', of: ({ name }) => name },
      { name: 'mean µs', of: ({ meanMicroseconds }) => figure(meanMicroseconds) },
      { name: 'z', of: ({ z }) => figure(z) },
    ],
    results,
  )
}
