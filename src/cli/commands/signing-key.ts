import { Argument, type Command } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { destructive } from '../destructive.js'
import { type Field, moment } from '../field.js'
import { itemsOf } from '../items-of.js'
import { type LimitOption, limitOption } from '../limit-option.js'
import { type OverlapOption, overlapOption, rotationOf } from '../overlap-option.js'
import { resultOf } from '../result-of.js'
import { withClient } from '../with-client.js'

type SigningKey = components['schemas']['SigningKey']

const fields: readonly Field<SigningKey>[] = [
  { name: 'id', of: ({ id }) => id, isKept: true },
  { name: 'api', of: ({ api }) => api, isKept: true },
  { name: 'algorithm', of: ({ algorithm }) => algorithm },
  { name: 'state', of: ({ state }) => state, isKept: true },
  { name: 'created', of: ({ createdAt }) => moment(createdAt), isKept: true },
  { name: 'signs from', of: ({ signsFrom }) => moment(signsFrom), isKept: true },
  { name: 'expires', of: ({ expiresAt }) => moment(expiresAt), isKept: true },
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
          itemsOf(async (query) => resultOf(await client.listSigningKeys({ query })), limit),
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
        output.show(resultOf(await client.rotateSigningKey({ params: { api }, ...rotationOf(overlap) })), fields)
      }),
    )
  return destructive(command, ([api], { overlap }: OverlapOption) =>
    overlap === 0 ? `Refuse every token that ${api} has signed, at once?` : undefined,
  )
}
