import type { Command } from 'commander'
import { describeCommand } from '../describe-command.js'
import { Output } from '../output.js'
import { processOf } from '../program-root.js'

/** `tokenwright demo`: puts the demo rows in, or takes them out. */
export function demoCommand(): Command {
  return describeCommand('demo', {
    summary: 'Put the demo data into the database, or take it out',
    more: 'Opens the database itself: DATABASE_URL with MASTER_KEY, or DATA_DIR, while no server has that open. Everybody knows the secrets of the demo data',
    examples: ['demo', 'demo --remove'],
  })
    .option('--remove', 'take the demo data out')
    .action(async function (this: Command) {
      const { remove } = this.opts<{ remove?: boolean }>()
      // Only here: the database takes long to load.
      const { demo } = await import('../demo.js')
      Output.of(this).done(await demo(processOf(this).env, remove ? 'remove' : 'restore'))
    })
}
