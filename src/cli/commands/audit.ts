import type { Command } from 'commander'
import type { OperatorClient } from '../../../generated/operator/client.js'
import type { components } from '../../../generated/operator/types.js'
import { withClient } from '../connect.js'
import { describeCommand } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { type Field, formatInstant } from '../field.js'
import { findOperator } from '../find-operator.js'
import { follow } from '../follow.js'
import { type LimitOption, limitOption, parseInstant } from '../options.js'
import { allItems } from '../pagination.js'

type AuditEvent = components['schemas']['AuditEvent']

interface AuditOptions extends LimitOption {
  readonly subject?: string
  /** The server judges it, and names the ones that there are. */
  readonly action?: AuditEvent['action']
  /** A name, an id or its beginning. */
  readonly actor?: string
  readonly since?: string
  readonly follow?: boolean
}

const fields: readonly Field<AuditEvent>[] = [
  { name: 'at', of: ({ at }) => formatInstant(at), isNeverCut: true, isExact: true },
  { name: 'actor', of: ({ actor }) => actor.name ?? actor.kind, leftOut: 10 },
  { name: 'action', of: ({ action }) => action },
  { name: 'result', of: ({ result }) => result, isNeverCut: true },
  { name: 'subject', of: ({ subject }) => subject, isId: true },
  { name: 'detail', of: ({ detail }) => detail, leftOut: 2 },
  { name: 'source', of: ({ source }) => source, leftOut: 1 },
]

/** How many events `--follow` begins with. */
const lastEvents = 10

/** `tokenwright audit`: what happened. */
export function auditCommand(): Command {
  return describeCommand('audit', {
    summary: 'Show who did what to what',
    more: 'Newest first; with --follow oldest first, the last ten and then what happens, until Ctrl-C (with --json: an object on each line)',
    examples: [
      'audit --limit 20',
      'audit --subject 7d9a2c41-5e0f-4b86-9c13-2a8f6e4b0d02',
      'audit --action operator.create --since 2026-01-01',
      'audit --actor "Support desk"',
      'audit --follow --json | jq -r .action',
    ],
  })
    .option(
      '--subject <id>',
      'only what concerns this: a whole id (--wide shows them), a token link, the number of a user, the name of an API',
    )
    .option('--action <action>', 'only this action, such as access-key.revoke')
    .option(
      '--actor <operator>',
      'only what this operator did: its name, its id or the beginning of its id; of an account of the identity provider the whole id, which --json shows',
    )
    .option('--since <time>', 'only what happened since, such as 2026-01-31 or 2026-01-31T18:00:00Z', parseInstant)
    .option('-f, --follow', 'go on showing what happens')
    .addOption(limitOption())
    .action(
      withClient(async ({ client, output }, { actor, ...given }: AuditOptions) => {
        // Of an operator that is gone, and of an account, there are events and no more: then it takes the whole id.
        const actorId = actor === undefined ? undefined : ((await findOperator(client, actor))?.id ?? actor)
        const options = { ...given, ...(actorId !== undefined && { actor: actorId }) }
        if (!options.follow) return output.list(events(client, options, options.limit), fields, 'events')
        const print = output.stream(fields)
        const followed = follow({
          look: (limit) => events(client, options, limit),
          count: options.limit ?? (options.since === undefined ? lastEvents : Infinity),
          onAway: ({ message }) => output.note(`${message}; waiting for it`),
        })
        for await (const event of followed) print(event)
      }),
    )
}

function events(
  client: OperatorClient,
  { subject, action, actor, since }: AuditOptions,
  limit: number | undefined,
): AsyncIterable<AuditEvent> {
  const filter = {
    ...(subject !== undefined && { subject }),
    ...(action && { action }),
    ...(actor !== undefined && { actor }),
    ...(since && { since }),
  }
  return allItems(async (page) => expectSuccess(await client.listAuditEvents({ query: { ...filter, ...page } })), limit)
}
