import { setTimeout as delay } from 'node:timers/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { OperationEntry } from '../../contract/contract.js'
import type { DifferentCall } from '../../shadow/shadow.js'
import type { DifferenceCount, OperationCounts, Tally } from '../../shadow/tally.js'
import { untilStopped } from '../../until-stopped.js'
import { describeCommand } from '../describe-command.js'
import { CliFailure, exitCodes } from '../failure.js'
import { type Field, printable, printableJson } from '../field.js'
import { collect, portNumber } from '../options.js'
import { Output } from '../output.js'
import { type CliProcess, processOf } from '../program-root.js'

interface ShadowCommandOptions {
  readonly old?: URL
  readonly new?: URL
  readonly host: string
  readonly port: number
  readonly changes?: boolean
  readonly rewriteHost?: boolean
  readonly ignore: readonly string[]
  readonly timeout: number
  readonly every: number
}

/** `tokenwright shadow`: a proxy that answers with the old server, and compares the new one with it. */
export function shadowCommand(): Command {
  return describeCommand('shadow', {
    summary: 'Answer callers with the old server, repeat their calls at the new one, and show where it differs',
    more:
      'Callers get the old answer unaltered and wait for nothing else. No value of an answer is shown or kept. Ctrl-C ends it with a summary, ' +
      'and with 8 where an answer differed (docs/switch.md)',
    examples: [
      'shadow gateway-tokens --old http://10.0.0.5:8080 --new http://127.0.0.1:3000 --port 8080',
      'shadow partner-login --old https://old.example.org/partners-int --new http://127.0.0.1:3000 --rewrite-host --ignore "header Cache-Control"',
    ],
  })
    .argument('<contract>', 'the name of a contract, such as partner-login')
    .addOption(
      new Option('--old <url>', 'where the API is on the old server, its base path included').argParser(apiUrl),
    )
    .addOption(new Option('--new <url>', 'where it is on the new server').argParser(apiUrl))
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .addOption(new Option('--port <number>', 'where to listen').argParser(portNumber).default(8080))
    .option('--changes', 'also repeat calls that create, change or revoke something; without it none is')
    .option('--rewrite-host', 'send the old server the host of its URL in place of the caller’s')
    .addOption(
      new Option('--ignore <place>', 'a place that is known to differ, such as "header Cache-Control" (repeatable)')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(new Option('--timeout <seconds>', 'how long the new server may take').argParser(seconds).default(10))
    .addOption(new Option('--every <seconds>', 'how often the counts are printed').argParser(seconds).default(60))
    .action(async function (this: Command, name: string) {
      await runShadow(name, this.opts<ShadowCommandOptions>(), Output.of(this), processOf(this))
    })
}

async function runShadow(
  name: string,
  options: ShadowCommandOptions,
  output: Output,
  process: CliProcess,
): Promise<void> {
  // Only here: contracts take long to read.
  const { publicContracts } = await import('../../verify/contracts.js')
  const contract = publicContracts().find((one) => one.name === name)
  if (!contract) {
    const names = publicContracts().map((one) => one.name)
    throw new CliFailure('usage', `there is no contract of this name; choose one of ${names.join(', ')}`)
  }
  const { old, new: fresh, host, port, changes: mayChange = false, rewriteHost = false } = options
  if (!old || !fresh) throw new CliFailure('usage', 'give --old and --new: where the API is on each server')
  const { Shadow } = await import('../../shadow/shadow.js')
  const { ShadowProxy } = await import('../../shadow/shadow-proxy.js')
  const report = new ShadowReport(output, process)
  const shadow = new Shadow({
    contract,
    old,
    new: fresh,
    mayChange,
    timeoutMs: options.timeout * 1000,
    ignored: new Set(options.ignore),
    onDifference: (call) => report.different(call),
    onUnanswered: (reason) => report.unanswered(reason),
  })
  const proxy = new ShadowProxy({
    old,
    rewritesHost: rewriteHost,
    onAnswered: (call) => shadow.offer(call),
    onFailed: ({ code, message }) => {
      shadow.tally.countOldFailure()
      report.oldFailed(code ?? message)
    },
  })
  const address = await proxy.listen(host, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new CliFailure('conflict', `port ${port} is in use: choose another one with --port`)
  })
  await report.started(`${name} at ${address}: answered by ${old.origin}, repeated at ${fresh.origin}`, {
    operations: Object.values(contract.operations),
    mayChange,
  })
  const timer = setInterval(() => report.counts(shadow.tally), options.every * 1000)
  await untilStopped()
  clearInterval(timer)
  await proxy.close()
  // Answers that are on their way are still compared.
  await Promise.race([shadow.settled(), delay(options.timeout * 1000, undefined, { ref: false })])
  await shadow.close()
  await report.summary(shadow.tally)
  if (shadow.tally.differences.length > 0) process.exitCode = exitCodes.different.code
}

/** Prints what is found, for people or with `--json` one object on a line. */
class ShadowReport {
  /** The last failure of each kind, so that it is told once while it lasts. */
  readonly #told = new Set<string>()
  #lastCounts = ''

  constructor(
    readonly output: Output,
    readonly process: CliProcess,
  ) {}

  async started(
    line: string,
    { operations, mayChange }: { readonly operations: readonly OperationEntry[]; readonly mayChange: boolean },
  ): Promise<void> {
    if (this.output.isJson) return
    const fields: Field<OperationEntry>[] = [
      { name: 'operation', of: ({ operationId }) => operationId },
      { name: 'call', of: ({ method, path }) => `${method} ${path}` },
      { name: 'effect', of: effectOf },
      { name: 'repeated', of: ({ isSafe }) => isSafe || mayChange },
    ]
    await this.output.list(operations, fields, 'operations')
    this.output.done(`\n${printable(line)}`)
  }

  different({ unseen, ...call }: DifferentCall): void {
    if (this.output.isJson) return this.#line({ different: call })
    for (const { at, what } of unseen)
      this.output.done(printable(`✗ ${call.at.slice(11, 19)} ${call.operation}, ${at}: ${what}`))
  }

  unanswered(reason: string): void {
    this.#tellOnce(`the new server gave no answer: ${reason}`)
  }

  oldFailed(reason: string): void {
    this.#tellOnce(`the old server gave no answer, and the caller got 502: ${reason}`)
  }

  /** Prints the counts where they have changed. */
  counts(tally: Tally): void {
    this.#told.clear()
    const counts = countsOf(tally)
    const line = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
    if (line.join() === this.#lastCounts) return
    this.#lastCounts = line.join()
    if (this.output.isJson) this.#line({ counts })
    else this.output.done(line.join(', '))
  }

  async summary(tally: Tally): Promise<void> {
    const { operations, differences, furtherKinds } = tally
    if (this.output.isJson)
      return this.#line({ summary: { ...countsOf(tally), furtherKinds, operations, differences } })
    this.output.done('')
    await this.output.list(operations, countFields, 'calls of the contract')
    if (differences.length > 0) {
      this.output.done('')
      await this.output.list(differences, differenceFields, 'differences')
    }
    const line = Object.entries(countsOf(tally)).map(([name, count]) => `${name} ${count}`)
    this.output.done(`\n${line.join(', ')}`)
    if (furtherKinds > 0) this.output.done(`${furtherKinds} differences of further kinds`)
  }

  #tellOnce(sentence: string): void {
    if (this.#told.has(sentence)) return
    this.#told.add(sentence)
    this.output.note(printable(sentence))
  }

  #line(value: object): void {
    this.process.stdout.write(`${printableJson(value)}\n`)
  }
}

function effectOf({ method, isSafe }: OperationEntry): string {
  if (!isSafe) return 'creates, changes or revokes'
  return method === 'GET' ? 'reads' : 'reads, or issues tokens that expire'
}

function countsOf({ operations, outsideContract, oldFailures }: Tally): Readonly<Record<string, number>> {
  const sum = (name: Exclude<keyof OperationCounts, 'operation'>): number =>
    operations.reduce((total, one) => total + one[name], 0)
  return {
    calls: sum('calls'),
    equal: sum('equal'),
    different: sum('different'),
    notSent: sum('notSent'),
    unanswered: sum('unanswered'),
    overflow: sum('overflow'),
    tooLong: sum('tooLong'),
    outsideContract,
    oldFailures,
  }
}

const countFields: readonly Field<OperationCounts>[] = [
  { name: 'operation', of: ({ operation }) => operation },
  { name: 'calls', of: ({ calls }) => calls },
  { name: 'equal', of: ({ equal }) => equal },
  { name: 'different', of: ({ different }) => different },
  { name: 'not sent', of: ({ notSent }) => notSent },
  { name: 'unanswered', of: ({ unanswered }) => unanswered },
  { name: 'overflow', of: ({ overflow }) => overflow },
  { name: 'too long', of: ({ tooLong }) => tooLong },
]

const differenceFields: readonly Field<DifferenceCount>[] = [
  { name: 'operation', of: ({ operation }) => operation },
  { name: 'at', of: ({ at }) => at, isNeverCut: true },
  { name: 'what', of: ({ what }) => what },
  { name: 'calls', of: ({ calls }) => calls },
]

function apiUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('Write it as https://tokens.example.org or with a path, without credentials.')
  return url
}

function seconds(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Write a whole number of seconds from 1 on.')
  return Number(text)
}
