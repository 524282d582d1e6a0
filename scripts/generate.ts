/**
 * `npm run generate`: writes `generated/` from the contracts in `openapi/`, and the table of variables in `docs/configuration.md`.
 * With `--check` it writes nothing and fails where something is out of date.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContract } from '../src/contract/read-contract.js'
import { checkUniqueOperations } from './generate/check-unique-operations.js'
import { readContracts } from './generate/contract-source.js'
import { type Files, generatedFiles } from './generate/sources.js'
import { withVariableTable } from './generate/variable-table.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const generated = join(root, 'generated')

async function existingFiles(): Promise<Files> {
  const entries = await readdir(generated, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        return [relative(generated, path).replaceAll(sep, '/'), await readFile(path, 'utf8')] as const
      }),
    ),
  )
}

const sources = await readContracts(join(root, 'openapi'))
const findings = checkUniqueOperations(sources)
if (findings.length > 0) {
  for (const { file, line, message } of findings) console.error(`${relative(root, file)}:${line}: ${message}`)
  process.exit(1)
}

const contracts = sources.map(({ name, document }) => readContract(name, document))
const wanted = await generatedFiles(contracts)

const configurationPage = join(root, 'docs/configuration.md')
const page = await readFile(configurationPage, 'utf8')
const wantedPage = withVariableTable(page)

const existing = await existingFiles()
const stale = [...wanted].filter(([path, text]) => existing.get(path) !== text)
const orphans = [...existing.keys()].filter((path) => !wanted.has(path))

if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([path]) => path), ...orphans]) {
    console.error(`generated/${path} is out of date; run "npm run generate"`)
  }
  if (page !== wantedPage) console.error('docs/configuration.md is out of date; run "npm run generate"')
  process.exit(stale.length + orphans.length > 0 || page !== wantedPage ? 1 : 0)
}

for (const path of orphans) await rm(join(generated, path))
for (const [path, text] of stale) {
  await mkdir(dirname(join(generated, path)), { recursive: true })
  await writeFile(join(generated, path), text)
}
if (page !== wantedPage) await writeFile(configurationPage, wantedPage)
if (process.stdout.isTTY)
  console.log(`generated/ is up to date: ${contracts.length} contracts, ${stale.length} files written`)
