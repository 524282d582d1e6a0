import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { valueAt } from '../../src/contract/document.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import { freePort } from '../test/free-port.js'
import { Replay } from './replay.js'
import type { Bench, Outcome, ServedContract, Tool } from './tool.js'

interface Violation {
  readonly location: readonly string[]
  readonly severity: string
  readonly message: string
}

/** Prism stands in front of the server and holds every request and every answer of the replayed examples against the document. */
export const prism: Tool = { name: 'prism', isOwn: false, changesDemo: true, run }

async function run(bench: Bench): Promise<Outcome> {
  const replay = new Replay(
    bench.contracts.map(({ contract }) => contract),
    bench.baseUrl,
  )
  const findings: { contract: string; message: string }[] = []
  let calls = 0
  for (const served of bench.contracts) {
    const { examples } = examplesOf(served.contract)
    await throughPrism(bench, served, async (proxyUrl) => {
      for (const example of examples) {
        const { headers } = await replay.call(example, proxyUrl)
        calls += 1
        const violations = JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[]
        for (const { location, message } of violations.filter((one) => isMeant(one, example, served))) {
          const { operationId } = example.operation
          findings.push({
            contract: served.contract.name,
            message: `${operationId} ${example.name}: ${location.join('/')} ${message}`,
          })
        }
      }
    })
  }
  return { findings, seen: `${calls} calls` }
}

/** An example that the schema or the security refuses is meant to break it. */
function isMeant({ location, severity }: Violation, example: Example, { contract }: ServedContract): boolean {
  if (severity !== 'Error') return false
  if (location[0] !== 'request') return true
  const { operation, name } = example
  const media = operation.body ? valueAt(contract.document, operation.body.at) : {}
  const isInvalid = name in ((media as Record<string, object>)['x-invalid-examples'] ?? {})
  const lacksCredential = operation.security.length > 0 && Object.keys(example.headers).length === 0
  // A request that is refused for its credentials alone has no body.
  const lacksBody = operation.body !== undefined && example.body === undefined
  return !isInvalid && !lacksCredential && !lacksBody
}

/** Starts Prism as a proxy for the time of `work`. */
async function throughPrism(
  { baseUrl, packageFolder }: Bench,
  { file }: ServedContract,
  work: (proxyUrl: string) => Promise<void>,
): Promise<void> {
  const port = await freePort()
  const script = join(packageFolder('@stoplight/prism-cli'), 'dist/index.js')
  const args = [script, 'proxy', file, baseUrl, '--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'info']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  try {
    let output = ''
    await new Promise<void>((resolve, reject) => {
      const onOutput = (chunk: Buffer): void => {
        output += chunk.toString()
        if (output.includes('is listening')) resolve()
      }
      child.stdout.on('data', onOutput)
      child.stderr.on('data', onOutput)
      void exited.then(() => reject(new Error(`prism ended: ${output}`)))
    })
    await work(`http://127.0.0.1:${port}`)
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}
