import type { Command } from 'commander'
import { CliFailure } from './cli-failure.js'
import { ask, canAsk } from './prompt.js'

/**
 * Makes a command ask before it does what cannot be undone, unless `--yes` is given.
 * @param question from the arguments and options; `undefined` where these do no harm
 */
export function destructive<Options extends object>(
  command: Command,
  question: (given: readonly string[], options: Options) => string | undefined,
): Command {
  return command.option('-y, --yes', 'do it without asking').hook('preAction', async (_, called) => {
    const asked = question(called.args, called.opts<Options>())
    if (asked === undefined || called.opts<{ yes?: boolean }>().yes) return
    if (!canAsk()) throw new CliFailure('usage', 'nobody can be asked whether this is meant: use --yes')
    const answer = await ask(`${asked} [y/N] `)
    if (!/^y(es)?$/i.test(answer.trim())) throw new CliFailure('notConfirmed', 'nothing was changed')
  })
}
