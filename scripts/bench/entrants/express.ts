import type { Entrant } from '../entrant.js'
import { startPeer } from '../peer.js'
import { bearer, newToken, post } from '../requests.js'

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
          requests: prepared.tokens.map((token) => bearer('/v1/api/auth', token)),
          status: 200,
          answer: /"account_id":"\d+"/,
        },
        mint: {
          requests: prepared.clients.map((client) => post('/api/token', client)),
          status: 200,
          answer: /"token":"eyJ/,
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
