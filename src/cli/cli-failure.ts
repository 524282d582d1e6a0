import type { components } from '../../generated/operator/types.js'
import type { Exit } from './exit-codes.js'

/** A command cannot go on, for a reason that the message explains to whoever typed it. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'

  /** @param problem what the server answered, where it was the server that refused */
  constructor(
    readonly exit: Exit,
    message: string,
    readonly problem?: components['schemas']['Problem'],
  ) {
    super(message)
  }
}
