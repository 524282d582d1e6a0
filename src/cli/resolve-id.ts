import { type Command, Option } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { expectSuccess } from './expect-success.js'
import { CliFailure } from './failure.js'
import { printable } from './field.js'
import { IdArgument, type IdKind } from './options.js'
import { allItems } from './pagination.js'

/** Something that a command can name by its id, the beginning of its id, or its name. */
interface Candidate {
  readonly id: string
  /** The name, or the user name. */
  readonly name: string
}

type Search = (client: OperatorClient, search: string) => AsyncGenerator<Candidate, void, void>

const searches: Readonly<Record<IdKind, Search>> = {
  partner: (client, search) =>
    allItems(async (page) => expectSuccess(await client.listPartners({ query: { ...page, search } }))),
  'broker user': (client, search) =>
    allItems(async (page) => expectSuccess(await client.listBrokerUsers({ query: { ...page, search } }))),
  'access key': (client, search) =>
    allItems(async (page) => expectSuccess(await client.listAccessKeys({ query: { ...page, search } }))),
  'security user': (client, search) =>
    allItems(async (page) => {
      const { items, nextCursor } = expectSuccess(await client.listSecurityUsers({ query: { ...page, search } }))
      return { items: items.map(({ uid, username }) => ({ id: String(uid), name: username })), nextCursor }
    }),
  'gateway token': (client, search) =>
    allItems(async (page) => {
      const { items, nextCursor } = expectSuccess(await client.searchGatewayTokens({ query: { ...page, search } }))
      return { items: items.map(({ tokenLink, description }) => ({ id: tokenLink, name: description })), nextCursor }
    }),
}

/** A whole id needs no search: a UUID, and the number of a security user. */
function isWhole(kind: IdKind, text: string): boolean {
  return kind === 'security user' ? /^\d+$/.test(text) : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** As many as anybody reads. */
const maxListed = 10

/** How many things that have a text somewhere are looked at for one whose name it is. */
const maxMatches = 1_000

/**
 * Finds the id of a thing by its id, by the beginning of its id, or by its exact name or e-mail address in any case. A name comes first.
 * @returns `undefined` where nothing has it
 * @throws {CliFailure} where several have it
 */
async function findId(client: OperatorClient, kind: IdKind, text: string): Promise<string | undefined> {
  if (isWhole(kind, text)) return text
  const named: Candidate[] = []
  const begun: Candidate[] = []
  const wanted = text.toLowerCase()
  let matches = 0
  for await (const { id, name } of searches[kind](client, text)) {
    if (name.toLowerCase() === wanted) named.push({ id, name })
    else if (kind !== 'security user' && id.startsWith(wanted)) begun.push({ id, name })
    if (named.length > maxListed) break
    if (++matches > maxMatches)
      throw new CliFailure('usage', `too many have "${printable(text)}" in their names: write the id`)
  }
  const found = named.length > 0 ? named : begun
  if (found.length > 1) throw ambiguous(kind, text, found)
  return found[0]?.id
}

function ambiguous(kind: IdKind, text: string, found: readonly Candidate[]): CliFailure {
  const lines = found.slice(0, maxListed).map(({ id, name }) => `${id}  ${name}`)
  const more = found.length > maxListed ? ['…'] : []
  return new CliFailure(
    'usage',
    `"${printable(text)}" is not the only ${kind} of this name or id: write the id`,
    undefined,
    [...lines, ...more],
  )
}

/**
 * The arguments of a command, with ids in place of names and of beginnings of ids. What nothing has stays as it is: the server says so.
 * @throws {CliFailure} where several have it
 */
export async function resolveIds(client: OperatorClient, command: Command): Promise<unknown[]> {
  const resolved: unknown[] = []
  for (const [index, given] of command.processedArgs.entries()) {
    const argument = command.registeredArguments[index]
    const kind = argument instanceof IdArgument ? argument.kind : undefined
    resolved.push(kind && typeof given === 'string' ? ((await findId(client, kind, given)) ?? given) : given)
  }
  return resolved
}

export interface PartnerOption {
  readonly partner?: string
}

/** `--partner` of a command that creates or lists credentials. */
export function partnerOption(description = 'the partner that it belongs to: name, id or beginning of the id'): Option {
  return new Option('--partner <partner>', description)
}

/** The word that lets a credential leave its partner. */
const nobody = 'none'

/** `--partner` of a command that changes a credential. */
export function joinOption(): Option {
  return partnerOption(`the partner that it joins: name, id or beginning of the id; ${nobody} to leave the partner`)
}

/**
 * The `partnerId` of a request.
 * @throws {CliFailure} where there is no such partner
 */
export async function partnerIdOf(
  client: OperatorClient,
  { partner }: PartnerOption,
): Promise<{ readonly partnerId?: string }> {
  if (partner === undefined) return {}
  const partnerId = await findId(client, 'partner', partner)
  if (partnerId === undefined) throw new CliFailure('notFound', `There is no partner "${printable(partner)}".`)
  return { partnerId }
}

/** The `partnerId` of a request that changes a credential: `null` to leave the partner. */
export async function joinedPartnerIdOf(
  client: OperatorClient,
  options: PartnerOption,
): Promise<{ readonly partnerId?: string | null }> {
  return options.partner === nobody ? { partnerId: null } : partnerIdOf(client, options)
}
