import type { Finding } from './tool.js'

/** Whose a finding is. `ours` fails the run. */
export type Owner = 'ours' | 'the tool' | 'the published document'

interface Known {
  readonly tool: string
  readonly pattern: RegExp
  readonly owner: Exclude<Owner, 'ours'>
  readonly why: string
}

const known: readonly Known[] = [
  {
    tool: 'redocly lint',
    pattern: /^operation-4xx-response /,
    owner: 'the published document',
    why: 'the published documents of the two broker APIs answer failures with 200',
  },
  {
    tool: 'spectral',
    pattern: /^oas3-operation-security-defined .*must be listed among scopes/,
    owner: 'the tool',
    why: 'OpenAPI 3.1 has role names there for schemes without scopes; the rule is that of 3.0',
  },
]

/** Whose a finding is, and why it is not ours. */
export function judge({ tool, message }: Finding): { readonly owner: Owner; readonly why: string } {
  const found = known.find((one) => one.tool === tool && one.pattern.test(message))
  return found ?? { owner: 'ours', why: '' }
}
