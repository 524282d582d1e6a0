/**
 * `npm run abuse`: attacks the build in every way that an attacker without or with a credential has, and prints which promises are kept.
 * `npm run abuse -- --help` tells what there is. Requests go to the loopback address only.
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import { credentialMatrix } from './abuse/credential-matrix.js'
import { guessingPart } from './abuse/guessing-part.js'
import {
  attackOperations,
  type HostileOptions,
  isFaultless,
  plainReport,
  printReport,
} from './abuse/hostile-requests.js'
import { importPart } from './abuse/import-part.js'
import { importedKeyPart } from './abuse/imported-key-part.js'
import { jwtPart } from './abuse/jwt-part.js'
import type { Finding, Part, Run } from './abuse/part.js'
import { secretsPart } from './abuse/secrets-part.js'
import { printTable } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { Workbench } from './bench/workbench.js'

interface Options extends Omit<HostileOptions, 'generated'> {
  readonly generated?: number
  readonly part?: string
  readonly short?: true
  readonly json?: true
}

/** What is attacked besides the single request. */
const parts: Readonly<Record<string, Part>> = {
  credentials: credentialMatrix,
  jwts: jwtPart,
  'imported-keys': importedKeyPart,
  guessing: guessingPart,
  imports: importPart,
  secrets: secretsPart,
}

async function run({ part: chosen, short, json, generated = short ? 10 : 40, ...options }: Options): Promise<boolean> {
  const progress = startProgressLine()
  const startedAt = performance.now()
  const workbench = await Workbench.open()
  const run: Run = { workbench, isShort: short === true, update: progress.update }
  const isChosen = (name: string): boolean => chosen === undefined || chosen === name
  try {
    const hostile = isChosen('requests') ? await attackOperations(run, { ...options, generated }) : undefined
    const findings: (Finding & { readonly part: string })[] = []
    for (const [name, part] of Object.entries(parts)) {
      if (isChosen(name)) findings.push(...(await part(run)).map((finding) => ({ part: name, ...finding })))
    }
    progress.stop()
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    if (json) console.log(JSON.stringify({ seconds, ...(hostile && plainReport(hostile)), findings }, null, 2))
    else {
      if (hostile) printReport(hostile)
      if (findings.length > 0) printFindings(findings)
      console.log(`\nin ${seconds} s, seed ${options.seed}`)
    }
    return (hostile === undefined || isFaultless(hostile)) && findings.every(({ broken }) => broken.length === 0)
  } finally {
    progress.stop()
    await workbench.close()
  }
}

function printFindings(findings: readonly (Finding & { readonly part: string })[]): void {
  printTable<Finding & { readonly part: string }>(
    'Promises',
    [
      { name: 'part', of: ({ part }) => part },
      { name: 'promise', of: ({ promise }) => promise },
      { name: 'attempts', of: ({ attempts }) => String(attempts) },
      { name: 'broken', of: ({ broken }) => String(broken.length) },
      { name: 'seen', of: ({ seen }) => seen ?? null },
    ],
    findings,
  )
  for (const { part, promise, broken } of findings.filter(({ broken }) => broken.length > 0)) {
    console.log(`\n${part}, NOT KEPT: ${promise}`)
    for (const line of broken.slice(0, 20)) console.log(`  ${line}`)
    if (broken.length > 20) console.log(`  and ${broken.length - 20} more (--json shows all)`)
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}

const command = new Command('npm run abuse --')
  .description('Attacks the build, and prints which promises are kept. Ends with 1 where one is not.')
  .addOption(new Option('--part <part>', 'only this part').choices(['requests', ...Object.keys(parts)]))
  .option('--short', 'fewer attempts, and PostgreSQL only: about two minutes')
  .option('--only <text>', 'requests: only operations whose operationId has this text')
  .option(
    '--generated <number>',
    'requests: generated bodies for each operation (default: 40, or 10 with --short)',
    wholeNumber,
  )
  .option('--seed <number>', 'requests: of what is generated', wholeNumber, 1)
  .option('--json', 'print everything as JSON')
  .parse()
process.exitCode = (await run(command.opts<Options>())) ? 0 : 1
