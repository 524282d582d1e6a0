import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import type { Contract, JsonObject } from '../../src/contract/contract.js'
import { hasServedOperations } from '../../src/contract/surface.js'
import { clientDocument, clientPackageFiles, type PackageFacts } from './client-package.js'
import { clientSource, operationTableSource } from './client-source.js'
import { compactJson } from './compact-json.js'
import { operationsSource } from './operations-source.js'
import { replyExamplesSource } from './reply-examples-source.js'
import { banner, camelCase, docComment, quote } from './source-text.js'

/** Generated files by their path in the project. */
export type Files = Map<string, string>

/** All files below `generated/`, and the packages of clients below `clients/`. */
export async function generatedFiles(contracts: readonly Contract[], facts: PackageFacts): Promise<Files> {
  const generated: [string, string][] = [...(await runtimeFiles()), ['index.ts', indexSource(contracts)]]
  const clients: [string, string][] = []
  for (const contract of contracts) {
    const types = await typesSource(contract.document)
    generated.push(
      [`${contract.name}/contract.json`, compactJson(contract.document)],
      [`${contract.name}/types.ts`, `${banner}\n${types}`],
      [`${contract.name}/operations.ts`, operationsSource(contract)],
      [`${contract.name}/operation-table.ts`, operationTableSource(contract)],
      [`${contract.name}/reply-examples.ts`, replyExamplesSource(contract)],
    )
    if (!hasServedOperations(contract, 'public')) generated.push([`${contract.name}/client.ts`, clientSource(contract)])
    else {
      const files = await clientPackageFiles(contract, await typesSource(clientDocument(contract)), facts)
      clients.push(...files.map(([path, text]): [string, string] => [`clients/${contract.name}/${path}`, text]))
    }
  }
  return new Map([...generated.map(([path, text]) => [`generated/${path}`, text] as const), ...clients])
}

/** The modules that generated code shares: `scripts/generate/runtime/` as it stands, so that `generated/` needs nothing of `src/`. */
async function runtimeFiles(): Promise<[string, string][]> {
  const folder = fileURLToPath(new URL('./runtime', import.meta.url))
  return Promise.all(
    (await readdir(folder)).map(async (file): Promise<[string, string]> => {
      const text = await readFile(`${folder}/${file}`, 'utf8')
      return [
        `runtime/${file}`,
        `// Copied by "npm run generate" from scripts/generate/runtime/. Do not edit.\n\n${text}`,
      ]
    }),
  )
}

async function typesSource(document: JsonObject): Promise<string> {
  // Clients may leave out what has a default; requests as handlers get them have it (`WithDefaults`).
  const ast = await openapiTS(structuredClone(document) as never, { defaultNonNullable: false, immutable: true })
  return astToString(ast)
}

/** `generated/index.ts`: the document of every contract. */
function indexSource(contracts: readonly Contract[]): string {
  const names = contracts.map(({ name }) => name)
  const imports = names.map(
    (name) => `import ${camelCase(name)} from './${name}/contract.json' with { type: 'json' }\n`,
  )
  return [
    `${banner}\n${imports.join('')}\n`,
    docComment(['The contracts by the names of their files in openapi/.']),
    `export type ContractName =${names.map((name) => `\n  | ${quote(name)}`).join('')}\n\n`,
    docComment(['The OpenAPI document of each contract, references and all.']),
    `export const documents: Readonly<Record<ContractName, object>> = {\n`,
    ...names.map((name) => `  ${quote(name)}: ${camelCase(name)},\n`),
    `}\n`,
  ].join('')
}
