import { Argument, type Command } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { type Field, formatInstant } from '../field.js'
import {
  type LimitOption,
  limitOption,
  type OverlapOption,
  overlapOption,
  rotationBody,
  withConfirmation,
} from '../options.js'
import { allItems } from '../pagination.js'

type SigningKey = components['schemas']['SigningKey']

const fields: readonly Field<SigningKey>[] = [
  { name: 'id', of: ({ id }) => id, isNeverCut: true },
  { name: 'api', of: ({ api }) => api, isNeverCut: true },
  { name: 'algorithm', of: ({ algorithm }) => algorithm },
  { name: 'state', of: ({ state }) => state, isNeverCut: true },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true },
  { name: 'signs from', of: ({ signsFrom }) => formatInstant(signsFrom), isNeverCut: true },
  { name: 'expires', of: ({ expiresAt }) => formatInstant(expiresAt), isNeverCut: true },
]

const apis = ['broker-token', 'partner-login', 'security-management'] as const satisfies readonly SigningKey['api'][]

/** `tokenwright signing-key`: the keys that sign JSON Web Tokens. */
export function signingKeyCommand(): Command {
  return groupCommands('signing-key', { summary: 'Keys that sign JSON Web Tokens', examples: ['signing-key list'] }, [
    list(),
    rotate(),
  ])
}

function list(): Command {
  return describeCommand('list', {
    summary: 'List signing keys, newest first, never their material',
    examples: ['signing-key list'],
  })
    .addOption(limitOption())
    .action(
      withClient(({ client, output }, { limit }: LimitOption) =>
        output.list(
          allItems(async (query) => expectSuccess(await client.listSigningKeys({ query })), limit),
          fields,
          'signing keys',
        ),
      ),
    )
}

function rotate(): Command {
  const command = describeCommand('rotate', {
    summary: 'Replace the signing key of an API',
    more: 'Tokens that were signed before stay valid for the overlap, or until they expire',
    examples: ['signing-key rotate partner-login --overlap 2h', 'signing-key rotate partner-login --overlap 0 --yes'],
  })
    .addArgument(new Argument('<api>', 'the API').choices(apis))
    .addOption(overlapOption('until its tokens expire'))
    .action(
      withClient(async ({ client, output }, overlap: OverlapOption, api: string) => {
        output.show(expectSuccess(await client.rotateSigningKey({ params: { api }, ...rotationBody(overlap) })), fields)
      }),
    )
  return withConfirmation(command, ([api], { overlap }: OverlapOption) =>
    overlap === 0 ? `Refuse every token that ${api} has signed, at once?` : undefined,
  )
}
