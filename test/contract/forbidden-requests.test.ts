import { test } from 'tap'
import { apis } from '../../generated/index.js'
import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { isObject, resolved } from '../../src/contract/document.js'
import { ContractCaller } from '../support/contract-caller.js'
import { examplesOf } from '../support/examples.js'
import { type RawRequest, send } from '../support/http.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = apis.map(({ contract }) => contract)

/** What no answer may show: a part of the forbidden input, or words of an engine. */
const echo = /CANARY|unexpected token|in JSON at|SyntaxError|FST_|at position|node_modules|select |ECONN/i

interface Forbidden {
  readonly what: string
  readonly raw: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** Statuses beside those of malformed input. */
  readonly also?: readonly number[]
}

/** Bodies that are wrong for every JSON operation. */
function malformedBodies(example: string): Forbidden[] {
  return [
    { what: 'malformed JSON', raw: '{"CANARY": ' },
    { what: 'text that is no JSON', raw: 'CANARY' },
    { what: 'a second value behind the first', raw: `${example} CANARY` },
    { what: 'invalid UTF-8', raw: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
    { what: 'a NUL character', raw: example.replace(/:\s*"/, ':"CANARY\\u0000') },
    { what: 'a lone surrogate', raw: example.replace(/:\s*"/, ':"CANARY\\ud800') },
    { what: 'a lone surrogate in an unknown key', raw: example.replace(/\}$/, ',"\\udc00":1}') },
    { what: '__proto__', raw: example.replace(/\}$/, ',"__proto__":{"CANARY":1}}') },
    { what: 'an escaped __proto__', raw: example.replace(/\}$/, ',"__pr\\u006fto__":{"CANARY":1}}') },
    { what: 'constructor.prototype', raw: example.replace(/\}$/, ',"constructor":{"prototype":{"CANARY":1}}}') },
    { what: 'deep nesting', raw: `${'['.repeat(8000)}${']'.repeat(8000)}`, also: [400] },
  ]
}

/** Bodies that break the schema of one field each: missing, null, of every other type, too long. */
function invalidFields(schema: JsonObject, example: Record<string, unknown>): Forbidden[] {
  const required = (schema.required ?? []) as readonly string[]
  return Object.entries(schema.properties as JsonObject).flatMap(([name, property]) => {
    const { type, maxLength } = property as { type?: string | string[]; maxLength?: number }
    const types = [type].flat()
    const values: [string, unknown][] = [
      ['null', null],
      ['boolean', true],
      ['number', 1.5],
      ['array', ['CANARY']],
      ['object', { CANARY: 1 }],
    ]
    return [
      ...(required.includes(name)
        ? [{ what: `${name} missing`, raw: JSON.stringify({ ...example, [name]: undefined }) }]
        : []),
      ...values
        .filter(([kind]) => !types.includes(kind))
        .map(([kind, value]) => ({
          what: `${name} is of type ${kind}`,
          raw: JSON.stringify({ ...example, [name]: value }),
        })),
      ...(maxLength !== undefined && maxLength < 16_000
        ? [{ what: `${name} too long`, raw: JSON.stringify({ ...example, [name]: 'x'.repeat(maxLength + 1) }) }]
        : []),
    ]
  })
}

test('what a contract forbids is answered in the envelope of its API', async (t) => {
  const { baseUrl, db } = await startServer(t)
  const state = async (): Promise<string> => {
    const tables = ['gateway_tokens', 'broker_users', 'broker_accounts', 'access_keys', 'refresh_tokens'] as const
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
    return JSON.stringify(rows)
  }

  for (const contract of contracts) {
    const caller = new ContractCaller(contract, baseUrl)
    const malformed = Number(Object.keys(contract.protocolReplies).find((status) => Number(status) < 413))
    const { examples } = examplesOf(contract)

    for (const operation of Object.values(contract.operations).filter(({ body }) => body)) {
      await t.test(`${operation.operationId} refuses forbidden bodies`, async (t) => {
        const { schema } = resolved(contract.document, operation.body?.at ?? '#') as { schema: JsonObject }
        const valid = examples.find((example) => example.operation === operation && isObject(example.body))
        const example = { ...(valid?.body as Record<string, unknown>) }
        const text = JSON.stringify(example)
        const before = await state()
        for (const { what, raw, also = [] } of [...malformedBodies(text), ...invalidFields(schema, example)]) {
          const { status, text: answer } = await caller.call(operation.operationId, {
            params: valid?.params ?? {},
            raw,
          })
          t.ok([malformed, ...also].includes(status), `${what}: ${status}`)
          t.notMatch(answer, echo, `${what}: nothing is echoed`)
        }
        t.equal(await state(), before, 'nothing has changed')
      })

      await t.test(`${operation.operationId} judges size and media type`, async (t) => {
        const params = examples.find((example) => example.operation === operation)?.params ?? {}
        const call = (raw: string, headers: Record<string, string>) =>
          caller.call(operation.operationId, { params, raw, headers })
        t.equal((await call(JSON.stringify({ CANARY: 'x'.repeat(17_000) }), {})).status, 413)
        for (const type of [
          'text/plain',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'nonsense',
        ]) {
          t.equal((await call('{"CANARY": 1', { 'content-type': type })).status, 415, type)
        }
      })

      await t.test(`${operation.operationId} reads JSON under each of its names`, async (t) => {
        const example =
          examples.find((candidate) => candidate.operation === operation && candidate.status === malformed) ??
          examples.find((candidate) => candidate.operation === operation)
        if (!example) return t.fail('there is an example')
        const path = fill(operation, example.params)
        const expected = await send(baseUrl, {
          method: operation.method,
          path,
          headers: { 'content-type': 'application/json' },
          body: '{"unknown": 1}',
        })
        for (const type of [
          'application/json; charset=utf-8',
          'APPLICATION/JSON',
          'application/vnd.example+json',
          undefined,
        ]) {
          const reply = await send(baseUrl, {
            method: operation.method,
            path,
            headers: { ...(type !== undefined && { 'content-type': type }), accept: 'text/html' },
            body: '\uFEFF{"unknown": 1}',
          })
          t.strictSame([reply.status, reply.text], [expected.status, expected.text], type ?? 'no Content-Type')
        }
      })
    }

    await t.test(`${contract.name} answers 405 to every other method`, async (t) => {
      for (const path of new Set(Object.values(contract.operations).map(({ path }) => path))) {
        const operations = Object.values(contract.operations).filter((operation) => operation.path === path)
        const allowed = operations.map(({ method }) => method)
        const [operation] = operations
        if (!operation) continue
        const filled = fill(operation, examples.find((example) => example.operation === operation)?.params ?? {})
        for (const method of [
          'GET',
          'HEAD',
          'POST',
          'PUT',
          'PATCH',
          'DELETE',
          'OPTIONS',
          'TRACE',
          'PROPFIND',
          'M-SEARCH',
        ]) {
          if (allowed.includes(method as 'GET')) continue
          const reply = await send(baseUrl, { method, path: filled })
          t.equal(reply.status, 405, `${method} ${path}`)
          t.equal(reply.headers.allow, allowed.join(', '))
          t.ok(reply.headers['x-request-id'])
          if (method !== 'HEAD') t.strictSame(shape(reply.text), failureShape(contract), 'in the envelope of the API')
        }
      }
    })
  }
})

test('what no contract declares is answered as problem+json', async (t) => {
  const { baseUrl } = await startServer(t)
  const check = async (request: RawRequest, expected: number): Promise<void> => {
    const reply = await send(baseUrl, request)
    t.equal(reply.status, expected, `${request.method} ${request.path}`)
    t.equal(reply.headers['content-type'], 'application/problem+json')
    t.match(JSON.parse(reply.text), { type: 'about:blank', status: expected })
    t.ok(reply.headers['x-request-id'])
    t.notMatch(reply.text, echo)
  }
  for (const path of [
    '/CANARY',
    '/v1',
    '/V1/api/auth',
    '/v1/api/auth/',
    '//v1/api/auth',
    '/v1/frontend/auth/',
    '/v1/frontend/auth/a/b',
  ]) {
    await check({ method: 'GET', path }, 404)
    await check({ method: 'POST', path, body: '{"CANARY":' }, 404)
  }
  for (const path of ['/CANARY%', '/%zz', '/v1/frontend/auth/%ff', '/v1/frontend/auth/%ed%a0%80'])
    await check({ method: 'GET', path }, 400)
  await check({ method: 'GET', path: '/v1/api/auth', headers: { 'x-filler': 'CANARY'.repeat(4000) } }, 431)
})

function fill(operation: OperationEntry, params: Readonly<Record<string, string>>): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x'))
}

function shape(text: string): string[] {
  return Object.keys(JSON.parse(text) as object).sort()
}

function failureShape(contract: Contract): string[] {
  const { content } = contract.protocolReplies[500] ?? {}
  const { schema } = resolved(contract.document, content?.at ?? '#') as { schema: { required: string[] } }
  return [...schema.required].sort()
}
