import type { Command } from 'commander'
import { CliFailure } from './failure.js'
import { printable } from './field.js'
import { processOf } from './program-root.js'
import { askYesNo, canAsk } from './prompt.js'

/** Several questions are asked one after the other. */
type Questions = string | readonly string[]

/** Asks for a confirmation, unless `--yes` is given. What makes the question, such as the name of the thing, is fetched only for it. */
export type Confirm = (question: Questions | (() => Promise<Questions>)) => Promise<void>

/**
 * Gives a command `--yes`, and refuses it at once where neither that is given nor anybody can be asked.
 * Its action asks by itself with {@link confirmationOf}, once it has every secret: a secret that is pasted at a question would be lost.
 * @param isNeeded whether these options do something that cannot be undone
 */
export function withConfirmation<Options extends object>(
  command: Command,
  isNeeded: (options: Options) => boolean = () => true,
): Command {
  return command.option('-y, --yes', 'do it without asking').hook('preAction', (_, called) => {
    if (called.opts<{ yes?: boolean }>().yes || !isNeeded(called.opts<Options>())) return
    if (!canAsk(processOf(called)))
      throw new CliFailure('usage', 'this needs a confirmation, and there is no terminal to ask on: use --yes')
  })
}

/** How a command asks for its confirmation. It throws {@link CliFailure} where the answer is no. */
export function confirmationOf(command: Command): Confirm {
  return async (question) => {
    if (command.opts<{ yes?: boolean }>().yes) return
    const questions = typeof question === 'function' ? await question() : question
    for (const one of [questions].flat()) {
      if (!(await askYesNo(processOf(command), one))) throw new CliFailure('notConfirmed', 'nothing was changed')
    }
  }
}

/** Names a thing in a question by what people call it, and by its id. */
export function nameOf(kind: string, name: string, id: string | number): string {
  return `the ${kind} "${printable(name)}" (${printable(String(id))})`
}
