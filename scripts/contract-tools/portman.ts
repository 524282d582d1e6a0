import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, Outcome, Tool } from './tool.js'

/** What Portman tests of every operation: status, media type, headers and the schema of the body. */
const portmanConfig = {
  version: 1,
  tests: {
    contractTests: [
      {
        openApiOperation: '*::/*',
        statusSuccess: { enabled: true },
        contentType: { enabled: true },
        headersPresent: { enabled: true },
        jsonBody: { enabled: true },
        schemaValidation: { enabled: true },
      },
    ],
  },
}

interface NewmanReport {
  readonly run: {
    readonly stats: { readonly assertions: { readonly total: number } }
    readonly failures: readonly { readonly source?: { readonly name: string }; readonly error: { message: string } }[]
  }
}

/** Portman makes a Postman collection with tests of each published contract, which newman runs on the demo. */
export const portman: Tool = { name: 'portman and newman', isOwn: false, changesDemo: true, run }

async function run({ contracts, baseUrl, folder, installed }: Bench): Promise<Outcome> {
  const config = join(folder, 'portman.json')
  await writeFile(config, JSON.stringify(portmanConfig))
  const findings: { contract: string; message: string }[] = []
  let assertions = 0
  // The operator's calls need each other's answers, and change what the next ones find.
  for (const { contract, chainedFile, credential } of contracts.filter(
    ({ contract }) => contract.name !== 'operator',
  )) {
    const collection = `${chainedFile}.collection`
    const report = `${chainedFile}.newman`
    const made = await installed('portman', [
      ...['--local', chainedFile, '--baseUrl', baseUrl, '--portmanConfigFile', config],
      ...['--output', collection, '--includeTests', 'true'],
    ])
    if (made.code !== 0) {
      findings.push({ contract: contract.name, message: (made.stdout + made.stderr).trim().slice(-500) })
      continue
    }
    await installed('newman', [
      ...['run', collection, '--reporters', 'json', '--reporter-json-export', report],
      ...(credential === undefined ? [] : ['--env-var', `bearerToken=${credential}`]),
    ])
    const { stats, failures } = (JSON.parse(await readFile(report, 'utf8')) as NewmanReport).run
    assertions += stats.assertions.total
    findings.push(
      ...failures.map(({ source, error }) => ({
        contract: contract.name,
        message: `${source?.name ?? ''}: ${error.message}`,
      })),
    )
  }
  return { findings, seen: `${assertions} assertions` }
}
