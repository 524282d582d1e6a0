import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { readClientConfig } from '../client-config.js'
import { type Confirm, confirmationOf } from './confirmation.js'
import { CliFailure } from './failure.js'
import { nameRefusedInput } from './field-errors.js'
import { callOperatorApi } from './operator-call.js'
import { Output } from './output.js'
import { type CliProcess, processOf } from './program-root.js'
import { readSecret } from './read-secret.js'
import { resolveIds } from './resolve-id.js'

/** Options of every command. */
export interface GlobalOptions {
  readonly url?: string
  readonly keyFile?: string
  readonly json?: boolean
}

/**
 * A client of the operator API: the address and the key come from the options, else from the environment; the key else from a prompt.
 * @throws {CliFailure} where there is no key; calls of the client throw it where the server cannot be reached
 */
export async function connect(process: CliProcess, { url, keyFile }: GlobalOptions): Promise<OperatorClient> {
  const config = readClientConfig(process.env, url)
  const token =
    keyFile === undefined ? (config.operatorKey?.reveal() ?? (await askForKey(process))) : await readKeyFile(keyFile)
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new CliFailure('usage', 'the operator key has characters that no key has: it is one line without spaces')
  }
  // Loaded where it is used, with its contract: the server and other commands need no client.
  const { createOperatorClient } = await import('../../generated/operator/client.js')
  return createOperatorClient({ baseUrl: config.url, token, fetch: (request) => callOperatorApi(config.url, request) })
}

/** A client without a key, for what anybody may ask. */
export async function connectWithoutKey(process: CliProcess, { url }: GlobalOptions): Promise<OperatorClient> {
  const config = readClientConfig(process.env, url)
  const { createOperatorClient } = await import('../../generated/operator/client.js')
  return createOperatorClient({ baseUrl: config.url, fetch: (request) => callOperatorApi(config.url, request) })
}

function askForKey(process: CliProcess): Promise<string> {
  return readSecret(process, 'operator key', { otherwise: 'set OPERATOR_KEY, or use --key-file FILE' })
}

async function readKeyFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure('usage', `the operator key cannot be read from ${path} (${error.code})`)
  })
  return text.trim()
}

export interface Session {
  readonly client: OperatorClient
  readonly output: Output
  readonly process: CliProcess
  readonly confirm: Confirm
}

/** Makes the action of a command that calls the operator API. The work gets the command's own options and its arguments. */
export function withClient<Options extends object, Arguments extends unknown[]>(
  work: (session: Session, options: Options, ...given: Arguments) => Promise<void>,
): (this: Command) => Promise<void> {
  return async function (this: Command) {
    const process = processOf(this)
    const client = await connect(process, this.optsWithGlobals<GlobalOptions>())
    // Commander does not know the types of what it parses.
    const given = (await resolveIds(client, this)) as Arguments
    const session = { client, output: Output.of(this), process, confirm: confirmationOf(this) }
    await work(session, this.opts<Options>(), ...given).catch((error: unknown) => {
      throw nameRefusedInput(error, this)
    })
  }
}
