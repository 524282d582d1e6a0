import type { Command } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { withClient } from '../connect.js'
import { describeCommand } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import type { Field } from '../field.js'

type Overview = components['schemas']['Overview']

const fields: readonly Field<Overview>[] = [
  { name: 'broker users', of: ({ brokerUsers }) => formatCounts(brokerUsers) },
  { name: 'access keys', of: ({ accessKeys }) => formatCounts(accessKeys) },
  { name: 'security users', of: ({ securityUsers }) => formatCounts(securityUsers) },
  { name: 'gateway tokens', of: ({ gatewayTokens }) => formatCounts(gatewayTokens) },
  { name: 'sign-ins of 24 h', of: ({ signIns }) => formatSignIns(signIns) },
  { name: 'signing keys', of: ({ signingKeys }) => signingKeys.map(formatSigningKey) },
]

/** `tokenwright overview`: how many credentials there are, and how they are used. */
export function overviewCommand(): Command {
  return describeCommand('overview', {
    summary: 'Show credentials by state, the sign-ins of the last 24 hours, and the signing keys with their age',
    more: 'Of more than some 40,000 credentials of a kind a sample is counted: "about". --json has the sign-ins of each hour',
    examples: ['overview', 'overview --json | jq .signIns'],
  }).action(
    withClient(async ({ client, output }) => {
      output.show(expectSuccess(await client.getOverview()), fields)
    }),
  )
}

function formatCounts({
  estimated,
  ...counts
}: { readonly estimated: boolean } & Readonly<Record<string, unknown>>): string {
  const about = estimated ? 'about ' : ''
  return Object.entries(counts)
    .map(([state, count]) => `${about}${count} ${state}`)
    .join(', ')
}

function formatSignIns(signIns: Overview['signIns']): string[] {
  return [...new Set(signIns.map(({ api }) => api))].map((api) => {
    const hours = signIns.filter((one) => one.api === api)
    const sum = (of: 'succeeded' | 'refused') => hours.reduce((total, hour) => total + hour[of], 0)
    return `${api}: ${sum('succeeded')}, and ${sum('refused')} refused`
  })
}

function formatSigningKey({ api, algorithm, state, imported, ageDays }: Overview['signingKeys'][number]): string {
  return `${api}: ${algorithm}, ${state}${imported ? ', imported' : ''}, ${ageDays} days old`
}
