import type { Command } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components, operations } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { CliFailure } from '../failure.js'
import { type Field, formatHint, formatInstant, formatSecretHints } from '../field.js'
import { type ListOptions, listQuery, withListOptions } from '../list-options.js'
import {
  collect,
  endsAtOnce,
  idArgument,
  type OverlapOption,
  overlapOption,
  requireOneOption,
  rotationBody,
} from '../options.js'
import { allItems } from '../pagination.js'
import { readSecret } from '../read-secret.js'
import { joinedPartnerIdOf, joinOption, type PartnerOption, partnerIdOf, partnerOption } from '../resolve-id.js'
import { usageCommand } from './usage.js'

type BrokerUser = components['schemas']['BrokerUser']
type NewBrokerUser = components['schemas']['NewBrokerUser']
type BrokerAccount = components['schemas']['BrokerAccount']
type Query = NonNullable<operations['listBrokerUsers']['parameters']['query']>

const fields: readonly Field<BrokerUser>[] = [
  { name: 'id', of: ({ id }) => id, isId: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'active', of: ({ active }) => active },
  { name: 'partner', of: ({ partnerId }) => partnerId },
  { name: 'hash', of: ({ hashHint }) => formatHint(hashHint), isNeverCut: true, leftOut: 1 },
  { name: 'secrets', of: ({ secrets }) => formatSecretHints(secrets), leftOut: 2 },
  {
    name: 'accounts',
    of: ({ accounts }) =>
      accounts.map(({ id, name, aTokenHint }) => `${id}  ${formatHint(aTokenHint) ?? '-'}  ${name}`),
  },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 3 },
  { name: 'last used', of: ({ lastUsedAt }) => formatInstant(lastUsedAt), isNeverCut: true },
]

/** In a table the names have to do. */
const columns: readonly Field<BrokerUser>[] = fields
  .filter(({ name }) => name !== 'partner')
  .map((field) =>
    field.name === 'accounts' ? { ...field, of: ({ accounts }) => accounts.map(({ name }) => name) } : field,
  )

const newFields: readonly Field<NewBrokerUser>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'name', of: ({ name }) => name },
  { name: 'active', of: ({ active }) => active },
  { name: 'accounts', of: ({ accounts }) => accounts.map(({ id, name, aToken }) => `${id}  ${aToken}  ${name}`) },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt) },
  { name: 'hash', of: ({ hash }) => hash },
  { name: 'secret', of: ({ secret }) => secret },
]

const accountFields: readonly Field<BrokerAccount>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'name', of: ({ name }) => name },
  { name: 'aToken', of: ({ aToken }) => aToken },
]

const id = '3c1f7a52-6d0b-4c8e-9a41-7b5e2d9f0b01'
const accountId = '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5c01'
const userId = () => idArgument('id', 'the id of the user, its beginning, or the exact name', 'broker user')

/** `tokenwright broker-user`: users of `POST /api/token` and their accounts. */
export function brokerUserCommand(): Command {
  return groupCommands(
    'broker-user',
    { summary: 'Users of POST /api/token, their secrets and accounts', examples: ['broker-user list'] },
    [
      list(),
      show(),
      create(),
      update(),
      setActive('activate', true),
      setActive('deactivate', false),
      remove(),
      rotateSecret(),
      addAccount(),
      deleteAccount(),
      usageCommand('broker-user', userId(), id),
    ],
  )
}

function list(): Command {
  const command = describeCommand('list', {
    summary: 'List broker users, newest first',
    examples: ['broker-user list --limit 20', 'broker-user list --search acme --sort name'],
  })
  return withListOptions(command, {
    sorts: ['createdAt', 'name', 'lastUsedAt'],
    states: ['active', 'inactive'],
  }).action(
    withClient(async ({ client, output }, options: ListOptions) => {
      const filter = await listQuery<Query>(client, options)
      const items = allItems(
        async (page) => expectSuccess(await client.listBrokerUsers({ query: { ...filter, ...page } })),
        options.limit,
      )
      return output.list(items, columns, 'broker users')
    }),
  )
}

function show(): Command {
  return describeCommand('show', { summary: 'Show a broker user', examples: [`broker-user show ${id}`] })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        output.show(expectSuccess(await client.getBrokerUser({ params: { id } })), fields)
      }),
    )
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create a broker user and show its secret, once',
    more: 'A partner who has credentials already keeps them: with --hash the secret is asked for, or read from the standard input',
    examples: [
      'broker-user create "Broker GmbH" --account Hauptstelle --account "Zweigstelle Nord"',
      'broker-user create "Broker GmbH" --hash 2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f --secret-stdin < secret.txt',
    ],
  })
    .argument('<name>', 'a name for operators')
    .addOption(partnerOption())
    .option('--account <name>', 'an account of the user, oldest first; several times for several', collect)
    .option('--hash <hash>', 'the hash that the partner signs in with already')
    .option('--secret-stdin', 'read the secret that belongs to --hash from the standard input')
    .action(
      withClient(
        async (
          { client, output, process },
          options: PartnerOption & { account?: readonly string[]; hash?: string; secretStdin?: boolean },
          name: string,
        ) => {
          const { account = [], hash, secretStdin } = options
          if (secretStdin && hash === undefined) throw new CliFailure('usage', '--secret-stdin goes with --hash')
          const secret =
            hash !== undefined &&
            (await readSecret(process, 'secret', { fromStdin: secretStdin, otherwise: 'use --secret-stdin' }))
          const body = {
            name,
            accounts: account.map((name) => ({ name })),
            ...(await partnerIdOf(client, options)),
            ...(secret && { hash, secret }),
          }
          output.showSecret(expectSuccess(await client.createBrokerUser({ body })), newFields, 'secret')
        },
      ),
    )
}

function update(): Command {
  const command = describeCommand('update', {
    summary: 'Rename a broker user, or let it join or leave a partner',
    examples: [`broker-user update ${id} --name "Broker AG"`, `broker-user update ${id} --partner "Acme Ltd"`],
  })
    .addArgument(userId())
    .option('--name <name>', 'a name for operators')
    .addOption(joinOption())
    .action(
      withClient(async ({ client, output }, options: PartnerOption & { name?: string }, id: string) => {
        const { name } = options
        const body = { ...(name !== undefined && { name }), ...(await joinedPartnerIdOf(client, options)) }
        output.show(expectSuccess(await client.updateBrokerUser({ params: { id }, body })), fields)
      }),
    )
  return requireOneOption(command)
}

function setActive(name: 'activate' | 'deactivate', active: boolean): Command {
  return describeCommand(name, {
    summary: active ? 'Let a broker user sign in again' : 'Refuse a broker user and its tokens at once',
    examples: [`broker-user ${name} ${id}`],
  })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        output.show(expectSuccess(await client.updateBrokerUser({ params: { id }, body: { active } })), fields)
      }),
    )
}

function remove(): Command {
  const command = describeCommand('delete', {
    summary: 'Remove a broker user, its secrets and its accounts for good',
    examples: [`broker-user delete ${id}`, `broker-user delete ${id} --yes`],
  })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output, confirm }, _options: object, id: string) => {
        await confirm(
          async () => `Remove ${nameUser(await findUser(client, id))} with its secrets and accounts for good?`,
        )
        expectSuccess(await client.deleteBrokerUser({ params: { id } }))
        output.done(`The broker user ${id} was deleted.`)
      }),
    )
  return withConfirmation(command)
}

function rotateSecret(): Command {
  const command = describeCommand('rotate-secret', {
    summary: 'Make a new secret for a broker user and show it, once',
    more: 'The one before stays valid for the overlap',
    examples: [`broker-user rotate-secret ${id} --overlap 7d`, `broker-user rotate-secret ${id} --overlap 0 --yes`],
  })
    .addArgument(userId())
    .addOption(overlapOption('a day'))
    .action(
      withClient(async ({ client, output, confirm }, overlap: OverlapOption, id: string) => {
        if (endsAtOnce(overlap)) {
          await confirm(async () => `End every secret of ${nameUser(await findUser(client, id))} at once?`)
        }
        const rotated = expectSuccess(await client.rotateBrokerSecret({ params: { id }, ...rotationBody(overlap) }))
        output.showSecret(rotated, [...fields, { name: 'secret', of: () => rotated.secret }], 'secret')
      }),
    )
  return withConfirmation(command, endsAtOnce)
}

function addAccount(): Command {
  return describeCommand('add-account', {
    summary: 'Add an account to a broker user and show its aToken, once',
    examples: [
      `broker-user add-account ${id} "Zweigstelle Nord"`,
      `broker-user add-account ${id} "Zweigstelle Nord" --a-token-stdin < a-token.txt`,
    ],
  })
    .addArgument(userId())
    .argument('<name>', 'the name of the account')
    .option('--a-token-stdin', 'read an aToken that exists already from the standard input')
    .option('--a-token-prompt', 'ask for an aToken that exists already')
    .action(
      withClient(
        async (
          { client, output, process },
          { aTokenStdin, aTokenPrompt }: { aTokenStdin?: boolean; aTokenPrompt?: boolean },
          id: string,
          name: string,
        ) => {
          const aToken =
            (aTokenStdin || aTokenPrompt) &&
            (await readSecret(process, 'aToken', { fromStdin: aTokenStdin, otherwise: 'use --a-token-stdin' }))
          const body = { name, ...(aToken && { aToken }) }
          output.showSecret(
            expectSuccess(await client.addBrokerAccount({ params: { id }, body })),
            accountFields,
            'aToken',
          )
        },
      ),
    )
}

function deleteAccount(): Command {
  const command = describeCommand('delete-account', {
    summary: 'Remove an account of a broker user for good',
    examples: [`broker-user delete-account ${id} ${accountId}`],
  })
    .addArgument(userId())
    .addArgument(idArgument('account-id', 'the id of the account'))
    .action(
      withClient(async ({ client, output, confirm }, _options: object, id: string, accountId: string) => {
        await confirm(async () => {
          const user = await findUser(client, id)
          const { name } = user.accounts.find((account) => account.id === accountId) ?? { name: '' }
          return `Remove ${nameOf('account', name, accountId)} of ${nameUser(user)} for good?`
        })
        expectSuccess(await client.deleteBrokerAccount({ params: { id, accountId } }))
        output.done(`The account ${accountId} was deleted.`)
      }),
    )
  return withConfirmation(command)
}

async function findUser(client: OperatorClient, id: string): Promise<BrokerUser> {
  return expectSuccess(await client.getBrokerUser({ params: { id } }))
}

function nameUser({ name, id }: BrokerUser): string {
  return nameOf('broker user', name, id)
}
