import type { Entrant } from '../entrant.js'
import { startPeer } from '../peer.js'
import { issues, lookUps, post } from '../requests.js'

interface Prepared {
  readonly tokens: readonly string[]
  readonly clients: readonly { readonly hash: string; readonly secret: string }[]
}

export const expressPeer: Entrant = {
  name: 'express + jsonwebtoken + pg',
  works: ['look-up', 'mint', 'issue'],
  isPeer: true,
  start: async (field) => {
    const { prepared, ...server } = await startPeer<Prepared>(field, 'express')
    return {
      ...server,
      performances: {
        'look-up': {
          requests: lookUps(prepared.tokens),
          status: 200,
          answer: /"account_id":"\d+"/,
        },
        mint: {
          requests: prepared.clients.map((client) => post('/api/token', client)),
          status: 200,
          answer: /"token":"eyJ/,
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
