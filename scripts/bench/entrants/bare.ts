import type { Work } from '../contestant.js'
import type { Entrant, Performance } from '../entrant.js'
import { startOwnServer } from '../own-server.js'
import { requestsOf } from '../requests.js'

const works = ['look-up', 'unknown', 'malformed', 'mint', 'login', 'accounts', 'issue'] as const

/** As long as a security token of the product is. */
const securityToken = `eyJ${'0'.repeat(320)}`

/** The unit of all works but the password login. It gets the very requests of the product. */
export const bare: Entrant = {
  name: 'bare Fastify',
  works,
  start: async ({ workbench, fixture }) => {
    const server = await startOwnServer(workbench, 'bare-server')
    const requests = requestsOf(fixture, Array<string>(200).fill(securityToken))
    return {
      ...server,
      performances: Object.fromEntries(
        works.map((work): [Work, Performance] => [work, { requests: requests[work], status: 200, answer: /^\{"/ }]),
      ),
    }
  },
}
