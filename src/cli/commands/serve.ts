import type { Command } from 'commander'
import { describeCommand } from '../describe-command.js'
import { endAtClosedPipe } from '../end-at-closed-pipe.js'

/** `tokenwright serve`: the server. */
export function serveCommand(): Command {
  return describeCommand('serve', {
    summary: 'Start the server',
    more: 'Configured by environment variables alone (docs/configuration.md). It ends with 1 where it cannot start',
    examples: ['serve'],
  }).action(async () => {
    // A server that loses its output still finishes what it has begun.
    process.stdout.off('error', endAtClosedPipe)
    // The module is the process of the server: to load it is to start it.
    await import('../../main.js')
  })
}
