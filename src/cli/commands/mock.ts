import { type Command, Option } from 'commander'
import type { RecordedCall } from '../../mock/recorded-calls.js'
import { untilStopped } from '../../until-stopped.js'
import { describeCommand } from '../describe-command.js'
import { CliFailure } from '../failure.js'
import { printable } from '../field.js'
import { portNumber } from '../options.js'
import { Output } from '../output.js'

/** `tokenwright mock`: the demo in memory, which shows what clients send. */
export function mockCommand(): Command {
  return describeCommand('mock', {
    summary: 'Serve the demo from memory, and show what clients send and why it is refused',
    more: 'It keeps nothing and needs no configuration. GET /mock/calls answers the calls, with secrets cut off; DELETE /mock/calls starts anew',
    examples: ['mock', 'mock broker-token broker-accounts --port 4000'],
  })
    .argument('[contracts...]', 'the names of the contracts to serve (default: all)')
    .addOption(new Option('--port <number>', 'where to listen on 127.0.0.1').argParser(portNumber).default(3000))
    .action(async function (this: Command, names: readonly string[]) {
      await serveMock(names, this.opts<{ port: number }>().port, Output.of(this))
    })
}

async function serveMock(names: readonly string[], port: number, output: Output): Promise<void> {
  // Only here: the server takes long to load.
  const { contracts } = await import('../../apis/index.js')
  const unknown = names.find((name) => !(name in contracts))
  if (unknown !== undefined)
    throw new CliFailure('usage', `there is no such contract; choose of ${Object.keys(contracts).join(', ')}`)
  const { startMock } = await import('../../mock/start-mock.js')
  const mock = await startMock({ names, onCall: (call) => output.done(printable(lineOf(call))) })
  try {
    const address = await mock.app.listen({ host: '127.0.0.1', port })
    output.done(
      `Mock of ${names.length > 0 ? names.join(', ') : 'all contracts'} at ${address}, its page at ${address}/docs`,
    )
    await untilStopped()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new CliFailure('conflict', `port ${port} is in use: choose another one with --port`)
  } finally {
    await mock.close()
  }
}

function lineOf({ at, method, url, operation, status, headers, body, reply }: RecordedCall): string {
  const line = `${at.slice(11, 19)} ${method} ${url} → ${status} ${operation ?? ''}`.trimEnd()
  const isRefused = status >= 400 || /^\{"error"/.test(reply)
  if (!isRefused) return line
  const sent = [headers.authorization, headers['content-type'], body].filter((part) => part !== undefined)
  return `${line}  sent: ${sent.join(' ') || 'nothing'}  got: ${reply}`
}
