import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Test, test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject, OperationEntry, SecurityAlternative } from '../../src/contract/contract.js'
import { isObject, resolved } from '../../src/contract/document.js'
import { encodeExample, examplesOf, replyExamples } from '../../src/contract/examples.js'
import { hasServedOperations, isServed } from '../../src/contract/surface.js'
import { openTestDatabase } from '../support/database.js'
import { type RawReply, send } from '../support/http.js'
import { root } from '../support/process.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)
const filesOf = (folder: string): string[] => readdirSync(join(root, folder))

const documentation = [
  '/',
  ...filesOf('src/http/pages/assets').map((name) => `/assets/${name}`),
  '/docs',
  '/docs/',
  ...filesOf('src/http/docs/page').map((name) => `/docs/page/${name}`),
  '/docs/json',
  '/docs/yaml',
  '/docs/samples/:contract/:operationId',
  '/docs/static/swagger-ui-bundle.js',
  '/docs/static/swagger-ui.css',
]

const health = ['/livez', '/readyz']

/** The page application, which reads and changes nothing but through the operator API. */
const consolePaths = ['/console', '/console/*', '/console/assets/*']

/** Clients and sequences of calls are there for the contracts with public operations; a sequence needs every operation. */
function formsOf(contract: Contract, surface: 'public' | 'internal'): string[] {
  const isWhole = Object.values(contract.operations).every((one) => isServed(one, surface))
  return [
    ...['json', 'yaml', '3.0.json', 'postman.json'],
    ...(hasServedOperations(contract, 'public') ? ['client.ts', ...(isWhole ? ['arazzo.yaml'] : [])] : []),
  ]
}

/** What a listener serves besides operations: anybody may read it. */
function pagesOf(surface: 'public' | 'internal'): string[] {
  const served = contracts.filter(({ operations }) => Object.values(operations).some((one) => isServed(one, surface)))
  return [
    ...documentation,
    ...health,
    ...served.flatMap((contract) => formsOf(contract, surface).map((form) => `/openapi/${contract.name}.${form}`)),
    ...(surface === 'internal' ? ['/metrics', ...consolePaths] : []),
  ]
}

/** Every path that a listener has a route for, as the router prints its tree: a line for each part of a path. */
function pathsOf(app: FastifyInstance): string[] {
  const above: string[] = []
  return app
    .printRoutes()
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*)[└├]── (\S+)( \(.*)?$/.exec(line)
      if (!found) return []
      const [, indent = '', part = '', methods] = found
      const depth = indent.length / 4
      above[depth] = (depth === 0 ? '' : (above[depth - 1] ?? '')) + part
      return methods === undefined ? [] : [above[depth] ?? '']
    })
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** The path of an operation with parameters that lead nowhere. */
function pathToNowhere({ document }: Contract, { path, parameters }: OperationEntry): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    const { schema } = resolved(document, parameter?.at ?? '#') as { schema?: { enum?: readonly string[] } }
    return schema?.enum?.[0] ?? nobody
  })
}

/** A call without credentials. A body is sent only where its fields are judged as credentials. */
function anonymousCall(contract: Contract, operation: OperationEntry) {
  const form = operation.security.find(({ scheme }) => scheme.kind === 'form')?.scheme
  const request = { method: operation.method as string, path: pathToNowhere(contract, operation) }
  if (form?.kind !== 'form') return request
  const { body } = examplesOf(contract).examples.find((example) => example.operation === operation) ?? {}
  const { [form.username]: _name, [form.password]: _secret, ...fields } = body as Record<string, unknown>
  const headers = { 'content-type': operation.body?.mediaType ?? '' }
  return { ...request, headers, body: encodeExample(operation, fields) }
}

/** Whether an answer refuses the caller. An API without 401 says it in the envelope of its failures. */
function isRefusal(
  { invalidRequestReply: { status, entry }, ...contract }: Contract,
  operation: OperationEntry,
  reply: RawReply,
) {
  if (401 in operation.replies) return reply.status === 401
  const [failure] = Object.values(replyExamples({ ...contract, invalidRequestReply: { status, entry } }, entry))
  return reply.status === status && Object.keys(JSON.parse(reply.text)).join() === Object.keys(failure as object).join()
}

/** The credentials of a scheme by role, the weakest first; one of no role where the scheme knows none. */
function credentialsOf({ document }: Contract, { name }: SecurityAlternative): [role: string, credential: string][] {
  const scheme = resolved(document, `#/components/securitySchemes/${name}`) as JsonObject
  const byRole = scheme['x-role-examples']
  return Object.entries(isObject(byRole) ? byRole : { '': scheme['x-example'] }) as [string, string][]
}

/** A credential of the same form that nobody has. */
function forged({ scheme }: SecurityAlternative, credential: string): string {
  const [word, value = ''] = credential.split(' ')
  if (scheme.kind === 'basic') return `Basic ${Buffer.from(`${Buffer.from(value, 'base64')}x`).toString('base64')}`
  return scheme.kind === 'bearer' ? `${word} ${value.replace(/^\{.*\}$/, 'forged')}x` : `${credential}x`
}

async function checkOperation(t: Test, baseUrl: string, contract: Contract, operation: OperationEntry): Promise<void> {
  const { operationId, security, isCredentialOptional } = operation
  const request = anonymousCall(contract, operation)
  const call = (headers: Record<string, string> = {}) =>
    send(baseUrl, { ...request, headers: { ...('headers' in request ? request.headers : {}), ...headers } })
  const anonymous = await call()
  if (security.length === 0) {
    return void t.notOk([401, 403].includes(anonymous.status), `${operationId} is open to all`)
  }
  if (!isCredentialOptional) t.ok(isRefusal(contract, operation, anonymous), `${operationId} asks for a credential`)
  for (const alternative of security) {
    const { scheme, roles, name } = alternative
    if (scheme.kind === 'form') continue
    const credentials = credentialsOf(contract, alternative)
    const weakest = Math.min(
      ...roles.map((role) => credentials.findIndex(([one]) => one === role)),
      credentials.length - 1,
    )
    t.ok(weakest >= 0, `${name} has a credential for each of ${roles.join(', ')}`)
    for (const [index, [role, credential]] of credentials.entries()) {
      const refused = await call({ [scheme.header]: forged(alternative, credential) })
      t.ok(isRefusal(contract, operation, refused), `${operationId}: any ${name} is no ${name}`)
      // What depends on the answer of another operation is replayed with the examples.
      if (credential.includes('#')) continue
      const { status } = await call({ [scheme.header]: credential })
      t.not(status, 401, `${operationId} knows its ${name}`)
      t.equal(status === 403, index < weakest, `${operationId}: what ${role || name} may`)
    }
  }
}

for (const surface of ['public', 'internal'] as const) {
  test(`whoever may call an operation of the ${surface} listener by its contract may, and nobody else`, async (t) => {
    const { db } = await openTestDatabase(t)
    const { app, baseUrl } = await startServer(t, { db, surface })
    const served = contracts.flatMap((contract) =>
      Object.values(contract.operations)
        .filter((operation) => isServed(operation, surface))
        .map((operation) => ({ contract, operation })),
    )
    const operationPaths = served.map(({ operation }) => operation.path.replaceAll(/\{(\w+)\}/g, ':$1'))
    const known = new Set([...pagesOf(surface), ...operationPaths])
    t.strictSame([...new Set(pathsOf(app))].sort(), [...known].sort(), 'there is no other route')
    for (const { contract, operation } of served) await checkOperation(t, baseUrl, contract, operation)

    for (const path of pagesOf(surface)) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await send(baseUrl, { method, path: path.replace('*', 'x') })
        if (method === 'GET') t.notOk([401, 403].includes(status), `${method} ${path}`)
        else t.ok([404, 405].includes(status), `${method} ${path} is not there: ${status}`)
      }
    }
  })
}
