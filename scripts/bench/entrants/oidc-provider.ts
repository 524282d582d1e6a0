import type { Entrant } from '../entrant.js'
import { startPeer } from '../peer.js'

interface Prepared {
  readonly tokens: readonly string[]
  /** Headers `Authorization`. */
  readonly resourceServer: string
  readonly clients: readonly string[]
}

export const oidcProviderPeer: Entrant = {
  name: 'oidc-provider',
  works: ['look-up', 'mint'],
  isPeer: true,
  start: async (field) => {
    const { prepared, ...server } = await startPeer<Prepared>(field, 'oidc-provider')
    const form = (path: string, authorization: string, body: string) => ({
      method: 'POST' as const,
      path,
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    return {
      ...server,
      performances: {
        'look-up': {
          requests: prepared.tokens.map((token) =>
            form('/token/introspection', prepared.resourceServer, `token=${token}&token_type_hint=access_token`),
          ),
          status: 200,
          answer: /"active":true/,
        },
        mint: {
          requests: prepared.clients.map((client) => form('/token', client, 'grant_type=client_credentials')),
          status: 200,
          answer: /"access_token":"/,
        },
      },
    }
  },
}
