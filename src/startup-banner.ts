import type { Config } from './config.js'
import type { Contract } from './contract/contract.js'
import { demoCalls } from './contract/demo-calls.js'
import type { Secret } from './crypto/secret.js'
import type { Connection } from './database/connection.js'
import { demoAdminKey } from './domain/operators/demo.js'

export interface StartupBannerOptions {
  readonly config: Config
  readonly address: string
  readonly internalAddress: string | undefined
  readonly kind: Connection['kind']
  readonly contracts: readonly Contract[]
  /** Whether the listener of the internal operations serves the console. */
  readonly hasConsole: boolean
  /** The key of the first admin, where this start created one. */
  readonly firstOperatorKey: Secret | undefined
}

/** Where the command line looks for a server that is not named. */
const defaultAddress = 'http://127.0.0.1:3000'

/** The text for a person at the end of the start: where the server listens, and how to try it. */
export function startupBanner(options: StartupBannerOptions): string {
  const { config, address, internalAddress, kind, contracts, hasConsole, firstOperatorKey } = options
  const operatorAddress = internalAddress ?? address
  const facts: (readonly [string, string])[] = [
    ['Documentation', `${address}/docs`],
    ...(hasConsole ? [['Console', `${operatorAddress}/console`] as const] : []),
    ['Command line', commandLine(config, operatorAddress)],
    ['Data', whereDataIs(config, kind)],
  ]
  if (config.workers > 1) facts.push(['Workers', `${config.workers} processes, started and watched by another one`])
  if (firstOperatorKey) {
    facts.push(['Operator key', `${firstOperatorKey.reveal()} (of the first admin; keep it, it is not shown again)`])
  }
  if (config.demo) facts.push(['Demo data', stateOfDemo(kind)])
  return [
    '',
    `Tokenwright listens on ${address}${internalAddress === undefined ? '' : ` (public) and ${internalAddress} (internal)`}`,
    ...facts.map(([name, fact]) => `${`${name}:`.padEnd(23)}${fact}`),
    ...(config.demo
      ? ['', 'Try it:', ...demoCalls(contracts, address, operatorAddress).map((call) => `  ${call}`)]
      : []),
    '',
  ].join('\n')
}

/** A line that works as it is. A key that is no public one would stay in the history of the shell: it is asked for. */
function commandLine({ demo }: Config, operatorAddress: string): string {
  const url = operatorAddress === defaultAddress ? [] : [`TOKENWRIGHT_URL=${operatorAddress}`]
  const command = 'npx tokenwright operator list'
  if (!demo) return [...url, command, ' (asks for the operator key)'].join(' ')
  return [...url, `OPERATOR_KEY=${demoAdminKey}`, command].join(' ')
}

function whereDataIs({ dataDirectory }: Config, kind: Connection['kind']): string {
  return kind === 'embedded'
    ? `embedded, in ${dataDirectory} (survives a killed process, not a power cut)`
    : 'PostgreSQL'
}

/** Only the embedded database is made for trying out: there every start undoes what was tried. */
function stateOfDemo(kind: Connection['kind']): string {
  return kind === 'embedded'
    ? 'yes, put back as it was by this start; its credentials are public; DEMO=0 removes it'
    : 'yes, as it was left; its credentials are public; npm run demo -- --remove removes it'
}
