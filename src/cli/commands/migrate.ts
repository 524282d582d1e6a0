import { Argument, type Command } from 'commander'
import { describeCommand } from '../describe-command.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant } from '../field.js'
import type { migrate } from '../migrate.js'
import { Output } from '../output.js'
import { processOf } from '../program-root.js'

type MigrationState = Awaited<ReturnType<typeof migrate>>[number]

const fields: readonly Field<MigrationState>[] = [
  { name: 'migration', of: ({ name }) => name, isNeverCut: true },
  {
    name: 'state',
    of: ({ appliedAt }) => (appliedAt ? `applied ${formatInstant(appliedAt.toISOString())}` : 'pending'),
    isNeverCut: true,
  },
]

/** `tokenwright migrate`: brings a PostgreSQL database to this version, or says what is pending. */
export function migrateCommand(): Command {
  return describeCommand('migrate', {
    summary: 'Bring a PostgreSQL database to this version, or say what is pending',
    more: 'Opens the database itself: DATABASE_URL. The embedded database migrates itself at the start of the server',
    examples: ['migrate', 'migrate status', 'migrate up --grant-to tokenwright_app'],
  })
    .addArgument(new Argument('[action]', 'what to do').choices(['up', 'status']).default('up'))
    .option(
      '--grant-to <role>',
      'with up: grant the role that the server connects as what it needs, and no more (OPERATIONS.md)',
    )
    .action(async function (this: Command, action: 'up' | 'status', { grantTo }: { grantTo?: string }) {
      if (grantTo !== undefined && action !== 'up') throw new CliFailure('usage', '--grant-to goes with up')
      const output = Output.of(this)
      // Only here: the database takes long to load.
      const { migrate } = await import('../migrate.js')
      const states = await migrate(processOf(this).env, action, grantTo)
      if (action === 'status' || output.isJson) return output.list(states, fields, 'migrations')
      for (const { name } of states) output.done(`applied ${name}`)
      if (states.length === 0) output.done('nothing to apply: the database is up to date')
      if (grantTo !== undefined) output.done(`granted ${grantTo} what the server needs`)
    })
}
