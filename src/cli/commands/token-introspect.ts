import type { Command } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { withClient } from '../connect.js'
import { describeCommand } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import { type Field, formatInstant } from '../field.js'
import type { CliProcess } from '../program-root.js'
import { readSecret } from '../read-secret.js'

type Introspection = components['schemas']['Introspection']

const introspectionFields: readonly Field<Introspection>[] = [
  { name: 'active', of: ({ active }) => active },
  { name: 'api', of: ({ api }) => api },
  { name: 'use', of: ({ tokenUse }) => tokenUse },
  { name: 'for', of: ({ sub }) => sub },
  { name: 'credential', of: ({ clientId }) => clientId },
  { name: 'username', of: ({ username }) => username },
  { name: 'customer', of: ({ customerId }) => customerId },
  { name: 'roles', of: ({ roles }) => roles },
  { name: 'issued', of: ({ iat }) => formatSeconds(iat) },
  { name: 'expires', of: ({ exp }) => formatSeconds(exp) },
  { name: 'token id', of: ({ jti }) => jti },
]

/** `tokenwright token introspect`: what a token of any API is worth. */
export function introspect(): Command {
  return describeCommand('introspect', {
    summary: 'Say what a token of any API is worth',
    more: 'The token is asked for, or read from the standard input; it is never an argument. The exit code is 0 for an inactive token too',
    examples: ['token introspect', 'token introspect --json < token.txt | jq .active'],
  }).action(
    withClient(async ({ client, output, process }) => {
      const token = await readToken(process)
      output.show(expectSuccess(await client.introspectToken({ body: { token } })), introspectionFields)
    }),
  )
}

/** A token is never an argument. */
export function readToken(process: CliProcess): Promise<string> {
  return readSecret(process, 'token', { fromStdin: !process.stdin.isTTY, otherwise: 'pipe it in' })
}

function formatSeconds(seconds: number | undefined): string | null | undefined {
  return seconds === undefined ? undefined : formatInstant(new Date(seconds * 1000).toISOString())
}
