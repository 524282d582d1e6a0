import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type Test, test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract } from '../../src/contract/contract.js'
import { type Example, examplesOf } from '../../src/contract/examples.js'
import type { CodeSample } from '../../src/contract/samples/samples.js'
import { isServed } from '../../src/contract/surface.js'
import { noCurl } from '../support/curl.js'
import { send } from '../support/http.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'
import { typeErrors } from '../support/type-errors.js'

const contracts: readonly Contract[] = Object.values(contractsByName)
const noPython =
  spawnSync('python3', ['-c', 'import requests']).status !== 0 && 'python3 with requests is not installed'

interface SampledExample {
  readonly contract: Contract
  readonly example: Example
  readonly sample: CodeSample
}

/** The samples of every operation, as the server answers them. */
async function samplesOf(baseUrl: string): Promise<SampledExample[]> {
  const all: SampledExample[] = []
  for (const contract of contracts) {
    const samples = new Map<string, Record<string, CodeSample>>()
    for (const { operationId } of Object.values(contract.operations)) {
      const { text } = await send(baseUrl, { method: 'GET', path: `/docs/samples/${contract.name}/${operationId}` })
      samples.set(operationId, JSON.parse(text))
    }
    for (const example of examplesOf(contract).examples) {
      const sample = samples.get(example.operation.operationId)?.[example.name]
      if (sample === undefined) throw new Error(`no sample of ${example.operation.operationId} ${example.name}`)
      all.push({ contract, example, sample })
    }
  }
  return all
}

/** The first example of each operation: the others may depend on what was called before. */
function firstOnes(samples: readonly SampledExample[]): SampledExample[] {
  return samples.filter(
    ({ example }, at) => samples.findIndex((one) => one.example.operation === example.operation) === at,
  )
}

test('the code of every operation for curl and Python is answered as documented', {
  skip: noCurl || noPython,
}, async (t) => {
  const { baseUrl, restoreDemo } = await startServer(t)
  const samples = firstOnes(await samplesOf(baseUrl))
  t.ok(samples.length > 50)
  const python = startPython(t)
  for (const { example, sample } of samples) {
    const { operationId, isSafe } = example.operation
    const command = `${sample.curl} -s -o /dev/null -w '%{http_code}'`
    const { stdout } = await promisify(execFile)('bash', ['-c', command])
    t.equal(stdout, String(example.status), `${operationId} with curl`)
    if (!isSafe) await restoreDemo()
    const [status = ''] = (await python(sample.python)).split(' ', 1)
    // What the same call has made before may be in conflict.
    const expected = isSafe ? [example.status] : [example.status, 409]
    t.ok(expected.map(String).includes(status), `${operationId} with Python: ${status}`)
    if (!isSafe) await restoreDemo()
  }
})

test('the code of every example for the typed client has no error of types', async (t) => {
  const { baseUrl } = await startServer(t)
  const samples = await samplesOf(baseUrl)
  const sources = new Map(
    samples.flatMap(({ example, sample: { typescript } }, at) =>
      typescript === undefined
        ? []
        : [[join(root, `sample-${at}-${example.operation.operationId}.ts`), typescript] as const],
    ),
  )
  t.ok(sources.size > 150)
  for (const { example, sample } of firstOnes(samples))
    t.ok(sample.typescript, `${example.operation.operationId} has one`)
  t.strictSame(typeErrors(sources), [])
})

test('a listener names what its samples need of the other one', async (t) => {
  const { baseUrl } = await startServer(t, { surface: 'internal' })
  const served = contracts.flatMap((contract) =>
    Object.values(contract.operations).map((operation) => ({ contract, operation })),
  )
  for (const { contract, operation } of served) {
    const path = `/docs/samples/${contract.name}/${operation.operationId}`
    const { status, text } = await send(baseUrl, { method: 'GET', path })
    t.equal(status, isServed(operation, 'internal') ? 200 : 404, path)
    if (status === 200) for (const { curl } of Object.values<CodeSample>(JSON.parse(text))) t.match(curl, baseUrl)
  }
  t.equal((await send(baseUrl, { method: 'GET', path: '/docs/samples/operator/unknown' })).status, 404)
})

/** A Python that runs one sample after the other: to start one takes longer than all of them. */
function startPython(t: Test): (code: string) => Promise<string> {
  const program = `
import contextlib, io, json, sys
for line in sys.stdin:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(json.loads(line), {})
    print(json.dumps(output.getvalue()), flush=True)
`
  const child: ChildProcess = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.teardown(() => child.kill())
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })
  return async (code) => {
    const answered = once(lines, 'line')
    child.stdin?.write(`${JSON.stringify(code)}\n`)
    return JSON.parse((await answered)[0])
  }
}
