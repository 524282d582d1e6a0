import { rm, writeFile } from 'node:fs/promises'
import { Argument, type Command, Option } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components } from '../../../generated/operator/types.js'
import { withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand, groupCommands } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant } from '../field.js'
import { findOne } from '../find-one.js'
import {
  endsAtOnce,
  type LimitOption,
  limitOption,
  type OverlapOption,
  overlapOption,
  rotationBody,
} from '../options.js'
import { allItems } from '../pagination.js'
import { type Encoding, encodings, readKeyMaterial } from '../read-key-material.js'

type SigningKey = components['schemas']['SigningKey']
type SymmetricKey = components['schemas']['SymmetricKey']

const fields: readonly Field<SigningKey>[] = [
  { name: 'id', of: ({ id }) => id, isId: true },
  { name: 'api', of: ({ api }) => api, isNeverCut: true },
  { name: 'algorithm', of: ({ algorithm }) => algorithm, leftOut: 1 },
  { name: 'kid', of: ({ id, kid }) => (kid === null ? 'none' : kid === id ? 'the id' : kid), leftOut: 3 },
  { name: 'imported', of: ({ imported }) => imported, leftOut: 2 },
  { name: 'state', of: ({ state }) => state, isNeverCut: true },
  { name: 'created', of: ({ createdAt }) => formatInstant(createdAt), isNeverCut: true, leftOut: 4 },
  {
    name: 'signs from',
    of: ({ signsFrom }) => (signsFrom === null ? 'never' : formatInstant(signsFrom)),
    isNeverCut: true,
  },
  { name: 'expires', of: ({ expiresAt }) => formatInstant(expiresAt), isNeverCut: true },
]

/** A record, so that a missing one does not compile. */
const apis = Object.keys({
  'broker-token': true,
  'partner-login': true,
  'security-management': true,
} satisfies Record<SigningKey['api'], true>)

/** `tokenwright signing-key`: the keys that sign JSON Web Tokens. */
export function signingKeyCommand(): Command {
  return groupCommands('signing-key', { summary: 'Keys that sign JSON Web Tokens', examples: ['signing-key list'] }, [
    list(),
    rotate(),
    importKey(),
    retire(),
    exportKeys(),
  ])
}

const apiArgument = () => new Argument('<api>', 'the API').choices(apis)

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
    .addArgument(apiArgument())
    .addOption(overlapOption('until its tokens expire'))
    .action(
      withClient(async ({ client, output, confirm }, overlap: OverlapOption, api: string) => {
        if (endsAtOnce(overlap)) await confirm(`Refuse every token that ${api} has signed, at once?`)
        output.show(expectSuccess(await client.rotateSigningKey({ params: { api }, ...rotationBody(overlap) })), fields)
      }),
    )
  return withConfirmation(command, endsAtOnce)
}

interface ImportOptions {
  readonly secretFile: string
  readonly encoding: Encoding
  readonly kid?: string
  readonly verifyOnly?: boolean
}

function importKey(): Command {
  return describeCommand('import', {
    summary: 'Take over the secret with which another installation signs the tokens of an API',
    more: 'Its tokens are accepted then, and new ones are signed with it some seconds later, unless it only verifies. Check it with a token of the other installation: token introspect',
    examples: [
      'signing-key import partner-login --secret-file jwt-secret.txt --kid none --verify-only',
      'signing-key import security-management --secret-file jwt-secret.b64 --encoding base64 --kid none',
      'signing-key import partner-login --secret-file jwt-secret.txt --kid 2023-1',
    ],
  })
    .addArgument(apiArgument())
    .requiredOption('--secret-file <file>', 'the file that holds the secret; one line break at its end is left out')
    .addOption(
      new Option('--encoding <encoding>', 'how the file holds it: as it is, or as a text that stands for bytes')
        .choices(encodings)
        .default('text'),
    )
    .option('--kid <kid>', 'the kid in the header of its tokens, or none where they have none (default: a new id)')
    .option('--verify-only', 'sign nothing with it')
    .action(
      withClient(async ({ client, output }, options: ImportOptions, api: string) => {
        const { secretFile, encoding, kid, verifyOnly = false } = options
        if (verifyOnly && kid === undefined) {
          throw new CliFailure('usage', '--verify-only needs --kid: no token has the id that the key gets here')
        }
        const material = await readKeyMaterial(secretFile, encoding)
        const body = {
          key: material.toString('base64url'),
          ...(kid !== undefined && { kid: kid === 'none' ? null : kid }),
          verifyOnly,
        }
        const key = expectSuccess(await client.importSigningKey({ params: { api }, body }))
        output.show(key, fields)
        if (key.state === 'verifying' && key.expiresAt !== null) {
          output.note(
            `This secret is shorter than ${key.algorithm} demands (RFC 7518, section 3.2), so that it could be guessed. It verifies until ${formatInstant(key.expiresAt)}; retire it before, as soon as the other installation is off.`,
          )
        }
      }),
    )
}

interface RetireOptions extends OverlapOption {
  readonly id?: string
}

function retire(): Command {
  const command = describeCommand('retire', {
    summary: 'End keys that verify and do not sign, imported ones too',
    more: 'Tokens that they signed are refused within seconds',
    examples: ['signing-key retire partner-login', 'signing-key retire partner-login --overlap 1h --yes'],
  })
    .addArgument(apiArgument())
    .option('--id <id>', 'only the key with this id, or beginning of an id')
    .addOption(overlapOption('0'))
    .action(
      withClient(async ({ client, output, confirm }, given: RetireOptions, api: string) => {
        const { overlap } = given
        const id = given.id === undefined ? undefined : await wholeIdOf(client, given.id)
        if (isRetiredAtOnce(given)) {
          const keys = id === undefined ? `a key of ${api} which does not sign any more` : `the key ${id} of ${api}`
          await confirm(`Refuse every token that ${keys} has signed, at once?`)
        }
        const body = { ...(id !== undefined && { id }), ...(overlap !== undefined && { overlapSeconds: overlap }) }
        const { items } = expectSuccess(await client.retireSigningKeys({ params: { api }, body }))
        await output.list(items, fields, 'keys to retire')
      }),
    )
  return withConfirmation(command, isRetiredAtOnce)
}

/** Tables show the beginning of an id where it is unique. */
async function wholeIdOf(client: OperatorClient, id: string): Promise<string> {
  if (!/^[\da-f-]{8,35}$/i.test(id)) return id
  const keys = allItems(async (query) => expectSuccess(await client.listSigningKeys({ query })))
  return (await findOne(keys, id))?.id ?? id
}

function isRetiredAtOnce({ overlap = 0 }: OverlapOption): boolean {
  return overlap === 0
}

interface ExportOptions {
  readonly output: string
  readonly format: 'jwks' | 'raw'
}

function exportKeys(): Command {
  const command = describeCommand('export', {
    summary: 'Write the keys that verify the tokens of an API into a file',
    more: 'For servers that verify tokens without asking this one. Whoever has the file can sign tokens of everybody. It is for its owner only, and an existing one stays',
    examples: [
      'signing-key export partner-login --output partner-login.jwks.json',
      'signing-key export partner-login --output partner-login.key --format raw --yes',
    ],
  })
    .addArgument(apiArgument())
    .requiredOption('-o, --output <file>', 'the new file')
    .addOption(
      new Option('--format <format>', 'all of them as a JSON Web Key Set, or the bytes of the one that signs')
        .choices(['jwks', 'raw'])
        .default('jwks'),
    )
    .action(
      withClient(async ({ client, output, confirm }, { output: path, format }: ExportOptions, api: string) => {
        await confirm([
          `Write the keys of ${api} to ${path}? Whoever reads it can sign tokens of everybody.`,
          'Is it sure that the file goes to no backup, log or repository?',
        ])
        // First, so that no key leaves the server for nothing.
        await createFile(path)
        const keys = await fetchKeys(client, api).catch(async (error: unknown) => {
          await rm(path)
          throw error
        })
        await writeFile(path, format === 'raw' ? rawKey(keys) : `${JSON.stringify({ keys }, null, 2)}\n`)
        const count = format === 'raw' || keys.length === 1 ? 'the key' : `${keys.length} keys`
        output.done(`${path} holds ${count} of ${api}.`)
        if (format === 'raw' && keys.length > 1) {
          output.note(`${keys.length - 1} more verify tokens of ${api}: --format jwks writes all.`)
        }
      }),
    )
  return withConfirmation(command)
}

async function fetchKeys(client: OperatorClient, api: string): Promise<readonly SymmetricKey[]> {
  return expectSuccess(await client.exportSigningKeys({ params: { api } })).keys
}

/** The key that signs comes first. */
function rawKey([first]: readonly SymmetricKey[]): Buffer {
  if (!first) throw new CliFailure('unexpected', 'the server answered no key')
  return Buffer.from(first.k, 'base64url')
}

/** Creates an empty file for its owner only. */
async function createFile(path: string): Promise<void> {
  await writeFile(path, '', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EEXIST' ? 'it exists; name another one' : error.code
    throw new CliFailure('usage', `${path} cannot be written (${reason})`)
  })
}
