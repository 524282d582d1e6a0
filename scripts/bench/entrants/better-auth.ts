import type { Entrant } from '../entrant.js'
import { startPeer } from '../peer.js'
import { bearer, newToken, post } from '../requests.js'

interface Prepared {
  readonly tokens: readonly string[]
}

export const betterAuthPeer: Entrant = {
  name: 'better-auth API keys',
  works: ['look-up', 'issue'],
  isPeer: true,
  start: async (field) => {
    const { prepared, ...server } = await startPeer<Prepared>(field, 'better-auth')
    return {
      ...server,
      performances: {
        'look-up': {
          requests: prepared.tokens.map((token) => bearer('/v1/api/auth', token)),
          status: 200,
          answer: /"account_id":"user\d+"/,
        },
        issue: {
          requests: prepared.tokens.map((_, index) => post('/v1/frontend/auth', newToken(index))),
          status: 200,
          answer: /"token":"/,
        },
      },
    }
  },
}
