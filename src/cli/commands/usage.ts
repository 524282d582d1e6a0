import { type Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { withClient } from '../connect.js'
import { describeCommand } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import type { Field } from '../field.js'

const fields: readonly Field<components['schemas']['UsageDay']>[] = [
  { name: 'day', of: ({ day }) => day, isNeverCut: true },
  { name: 'sign-ins', of: ({ signIns }) => signIns, isNeverCut: true },
]

const dayMs = 86_400_000

/**
 * `usage` of each kind that signs in.
 * @param argument names one of them
 * @param example an id
 */
export function usageCommand(kind: components['schemas']['SignInKind'], argument: Argument, example: string): Command {
  return describeCommand('usage', {
    summary: 'Show how often it signed in on each day',
    more: 'Days are those of UTC, and are kept for 400 days, also of what is deleted. The last use stands in "show" and "list"',
    examples: [`${kind} usage ${example}`, `${kind} usage ${example} --days 90`],
  })
    .addArgument(argument)
    .addOption(new Option('--days <number>', 'so many days, today included').default(7).argParser(parseDays))
    .action(
      withClient(async ({ client, output }, { days }: { readonly days: number }, id: string) => {
        const from = new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10)
        const { items } = expectSuccess(await client.getUsage({ query: { kind, id, from } }))
        return output.list(items, fields, 'days')
      }),
    )
}

/** The server judges the upper bound. */
function parseDays(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(text)
}
