import type { Config } from '../config.js'
import type { Connection } from '../db/connection.js'

export interface Greeting {
  readonly config: Config
  readonly address: string
  readonly internalAddress: string | undefined
  readonly kind: Connection['kind']
}

/** What a person reads at the start: where it listens, and how to try it. */
export function greeting({ config, address, internalAddress, kind }: Greeting): string {
  const lines = [
    '',
    `Tokenwright listens on ${address}${internalAddress === undefined ? '' : ` (public) and ${internalAddress} (internal)`}`,
    `Documentation:         ${address}/docs`,
    kind === 'embedded'
      ? `Data:                  embedded, in ${config.dataDirectory} (survives a killed process, not a power cut)`
      : 'Data:                  PostgreSQL',
  ]
  if (!config.demo) return [...lines, ''].join('\n')
  return [
    ...lines,
    'Demo data:             yes, with credentials that everybody knows; DEMO=0 leaves it out',
    '',
    'Try it:',
    ...demoCalls(address).map((call) => `  ${call}`),
    '',
  ].join('\n')
}

/** One working call for each API. All of them are public, so the first listener answers them. */
function demoCalls(address: string): string[] {
  const post = (path: string, body: object): string =>
    `curl ${address}${path} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`
  const token = post('/api/token', {
    hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
    secret: 'demo-broker-secret-Zm9vYmFy',
  })
  return [
    token,
    `curl ${address}/api/ipn/account/tokens -H "Authorization: Bearer $(${token} -s | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')"`,
    `curl ${address}/v1/api/auth -H 'Authorization: Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G'`,
    post('/login', {
      accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
      secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
    }),
    post('/api/v2/auth/token', { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }),
  ]
}
