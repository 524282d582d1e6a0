import type { Entrant } from '../entrant.js'
import { startPeer } from '../peer.js'
import { issues, lookUps } from '../requests.js'

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
          requests: lookUps(prepared.tokens),
          status: 200,
          answer: /"account_id":"user\d+"/,
        },
        issue: {
          requests: issues(),
          status: 200,
          answer: /"token":"/,
        },
      },
    }
  },
}
