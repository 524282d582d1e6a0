import { readFile, writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Surface } from '../../contract/surface.js'
import type { OwnValues } from '../../verify/own-values.js'
import type { CheckResult, Verification } from '../../verify/probe.js'
import { describeCommand } from '../describe-command.js'
import { CliFailure, exitCodes } from '../failure.js'
import { printable } from '../field.js'
import { Output } from '../output.js'
import { type CliProcess, processOf } from '../program-root.js'

interface VerifyCommandOptions {
  readonly base?: string
  readonly credentials?: string
  readonly template?: boolean
  readonly changes?: boolean
  readonly withLimits?: boolean
  readonly surface: Surface
  readonly junit?: string
  readonly timeout: number
  readonly maxRequests: number
}

/** `tokenwright verify`: the contract tests, against any server. */
export function verifyCommand(): Command {
  return describeCommand('verify', {
    summary: 'Hold a server against a contract: every example, every refusal that one request brings about',
    more:
      'The server is any that speaks the API, also the vendor’s own. Unless it runs on the demo data, give its credentials in a file: ' +
      '--template prints one to fill in. It ends with 8 where an answer differs (docs/partners.md)',
    examples: [
      'verify partner-login --base http://localhost:3000',
      'verify gateway-tokens --template > values.json',
      'verify gateway-tokens --base https://tokens.example.org --surface public --credentials values.json --junit report.xml',
    ],
  })
    .argument('<contract>', 'the name of a contract, such as partner-login')
    .addOption(new Option('--base <url>', 'where the API is, its base path included').argParser(baseUrl))
    .option('--credentials <file>', 'JSON: the server’s own value of each demo value, null where it has none')
    .option('--template', 'print a file of credentials to fill in, and ask no server')
    .option('--changes', 'also make calls that create, change or revoke something; without it none is made')
    .option('--with-limits', 'also fail until the server answers 429: it then refuses this address for a time')
    .addOption(
      new Option('--surface <surface>', 'which operations the server has at this address')
        .choices(['all', 'public', 'internal'])
        .default('all'),
    )
    .option('--junit <file>', 'write the report of JUnit, for CI')
    .addOption(new Option('--timeout <seconds>', 'how long one answer may take').argParser(positive).default(10))
    .addOption(new Option('--max-requests <number>', 'send no more than this').argParser(positive).default(1000))
    .action(async function (this: Command, name: string) {
      await runVerify(name, this.opts<VerifyCommandOptions>(), Output.of(this), processOf(this))
    })
}

async function runVerify(
  name: string,
  options: VerifyCommandOptions,
  output: Output,
  process: CliProcess,
): Promise<void> {
  // Only here: contracts take long to read.
  const { allContracts } = await import('../../verify/contracts.js')
  const contract = allContracts().find((one) => one.name === name)
  if (!contract) {
    const names = allContracts().map((one) => one.name)
    throw new CliFailure('usage', `there is no contract of this name; choose one of ${names.join(', ')}`)
  }
  if (options.template) {
    const { credentialsTemplate } = await import('../../verify/template.js')
    process.stdout.write(`${JSON.stringify(credentialsTemplate(contract, allContracts()), null, 2)}\n`)
    return
  }
  if (options.base === undefined) throw new CliFailure('usage', 'give --base: where the API is')
  const { verify } = await import('../../verify/verify.js')
  const { NoAnswer } = await import('../../verify/exchange.js')
  const verification = await verify(
    contract,
    allContracts(),
    {
      base: options.base,
      timeoutMs: options.timeout * 1000,
      maxRequests: options.maxRequests,
      surface: options.surface,
      mayChange: options.changes === true,
      withLimits: options.withLimits === true,
      ownValues: options.credentials === undefined ? undefined : await readOwnValues(options.credentials),
    },
    (check) => showCheck(check, output),
  ).catch((error: unknown) => {
    throw error instanceof NoAnswer ? new CliFailure('unreachable', `no server answers: ${error.message}`) : error
  })
  if (options.junit !== undefined) {
    const { junitReport } = await import('../../verify/junit.js')
    await writeFile(options.junit, junitReport(verification))
  }
  showResult(verification, output)
  if (verification.failed > 0) process.exitCode = exitCodes.different.code
}

function showCheck({ operation, name, outcome, differences, reason }: CheckResult, output: Output): void {
  if (outcome === 'passed') return
  const lines =
    outcome === 'skipped'
      ? [`- ${operation}, ${name}: left out, ${reason}`]
      : [
          `✗ ${operation}, ${name}`,
          ...differences.map(({ at, expected, actual }) => `    ${at}: expected ${expected}, got ${actual}`),
        ]
  output.done(lines.map(printable).join('\n'))
}

function showResult(verification: Verification, output: Output): void {
  if (output.isJson) return output.show(verification, [])
  const { contract, base, checks, passed, failed, skipped, requests, seconds } = verification
  const operations = new Set(checks.filter(({ outcome }) => outcome !== 'skipped').map(({ operation }) => operation))
  output.done(
    `${contract} at ${base}: ${passed} as the contract says, ${failed} different, ${skipped} left out ` +
      `(${operations.size} operations, ${requests} requests, ${seconds} s)`,
  )
}

/** @throws {CliFailure} where the file is no JSON object of texts and nulls; its content is not repeated */
async function readOwnValues(file: string): Promise<OwnValues> {
  const text = await readFile(file, 'utf8')
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    throw new CliFailure('usage', `${file} is no JSON`)
  }
  const isObject = typeof values === 'object' && values !== null && !Array.isArray(values)
  if (!isObject || !Object.values(values as object).every((value) => value === null || typeof value === 'string'))
    throw new CliFailure('usage', `${file} is no JSON object of texts and nulls; --template prints one`)
  return values as OwnValues
}

function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('Write it as https://tokens.example.org or with a path, without credentials.')
  return text.replace(/\/+$/, '')
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(text)
}
