import { type Command, Option } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { type LimitOption, limitOption } from './options.js'
import { type PartnerOption, partnerIdOf, partnerOption } from './resolve-id.js'

/** What a list can be narrowed and ordered by. */
export interface ListOptions extends LimitOption, PartnerOption {
  readonly search?: string
  readonly state?: string
  readonly sort?: string
}

interface Lists {
  readonly sorts: readonly string[]
  readonly states?: readonly string[]
  readonly hasPartner?: boolean
}

/** Gives a list the options that every list of partners and credentials has. */
export function withListOptions(command: Command, { sorts, states, hasPartner = true }: Lists): Command {
  command.option('--search <text>', 'only those that have this text, the beginning of an id or the end of a secret')
  if (states) command.addOption(new Option('--state <state>', 'only those in this state').choices(states))
  if (hasPartner) command.addOption(partnerOption('only those of this partner: name, id or beginning of the id'))
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`])
  return command
    .addOption(new Option('--sort <order>', 'the order, with - before it for descending').choices(orders))
    .addOption(limitOption())
}

/**
 * The query of a list, without the page. The types of the choices are those of the contract.
 * @throws {CliFailure} where there is no such partner
 */
export async function listQuery<Query extends object>(
  client: OperatorClient,
  { search, state, sort, partner }: ListOptions,
): Promise<Query> {
  return {
    ...(search !== undefined && { search }),
    ...(state !== undefined && { state }),
    ...(sort !== undefined && { sort }),
    ...(await partnerIdOf(client, partner === undefined ? {} : { partner })),
  } as Query
}
