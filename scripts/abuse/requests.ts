import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type { Contract, JsonObject, OperationEntry } from '../../src/contract/contract.js'
import { resolved } from '../../src/contract/document.js'
import { isForm } from '../../src/contract/media-type.js'
import { canary, encode, examplePartsOf, forwarded, type Parts } from './encode.js'

/** A request that must change nothing. */
export interface HostileRequest {
  readonly group: 'parameters' | 'bodies' | 'generated bodies' | 'credentials' | 'headers' | 'HTTP shapes'
  readonly what: string
  readonly operation: OperationEntry
  readonly bytes: Buffer
  /** Whether the server may close the connection without an answer, or wait for the rest of the request. */
  readonly isBroken?: true
}

const hostileTexts = [
  '%00',
  `${canary}%00`,
  '%ff',
  '%c0%af',
  '%ed%a0%80',
  '%F0%9F%98%80',
  `%0d%0aX-Injected:%20${canary}`,
  `'%20or%201=1;--${canary}`,
  `..%2f..%2fetc%2fpasswd${canary}`,
  `%7B%7B7*7%7D%7D${canary}`,
  canary.repeat(1000),
  `${canary}%`,
  '-1',
  '1e400',
  '99999999999999999999999999',
  '__proto__',
  '%E2%80%AE',
]

/** The hostile requests of one operation. @param seed of what is generated */
export function hostileRequests(
  contract: Contract,
  operation: OperationEntry,
  generated: number,
  seed: number,
): HostileRequest[] {
  const parts = examplePartsOf(contract, operation)
  const isReading = operation.method === 'GET'
  return [
    ...hostileParameters(operation, parts),
    ...(operation.body ? hostileBodies(operation, parts) : []),
    ...(operation.body ? generatedBodies(contract, operation, parts, generated, seed) : []),
    ...(operation.security.length === 0 ? [] : hostileCredentials(operation, parts)),
    ...(isReading || operation.body
      ? hostileHeaders(operation, isReading ? parts : { ...parts, body: `{"${canary}":` })
      : []),
    ...hostileShapes(operation, isReading || operation.body ? parts : { ...parts, path: pathToNowhere(operation) }),
  ]
}

/** For a change that takes no body: where its shape is harmless after all, it finds nothing to change. */
function pathToNowhere({ path }: OperationEntry): string {
  return path.replaceAll(/\{\w+\}/g, 'x')
}

function hostileParameters(operation: OperationEntry, parts: Parts): HostileRequest[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([placeholder]) => placeholder)
  const paths = inPath.flatMap((placeholder) =>
    hostileTexts.map((text) => ({
      what: `path ${placeholder} ${text.slice(0, 20)}`,
      path: operation.path.replace(placeholder, text).replaceAll(/\{\w+\}/g, 'x'),
    })),
  )
  const queries = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name }) =>
      hostileTexts.map((text) => ({
        what: `query ${name} ${text.slice(0, 20)}`,
        path: `${parts.path}?${name}=${text}`,
      })),
    )
  // An unknown parameter is no fault of a valid request, so only readers get one.
  const unknown =
    operation.method === 'GET' ? [{ what: 'query unknown', path: `${parts.path}?${canary}=%00&__proto__=1` }] : []
  const body = operation.body ? `{"${canary}":` : undefined
  return [...paths, ...queries, ...unknown].map(({ what, path }) => ({
    group: 'parameters',
    what,
    operation,
    bytes: encode(operation, { ...parts, path, body }),
  }))
}

function hostileBodies(operation: OperationEntry, parts: Parts & { readonly example: object }): HostileRequest[] {
  const valid = JSON.stringify(parts.example)
  const withKey = (text: string): string => valid.replace(/\}$/, `${valid === '{}' ? '' : ','}${text}}`)
  const bodies: [string, string | Buffer][] = isForm(operation.body?.mediaType ?? '')
    ? [
        ['broken escape', `a=%zz&${canary}=1`],
        ['NUL', `${String(parts.body)}&${canary}=%00`],
        ['escaped surrogate', `${String(parts.body)}&${canary}=%ed%a0%80`],
        ['__proto__', `${String(parts.body)}&__proto__=${canary}`],
        ['ten thousand fields', `a=${canary}&`.repeat(1_000)],
      ]
    : [
        ['cut off', `{"${canary}":`],
        ['no JSON', canary],
        ['two values', `${valid} ${canary}`],
        ['single quotes', `{'${canary}': 1}`],
        ['a comment', `/* ${canary} */ ${valid}`],
        ['NaN', withKey(`"${canary}":NaN`)],
        ['UTF-16', Buffer.from(valid, 'utf16le')],
        ['invalid UTF-8', Buffer.concat([Buffer.from(`{"${canary}":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
        [
          'overlong UTF-8',
          Buffer.concat([Buffer.from(`{"${canary}":"`), Buffer.from([0xc0, 0x80]), Buffer.from('"}')]),
        ],
        ['NUL', withKey(`"${canary}":"\\u0000"`)],
        ['lone surrogate', withKey(`"${canary}":"\\ud800"`)],
        ['__proto__', withKey(`"__proto__":{"${canary}":1}`)],
        ['escaped __proto__', withKey(`"__pr\\u006fto__":{"${canary}":1}`)],
        ['constructor.prototype', withKey(`"constructor":{"prototype":{"${canary}":1}}`)],
        ['deep arrays', '['.repeat(7_000) + ']'.repeat(7_000)],
        ['deep objects', '{"a":'.repeat(2_000)],
        ['an array', `[${valid}]`],
        ['null', 'null'],
        ['a number', '1e400'],
        ['a text', `"${canary}"`],
        ['larger than allowed', JSON.stringify({ [canary]: 'x'.repeat(operation.maxBodyBytes) })],
        ...duplicates(parts.example),
      ]
  return bodies.map(([what, body]) => ({
    group: 'bodies',
    what,
    operation,
    bytes: encode(operation, { ...parts, body }),
  }))
}

/** A second value for a key, of a type that nothing accepts: the last one counts. */
function duplicates(example: object): [string, string][] {
  const [name] = Object.keys(example)
  if (name === undefined) return []
  const text = JSON.stringify(example)
  return [['duplicate key', `${text.slice(0, -1)},${JSON.stringify(name)}:{"${canary}":1}}`]]
}

/** Bodies that break the schema somewhere: each field keeps its example or becomes any JSON value. */
function generatedBodies(
  contract: Contract,
  operation: OperationEntry,
  parts: Parts & { readonly example: Readonly<Record<string, unknown>> },
  count: number,
  seed: number,
): HostileRequest[] {
  if (isForm(operation.body?.mediaType ?? '')) return []
  const { schema } = resolved(contract.document, operation.body?.at ?? '#') as { schema: JsonObject }
  const isValid = validatorOf(schema)
  const names = Object.keys((schema.properties ?? {}) as JsonObject)
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constant(canary.repeat(200)),
  )
  const body = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.oneof(fc.constant(parts.example[name]), value)])),
  )
  return fc
    .sample(
      body.filter((candidate) => !isValid(structuredClone(candidate))),
      { numRuns: count, seed },
    )
    .map((candidate, index) => ({
      group: 'generated bodies',
      what: `number ${index} of seed ${seed}`,
      operation,
      bytes: encode(operation, { ...parts, body: JSON.stringify(candidate) }),
    }))
}

function validatorOf(schema: JsonObject): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, useDefaults: true, validateSchema: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function hostileCredentials(operation: OperationEntry, parts: Parts): HostileRequest[] {
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const claims = Buffer.from('{"sub":"\\u0000","iat":1,"exp":99999999999}').toString('base64url')
  const values: [string, string][] = [
    ['empty', ''],
    ['scheme alone', 'Bearer'],
    ['blank token', 'Bearer  '],
    ['Basic', `Basic ${Buffer.from(`${canary}:${canary}`).toString('base64')}`],
    ['a long token', `Bearer ${canary.repeat(1_000)}`],
    ['latin-1', `Bearer ${canary}\u00ff\u00fe`],
    ['a tab', `Bearer\t${canary}`],
    ['two tokens', `Bearer ${canary} ${canary}`],
    ['a comma', `Bearer ${canary}, Bearer ${canary}`],
    ['alg none', `Bearer ${none}.${claims}.`],
    ['three empty parts', 'Bearer ..'],
    ['a header that is no JSON', `Bearer ${Buffer.from(canary).toString('base64url')}.e30.AAAA`],
    [
      'a kid with SQL',
      `Bearer ${Buffer.from(`{"alg":"HS256","kid":"' or 1=1--${canary}"}`).toString('base64url')}.${claims}.AAAA`,
    ],
    [
      'a kid that is an object',
      `Bearer ${Buffer.from('{"alg":"HS256","kid":{}}').toString('base64url')}.${claims}.AAAA`,
    ],
    ['the prefix of ours', `Bearer twg_${'A'.repeat(38)}`],
    ['the key of an operator, mistyped', `Bearer two_${'A'.repeat(38)}`],
  ]
  return values.map(([what, Authorization]) => ({
    group: 'credentials',
    what,
    operation,
    bytes: encode(operation, { ...parts, headers: { ...parts.headers, Authorization } }),
  }))
}

/** @param parts whose request changes nothing by itself */
function hostileHeaders(operation: OperationEntry, parts: Parts): HostileRequest[] {
  const extras: [string, readonly string[]][] = [
    ['a strange Content-Type', [`X-Content-Type: ${canary}`]],
    ['Content-Encoding', ['Content-Encoding: gzip']],
    ['Expect', ['Expect: 100-continue']],
    ['an unknown Expect', [`Expect: ${canary}`]],
    ['a method override', ['X-HTTP-Method-Override: DELETE', 'X-Method: DELETE']],
    ['a forwarded host', [`X-Forwarded-Host: ${canary}.example`, `Forwarded: for=${canary};host=${canary}`]],
    ['a long X-Request-Id', [`X-Request-Id: ${canary.repeat(100)}`]],
    ['an X-Request-Id with an escape', ['X-Request-Id: \u001b[31mred']],
    ['a broken traceparent', [`Traceparent: 00-${canary}`]],
    ['a cookie', [`Cookie: a=${canary.repeat(500)}`]],
    ['many headers', Array.from({ length: 500 }, (_, index) => `X-${index}: ${canary}`)],
    ['Accept', [`Accept: ${canary}/*;q=1e400`]],
    ['Range', ['Range: bytes=0-18446744073709551615']],
    ['Upgrade', ['Connection: Upgrade', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA']],
  ]
  return extras.map(([what, extra]) => ({
    group: 'headers',
    what,
    operation,
    bytes: encode(operation, parts, extra),
  }))
}

/** Requests that are no HTTP, or pretend to be two. None of them carries a body that the operation accepts. */
function hostileShapes(operation: OperationEntry, { path, headers }: Parts): HostileRequest[] {
  const { method } = operation
  // A change with valid credentials would be carried out where the shape is harmless after all.
  const authorization =
    method !== 'GET' || headers.Authorization === undefined ? [] : [`Authorization: ${headers.Authorization}`]
  const head = (line: string, ...more: string[]): string =>
    [line, 'Host: localhost', ...forwarded(), ...authorization, ...more, '', ''].join('\r\n')
  const line = `${method} ${path} HTTP/1.1`
  const broken = `{"${canary}":`
  const shapes: [string, string][] = [
    ['HTTP/0.9', `${method} ${path}\r\n`],
    ['HTTP/2.0', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`],
    ['HTTP/9.9', head(`${method} ${path} HTTP/9.9`)],
    ['absolute form', head(`${method} http://${canary}.example${path} HTTP/1.1`)],
    ['a method in small letters', head(`${method.toLowerCase()} ${path} HTTP/1.1`)],
    ['an unknown method', head(`${canary} ${path} HTTP/1.1`)],
    ['a path without a slash', head(`${method} ${canary} HTTP/1.1`)],
    ['a path of 20 KB', head(`GET /${canary.repeat(3_400)} HTTP/1.1`)],
    ['dot segments', head(`GET /docs/..${path}/../${canary} HTTP/1.1`)],
    ['a bare line feed', `${line}\nHost: localhost\n\n`],
    ['no Host', `${line}\r\n\r\n`],
    ['two Hosts', head(line, `Host: ${canary}`)],
    ['a folded header', head(line, `X-A: ${canary}\r\n ${canary}`)],
    ['a blank before the colon', head(line, `X-A : ${canary}`)],
    ['a NUL in a header', head(line, `X-A: ${canary}\0`)],
    ['two lengths', `${head(line, 'Content-Length: 3', 'Content-Length: 12')}${broken}`],
    ['a negative length', head(line, 'Content-Length: -1')],
    ['a length that is no number', head(line, `Content-Length: ${canary}`)],
    [
      'length and chunks',
      `${head(line, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\nGET /${canary} HTTP/1.1\r\n\r\n`,
    ],
    ['chunked, misspelt', `${head(line, 'Transfer-Encoding: xchunked')}0\r\n\r\n`],
    [
      'chunks that lie',
      `${head(line, 'Content-Type: application/json', 'Transfer-Encoding: chunked')}fffffffff\r\n${broken}\r\n0\r\n\r\n`,
    ],
    [
      'a chunk that is no number',
      `${head(line, 'Content-Type: application/json', 'Transfer-Encoding: chunked')}${canary}\r\n\r\n`,
    ],
  ]
  return shapes.map(([what, text]) => ({
    group: 'HTTP shapes',
    what,
    operation,
    bytes: Buffer.from(text, 'latin1'),
    isBroken: true,
  }))
}
