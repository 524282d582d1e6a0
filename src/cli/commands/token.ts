import { type Command, Option } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components, operations } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { type Field, formatInstant, printable } from '../field.js'
import { type ListOptions, listQuery, withListOptions } from '../list-options.js'
import { idArgument, parseInstant, requireOneOption } from '../options.js'
import type { Output } from '../output.js'
import { allItems } from '../pagination.js'
import { startProgress } from '../progress.js'
import { readSecret } from '../read-secret.js'
import { joinedPartnerIdOf, joinOption, type PartnerOption, partnerIdOf, partnerOption } from '../resolve-id.js'
import { introspect, readToken } from './token-introspect.js'

type GatewayToken = components['schemas']['GatewayToken']
type BulkRevocation = components['schemas']['BulkRevocation']
type Query = NonNullable<operations['searchGatewayTokens']['parameters']['query']>

const fields: readonly Field<GatewayToken>[] = [
  { name: 'token link', of: ({ tokenLink }) => tokenLink, isId: true },
  { name: 'account', of: ({ accountId }) => accountId },
  { name: 'description', of: ({ description }) => description, leftOut: 10 },
  { name: 'created by', of: ({ createdBy }) => createdBy, leftOut: 1 },
  { name: 'state', of: ({ state }) => state, isNeverCut: true },
  { name: 'token', of: ({ hint }) => hint, isNeverCut: true, leftOut: 4 },
  { name: 'issued', of: ({ issuedAt }) => formatInstant(issuedAt), isNeverCut: true, leftOut: 3 },
  { name: 'last used', of: ({ lastUsedAt }) => formatInstant(lastUsedAt), isNeverCut: true, leftOut: 5 },
  { name: 'revoked', of: ({ revokedAt }) => formatInstant(revokedAt), isNeverCut: true, leftOut: 2 },
]

/** A token that is shown alone. */
const allFields: readonly Field<GatewayToken>[] = [
  ...fields,
  { name: 'payments', of: ({ tokenType }) => tokenType },
  { name: 'for', of: ({ source }) => source },
  { name: 'service', of: ({ serviceExternalId }) => serviceExternalId },
  { name: 'mode', of: ({ serviceMode }) => serviceMode },
  { name: 'partner', of: ({ partnerId }) => partnerId },
]

const link = '550e8400-e29b-41d4-a716-446655448001'
const tokenLink = () => idArgument('link', 'the token link, its beginning, or the exact description', 'gateway token')

/** `tokenwright token`: bearer tokens of gateway accounts, and what a token of any API is worth. */
export function tokenCommand(): Command {
  return groupCommands(
    'token',
    {
      summary: 'Bearer tokens of gateway accounts; introspect takes a token of any API',
      examples: ['token list --account GATEWAY_ACCOUNT_1'],
    },
    [list(), show(), create(), update(), revoke(), revokeAll(), revokeLeaked(), introspect()],
  )
}

function list(): Command {
  const states = ['active', 'revoked'] as const satisfies readonly GatewayToken['state'][]
  const command = describeCommand('list', {
    summary: 'List gateway tokens, newest first',
    examples: [
      'token list --account GATEWAY_ACCOUNT_1 --state active',
      'token list --search te6G',
      'token list --json --limit 100',
    ],
  }).option('--account <id>', 'only tokens of this gateway account')
  return withListOptions(command, { sorts: ['createdAt', 'accountId', 'lastUsedAt'], states }).action(
    withClient(async ({ client, output }, { account, ...options }: ListOptions & { readonly account?: string }) => {
      const filter = {
        ...(await listQuery<Query>(client, options)),
        ...(account !== undefined && { accountId: account }),
      }
      const tokens = allItems(
        async (page) => expectSuccess(await client.searchGatewayTokens({ query: { ...filter, ...page } })),
        options.limit,
      )
      return output.list(tokens, fields, 'gateway tokens')
    }),
  )
}

interface CreateOptions extends PartnerOption {
  readonly account: string
  readonly description: string
  readonly createdBy?: string
  readonly payments?: GatewayToken['tokenType']
  readonly source?: GatewayToken['source']
  readonly service?: string
  readonly serviceMode?: 'LIVE' | 'TEST'
  readonly tokenStdin?: boolean
  readonly tokenPrompt?: boolean
  readonly tokenLink?: string
  readonly issuedAt?: string
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Issue a gateway token and show it, once',
    more: 'A token that exists elsewhere keeps working: bring it with --token-stdin or --token-prompt',
    examples: [
      'token create --account GATEWAY_ACCOUNT_1 --description "Web shop"',
      'token create --account GATEWAY_ACCOUNT_1 --description "Web shop" --token-stdin < token.txt',
    ],
  })
    .requiredOption('--account <id>', 'the gateway account')
    .requiredOption('--description <text>', 'what the token is for')
    .addOption(partnerOption())
    .option('--created-by <name>', 'who asked for it')
    .addOption(new Option('--payments <type>', 'which payments it is for').choices(['CARD', 'DIRECT_DEBIT']))
    .addOption(new Option('--source <source>', 'the API or product pages').choices(['API', 'PRODUCTS']))
    .option('--service <id>', 'the service that it belongs to')
    .addOption(new Option('--service-mode <mode>', 'the mode of the service').choices(['LIVE', 'TEST']))
    .option('--token-stdin', 'read a token that exists already from the standard input')
    .option('--token-prompt', 'ask for a token that exists already')
    .option('--token-link <uuid>', 'the link under which it is known already')
    .option('--issued-at <time>', 'when it was issued, such as 2024-05-01', parseInstant)
    .action(
      withClient(async ({ client, output, process }, options: CreateOptions) => {
        const { account, description, createdBy, payments, source, service, serviceMode } = options
        const { tokenStdin, tokenPrompt, tokenLink, issuedAt } = options
        const token =
          (tokenStdin || tokenPrompt) &&
          (await readSecret(process, 'token', { fromStdin: tokenStdin, otherwise: 'use --token-stdin' }))
        const body = {
          accountId: account,
          description,
          ...(await partnerIdOf(client, options)),
          ...(createdBy !== undefined && { createdBy }),
          ...(payments && { tokenType: payments }),
          ...(source && { source }),
          ...(service !== undefined && { serviceExternalId: service }),
          ...(serviceMode && { serviceMode }),
          ...(token && { token }),
          ...(tokenLink !== undefined && { tokenLink }),
          ...(issuedAt !== undefined && { issuedAt }),
        }
        const created = expectSuccess(await client.createGatewayToken({ body }))
        const known = allFields.filter(({ name }) => name !== 'token')
        output.showSecret(created, [...known, { name: 'token', of: () => created.token }], 'token')
      }),
    )
}

function show(): Command {
  return describeCommand('show', { summary: 'Show a gateway token', examples: [`token show ${link}`] })
    .addArgument(tokenLink())
    .action(
      withClient(async ({ client, output }, _options: object, tokenLink: string) => {
        output.show(expectSuccess(await client.getGatewayTokenByLink({ params: { tokenLink } })), allFields)
      }),
    )
}

interface UpdateOptions extends PartnerOption {
  readonly description?: string
}

function update(): Command {
  const command = describeCommand('update', {
    summary: 'Change the description or the partner of a gateway token',
    examples: [`token update ${link} --description "Web shop"`, `token update ${link} --partner "Acme Ltd"`],
  })
    .addArgument(tokenLink())
    .option('--description <text>', 'what the token is for')
    .addOption(joinOption())
    .action(
      withClient(async ({ client, output }, options: UpdateOptions, tokenLink: string) => {
        const { description } = options
        const body = {
          ...(description !== undefined && { description }),
          ...(await joinedPartnerIdOf(client, options)),
        }
        output.show(expectSuccess(await client.updateGatewayToken({ params: { tokenLink }, body })), allFields)
      }),
    )
  return requireOneOption(command)
}

function revoke(): Command {
  const command = describeCommand('revoke', {
    summary: 'Revoke a gateway token',
    more: 'It holds on the next look-up',
    examples: [`token revoke ${link}`],
  })
    .addArgument(tokenLink())
    .action(
      withClient(async ({ client, output, confirm }, _options: object, tokenLink: string) => {
        await confirm(async () => `Revoke ${await nameToken(client, tokenLink)} for good?`)
        output.show(expectSuccess(await client.revokeGatewayTokenByLink({ params: { tokenLink } })), allFields)
      }),
    )
  return withConfirmation(command)
}

async function nameToken(client: OperatorClient, tokenLink: string): Promise<string> {
  const token = expectSuccess(await client.getGatewayTokenByLink({ params: { tokenLink } }))
  return `${nameOf('gateway token', token.description, token.hint)} of the account ${printable(token.accountId)}`
}

interface SelectionOptions {
  readonly account?: string
  readonly issuedBefore?: string
}

function revokeAll(): Command {
  const command = describeCommand('revoke-all', {
    summary: 'Revoke the active tokens of an account, or those issued before a time, or those of which both is true',
    examples: [
      'token revoke-all --account GATEWAY_ACCOUNT_1',
      'token revoke-all --issued-before 2026-01-31T18:00:00Z --yes',
    ],
  })
    .option('--account <id>', 'only tokens of this gateway account')
    .option('--issued-before <time>', 'only tokens issued before, such as 2026-01-31', parseInstant)
    .action(
      withClient(async ({ client, output, confirm }, options: SelectionOptions) => {
        await confirm(`Revoke all tokens of ${inWords(options)} for good?`)
        const revoked = await revokeSelected(client, output, options)
        output.show<BulkRevocation>({ revoked, more: false }, [{ name: 'revoked', of: ({ revoked }) => revoked }])
      }),
    )
  return requireOneOption(withConfirmation(command))
}

function inWords({ account, issuedBefore }: SelectionOptions): string {
  const which = account === undefined ? 'every account' : `the account ${account}`
  return issuedBefore === undefined ? which : `${which} that were issued before ${issuedBefore}`
}

/** One call revokes so many at most; they go on until none is left. */
async function revokeSelected(
  client: OperatorClient,
  output: Output,
  { account, issuedBefore }: SelectionOptions,
): Promise<number> {
  const body = {
    ...(account !== undefined && { accountId: account }),
    ...(issuedBefore !== undefined && { issuedBefore }),
  }
  const progress = startProgress(output.process.stderr, 'tokens revoked')
  let total = 0
  let isDone = false
  try {
    while (!isDone) {
      const { revoked, more } = expectSuccess(await client.revokeGatewayTokens({ body }))
      total += revoked
      progress.update(total)
      isDone = !more
    }
    return total
  } finally {
    progress.stop()
    if (!isDone && total > 0) output.note(`${total} tokens are revoked, and others are left.`)
  }
}

function revokeLeaked(): Command {
  const command = describeCommand('revoke-leaked', {
    summary: 'Revoke a gateway token that was found where it does not belong',
    more: 'The token is asked for, or read from the standard input; it is never an argument',
    examples: ['token revoke-leaked', 'token revoke-leaked --yes < token.txt'],
  }).action(
    withClient(async ({ client, output, process, confirm }) => {
      const token = await readToken(process)
      await confirm(async () => {
        const { active, api, clientId } = expectSuccess(await client.introspectToken({ body: { token } }))
        // There is nothing to revoke then: the server says why.
        if (!active || api !== 'gateway-tokens' || clientId === undefined) return []
        return `Revoke ${await nameToken(client, clientId)} for good?`
      })
      output.show(expectSuccess(await client.revokeLeakedGatewayToken({ body: { token } })), allFields)
    }),
  )
  return withConfirmation(command)
}
