import { type Command, Option } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { connectWithoutKey, type GlobalOptions, withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant } from '../field.js'
import { findOperator } from '../find-operator.js'
import { expiryOf, expiryOption, idArgument, type LimitOption, limitOption, portNumber } from '../options.js'
import { Output } from '../output.js'
import { allItems } from '../pagination.js'
import { processOf } from '../program-root.js'

type Operator = components['schemas']['Operator']
type NewOperator = components['schemas']['NewOperator']
type OwnOperator = components['schemas']['OwnOperator']

const fields: readonly Field<Operator>[] = [
  { name: 'id', of: ({ id }) => id, isId: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'role', of: ({ role }) => role, isNeverCut: true },
  { name: 'state', of: ({ state }) => state, isNeverCut: true, leftOut: 3 },
  { name: 'key', of: ({ hint }) => hint, isNeverCut: true, leftOut: 2 },
  { name: 'expires', of: ({ expiresAt }) => formatInstant(expiresAt), isNeverCut: true },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 1 },
  { name: 'last used', of: ({ lastUsedAt }) => formatInstant(lastUsedAt), isNeverCut: true },
]

const newFields: readonly Field<NewOperator>[] = [
  ...fields.filter(({ name }) => !['state', 'key', 'last used'].includes(name)),
  { name: 'key', of: ({ key }) => key },
]

const ownFields: readonly Field<OwnOperator>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'name', of: ({ name }) => name },
  { name: 'email', of: ({ email }) => email },
  { name: 'role', of: ({ role }) => role },
  { name: 'signed in with', of: ({ signedInWith }) => signedInWith },
  { name: 'expires', of: ({ expiresAt }) => formatInstant(expiresAt) },
]

const roles = ['admin', 'viewer'] as const satisfies readonly Operator['role'][]

/** `tokenwright operator`: who may call the operator API. */
export function operatorCommand(): Command {
  return groupCommands(
    'operator',
    { summary: 'People and programs that may call the operator API', examples: ['operator list'] },
    [list(), show(), signInCommand(), create(), renew(), remove()],
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
          allItems(async (query) => expectSuccess(await client.listOperators({ query })), limit),
          fields,
          'operators',
        ),
      ),
    )
}

function show(): Command {
  return describeCommand('whoami', {
    summary: 'Show the operator whose key or access token is used',
    examples: ['operator whoami', 'operator whoami --json'],
  }).action(
    withClient(async ({ client, output }) => output.show(expectSuccess(await client.getOwnOperator()), ownFields)),
  )
}

function signInCommand(): Command {
  return describeCommand('sign-in', {
    summary: 'Sign in with the identity provider of the server, and print the access token',
    more: 'Open the address that it shows in a browser of this machine. The token is kept nowhere: give it to other commands as OPERATOR_KEY, until it ends',
    examples: ['operator sign-in', 'operator sign-in --port 8400'],
  })
    .addOption(
      new Option(
        '--port <port>',
        'where the browser is sent back to, http://127.0.0.1:PORT/, for identity providers that do not let it be any',
      )
        .argParser(portNumber)
        .default(0, 'any'),
    )
    .action(async function (this: Command, { port }: { port: number }) {
      const output = Output.of(this)
      const client = await connectWithoutKey(processOf(this), this.optsWithGlobals<GlobalOptions>())
      const { identityProvider } = expectSuccess(await client.getSignIn())
      if (!identityProvider) throw new CliFailure('usage', 'this server has no identity provider: use an operator key')
      const { signIn } = await import('../sign-in.js')
      const show = (address: string) => output.note(`Open this address in a browser:\n${address}`)
      const { access_token: accessToken, expires_in: expiresIn } = await signIn(identityProvider, { port, show })
      if (output.isJson) return output.show({ accessToken, expiresIn }, [])
      output.done(accessToken)
      if (expiresIn !== undefined) output.note(`It is good for ${Math.floor(expiresIn / 60)} minutes.`)
    })
}

interface CreateOptions {
  readonly role: Operator['role']
  /** As {@link expiryOf} takes it. */
  readonly expires?: string
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create an operator and show its key, once',
    examples: ['operator create "Support desk" --role admin', 'operator create Monitoring --role viewer --expires 90d'],
  })
    .argument('<name>', 'a name that no other operator has')
    .addOption(
      new Option('--role <role>', 'an admin may do everything, a viewer may look').choices(roles).makeOptionMandatory(),
    )
    .addOption(expiryOption('--expires <time>'))
    .action(
      withClient(async ({ client, output }, { role, expires }: CreateOptions, name: string) => {
        const body = { name, role, ...(expires !== undefined && { expiresAt: expiryOf(expires) }) }
        output.showSecret(expectSuccess(await client.createOperator({ body })), newFields, 'key')
      }),
    )
}

function renew(): Command {
  return describeCommand('renew', {
    summary: 'Change when the key of an operator expires',
    more: 'A key that has expired works again; a time that has passed ends one at once. The key stays the same: for another one create another operator. The key of the last admin cannot end sooner, and that of OPERATOR_KEY of the server never expires',
    examples: ['operator renew Monitoring --expires 90d', 'operator renew Monitoring --expires never'],
  })
    .addArgument(idArgument('id', 'the id of the operator, its beginning or the name'))
    .addOption(expiryOption('--expires <time>').makeOptionMandatory())
    .action(
      withClient(async ({ client, output }, { expires }: { expires: string }, given: string) => {
        // What nothing has stays as it is: the server says so.
        const { id } = (await findOperator(client, given)) ?? { id: given }
        const body = { expiresAt: expiryOf(expires) }
        output.show(expectSuccess(await client.updateOperator({ params: { id }, body })), fields)
      }),
    )
}

function remove(): Command {
  const command = describeCommand('delete', {
    summary: 'Remove an operator',
    more: 'Its key is refused at once. The last admin stays, and so does the operator whose key is in OPERATOR_KEY of the server',
    examples: ['operator delete 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02'],
  })
    .addArgument(idArgument('id', 'the id of the operator, its beginning or the name'))
    .action(
      withClient(async ({ client, output, confirm }, _options: object, given: string) => {
        // What nothing has stays as it is: the server says so.
        const { id, name } = (await findOperator(client, given)) ?? { id: given, name: undefined }
        if (name !== undefined) await confirm(`Remove ${nameOf('operator', name, id)}? Its key is refused at once.`)
        expectSuccess(await client.deleteOperator({ params: { id } }))
        output.done(`The operator ${id} was deleted.`)
      }),
    )
  return withConfirmation(command)
}
