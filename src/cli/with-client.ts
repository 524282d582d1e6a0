import type { Command } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { connect, type GlobalOptions } from './connect.js'
import { Output } from './output.js'

export interface Session {
  readonly client: OperatorClient
  readonly output: Output
}

/** Makes the action of a command that calls the operator API. The work gets the command's own options and its arguments. */
export function withClient<Options extends object, Arguments extends unknown[]>(
  work: (session: Session, options: Options, ...given: Arguments) => Promise<void>,
): (this: Command) => Promise<void> {
  return async function (this: Command) {
    const globals = this.optsWithGlobals<GlobalOptions>()
    const client = await connect(globals)
    // Commander does not know the types of what it parses.
    const given = this.processedArgs as Arguments
    await work({ client, output: new Output(globals.json === true) }, this.opts<Options>(), ...given)
  }
}
