import { type Command, InvalidArgumentError } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components, operations } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { type Field, formatInstant } from '../field.js'
import { type ListOptions, listQuery, withListOptions } from '../list-options.js'
import { collect, idArgument, requireOneOption } from '../options.js'
import { allItems } from '../pagination.js'

type Partner = components['schemas']['Partner']
type PartnerAccount = components['schemas']['PartnerAccount']
type Contact = components['schemas']['PartnerContact']
type Query = NonNullable<operations['listPartners']['parameters']['query']>

const fields: readonly Field<Partner>[] = [
  { name: 'id', of: ({ id }) => id, isId: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'contacts', of: ({ contacts }) => contacts.map(({ name, email }) => `${name} <${email}>`) },
  { name: 'accounts', of: ({ accounts }) => accounts.map(({ id, name }) => `${id}  ${name}`) },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 1 },
]

/** In a table the names have to do. */
const columns: readonly Field<Partner>[] = fields.map((field) =>
  field.name === 'accounts' ? { ...field, of: ({ accounts }) => accounts.map(({ name }) => name) } : field,
)

const accountFields: readonly Field<PartnerAccount>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'name', of: ({ name }) => name },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt) },
]

const partner = '"Acme Ltd"'
const partnerId = () => idArgument('partner', 'its name, its id or the beginning of its id', 'partner')

/** `tokenwright partner`: to whom credentials are given. */
export function partnerCommand(): Command {
  return groupCommands(
    'partner',
    { summary: 'To whom credentials are given: contacts and accounts', examples: ['partner list'] },
    [list(), show(), create(), update(), remove(), addAccount(), deleteAccount()],
  )
}

function list(): Command {
  const command = describeCommand('list', {
    summary: 'List partners, newest first',
    examples: ['partner list', 'partner list --search acme --sort name'],
  })
  return withListOptions(command, { sorts: ['createdAt', 'name'], hasPartner: false }).action(
    withClient(async ({ client, output }, options: ListOptions) => {
      const filter = await listQuery<Query>(client, options)
      const partners = allItems(
        async (page) => expectSuccess(await client.listPartners({ query: { ...filter, ...page } })),
        options.limit,
      )
      return output.list(partners, columns, 'partners')
    }),
  )
}

function show(): Command {
  return describeCommand('show', { summary: 'Show a partner', examples: [`partner show ${partner}`] })
    .alias('get')
    .addArgument(partnerId())
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        output.show(await findPartner(client, id), fields)
      }),
    )
}

interface CreateOptions {
  readonly contact?: readonly Contact[]
  readonly account?: readonly string[]
  readonly id?: string
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create a partner',
    more: 'It gets an account of its own name, unless others are given. Its id is the company of its access keys and the customer of its security users',
    examples: [
      `partner create ${partner}`,
      `partner create ${partner} --contact "Erika Mustermann <erika@example.org>" --account "Web shop" --account Returns`,
    ],
  })
    .argument('<name>', 'a name for operators')
    .option('--contact <contact>', 'whom to ask there: "Name <e-mail>"; several times for several', collectContact)
    .option('--account <name>', 'an account, the first one first; several times for several', collect)
    .option('--id <uuid>', 'the company that its credentials have already (default: a new one)')
    .action(
      withClient(async ({ client, output }, { contact, account, id }: CreateOptions, name: string) => {
        const body = {
          name,
          ...(contact && { contacts: [...contact] }),
          ...(account && { accounts: account.map((name) => ({ name })) }),
          ...(id !== undefined && { id }),
        }
        output.show(expectSuccess(await client.createPartner({ body })), fields)
      }),
    )
}

function update(): Command {
  const command = describeCommand('update', {
    summary: 'Rename a partner, or replace its contacts',
    examples: [
      `partner update ${partner} --name "Acme International Ltd"`,
      `partner update ${partner} --contact "Erika Mustermann <erika@example.org>"`,
    ],
  })
    .addArgument(partnerId())
    .option('--name <name>', 'a name for operators')
    .option(
      '--contact <contact>',
      'whom to ask instead of those that there are: "Name <e-mail>"; several times for several',
      collectContact,
    )
    .action(
      withClient(
        async ({ client, output }, { name, contact }: CreateOptions & { readonly name?: string }, id: string) => {
          const body = { ...(name !== undefined && { name }), ...(contact && { contacts: [...contact] }) }
          output.show(expectSuccess(await client.updatePartner({ params: { id }, body })), fields)
        },
      ),
    )
  return requireOneOption(command)
}

function remove(): Command {
  const command = describeCommand('delete', {
    summary: 'Remove a partner to which no credential belongs',
    examples: [`partner delete ${partner}`],
  })
    .addArgument(partnerId())
    .action(
      withClient(async ({ client, output, confirm }, _options: object, id: string) => {
        await confirm(async () => {
          const { name } = await findPartner(client, id)
          return `Remove ${nameOf('partner', name, id)} with its contacts and accounts for good?`
        })
        expectSuccess(await client.deletePartner({ params: { id } }))
        output.done(`The partner ${id} was deleted.`)
      }),
    )
  return withConfirmation(command)
}

function addAccount(): Command {
  return describeCommand('add-account', {
    summary: 'Add an account to a partner',
    examples: [`partner add-account ${partner} "Web shop"`],
  })
    .addArgument(partnerId())
    .argument('<name>', 'the name of the account')
    .option('--id <uuid>', 'the account that access keys have already (default: a new one)')
    .action(
      withClient(async ({ client, output }, { id: accountId }: { readonly id?: string }, id: string, name: string) => {
        const body = { name, ...(accountId !== undefined && { id: accountId }) }
        output.show(expectSuccess(await client.addPartnerAccount({ params: { id }, body })), accountFields)
      }),
    )
}

function deleteAccount(): Command {
  const command = describeCommand('delete-account', {
    summary: 'Remove an account of a partner that no usable access key has',
    examples: [`partner delete-account ${partner} 0ea70001-0f58-44a2-80ad-953633ff2c02`],
  })
    .addArgument(partnerId())
    .addArgument(idArgument('account-id', 'the id of the account'))
    .action(
      withClient(async ({ client, output, confirm }, _options: object, id: string, accountId: string) => {
        await confirm(async () => {
          const found = await findPartner(client, id)
          const { name } = found.accounts.find((account) => account.id === accountId) ?? { name: '' }
          return `Remove ${nameOf('account', name, accountId)} of ${nameOf('partner', found.name, id)} for good?`
        })
        expectSuccess(await client.deletePartnerAccount({ params: { id, accountId } }))
        output.done(`The account ${accountId} was deleted.`)
      }),
    )
  return withConfirmation(command)
}

async function findPartner(client: OperatorClient, id: string): Promise<Partner> {
  return expectSuccess(await client.getPartner({ params: { id } }))
}

function collectContact(text: string, before: readonly Contact[] = []): readonly Contact[] {
  const [, name = '', email = ''] = /^\s*(\S.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  if (name === '') throw new InvalidArgumentError('Write it as "Erika Mustermann <erika@example.org>".')
  return [...before, { name, email }]
}
