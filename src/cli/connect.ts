import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { OperatorClient } from '../../generated/operator/client.js'
import { readClientConfig } from '../config.js'
import { CliFailure } from './failure.js'
import { Output } from './output.js'
import { type CliProcess, processOf } from './program-root.js'
import { readSecret } from './read-secret.js'

/** Options of every command. */
export interface GlobalOptions {
  readonly url?: string
  readonly keyFile?: string
  readonly json?: boolean
}

/** How long a call may take, in milliseconds. The longest one revokes 10,000 tokens. */
const timeoutMs = 60_000

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
  return createOperatorClient({ baseUrl: config.url, token, fetch: (request) => call(config.url, request) })
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

/** Calls the server, and lets through what the operator API answers. */
async function call(url: string, request: Request): Promise<Response> {
  const response = await fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) }).catch(
    (error: unknown) => {
      throw new CliFailure('unreachable', `the server at ${url} cannot be reached: ${reasonOf(error)}`)
    },
  )
  if (await isOperatorApi(response)) return response
  const { status } = response
  if (status === 421) {
    const { hostname } = new URL(url)
    throw new CliFailure('unreachable', `the server does not answer to the name ${hostname}; add it to INTERNAL_HOSTS`)
  }
  throw new CliFailure(
    'unreachable',
    `there is no operator API at ${url} (it answered ${status}); it is on the internal listener, which --url or TOKENWRIGHT_URL names`,
  )
}

/** What a proxy, the public listener or another server answers is none of the API's. */
async function isOperatorApi(response: Response): Promise<boolean> {
  if (response.status === 204) return true
  const mediaType = response.headers.get('content-type')
  if (response.ok) return mediaType === 'application/json'
  if (mediaType !== 'application/problem+json') return false
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (typeof problem !== 'object' || problem === null || !('type' in problem)) return false
  return String(problem.type).startsWith('urn:tokenwright:problem:')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason is known'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} seconds`
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there (ECONNREFUSED)'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `its name is not known (${code})`
    default: {
      const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(code ?? '')
      return `${code ?? message}${isCertificate ? '; name the authority of its certificate in NODE_EXTRA_CA_CERTS' : ''}`
    }
  }
}

export interface Session {
  readonly client: OperatorClient
  readonly output: Output
  readonly process: CliProcess
}

/** Makes the action of a command that calls the operator API. The work gets the command's own options and its arguments. */
export function withClient<Options extends object, Arguments extends unknown[]>(
  work: (session: Session, options: Options, ...given: Arguments) => Promise<void>,
): (this: Command) => Promise<void> {
  return async function (this: Command) {
    const process = processOf(this)
    const client = await connect(process, this.optsWithGlobals<GlobalOptions>())
    // Commander does not know the types of what it parses.
    const given = this.processedArgs as Arguments
    await work({ client, output: Output.of(this), process }, this.opts<Options>(), ...given)
  }
}
