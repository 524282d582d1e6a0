import type { Command } from 'commander'
import { CliFailure } from './cli-failure.js'

/** Makes a command refuse to be called with none of its own options. */
export function atLeastOne(command: Command): Command {
  return command.hook('preAction', (_, called) => {
    const own = called.options.filter((option) => option.attributeName() !== 'yes')
    if (own.some((option) => called.getOptionValue(option.attributeName()) !== undefined)) return
    throw new CliFailure('usage', `give at least one of ${own.map(({ long }) => long).join(', ')}`)
  })
}
