import type { Work } from '../contestant.js'
import type { Entrant, Field, Performance, Started } from '../entrant.js'
import { startProduct, startVariant } from '../product.js'
import { post, requestsOf } from '../requests.js'
import { send } from '../send.js'
import type { RunningServer } from '../workbench.js'

/** The security tokens that `accounts` is called with; they live for 15 minutes, so a run of many rounds gets new ones. */
const securityTokens = 200

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

async function started(server: RunningServer, { fixture }: Field, works: readonly Work[]): Promise<Started> {
  const tokens = works.includes('accounts') ? await mint(server.url, fixture.brokers.slice(0, securityTokens)) : []
  const requests = requestsOf(fixture, tokens)
  return {
    ...server,
    performances: Object.fromEntries(
      works.map((work): [Work, Performance] => {
        const [status, answer] = expected[work]
        return [work, { requests: requests[work], status, answer }]
      }),
    ),
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

const all = ['look-up', 'unknown', 'malformed', 'mint', 'login', 'accounts', 'issue', 'password'] as const
const withoutBatches = ['look-up', 'mint', 'login', 'accounts', 'issue'] as const

export const product: Entrant = {
  name: 'Tokenwright',
  works: all,
  hasAftermath: true,
  start: async (field) => started(await startProduct(field.workbench, field.databaseUrl), field, all),
}

export const singleQuery: Entrant = {
  name: 'one query per request',
  works: withoutBatches,
  hasAftermath: true,
  start: async (field) =>
    started(await startVariant(field.workbench, 'single-query-server', field.databaseUrl), field, withoutBatches),
}

export const bareLoader: Entrant = {
  name: 'bare + loader',
  works: ['look-up'],
  start: async (field) => {
    const server = await startVariant(field.workbench, 'loader-server', field.databaseUrl)
    return started(server, field, ['look-up'])
  },
}
