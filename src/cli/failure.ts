import type { components } from '../../generated/operator/types.js'

/** A command cannot go on, for a reason that the message explains to whoever typed it. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'

  /**
   * @param problem what the server answered, where it was the server that refused
   * @param details lines below the message
   */
  constructor(
    readonly exit: Exit,
    message: string,
    readonly problem?: components['schemas']['Problem'],
    readonly details: readonly string[] = [],
  ) {
    super(message)
  }
}

/** How a command ends. Scripts rely on the numbers; `--help` and docs/command-line.md list them. */
export const exitCodes = {
  done: { code: 0, meaning: 'done' },
  unexpected: { code: 1, meaning: 'something unexpected happened' },
  usage: { code: 2, meaning: 'wrong usage: a command, an option, a value or the configuration' },
  refused: {
    code: 3,
    meaning: 'refused: the operator key, or the role of the database, is not known or may not do this',
  },
  notFound: { code: 4, meaning: 'there is nothing with this id' },
  conflict: { code: 5, meaning: 'conflict: it exists already, or its state does not allow this' },
  unreachable: { code: 6, meaning: 'the server or its database cannot be reached, or is busy' },
  notConfirmed: { code: 7, meaning: 'not confirmed: nothing was changed' },
  different: { code: 8, meaning: 'the server differs from the contract, or from the old server' },
  aborted: { code: 130, meaning: 'stopped with Ctrl-C' },
} as const

export type Exit = keyof typeof exitCodes
