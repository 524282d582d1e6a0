import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { CommandResult } from './run-command.js'
import type { Bench, Outcome, ServedContract, Tool } from './tool.js'

type Generate = (bench: Bench, served: ServedContract, output: string) => Promise<CommandResult>

/** Generators of types and clients. What they write is compiled. */
export const generators: readonly Tool[] = [
  generator('openapi-typescript', true, async (_bench, { document }, output) => {
    const types = await openapiTypescript(document as unknown as OpenAPI3)
    await writeFile(join(output, 'types.ts'), astToString(types))
    return { code: 0, stdout: '', stderr: '' }
  }),
  generator('hey-api', false, ({ installed }, { file }, output) =>
    installed('openapi-ts', ['--input', file, '--output', output, '--client', '@hey-api/client-fetch', '--silent']),
  ),
  generator('orval', false, ({ installed }, { file }, output) =>
    installed('orval', ['--input', file, '--output', join(output, 'client.ts'), '--client', 'fetch']),
  ),
  generator('swagger-typescript-api', false, ({ installed }, { file }, output) =>
    installed('swagger-typescript-api', ['generate', '--path', file, '--output', output, '--name', 'client.ts']),
  ),
]

function generator(name: string, isOwn: boolean, generate: Generate): Tool {
  return {
    name,
    isOwn,
    async run(bench) {
      const folder = join(bench.folder, name)
      const findings: { contract: string; message: string }[] = []
      for (const served of bench.contracts) {
        const output = join(folder, served.contract.name)
        await mkdir(output, { recursive: true })
        const { code, stdout, stderr } = await generate(bench, served, output)
        const complaints = `${stdout}\n${stderr}`.split('\n').filter((line) => /\b(warn|error)/i.test(line))
        const messages = code === 0 ? complaints : [`ended with the code ${code}`, ...complaints]
        findings.push(...messages.map((message) => ({ contract: served.contract.name, message: message.trim() })))
      }
      return withCompilation(bench, folder, findings)
    },
  }
}

async function withCompilation(
  { own, contracts }: Bench,
  folder: string,
  findings: readonly { contract: string; message: string }[],
): Promise<Outcome> {
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
  const { stdout } = await own('tsc', ['--project', folder])
  const errors = stdout.split('\n').filter((line) => line.includes('error TS'))
  return {
    findings: [...findings, ...errors.map((message) => ({ contract: '', message }))],
    seen: `${contracts.length} documents, compiled`,
  }
}
