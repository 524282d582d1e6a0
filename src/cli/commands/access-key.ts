import type { Command } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components, operations } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant, formatSecretHints } from '../field.js'
import { type ListOptions, listQuery, withListOptions } from '../list-options.js'
import {
  collect,
  endsAtOnce,
  expiryOf,
  expiryOption,
  idArgument,
  type OverlapOption,
  overlapOption,
  requireOneOption,
  rotationBody,
} from '../options.js'
import type { Output } from '../output.js'
import { allItems } from '../pagination.js'
import { readSecret } from '../read-secret.js'
import { joinedPartnerIdOf, joinOption, type PartnerOption, partnerIdOf, partnerOption } from '../resolve-id.js'
import { usageCommand } from './usage.js'

type AccessKey = components['schemas']['AccessKey']
type Query = NonNullable<operations['listAccessKeys']['parameters']['query']>

const fields: readonly Field<AccessKey>[] = [
  { name: 'id', of: ({ id }) => id, isId: true },
  { name: 'name', of: ({ name }) => name },
  { name: 'state', of: ({ state }) => state, isNeverCut: true },
  { name: 'partner', of: ({ partnerId }) => partnerId },
  { name: 'access key', of: ({ accessKey }) => accessKey, isNeverCut: true, leftOut: 1 },
  { name: 'user', of: ({ userId }) => userId },
  { name: 'account', of: ({ account }) => account },
  { name: 'company', of: ({ company }) => company },
  { name: 'roles', of: ({ roles }) => roles, leftOut: 2 },
  { name: 'secrets', of: ({ secrets }) => formatSecretHints(secrets) },
  { name: 'expires', of: ({ expiresAt }) => formatInstant(expiresAt), isNeverCut: true },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 3 },
  { name: 'last used', of: ({ lastUsedAt }) => formatInstant(lastUsedAt), isNeverCut: true },
]

const columns = fields.filter(({ name }) => !['partner', 'user', 'account', 'company', 'secrets'].includes(name))

const id = '45771ea1-b012-4b80-8ba4-49891c5d8e01'
const keyId = () => idArgument('id', 'the id of the access key, its beginning, or the exact name', 'access key')

/** `tokenwright access-key`: with what partners log in. */
export function accessKeyCommand(): Command {
  return groupCommands(
    'access-key',
    { summary: 'Access keys, with which partners log in at POST /login', examples: ['access-key list'] },
    [list(), show(), create(), update(), activate(), revoke(), rotateSecret(), usageCommand('access-key', keyId(), id)],
  )
}

function list(): Command {
  const command = describeCommand('list', {
    summary: 'List access keys, newest first',
    examples: ['access-key list --limit 20', 'access-key list --search acme --sort name'],
  })
  return withListOptions(command, {
    sorts: ['createdAt', 'name', 'lastUsedAt'],
    states: ['pending', 'active', 'expired', 'revoked'],
  }).action(
    withClient(async ({ client, output }, options: ListOptions) => {
      const filter = await listQuery<Query>(client, options)
      const items = allItems(
        async (page) => expectSuccess(await client.listAccessKeys({ query: { ...filter, ...page } })),
        options.limit,
      )
      return output.list(items, columns, 'access keys')
    }),
  )
}

function show(): Command {
  return describeCommand('show', { summary: 'Show an access key', examples: [`access-key show ${id}`] })
    .addArgument(keyId())
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        output.show(expectSuccess(await client.getAccessKey({ params: { id } })), fields)
      }),
    )
}

interface CreateOptions extends PartnerOption {
  readonly account?: string
  readonly company?: string
  readonly userId?: string
  readonly role?: readonly string[]
  readonly expiresAt?: string
  readonly accessKey?: string
  readonly secretStdin?: boolean
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create an access key and show its secret, once',
    more: 'It is pending until it is activated. A partner who has credentials already keeps them: with --access-key the secret is asked for, or read from the standard input',
    examples: [
      'access-key create "Point of sale" --partner "Acme Ltd"',
      'access-key create "Point of sale" --account 0ea70001-0f58-44a2-80ad-953633ff2cc7 --company 29263739-2cf8-483d-af15-6151dc8448b4 --role Partner',
    ],
  })
    .argument('<name>', 'a name for operators')
    .addOption(partnerOption())
    .option('--account <uuid>', 'the account, claim "ca" (default: the first one of the partner, else a new one)')
    .option('--company <uuid>', 'the company, claim "cid" (default: the partner, else a new one)')
    .option('--user-id <uuid>', 'the user, claim "uid" (default: a new one)')
    .option('--role <role>', 'a role, claim "ar"; several times for several', collect)
    .addOption(expiryOption('--expires-at <time>'))
    .option('--access-key <key>', 'the access key that the partner has already')
    .option('--secret-stdin', 'read the secret that belongs to --access-key from the standard input')
    .action(
      withClient(async ({ client, output, process }, options: CreateOptions, name: string) => {
        const { account, company, userId, role, expiresAt, accessKey, secretStdin } = options
        if (secretStdin && accessKey === undefined) {
          throw new CliFailure('usage', '--secret-stdin goes with --access-key')
        }
        const secret =
          accessKey !== undefined &&
          (await readSecret(process, 'secret', { fromStdin: secretStdin, otherwise: 'use --secret-stdin' }))
        const body = {
          name,
          ...(await partnerIdOf(client, options)),
          ...(account !== undefined && { account }),
          ...(company !== undefined && { company }),
          ...(userId !== undefined && { userId }),
          ...(role && { roles: [...role] }),
          ...(expiresAt !== undefined && { expiresAt: expiryOf(expiresAt) }),
          ...(secret && { accessKey, secret }),
        }
        showWithSecret(output, expectSuccess(await client.createAccessKey({ body })))
      }),
    )
}

function update(): Command {
  const command = describeCommand('update', {
    summary: 'Change name, roles, expiry or partner of an access key',
    more: 'Tokens that were signed before keep their roles',
    examples: [
      `access-key update ${id} --name "Point of sale 2"`,
      `access-key update ${id} --role Partner --role Reporting`,
      `access-key update ${id} --expires-at never`,
      `access-key update ${id} --partner "Acme Ltd"`,
    ],
  })
    .addArgument(keyId())
    .option('--name <name>', 'a name for operators')
    .addOption(joinOption())
    .option('--role <role>', 'a role instead of those that there are; several times for several', collect)
    .addOption(expiryOption('--expires-at <time>'))
    .action(
      withClient(
        async (
          { client, output },
          options: Pick<CreateOptions, 'role' | 'expiresAt' | 'partner'> & { name?: string },
          id: string,
        ) => {
          const { name, role, expiresAt } = options
          const body = {
            ...(await joinedPartnerIdOf(client, options)),
            ...(name !== undefined && { name }),
            ...(role && { roles: [...role] }),
            ...(expiresAt !== undefined && { expiresAt: expiryOf(expiresAt) }),
          }
          output.show(expectSuccess(await client.updateAccessKey({ params: { id }, body })), fields)
        },
      ),
    )
  return requireOneOption(command)
}

function activate(): Command {
  return describeCommand('activate', {
    summary: 'Activate a pending access key',
    examples: [`access-key activate ${id}`],
  })
    .addArgument(keyId())
    .action(
      withClient(async ({ client, output }, _options: object, id: string) => {
        output.show(expectSuccess(await client.activateAccessKey({ params: { id } })), fields)
      }),
    )
}

function revoke(): Command {
  const command = describeCommand('revoke', {
    summary: 'Revoke an access key for good',
    examples: [`access-key revoke ${id}`],
  })
    .addArgument(keyId())
    .action(
      withClient(async ({ client, output, confirm }, _options: object, id: string) => {
        await confirm(async () => `Revoke ${await nameKey(client, id)} for good?`)
        output.show(expectSuccess(await client.revokeAccessKey({ params: { id } })), fields)
      }),
    )
  return withConfirmation(command)
}

function rotateSecret(): Command {
  const command = describeCommand('rotate-secret', {
    summary: 'Make a new secret for an access key and show it, once',
    more: 'The one before stays valid for the overlap',
    examples: [`access-key rotate-secret ${id} --overlap 7d`, `access-key rotate-secret ${id} --overlap 0 --yes`],
  })
    .addArgument(keyId())
    .addOption(overlapOption('a day'))
    .action(
      withClient(async ({ client, output, confirm }, overlap: OverlapOption, id: string) => {
        if (endsAtOnce(overlap)) await confirm(async () => `End every secret of ${await nameKey(client, id)} at once?`)
        const rotated = await client.rotateAccessKeySecret({ params: { id }, ...rotationBody(overlap) })
        showWithSecret(output, expectSuccess(rotated))
      }),
    )
  return withConfirmation(command, endsAtOnce)
}

async function nameKey(client: OperatorClient, id: string): Promise<string> {
  const { name } = expectSuccess(await client.getAccessKey({ params: { id } }))
  return nameOf('access key', name, id)
}

function showWithSecret(output: Output, key: AccessKey & { readonly secret: string }): void {
  output.showSecret(key, [...fields, { name: 'secret', of: () => key.secret }], 'secret')
}
