import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench, Outcome, Tool } from './tool.js'

/** All linters with their recommended rules, and none of ours. */
export const linters: readonly Tool[] = [
  { name: 'redocly lint', isOwn: true, run: runRedocly },
  { name: 'spectral', isOwn: false, run: runSpectral },
  { name: 'scalar openapi-parser', isOwn: false, run: runScalarParser },
]

async function runRedocly({ contracts, folder, own }: Bench): Promise<Outcome> {
  const config = join(folder, 'redocly.yaml')
  await writeFile(config, 'extends: [recommended]\n')
  const files = contracts.map(({ file }) => file)
  const { stdout, stderr } = await own('redocly', ['lint', `--config=${config}`, '--format=json', ...files])
  // One report for each document, one behind the other.
  const reports = stdout.slice(stdout.indexOf('{')).split(/(?<=^\})\s*(?=\{)/m)
  if (reports.length !== contracts.length) throw new Error(`redocly lint: ${stderr}`)
  const findings = reports.flatMap((report, index) => {
    const { problems } = JSON.parse(report) as { problems: { ruleId: string; message: string }[] }
    const contract = contracts[index]?.contract.name ?? ''
    return problems.map(({ ruleId, message }) => ({ contract, message: `${ruleId} ${message}` }))
  })
  return { findings, seen: `${contracts.length} documents` }
}

interface SpectralResult {
  readonly code: string
  readonly message: string
  readonly path: readonly string[]
}

async function runSpectral({ contracts, folder, installed }: Bench): Promise<Outcome> {
  const rules = join(folder, 'spectral.json')
  await writeFile(rules, JSON.stringify({ extends: ['spectral:oas'] }))
  const findings: { contract: string; message: string }[] = []
  for (const { contract, file } of contracts) {
    const output = `${file}.spectral`
    await installed('spectral', ['lint', '--ruleset', rules, '--format', 'json', '--output', output, '--quiet', file])
    const results = JSON.parse(await readFile(output, 'utf8')) as SpectralResult[]
    findings.push(
      ...results.map(({ code, message, path }) => ({
        contract: contract.name,
        message: `${code} ${path.join('/')} ${message}`,
      })),
    )
  }
  return { findings, seen: `${contracts.length} documents` }
}

interface ScalarParser {
  validate(text: string): Promise<{ valid: boolean; errors?: readonly { message: string }[] }>
}

async function runScalarParser({ contracts, packageFolder }: Bench): Promise<Outcome> {
  const entry = join(packageFolder('@scalar/openapi-parser'), 'dist/index.js')
  const { validate } = (await import(pathToFileURL(entry).href)) as ScalarParser
  const findings: { contract: string; message: string }[] = []
  for (const { contract, file } of contracts) {
    const { valid, errors = [] } = await validate(await readFile(file, 'utf8'))
    findings.push(...errors.map(({ message }) => ({ contract: contract.name, message })))
    if (!valid && errors.length === 0) findings.push({ contract: contract.name, message: 'is not valid' })
  }
  return { findings, seen: `${contracts.length} documents` }
}
