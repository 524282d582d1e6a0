import { Argument, type Command } from 'commander'
import { describeCommand } from '../describe-command.js'
import { CliFailure } from '../failure.js'
import { type Field, formatInstant } from '../field.js'
import type { migrate } from '../migrate.js'
import { Output } from '../output.js'
import { processOf } from '../program-root.js'
import { type Progress, startProgress } from '../progress.js'

type MigrationState = Awaited<ReturnType<typeof migrate>>[number]
type MigrationProgress = Parameters<Parameters<typeof migrate>[2]>[0]

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
      const progress = showMigrations(output)
      // Only here: the database takes long to load.
      const { migrate } = await import('../migrate.js')
      const states = await migrate(processOf(this).env, action, progress.show, grantTo).finally(progress.stop)
      if (action === 'status' || output.isJson) return output.list(states, fields, 'migrations')
      for (const { name } of states) output.done(`applied ${name}`)
      if (states.length === 0) output.done('nothing to apply: the database is up to date')
      if (grantTo !== undefined) output.done(`granted ${grantTo} what the server needs`)
    })
}

/** Tells on the standard error how the migrations go on: by a bar on a terminal, else by lines, as for the log of a container. */
function showMigrations({ isJson, process: { stderr } }: Output): {
  show(progress: MigrationProgress): void
  stop(): void
} {
  const tell = (sentence: string): void => void (isJson || stderr.write(`${sentence}\n`))
  let bar: Progress | undefined
  let applied = 0
  return {
    show(progress) {
      if (progress.event === 'started' && stderr.isTTY === true && !isJson) {
        bar ??= startProgress(stderr, 'migrations', progress.count)
      }
      if (progress.event === 'applied') bar?.update(++applied)
      else if (bar) bar.update(applied, `migrations: ${describe(progress)}`)
      else tell(describe(progress))
    },
    stop: () => bar?.stop(),
  }
}

function describe(progress: Exclude<MigrationProgress, { event: 'applied' }>): string {
  switch (progress.event) {
    case 'waiting':
      return 'another process migrates the database: waiting for it'
    case 'started':
      return `applying ${progress.name}`
    case 'blocked': {
      const seconds = Math.round(progress.waitedMs / 1_000)
      return `${progress.name} is blocked for ${seconds} s by transactions of others that use its tables`
    }
  }
}
