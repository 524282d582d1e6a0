import { sql } from 'kysely'
import { test } from 'tap'
import { contracts as contractsByName } from '../../src/apis/index.js'
import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { isObject, resolved } from '../../src/contract/document.js'
import { encodeExample, exampleCredential, examplesOf } from '../../src/contract/examples.js'
import { isForm } from '../../src/contract/media-type.js'
import { ContractCaller } from '../support/contract-caller.js'
import { type RawRequest, send } from '../support/http.js'
import { startServer } from '../support/server.js'

const contracts: readonly Contract[] = Object.values(contractsByName)

/** What no answer may show: a part of the forbidden input, or words of an engine. */
const echo = /CANARY|unexpected token|in JSON at|SyntaxError|FST_|at position|node_modules|select |ECONN/i

interface Forbidden {
  readonly what: string
  readonly raw: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** Statuses beside those of malformed input. */
  readonly also?: readonly number[]
}

/** Bodies that are wrong for every operation that takes a form. */
function malformedForms(example: string): Forbidden[] {
  return [
    { what: 'a broken escape', raw: `${example}&CANARY=%zz` },
    { what: 'escaped bytes that are no UTF-8', raw: `${example}&CANARY=%ff` },
    { what: 'an escaped surrogate', raw: `${example}&CANARY=%ed%a0%80` },
    { what: 'invalid UTF-8', raw: Buffer.concat([Buffer.from(`${example}&CANARY=`), Buffer.from([0xff])]) },
    { what: 'a NUL character', raw: `${example}&CANARY=%00` },
    { what: '__proto__', raw: `${example}&__proto__=CANARY` },
  ]
}

/** Bodies that are wrong for every JSON operation. */
function malformedJson(example: string): Forbidden[] {
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

/** Bodies that break the schema of one field each: missing, null, of every other type, too long. A form has strings only. */
function invalidFields(operation: OperationEntry, whole: JsonObject, example: Record<string, unknown>): Forbidden[] {
  // Of alternatives, the first one that the example has the required fields of.
  const alternatives = (whole.anyOf ?? [whole]) as readonly JsonObject[]
  const schema =
    alternatives.find(({ required = [] }) => (required as string[]).every((name) => name in example)) ?? whole
  const isFormBody = isForm(operation.body?.mediaType ?? '')
  const without = (name: string) => Object.fromEntries(Object.entries(example).filter(([key]) => key !== name))
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
      ...(required.includes(name) ? [{ what: `${name} missing`, raw: encodeExample(operation, without(name)) }] : []),
      ...values
        .filter(([kind]) => !isFormBody && !types.includes(kind))
        .map(([kind, value]) => ({
          what: `${name} is of type ${kind}`,
          raw: encodeExample(operation, { ...example, [name]: value }),
        })),
      ...(maxLength !== undefined && maxLength < 16_000
        ? [
            {
              what: `${name} too long`,
              raw: encodeExample(operation, { ...example, [name]: 'x'.repeat(maxLength + 1) }),
            },
          ]
        : []),
    ]
  })
}

test('what a contract forbids is answered in the envelope of its API', async (t) => {
  const { baseUrl, db } = await startServer(t)
  // Signing keys are made at their first use, throttles and hours count attempts, and operators show when they called last.
  const unwatched = new Set(['signing_keys', 'sign_in_throttles', 'failure_counts', 'operators', 'sign_in_hours'])
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !unwatched.has(name))
  t.ok(tables.includes('gateway_tokens'), 'the tables are found')
  const state = async (): Promise<string> => {
    const rows = await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(db)))
    return JSON.stringify(rows.map((result) => result.rows))
  }

  for (const contract of contracts) {
    const caller = new ContractCaller(contract, baseUrl)
    const malformed = contract.invalidRequestReply.status
    const { examples } = examplesOf(contract)
    // Who calls is judged before the body.
    const authorized = (operation: OperationEntry) => exampleCredential(contract, operation)

    const textParameters = Object.values(contract.operations).flatMap((operation) =>
      operation.parameters
        // A header cannot hold such characters.
        .filter((parameter) => !parameter.acceptsAnyText && parameter.in !== 'header')
        .map((parameter) => ({ operation, parameter })),
    )
    await t.test(`${contract.name} refuses parameters with forbidden characters`, async (t) => {
      for (const { operation, parameter } of textParameters) {
        const params = examples.find((example) => example.operation === operation)?.params ?? {}
        const isInPath = parameter.in === 'path'
        // In a query what is no escape stands for itself.
        const undecodable = ['%00', 'a%00b', '%ff', 'CANARY%c3', '%ed%a0%80']
        for (const text of isInPath ? [...undecodable, 'CANARY%zz', '%'] : undecodable) {
          const template = isInPath ? operation.path.replace(`{${parameter.name}}`, text) : operation.path
          const path = fill({ ...operation, path: template }, params)
          const {
            status,
            headers,
            text: answer,
          } = await send(baseUrl, {
            method: operation.method,
            path: isInPath ? path : `${path}?${parameter.name}=${text}`,
            headers: authorized(operation),
          })
          const what = `${operation.operationId}, ${parameter.name}: ${text}`
          t.equal(status, malformed, what)
          t.equal(headers['content-type'], contract.invalidRequestReply.entry.content?.mediaType, what)
          t.notMatch(answer, echo, what)
          t.notMatch(answer, 'about:blank', what)
        }
      }
    })

    await t.test(`${contract.name} asks who calls before it judges a path`, async (t) => {
      for (const { operation, parameter } of textParameters) {
        if (!operation.replies[401] || parameter.in !== 'path') continue
        const path = fill({ ...operation, path: operation.path.replace(`{${parameter.name}}`, '%ff') }, {})
        t.equal((await send(baseUrl, { method: operation.method, path })).status, 401, operation.operationId)
        t.equal((await send(baseUrl, { method: 'TRACE', path })).status, 405, operation.operationId)
      }
    })

    await t.test(`${contract.name} ignores a body where an operation has none, whatever its size`, async (t) => {
      for (const operation of Object.values(contract.operations).filter(({ body }) => !body)) {
        const params = examples.find((example) => example.operation === operation)?.params ?? {}
        const request = { method: operation.method, path: fill(operation, params) }
        const { status } = await send(baseUrl, request)
        t.equal((await send(baseUrl, { ...request, body: 'x'.repeat(200_000) })).status, status, operation.operationId)
        const chunked = { ...request, headers: { 'transfer-encoding': 'chunked' }, body: 'x'.repeat(200_000) }
        t.equal((await send(baseUrl, chunked)).status, status, `${operation.operationId}, in chunks`)
      }
    })

    for (const operation of Object.values(contract.operations).filter(({ body }) => body)) {
      await t.test(`${operation.operationId} refuses forbidden bodies`, async (t) => {
        const { schema } = resolved(contract.document, operation.body?.at ?? '#') as { schema: JsonObject }
        const valid = examples.find((example) => example.operation === operation && isObject(example.body))
        const example = { ...(valid?.body as Record<string, unknown>) }
        // Forbidden characters need a string to stand in.
        const text = encodeExample(
          operation,
          Object.values(example).some((value) => typeof value === 'string') ? example : { ...example, text: '' },
        )
        const malformedBodies = isForm(operation.body?.mediaType ?? '') ? malformedForms(text) : malformedJson(text)
        const before = await state()
        for (const { what, raw, also = [] } of [...malformedBodies, ...invalidFields(operation, schema, example)]) {
          const { status, text: answer } = await caller.call(operation.operationId, {
            params: valid?.params ?? {},
            raw,
            headers: authorized(operation),
          })
          t.ok([malformed, ...also].includes(status), `${what}: ${status}`)
          t.notMatch(answer, echo, `${what}: nothing is echoed`)
        }
        t.equal(await state(), before, 'nothing has changed')
      })

      const params = examples.find((example) => example.operation === operation)?.params ?? {}
      const isFormBody = isForm(operation.body?.mediaType ?? '')

      await t.test(`${operation.operationId} judges size and media type`, async (t) => {
        const call = (raw: string, headers: Record<string, string>) =>
          caller.call(operation.operationId, { params, raw, headers: { ...authorized(operation), ...headers } })
        const tooLarge = encodeExample(operation, { CANARY: 'x'.repeat(operation.maxBodyBytes + 1) })
        const { status, body } = await call(tooLarge, {})
        t.equal(status, 413)
        t.strictSame(body, exampleOf(contract, 413))
        const others = ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense']
        for (const type of [...others, isFormBody ? 'application/json' : 'application/x-www-form-urlencoded']) {
          const reply = await call('{"CANARY": 1', { 'content-type': type })
          t.equal(reply.status, 415, type)
          t.strictSame(reply.body, exampleOf(contract, 415), type)
        }
      })

      await t.test(`${operation.operationId} reads its media type under each of its names`, async (t) => {
        const reply = async (type: string | undefined, body: string) => {
          const { status, text } = await send(baseUrl, {
            method: operation.method,
            path: fill(operation, params),
            headers: {
              ...authorized(operation),
              ...(type !== undefined && { 'content-type': type }),
              accept: 'text/html',
            },
            body,
          })
          return [status, text]
        }
        const declared = operation.body?.mediaType ?? ''
        const body = encodeExample(operation, { unknown: '1' })
        const expected = await reply(declared, body)
        const names = [`${declared}; charset=utf-8`, declared.toUpperCase(), undefined]
        for (const type of isFormBody ? names : [...names, 'application/vnd.example+json']) {
          t.strictSame(await reply(type, `\uFEFF${body}`), expected, type ?? 'no Content-Type')
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
          // There it is a token link.
          if (method === 'GET' && path.endsWith('/revoke-all')) continue
          const reply = await send(baseUrl, { method, path: filled })
          t.equal(reply.status, 405, `${method} ${path}`)
          t.equal(reply.headers.allow, allowed.join(', '))
          t.ok(reply.headers['x-request-id'])
          if (method !== 'HEAD')
            t.strictSame(JSON.parse(reply.text), exampleOf(contract, 405), 'the example of the contract')
        }
      }
    })
  }
})

test('an unknown expectation is ignored', async (t) => {
  const { baseUrl } = await startServer(t)
  const headers = { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G', expect: 'CANARY' }
  const { status, text } = await send(baseUrl, { method: 'GET', path: '/v1/api/auth', headers })
  t.match({ status, text }, { status: 200, text: /"GATEWAY_ACCOUNT_1"/ })
})

test('what no contract declares is answered as problem+json', async (t) => {
  const { baseUrl } = await startServer(t)
  const check = async (request: RawRequest, expected: number): Promise<void> => {
    const reply = await send(baseUrl, request)
    t.equal(reply.status, expected, `${request.method} ${request.path}`)
    t.equal(reply.headers['content-type'], 'application/problem+json')
    t.match(JSON.parse(reply.text), { type: 'about:blank', status: expected })
    t.ok(reply.headers['x-request-id'])
    t.equal(reply.headers['cache-control'], 'no-store')
    t.notMatch(reply.text, echo)
  }
  for (const path of ['/CANARY', '/v1', '/V1/api/auth', '/v1/api/auth/', '//v1/api/auth', '/v1/frontend/auth/']) {
    await check({ method: 'GET', path }, 404)
    await check({ method: 'POST', path, body: '{"CANARY":' }, 404)
  }
  for (const path of ['/CANARY%', '/%zz', '/v1/frontend/%ff/auth', '/v1/%ff/auth/%ed%a0%80'])
    await check({ method: 'GET', path }, 400)
  await check({ method: 'GET', path: '/v1/api/auth', headers: { 'x-filler': 'CANARY'.repeat(4000) } }, 431)
})

function fill(operation: OperationEntry, params: Readonly<Record<string, string>>): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x'))
}

/** The body of a protocol failure, which is the one example of its reply. */
function exampleOf(contract: Contract, status: number): unknown {
  const { content } = contract.protocolReplies[status] ?? {}
  const { examples } = resolved(contract.document, content?.at ?? '#') as { examples: Record<string, JsonObject> }
  return Object.values(examples)[0]?.value
}
