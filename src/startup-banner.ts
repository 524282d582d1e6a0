import type { Config } from './config.js'
import type { Contract } from './contract/contract.js'
import { demoCalls } from './contract/demo-calls.js'
import type { Secret } from './crypto/secret.js'
import type { Connection } from './database/connection.js'

export interface StartupBannerOptions {
  readonly config: Config
  readonly address: string
  readonly internalAddress: string | undefined
  readonly kind: Connection['kind']
  readonly contracts: readonly Contract[]
  /** The key of the first admin, where this start created one. */
  readonly firstOperatorKey: Secret | undefined
}

/** The text for a person at the end of the start: where the server listens, and how to try it. */
export function startupBanner(options: StartupBannerOptions): string {
  const { config, address, internalAddress, kind, contracts, firstOperatorKey } = options
  const lines = [
    '',
    `Tokenwright listens on ${address}${internalAddress === undefined ? '' : ` (public) and ${internalAddress} (internal)`}`,
    `Documentation:         ${address}/docs`,
    kind === 'embedded'
      ? `Data:                  embedded, in ${config.dataDirectory} (survives a killed process, not a power cut)`
      : 'Data:                  PostgreSQL',
  ]
  if (firstOperatorKey) {
    lines.push(
      `Operator key:          ${firstOperatorKey.reveal()} (of the first admin; keep it, it is not shown again)`,
    )
  }
  if (!config.demo) return [...lines, ''].join('\n')
  return [
    ...lines,
    'Demo data:             yes, with public credentials; DEMO=0 removes it',
    '',
    'Try it:',
    ...demoCalls(contracts, address, internalAddress ?? address).map((call) => `  ${call}`),
    '',
  ].join('\n')
}
