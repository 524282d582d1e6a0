import type { Work } from '../contestant.js'
import type { Entrant, Field, Performance, Started } from '../entrant.js'
import type { Fixture } from '../fixture.js'
import { applyLoad, type Target, tryOnce } from '../load.js'
import { startOwnServer } from '../own-server.js'
import { productEnvironment, startProduct } from '../product.js'
import { post, requestsOf } from '../requests.js'
import { send } from '../send.js'
import type { RunningServer } from '../workbench.js'

/** How many security tokens `accounts` is called with. */
const securityTokens = 200
/** They live for 15 minutes, and a run may take longer: after so long, in milliseconds, there are new ones. */
const renewal = 5 * 60_000

/** What is answered to each of the prepared requests. */
export const expected = {
  'look-up': [200, /"account_id":"\d+"/],
  unknown: [401, /AUTH_TOKEN_INVALID/],
  malformed: [401, /AUTH_TOKEN_INVALID/],
  mint: [200, /"token":"eyJ/],
  login: [201, /^eyJ/],
  accounts: [200, /"aToken":"act_/],
  issue: [200, /"token":"twg_/],
  password: [200, /"refreshToken":"/],
} as const satisfies Record<Work, readonly [number, RegExp]>

export function startedProduct(server: RunningServer, { fixture }: Field, works: readonly Work[]): Started {
  const requests = requestsOf(fixture, [])
  return {
    ...server,
    performances: Object.fromEntries(
      works.map((work): [Work, Performance] => {
        const [status, answer] = expected[work]
        return work === 'accounts'
          ? [work, accounts(server.url, fixture)]
          : [work, { requests: requests[work], status, answer }]
      }),
    ),
  }
}

/** Lists accounts with security tokens that are never too old. */
function accounts(url: string, fixture: Fixture): Performance {
  const [status, answer] = expected.accounts
  let target: Target | undefined
  let madeAt = 0
  return async (load) => {
    if (target === undefined || performance.now() - madeAt > renewal) {
      const tokens = await mint(url, fixture.brokers.slice(0, securityTokens))
      madeAt = performance.now()
      target = { url, requests: requestsOf(fixture, tokens).accounts, status, answer }
      await tryOnce(target)
    }
    return applyLoad(target, load)
  }
}

async function mint(url: string, brokers: readonly object[]): Promise<string[]> {
  return Promise.all(
    brokers.map(async (broker) => {
      const answer = await send(url, post('/api/token', broker))
      return ((await answer.json()) as { token: string }).token
    }),
  )
}

export const allWorks = ['look-up', 'unknown', 'malformed', 'mint', 'login', 'accounts', 'issue', 'password'] as const
const withoutBatches = ['look-up', 'mint', 'login', 'accounts', 'issue'] as const

export const product: Entrant = {
  name: 'Tokenwright',
  works: allWorks,
  hasAftermath: true,
  start: async (field) => startedProduct(await startProduct(field.workbench, field.databaseUrl), field, allWorks),
}

export const singleQuery: Entrant = {
  name: 'one query per request',
  works: withoutBatches,
  hasAftermath: true,
  start: async (field) => {
    const server = await startOwnServer(field.workbench, 'single-query-server', productEnvironment(field.databaseUrl))
    return startedProduct(server, field, withoutBatches)
  },
}

export const bareLoader: Entrant = {
  name: 'bare + loader',
  works: ['look-up'],
  start: async (field) => {
    const server = await startOwnServer(field.workbench, 'loader-server', productEnvironment(field.databaseUrl))
    return startedProduct(server, field, ['look-up'])
  },
}
