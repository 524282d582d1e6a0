/**
 * `npm run contract:tools`: lets the tools that npm carries read the contracts as the running demo serves them, and prints what each finds and whose
 * it is. It fails where a finding is ours. `--short` runs what `npm ci` brings; the other tools are installed outside the repository.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { contracts as contractsByName } from '../src/apis/index.js'
import type { Contract, JsonObject } from '../src/contract/contract.js'
import { exampleCredential } from '../src/contract/examples.js'
import { printTable } from './bench/print.js'
import { startProgressLine } from './bench/progress-line.js'
import { DemoServer } from './contract-tools/demo.js'
import { generators } from './contract-tools/generators.js'
import { installTools } from './contract-tools/install.js'
import { judge } from './contract-tools/known-findings.js'
import { linters } from './contract-tools/linters.js'
import { portman } from './contract-tools/portman.js'
import { prism } from './contract-tools/prism.js'
import { renderers } from './contract-tools/renderers.js'
import { Replay } from './contract-tools/replay.js'
import { commandsIn } from './contract-tools/run-command.js'
import { sequences } from './contract-tools/sequences.js'
import type { Finding, ServedContract, Tool } from './contract-tools/tool.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const contracts: readonly Contract[] = Object.values(contractsByName)
const tools: readonly Tool[] = [...linters, ...generators, ...renderers, prism, portman, sequences]

interface Options {
  readonly short?: true
  readonly only?: string
  readonly json?: true
}

/** The contracts as the demo serves them, each with its files in the folder. */
async function fetchDocuments(baseUrl: string, folder: string): Promise<ServedContract[]> {
  const replay = new Replay(contracts, baseUrl)
  return Promise.all(
    contracts.map(async (contract) => {
      const document = (await (await fetch(`${baseUrl}/openapi/${contract.name}.json`)).json()) as JsonObject
      const file = join(folder, `${contract.name}.json`)
      const chainedFile = join(folder, `${contract.name}.chained.json`)
      await writeFile(file, JSON.stringify(document))
      await writeFile(chainedFile, JSON.stringify(await replay.chained(document)))
      const secured = Object.values(contract.operations).find(({ security }) => security.length > 0)
      const header = secured && (await replay.filledIn(exampleCredential(contract, secured)))
      const credential = Object.values((header ?? {}) as Record<string, string>)[0]?.replace(/^\w+ /, '')
      return { contract, document, file, chainedFile, credential }
    }),
  )
}

/** What a tool did, how long it took, and its findings. */
interface Row {
  readonly name: string
  readonly seen: string
  readonly seconds: number
  readonly findings: readonly Finding[]
}

/** Runs the tools one after the other. One that changes the demo data leaves its server to nobody else. */
async function runTools(
  chosen: readonly Tool[],
  folder: string,
  packages: string,
  update: (done: number, what: string) => void,
): Promise<Row[]> {
  const documents = join(folder, 'documents')
  await mkdir(documents)
  const rows: Row[] = []
  let demo: DemoServer | undefined
  try {
    for (const [index, tool] of chosen.entries()) {
      update(index, tool.name)
      demo ??= await DemoServer.start(await mkdtemp(join(folder, 'demo-')))
      const startedAt = performance.now()
      const { findings, seen } = await tool.run({
        contracts: await fetchDocuments(demo.baseUrl, documents),
        baseUrl: demo.baseUrl,
        folder,
        own: commandsIn(join(root, 'node_modules/.bin'), root),
        installed: commandsIn(join(packages, 'node_modules/.bin'), folder),
        packageFolder: (name) => join(packages, 'node_modules', name),
      })
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      rows.push({ name: tool.name, seen, seconds, findings: findings.map((one) => ({ tool: tool.name, ...one })) })
      if (!tool.changesDemo) continue
      await demo.stop()
      demo = undefined
    }
    return rows
  } finally {
    await demo?.stop()
  }
}

async function run({ short, only, json }: Options): Promise<boolean> {
  const chosen = tools.filter(({ name, isOwn }) => (only === undefined || name === only) && (isOwn || short !== true))
  if (chosen.length === 0) throw new Error(`there is no tool ${only}: ${tools.map(({ name }) => name).join(', ')}`)
  const progress = startProgressLine()
  const folder = await mkdtemp(join(tmpdir(), 'tokenwright-contract-tools-'))
  try {
    const update = (done: number, what: string): void => progress.update(done, chosen.length, what)
    const packages = chosen.every(({ isOwn }) => isOwn)
      ? root
      : await installTools(() => update(0, 'installing the tools, some minutes'))
    const rows = await runTools(chosen, folder, packages, update)
    progress.stop()
    const judged = rows.flatMap(({ findings }) => findings.map((finding) => ({ ...finding, ...judge(finding) })))
    if (json) {
      console.log(JSON.stringify({ tools: rows.map(({ findings: _, ...row }) => row), findings: judged }, null, 2))
    } else print(rows, judged)
    return judged.every(({ owner }) => owner !== 'ours')
  } finally {
    progress.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function print(rows: readonly Row[], judged: readonly (Finding & ReturnType<typeof judge>)[]): void {
  const count = (tool: string, isOurs: boolean): string =>
    String(judged.filter((finding) => finding.tool === tool && (finding.owner === 'ours') === isOurs).length)
  printTable(
    'Tools',
    [
      { name: 'tool', of: ({ name }: Row) => name },
      { name: 'seen', of: ({ seen }) => seen },
      { name: 'seconds', of: ({ seconds }) => String(seconds) },
      { name: 'ours', of: ({ name }) => count(name, true) },
      { name: 'not ours', of: ({ name }) => count(name, false) },
    ],
    rows,
  )
  const others = new Map<string, number>()
  for (const { tool, owner, why } of judged.filter((one) => one.owner !== 'ours')) {
    const reason = `${tool}, of ${owner}: ${why}`
    others.set(reason, (others.get(reason) ?? 0) + 1)
  }
  for (const [reason, findings] of others) console.log(`\n${findings} findings of ${reason}`)
  for (const { tool, contract, message } of judged.filter(({ owner }) => owner === 'ours')) {
    console.log(`\nours: ${tool}, ${contract}: ${message}`)
  }
}

const program = new Command('contract:tools')
  .description('Lets the tools that npm carries read the contracts as the running demo serves them.')
  .option('--short', 'only the tools that npm ci brings')
  .option('--only <tool>', `one of ${tools.map(({ name }) => name).join(', ')}`)
  .option('--json', 'print JSON')
program.parse()
process.exitCode = (await run(program.opts<Options>())) ? 0 : 1
