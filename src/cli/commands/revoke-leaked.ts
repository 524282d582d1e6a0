import type { Command } from 'commander'
import type { components } from '../../../generated/operator/types.js'
import { withConfirmation } from '../confirmation.js'
import { withClient } from '../connect.js'
import { describeCommand } from '../describe-command.js'
import { expectSuccess } from '../expect-success.js'
import type { Field } from '../field.js'
import { readSecret } from '../read-secret.js'

type RevokedSecret = components['schemas']['RevokedSecret']

const fields: readonly Field<RevokedSecret>[] = [
  { name: 'it is', of: ({ kind }) => kind.replaceAll('-', ' '), isNeverCut: true },
  { name: 'of', of: ({ name }) => name },
  { name: 'id', of: ({ subject }) => subject, isNeverCut: true },
  { name: 'done', of: ({ done }) => done.replaceAll('-', ' '), isNeverCut: true },
]

/** `tokenwright revoke-leaked`: finds whatever a secret belongs to, and revokes it. */
export function revokeLeakedCommand(): Command {
  const command = describeCommand('revoke-leaked', {
    summary: 'Revoke any secret that was found where it does not belong',
    more: 'The secret is asked for, or read from the standard input; it is never an argument. A gateway token, the secret of a broker user or an access key, an operator key, a refresh or access token of security-management: OPERATIONS.md says what is done',
    examples: ['revoke-leaked', 'revoke-leaked --yes < secret.txt'],
  }).action(
    withClient(async ({ client, output, process, confirm }) => {
      const fromStdin = !process.stdin.isTTY
      const secret = await readSecret(process, 'secret that leaked', { fromStdin, otherwise: 'pipe it in' })
      await confirm('Revoke whatever has this secret?')
      const { items } = expectSuccess(await client.revokeLeakedSecret({ body: { secret } }))
      return output.list(items, fields, 'revocations')
    }),
  )
  return withConfirmation(command)
}
