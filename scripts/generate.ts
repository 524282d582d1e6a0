/**
 * `npm run generate`: writes `generated/` and `clients/` from the contracts in `openapi/`, and the table of variables in `docs/configuration.md`.
 * With `--check` it writes nothing and fails where something is out of date.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContract } from '../src/contract/read-contract.js'
import { checkContracts } from './generate/checks/check-contracts.js'
import type { PackageFacts } from './generate/client-package.js'
import { type ContractSource, readContracts, UnreadableContract } from './generate/contract-source.js'
import { type Files, generatedFiles } from './generate/sources.js'
import { withVariableTable } from './generate/variable-table.js'

const root = fileURLToPath(new URL('..', import.meta.url))

async function existingFiles(): Promise<Files> {
  const folders = await Promise.all(
    ['generated', 'clients'].map((folder) =>
      readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  )
  // What `npm run build:clients` makes is not committed.
  const files = folders.flat().filter((entry) => entry.isFile() && !isBuilt(entry.parentPath))
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        return [relative(root, path).replaceAll(sep, '/'), await readFile(path, 'utf8')] as const
      }),
    ),
  )
}

function isBuilt(folder: string): boolean {
  return /^clients[\\/][^\\/]+[\\/](?:dist|node_modules)(?:[\\/]|$)/.test(relative(root, folder))
}

/** What packages of clients take over from that of the server. */
async function packageFacts(): Promise<PackageFacts> {
  const { version, license, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
    license: string
    dependencies: Record<string, string>
  }
  return { version, license, fetchClient: `^${dependencies['openapi-fetch']}` }
}

function refuse(messages: readonly string[]): never {
  for (const message of messages) console.error(message)
  process.exit(1)
}

async function readSources(): Promise<ContractSource[]> {
  process.chdir(root)
  try {
    return await readContracts('openapi')
  } catch (error) {
    if (error instanceof UnreadableContract) refuse([error.message])
    throw error
  }
}

const sources = await readSources()
const findings = await checkContracts(sources)
if (findings.length > 0) refuse(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`))

const contracts = sources.map(({ name, document }) => readContract(name, document))
const wanted = await generatedFiles(contracts, await packageFacts())

const configurationPage = join(root, 'docs/configuration.md')
const page = await readFile(configurationPage, 'utf8')
const wantedPage = withVariableTable(page)

const existing = await existingFiles()
const stale = [...wanted].filter(([path, text]) => existing.get(path) !== text)
const orphans = [...existing.keys()].filter((path) => !wanted.has(path))

if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([path]) => path), ...orphans]) {
    console.error(`${path} is out of date; run "npm run generate"`)
  }
  if (page !== wantedPage) console.error('docs/configuration.md is out of date; run "npm run generate"')
  process.exit(stale.length + orphans.length > 0 || page !== wantedPage ? 1 : 0)
}

for (const path of orphans) await rm(join(root, path))
for (const [path, text] of stale) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}
if (page !== wantedPage) await writeFile(configurationPage, wantedPage)
if (process.stdout.isTTY)
  console.log(`generated/ and clients/ are up to date: ${contracts.length} contracts, ${stale.length} files written`)
