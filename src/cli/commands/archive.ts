import { Argument, type Command } from 'commander'
import { describeCommand, groupCommands } from '../describe-command.js'
import { Output } from '../output.js'
import { processOf } from '../program-root.js'
import { startProgress } from '../progress.js'

/** `tokenwright archive`: everything that an installation stores, in one encrypted file. */
export function archiveCommand(): Command {
  return groupCommands(
    'archive',
    {
      summary: 'Everything that is stored, in one encrypted file',
      more: 'Opens the database itself: DATABASE_URL with MASTER_KEY, or DATA_DIR, while no server has that open. Whoever has the file and the master key has everything',
      examples: ['archive export tokenwright.age', 'archive import tokenwright.age'],
    },
    [exportCommand(), importCommand()],
  )
}

function exportCommand(): Command {
  return describeCommand('export', {
    summary: 'Write everything to a new file, as of one moment',
    more: 'It is encrypted under the master key, which is not in it',
    examples: ['archive export tokenwright.age'],
  })
    .addArgument(new Argument('<file>', 'a file that does not exist yet'))
    .action(async function (this: Command, file: string) {
      const { exportArchive } = await import('../archive/archive-file.js')
      const rows = await withProgress(this, (onRows) => exportArchive(processOf(this).env, file, onRows))
      Output.of(this).done(`exported ${rows} rows to ${file}; it can be read with this master key only`)
    })
}

function importCommand(): Command {
  return describeCommand('import', {
    summary: 'Write an archive into an empty database',
    more: 'The archive may be of an earlier version. The master key has to be that of the installation that made it; DATA_DIR keeps its own in master.key',
    examples: ['archive import tokenwright.age'],
  })
    .addArgument(new Argument('<file>', 'what archive export wrote'))
    .action(async function (this: Command, file: string) {
      const { importArchive } = await import('../archive/archive-file.js')
      const rows = await withProgress(this, (onRows) => importArchive(processOf(this).env, file, onRows))
      Output.of(this).done(`imported ${rows} rows from ${file}`)
    })
}

async function withProgress(
  command: Command,
  work: (onRows: (count: number) => void) => Promise<number>,
): Promise<number> {
  const progress = startProgress(processOf(command).stderr, 'rows')
  try {
    return await work((count) => progress.update(count))
  } finally {
    progress.stop()
  }
}
