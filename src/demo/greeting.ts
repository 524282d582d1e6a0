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
    ...demoCalls(address, internalAddress ?? address).map((call) => `  ${call}`),
    '',
  ].join('\n')
}

/** One working call for each API. */
function demoCalls(address: string, internalAddress: string): string[] {
  void internalAddress
  return [
    `curl ${address}/v1/api/auth -H 'Authorization: Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G'`,
    `curl ${address}/api/v2/auth/token --json '{"username":"ethan.buckley@datastoreltd.biz","password":"S0qUx56pW!"}'`,
  ]
}
