import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import Fastify from 'fastify'
import { pino } from 'pino'
import { test } from 'tap'
import { type ClientOptions, createContractClient, type OperationTable } from '../../generated/runtime/client.js'
import type { BasicCredentials, Presented, SecuredContext } from '../../generated/runtime/operation.js'
import { checkContracts } from '../../scripts/generate/checks/check-contracts.js'
import { operationTableSource } from '../../scripts/generate/client-source.js'
import { ContractSource } from '../../scripts/generate/contract-source.js'
import { operationsSource } from '../../scripts/generate/operations-source.js'
import type { ApiImplementation } from '../../src/contract/api.js'
import { demoCalls } from '../../src/contract/demo-calls.js'
import { examplesOf } from '../../src/contract/examples.js'
import { readContract } from '../../src/contract/read-contract.js'
import { serveApis } from '../../src/contract/routes.js'
import { Metrics } from '../../src/observability/metrics.js'
import { RepeatedLines } from '../../src/observability/repeated-lines.js'
import { noCurl } from '../support/curl.js'
import { ExampleReplay } from '../support/example-replay.js'

const source = new ContractSource(
  'openapi/machinery.yaml',
  await readFile('test/fixtures/machinery-contract.yaml', 'utf8'),
)
const contract = readContract(source.name, source.document)

const refusal = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="machinery"' }, body: { detail: 'refused' } }
const asClient = ({ credential }: Presented<BasicCredentials>) =>
  credential?.username === 'client' && credential.password === 'secret' ? { principal: 'client' } : refusal

// biome-ignore lint/suspicious/noExplicitAny: the generated types of a contract are proved by those of openapi/
type Request = any

const implementation: ApiImplementation = {
  replyToInvalidRequest: () => ({ status: 400, body: { detail: 'malformed' } }),
  security: {
    client_basic: async (presented: Presented<BasicCredentials>) => asClient(presented),
    client_form: async (presented: Presented<BasicCredentials>) => asClient(presented),
    api_key: async ({ credential }: Presented<string>) => (credential === 'key' ? { principal: 'key' } : refusal),
  },
  operations: {
    createToken: async ({ body }: Request) => ({ status: 200, body: { token: 'a+b&c', lifetime: body.lifetime } }),
    getReport: async ({ params, headers }: Request) => {
      const reply = { status: 304, headers: { ETag: '"1"' } }
      if (headers['If-None-Match'] === '"1"') return reply
      return { ...reply, status: 200, body: `${params.report_id} of ${headers['X-Lines']} lines\n` }
    },
    addNote: async ({ body }: Request, { principal }: SecuredContext<string | undefined>) => ({
      status: 200,
      body: { author: principal ?? 'nobody', text: body },
    }),
  },
}

test('a contract with what published APIs have', async (t) => {
  t.strictSame(await checkContracts([source]), [], 'generate accepts it')
  const app = Fastify()
  for (const name of ['callContext', 'operation', 'observed']) app.decorateRequest(name, undefined)
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  const metrics = new Metrics()
  await serveApis(app, [{ contract, implementation }], {
    surface: 'all',
    isInternalHost: () => true,
    observe: (...route) => metrics.route(...route),
    logOf: () => pino({ level: 'silent' }),
    repeatedLines: new RepeatedLines(),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const baseUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

  await t.test('every documented request gets the documented reply', async (t) => {
    const { examples, unanswered } = examplesOf(contract)
    t.strictSame(unanswered, [])
    t.equal(examples.length, 9)
    const replays = new ExampleReplay([contract], baseUrl)
    for (const example of examples) {
      const { status, body } = await replays.replay(contract, example)
      t.match({ status, body }, { status: example.status, body: example.reply }, example.name)
    }
  })

  await t.test('the generated client presents each credential and sends headers, forms and texts', async (t) => {
    const { code } = await transform(operationTableSource(contract), { loader: 'ts' })
    const { operationTable } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      operationTable: OperationTable
    }
    const credentials = { username: 'client', password: 'secret' }
    const client = (options: Partial<ClientOptions>): Record<string, (request?: object) => Promise<Request>> =>
      createContractClient(operationTable, { baseUrl, ...options })
    const report = { params: { report_id: 'one' } }
    t.match(await client({ credentials }).getReport?.(report), { status: 200, body: 'one of 2 lines\n' })
    t.match(await client({}).getReport?.({ ...report, apiKey: 'key', headers: { 'X-Lines': 3 } }), {
      status: 200,
      body: 'one of 3 lines\n',
    })
    const unchanged = await client({ apiKey: 'key' }).getReport?.({ ...report, headers: { 'If-None-Match': '"1"' } })
    t.match({ status: unchanged.status, etag: unchanged.headers.get('etag') }, { status: 304, etag: '"1"' })
    t.equal(unchanged.body, undefined)
    t.match(await client({}).getReport?.(report), { status: 401, body: { detail: 'refused' } })
    const inForm = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret' }
    const created = await client({}).createToken?.({ body: inForm })
    t.match(created, { status: 200, body: { lifetime: 60 } })
    t.equal(created.headers.get('x-version'), '2', 'the server sets a header that is a constant number')
    t.match(await client({ credentials }).createToken?.({ body: { ...inForm, client_secret: 'wrong' } }), {
      status: 200,
    })
    t.match(await client({}).addNote?.({ body: '"text"' }), { status: 200, body: { author: 'nobody', text: '"text"' } })
    t.match(await client({ apiKey: 'wrong' }).addNote?.({ body: 'a' }), { status: 401 }, 'optional, but not wrong')
  })

  await t.test('the operations have the types of the contract', async (t) => {
    const types = operationsSource(contract)
    t.match(types, /getReport: .*SecuredContext<Principals\['client_basic'\] \| Principals\['api_key'\]>/)
    t.match(types, /addNote: .*SecuredContext<Principals\['api_key'\] \| undefined>/)
    t.match(types, /client_form: Authenticator<\s+BasicCredentials,/)
    t.match(types, /WithDefaults<NonNullable<operations\['getReport'\]\['parameters'\]\['header'\]>, 'X-Lines'>/)
    t.match(types, /readonly status: 304; readonly body\?: never; readonly headers: \{ readonly 'ETag': /)
    t.notMatch(types, /'X-Version'/, 'a handler does not give what the server sets')
  })

  await t.test('the curl line of a form works, also with what another call answers', { skip: noCurl }, async (t) => {
    const [call = ''] = demoCalls([contract], baseUrl, baseUrl)
    t.match(await shell(call), { token: 'a+b&c', lifetime: 5 }, call)
    const chained = structuredClone(source.document) as Request
    const { content } = chained.paths['/tokens'].post.requestBody
    const examples = content['application/x-www-form-urlencoded'].examples
    examples.created['x-chain'] = { '/lifetime': 'addNote#/text' }
    chained.paths['/notes'].post.requestBody.content['text/plain'].examples = { anonymous: { value: '7' } }
    chained.paths['/notes'].post.responses['200'].content['application/json'].examples.anonymous.value.text = '7'
    const [line = ''] = demoCalls([readContract('machinery', chained)], baseUrl, baseUrl)
    t.match(line, /--data-urlencode 'lifetime='"\$\(curl /)
    t.match(await shell(line), { lifetime: 7 }, line)
  })
})

async function shell(command: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)('bash', ['-c', command])
  return JSON.parse(stdout)
}
