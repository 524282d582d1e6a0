import { type Command, Option } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components, operations } from '../../../generated/operator/types.js'
import { nameOf, withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant } from '../field.js'
import { type ListOptions, listQuery, withListOptions } from '../list-options.js'
import { idArgument } from '../options.js'
import type { Output } from '../output.js'
import { allItems } from '../pagination.js'
import type { CliProcess } from '../program-root.js'
import { startProgress } from '../progress.js'
import { readSecret } from '../read-secret.js'
import { joinedPartnerIdOf, joinOption, type PartnerOption, partnerIdOf, partnerOption } from '../resolve-id.js'
import { usageCommand } from './usage.js'

type SecurityUser = components['schemas']['SecurityUser']
type NewSecurityUser = components['schemas']['NewSecurityUser']
type Query = NonNullable<operations['listSecurityUsers']['parameters']['query']>

const fields: readonly Field<SecurityUser>[] = [
  { name: 'uid', of: ({ uid }) => uid, isNeverCut: true },
  { name: 'username', of: ({ username }) => username },
  { name: 'active', of: ({ active }) => active },
  { name: 'partner', of: ({ partnerId }) => partnerId, isNeverCut: true, leftOut: 1 },
  { name: 'customer', of: ({ customerId }) => customerId, isNeverCut: true, leftOut: 1 },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 2 },
  { name: 'last used', of: ({ lastUsedAt }) => formatInstant(lastUsedAt), isNeverCut: true },
]

const newFields: readonly Field<NewSecurityUser>[] = [...fields, { name: 'password', of: ({ password }) => password }]

/** What `end-sessions --all` did. */
type AllSessionsEnd = Omit<components['schemas']['SessionsEnd'], 'nextAfterUid'>

const endFields: readonly Field<AllSessionsEnd>[] = [
  { name: 'users', of: ({ users }) => users },
  { name: 'sessions', of: ({ sessions }) => sessions },
]

const userId = () => idArgument('uid', 'the number of the user, or the exact name', 'security user')

/** `tokenwright security-user`: users of `POST /api/v2/auth/token`. */
export function securityUserCommand(): Command {
  return groupCommands(
    'security-user',
    { summary: 'Users of POST /api/v2/auth/token', examples: ['security-user list'] },
    [
      list(),
      show(),
      create(),
      setActive('activate', true),
      setActive('deactivate', false),
      setPassword(),
      setPartner(),
      remove(),
      endSessions(),
      unlock(),
      usageCommand('security-user', userId(), '157'),
    ],
  )
}

function list(): Command {
  const command = describeCommand('list', {
    summary: 'List security users, newest first',
    examples: ['security-user list --limit 20', 'security-user list --search acme --sort name'],
  })
  return withListOptions(command, {
    sorts: ['createdAt', 'name', 'lastUsedAt'],
    states: ['active', 'inactive'],
  }).action(
    withClient(async ({ client, output }, options: ListOptions) => {
      const filter = await listQuery<Query>(client, options)
      const items = allItems(
        async (page) => expectSuccess(await client.listSecurityUsers({ query: { ...filter, ...page } })),
        options.limit,
      )
      return output.list(items, fields, 'security users')
    }),
  )
}

function show(): Command {
  return describeCommand('show', { summary: 'Show a security user', examples: ['security-user show 157'] })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output }, _options: object, uid: string) => {
        output.show(expectSuccess(await client.getSecurityUser({ params: { uid } })), fields)
      }),
    )
}

interface CreateOptions extends PartnerOption {
  readonly customerId?: string
  readonly passwordStdin?: boolean
  readonly passwordPrompt?: boolean
  readonly passwordHashStdin?: boolean
}

function create(): Command {
  return describeCommand('create', {
    summary: 'Create a security user',
    more: 'Where no password is given, one is made and shown, once',
    examples: [
      'security-user create grace.hopper@example.org',
      'security-user create grace.hopper@example.org --password-prompt',
      'security-user create grace.hopper@example.org --password-hash-stdin < hash.txt',
    ],
  })
    .argument('<username>', 'the name to sign in with')
    .addOption(partnerOption())
    .option('--customer-id <uuid>', 'the customer of the user (default: the partner, else a new one)')
    .option('--password-prompt', 'ask for the password, twice')
    .addOption(new Option('--password-stdin', 'read the password from the standard input').conflicts('passwordPrompt'))
    .addOption(
      new Option(
        '--password-hash-stdin',
        'read a hash of the password from the standard input, such as Argon2id, bcrypt, scrypt or PBKDF2',
      ).conflicts(['passwordPrompt', 'passwordStdin']),
    )
    .action(
      withClient(async ({ client, output, process }, options: CreateOptions, username: string) => {
        const { customerId } = options
        const body = {
          username,
          ...(await partnerIdOf(client, options)),
          ...(customerId !== undefined && { customerId }),
          ...(await passwordOf(process, options)),
        }
        const created = expectSuccess(await client.createSecurityUser({ body }))
        if (created.password === undefined) output.show(created, newFields)
        else output.showSecret(created, newFields, 'password')
      }),
    )
}

async function passwordOf(
  process: CliProcess,
  { passwordStdin, passwordPrompt, passwordHashStdin }: CreateOptions,
): Promise<{ password?: string; passwordHash?: string }> {
  if (passwordHashStdin) {
    const otherwise = 'pipe it in'
    return { passwordHash: await readSecret(process, 'hash of the password', { fromStdin: true, otherwise }) }
  }
  if (!passwordStdin && !passwordPrompt) return {}
  return { password: await readPassword(process, passwordStdin) }
}

function readPassword(process: CliProcess, fromStdin: boolean | undefined): Promise<string> {
  return readSecret(process, 'password', { fromStdin, isNew: true, otherwise: 'use --password-stdin' })
}

function setActive(name: 'activate' | 'deactivate', active: boolean): Command {
  return describeCommand(name, {
    summary: active ? 'Let a security user sign in again' : 'Refuse a security user and end its sessions at once',
    examples: [`security-user ${name} 157`],
  })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output }, _options: object, uid: string) => {
        output.show(expectSuccess(await client.updateSecurityUser({ params: { uid }, body: { active } })), fields)
      }),
    )
}

function setPassword(): Command {
  return describeCommand('set-password', {
    summary: 'Give a security user a new password',
    more: 'It is asked for twice, or read from the standard input. Every session of the user ends',
    examples: ['security-user set-password 157', 'security-user set-password 157 --password-stdin < password.txt'],
  })
    .addArgument(userId())
    .option('--password-stdin', 'read the password from the standard input')
    .action(
      withClient(async ({ client, output, process }, { passwordStdin }: { passwordStdin?: boolean }, uid: string) => {
        const password = await readPassword(process, passwordStdin)
        output.show(expectSuccess(await client.updateSecurityUser({ params: { uid }, body: { password } })), fields)
      }),
    )
}

function setPartner(): Command {
  return describeCommand('set-partner', {
    summary: 'Let a security user join a partner or leave it',
    examples: ['security-user set-partner 157 --partner "Acme Ltd"', 'security-user set-partner 157 --partner none'],
  })
    .addArgument(userId())
    .addOption(joinOption().makeOptionMandatory())
    .action(
      withClient(async ({ client, output }, options: PartnerOption, uid: string) => {
        const body = await joinedPartnerIdOf(client, options)
        output.show(expectSuccess(await client.updateSecurityUser({ params: { uid }, body })), fields)
      }),
    )
}

function remove(): Command {
  const command = describeCommand('delete', {
    summary: 'Remove a security user and its tokens for good',
    examples: ['security-user delete 157'],
  })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output, confirm }, _options: object, uid: string) => {
        await confirm(async () => `Remove ${await nameUser(client, uid)} and its tokens for good?`)
        expectSuccess(await client.deleteSecurityUser({ params: { uid } }))
        output.done(`The security user ${uid} was deleted.`)
      }),
    )
  return withConfirmation(command)
}

function endSessions(): Command {
  const command = describeCommand('end-sessions', {
    summary: 'End every session of a security user, or of all',
    more: 'Their refresh tokens are dead at once',
    examples: ['security-user end-sessions 157 --yes', 'security-user end-sessions --all'],
  })
    .addArgument(userId().argOptional())
    .option('--all', 'the sessions of all security users')
    .action(
      withClient(async ({ client, output, confirm }, { all }: { readonly all?: boolean }, uid: string | undefined) => {
        if ((uid === undefined) !== (all === true)) throw new CliFailure('usage', 'give either a user or --all')
        if (uid === undefined) {
          await confirm('End every session of all security users? Each of them has to sign in again.')
          output.show(await endAllSessions(client, output), endFields)
          return
        }
        await confirm(async () => `End every session of ${await nameUser(client, uid)}?`)
        output.show(expectSuccess(await client.endSecurityUserSessions({ params: { uid } })), fields)
      }),
    )
  return withConfirmation(command)
}

/** One call goes through some users; they go on until the last one. */
async function endAllSessions(client: OperatorClient, output: Output): Promise<AllSessionsEnd> {
  const progress = startProgress(output.process.stderr, 'users signed out')
  let ended: AllSessionsEnd = { users: 0, sessions: 0 }
  let afterUid: number | null = 0
  try {
    while (afterUid !== null) {
      const { users, sessions, nextAfterUid }: components['schemas']['SessionsEnd'] = expectSuccess(
        await client.endAllSecurityUserSessions({ body: { afterUid } }),
      )
      ended = { users: ended.users + users, sessions: ended.sessions + sessions }
      progress.update(ended.users)
      afterUid = nextAfterUid
    }
    return ended
  } finally {
    progress.stop()
    if (afterUid !== null && ended.users > 0)
      output.note(
        `${ended.users} users are signed out, and others are left. Call again: that changes nothing for these.`,
      )
  }
}

async function nameUser(client: OperatorClient, uid: string): Promise<string> {
  const { username } = expectSuccess(await client.getSecurityUser({ params: { uid } }))
  return nameOf('security user', username, uid)
}

function unlock(): Command {
  return describeCommand('unlock', {
    summary: 'Forget the failed sign-ins of a security user',
    examples: ['security-user unlock 157'],
  })
    .addArgument(userId())
    .action(
      withClient(async ({ client, output }, _options: object, uid: string) => {
        output.show(expectSuccess(await client.unlockSecurityUser({ params: { uid } })), fields)
      }),
    )
}
