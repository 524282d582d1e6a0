import { type Command, Option } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { destructive } from '../destructive.js'
import { type Field, moment } from '../field.js'
import { idArgument } from '../id-argument.js'
import { itemsOf } from '../items-of.js'
import { type LimitOption, limitOption } from '../limit-option.js'
import { resultOf } from '../result-of.js'
import { withClient } from '../with-client.js'

type Operator = components['schemas']['Operator']
type NewOperator = components['schemas']['NewOperator']

const fields: readonly Field<Operator>[] = [
  { name: 'id', of: ({ id }) => id, isKept: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'role', of: ({ role }) => role, isKept: true },
  { name: 'key', of: ({ hint }) => hint, isKept: true },
  { name: 'created', of: ({ createdAt }) => moment(createdAt), isKept: true },
  { name: 'last used', of: ({ lastUsedAt }) => moment(lastUsedAt), isKept: true },
]

const newFields: readonly Field<NewOperator>[] = [
  ...fields.filter(({ name }) => name !== 'key' && name !== 'last used'),
  { name: 'key', of: ({ key }) => key },
]

const roles = ['admin', 'viewer'] as const satisfies readonly Operator['role'][]

/** `tokenwright operator`: who may call the operator API. */
export function operatorCommand(): Command {
  return groupCommands(
    'operator',
    { summary: 'People and programs that may call the operator API', examples: ['operator list'] },
    [list(), create(), remove()],
  )
}

function list(): Command {
  return describeCommand('list', {
    summary: 'List operators, newest first',
    examples: ['operator list', 'operator list --json --limit 10'],
  })
    .addOption(limitOption())
    .action(
      withClient(({ client, output }, { limit }: LimitOption) =>
        output.list(
          itemsOf(async (query) => resultOf(await client.listOperators({ query })), limit),
          fields,
          'operators',
        ),
      ),
    )
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create an operator and show its key, once',
    examples: ['operator create "Support desk" --role admin', 'operator create Monitoring --role viewer --json'],
  })
    .argument('<name>', 'a name that no other operator has')
    .addOption(
      new Option('--role <role>', 'an admin may do everything, a viewer may look').choices(roles).makeOptionMandatory(),
    )
    .action(
      withClient(async ({ client, output }, { role }: { role: Operator['role'] }, name: string) => {
        const created = resultOf(await client.createOperator({ body: { name, role } }))
        output.showSecret(created, newFields, 'key')
      }),
    )
}

function remove(): Command {
  const command = describeCommand('delete', {
    summary: 'Remove an operator',
    more: 'Its key is refused at once. The last admin stays, and so does the operator whose key is in OPERATOR_KEY of the server',
    examples: ['operator delete 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02'],
  })
    .addArgument(idArgument('id', 'the id of the operator'))
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        resultOf(await client.deleteOperator({ params: { id } }))
        output.done(`The operator ${id} is gone.`)
      }),
    )
  return destructive(command, ([id]) => `Remove the operator ${id}? Its key is refused at once.`)
}
