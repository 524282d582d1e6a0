import { test } from 'tap'
import { checkContracts } from '../../scripts/generate/checks/check-contracts.js'
import { ContractSource } from '../../scripts/generate/contract-source.js'
import { edited, type Node, type Parts, smallContract } from '../support/small-contract.js'

/** What a contract has that the server would get wrong, and what `npm run generate` says about it. */
type Refused = readonly [what: string, edit: (parts: Parts) => void, message: RegExp]

const json = (schema: Node): Node => ({ content: { 'application/json': { schema } } })
const inBody = (schema: Node) => (parts: Parts) => (parts.delete.requestBody = json(schema))
const object = (properties: Node): Node => ({ type: 'object', properties })
const inQuery = (parameter: Node) => (parts: Parts) =>
  (parts.get.parameters = [{ name: 'q', in: 'query', schema: { type: 'string' }, ...parameter }])
const atPath = (path: string) => (parts: Parts) => {
  const { paths } = parts.document
  paths[path] = paths['/things/{thing_id}']
  delete paths['/things/{thing_id}']
}
const withScheme = (scheme: Node) => (parts: Parts) => (parts.document.components.securitySchemes.operator_key = scheme)
const withBody =
  (mediaType: string, content: Node = { schema: { type: 'string' } }) =>
  (parts: Parts) =>
    (parts.delete.requestBody = { content: { [mediaType]: content } })
const withReply = (mediaType: string, schema: Node) => (parts: Parts) =>
  (parts.get.responses['200'].content = { [mediaType]: { schema } })
const withHeader =
  (header: Node, name = 'X-Thing') =>
  (parts: Parts) =>
    (parts.get.responses['200'].headers[name] = header)
const form = 'application/x-www-form-urlencoded'

const refused: readonly Refused[] = [
  ['OpenAPI 3.0', (c) => (c.document.openapi = '3.0.3'), /a contract is OpenAPI 3\.1/],
  ['no body limit', (c) => delete c.document['x-body-limit'], /no x-body-limit/],
  ['webhooks', (c) => (c.document.webhooks = {}), /webhooks are not sent/],
  ['security of the contract', (c) => (c.document.security = []), /security of the whole contract is not read/],
  [
    'another dialect',
    (c) => (c.document.jsonSchemaDialect = 'https://json-schema.org/draft-07'),
    /JSON Schema 2020-12/,
  ],
  [
    'a server below a path',
    (c) => (c.document.servers = [{ url: 'https://a.example/v1' }]),
    /the path \/v1 of a server/,
  ],
  ['server variables', (c) => (c.document.servers = [{ url: '/', variables: {} }]), /server variables are not read/],
  ['shared callbacks', (c) => (c.document.components.callbacks = {}), /callbacks are not made/],
  ['shared path items', (c) => (c.document.components.pathItems = {}), /shared path items are not read/],
  ['no reply 503', (c) => delete c.failures.ServiceUnavailable['x-protocol-status'], /marked x-protocol-status: 503/],
  ['no reply 400', (c) => delete c.failures.Malformed['x-protocol-status'], /marked x-protocol-status: 400/],
  [
    'a protocol failure without an example',
    (c) => delete c.failures.InternalFailure.content['application/json'].examples,
    /has no example, which is the body/,
  ],

  ['a $ref to nothing', inBody({ $ref: '#/components/schemas/Nothing' }), /Nothing leads to nothing/],
  ['a $ref to another file', inBody({ $ref: 'b.yaml#/Thing' }), /leads out of the file/],
  ['a $ref to itself', (c) => (c.thing.name = { $ref: '#/components/schemas/Thing' }), /contains itself/],
  [
    'a $ref to another kind',
    (c) => (c.get.responses['200'] = { $ref: '#/components/schemas/Thing' }),
    /no OpenAPI here/,
  ],
  ['a misspelt key', (c) => (c.delete.requestbody = {}), /no OpenAPI here.*requestbody/],

  ['HEAD', (c) => (c.document.paths['/things/{thing_id}'].head = {}), /HEAD is not served: use get, post/],
  ['OPTIONS', (c) => (c.document.paths['/things/{thing_id}'].options = {}), /OPTIONS is not served/],
  ['servers of a path', (c) => (c.document.paths['/things/{thing_id}'].servers = []), /servers of a path are not read/],
  [
    'a path item elsewhere',
    (c) => (c.document.paths['/b'] = { $ref: '#/paths/~1things~1%7Bthing_id%7D' }),
    /behind a \$ref/,
  ],
  ['a path without /', atPath('things/{thing_id}'), /begins with \//],
  ['a parameter in a part of a segment', atPath('/things/{thing_id}.json'), /segment \{thing_id\}\.json .* not routed/],
  ['a colon in a path', atPath('/things/{thing_id}/a:b'), /segment a:b/],
  ['a parameter with a dash', atPath('/things/{thing-id}'), /segment \{thing-id\}/],
  ['a parameter that is not declared', atPath('/things/{other}'), /parameter other of the path is not declared/],
  ['a parameter that the path lacks', atPath('/things/{other}'), /the path has no parameter thing_id/],
  [
    'two paths that differ by names',
    (c) => (c.document.paths['/things/{id}'] = { get: { ...c.get, operationId: 'another' } }),
    /differs from \/things\/\{thing_id\} by the names/,
  ],
  ['no operationId', (c) => delete c.get.operationId, /has an operationId in camelCase/],
  ['an operationId that is no name', (c) => (c.get.operationId = 'get thing'), /has an operationId in camelCase/],
  ['callbacks', (c) => (c.get.callbacks = {}), /callbacks are not made/],
  ['servers of an operation', (c) => (c.get.servers = []), /servers of an operation are not read/],

  ['a cookie parameter', inQuery({ in: 'cookie' }), /cookie parameters are not read/],
  ['the header Authorization', inQuery({ in: 'header', name: 'Authorization' }), /Authorization is no parameter/],
  ['a parameter with content', inQuery({ schema: undefined, ...json({}) }), /a parameter with content is not read/],
  ['another style', inQuery({ style: 'deepObject' }), /style deepObject is not read/],
  ['a list in a parameter', inQuery({ schema: { type: 'array', items: {} } }), /a list or an object in a parameter/],
  ['an object in a branch', inQuery({ schema: { anyOf: [{ type: 'object' }] } }), /a list or an object in a parameter/],
  ['allowReserved', inQuery({ allowReserved: true }), /allowReserved is not read/],
  ['allowEmptyValue', inQuery({ allowEmptyValue: true }), /allowEmptyValue is not read/],
  [
    'a default of another type',
    inQuery({ schema: { type: 'integer', default: 'many' } }),
    /default "many" is no value/,
  ],

  ['a body of a GET', (c) => (c.get.requestBody = json(object({}))), /a GET has no body/],
  [
    'two media types',
    (c) => (c.delete.requestBody = { content: { 'text/plain': {}, ...json(object({})).content } }),
    /a request body has one media type/,
  ],
  [
    'a multipart form',
    withBody('multipart/form-data', { schema: object({}) }),
    /multipart\/form-data is not read: use JSON/,
  ],
  ['bytes', withBody('application/octet-stream'), /application\/octet-stream is not read/],
  ['XML', withBody('application/xml'), /application\/xml is not read/],
  [
    'a text that is an object',
    withBody('text/plain', { schema: object({}) }),
    /text\/plain has a schema of the type string/,
  ],
  ['a body without a schema', withBody('application/json', {}), /a request body has a schema/],
  ['a form without fields', withBody(form, { schema: { type: 'object' } }), /a form has a schema of the type object/],
  ['a list in a form', withBody(form, { schema: object({ a: { type: 'array' } }) }), /field a of a form is a list/],
  ['the encoding of a form', withBody(form, { schema: object({ a: {} }), encoding: {} }), /encoding is not read/],
  ['a default of a whole body', inBody({ ...object({}), default: {} }), /default of a whole body is never applied/],
  [
    'a default of another type in a body',
    inBody(object({ a: { type: 'integer', default: '1' } })),
    /default "1" is no value/,
  ],
  [
    'a default in a branch',
    inBody({ oneOf: [object({ a: { type: 'integer', default: 1 } })] }),
    /cannot be compiled: .*default is ignored/,
  ],
  [
    'credentials in a form that has no such fields',
    (c) => (c.delete['x-form-credentials'] = { client: ['client_id', 'client_secret'] }),
    /no form with the field client_id/,
  ],
  ['credentials in one field', (c) => (c.delete['x-form-credentials'] = { client: ['id'] }), /is \{ SCHEME: /],

  ['a reply for all statuses', (c) => (c.get.responses.default = c.get.responses['200']), /not default/],
  ['a reply for a range', (c) => (c.get.responses['4XX'] = c.get.responses['200']), /not 4XX/],
  ['an informational reply', (c) => (c.get.responses['100'] = c.get.responses['200']), /not 100/],
  [
    'a body of a 304',
    (c) => (c.get.responses['304'] = c.get.responses['200']),
    /a reply of the status 304 has no body/,
  ],
  [
    'two media types of a reply',
    (c) => (c.get.responses['200'].content['text/plain'] = { schema: { type: 'string' } }),
    /does not negotiate/,
  ],
  ['a range of media types', withReply('text/*', { type: 'string' }), /text\/\* is a range/],
  ['a binary reply', withReply('image/png', { type: 'string', format: 'binary' }), /image\/png is text/],
  ['a text reply that is an object', withReply('text/csv', object({})), /text\/csv is text/],
  [
    'successes of two kinds',
    (c) =>
      (c.get.responses['202'] = { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } }),
    /all JSON or all text/,
  ],
  ['a header of HTTP', withHeader({ schema: { type: 'string' } }, 'Content-Length'), /Content-Length is set by HTTP/],
  ['a header with content', withHeader(json({})), /a header with content is not written/],
  ['a header that is a list', withHeader({ schema: { type: 'array' } }), /X-Thing is a list or an object/],

  ['no security', (c) => delete c.get.security, /the operation has no security/],
  ['a scheme that is not declared', (c) => (c.get.security = [{ other: [] }]), /scheme other is not declared/],
  ['two schemes at once', (c) => (c.get.security[0].other = []), /an alternative has one scheme/],
  ['two alternatives that look alike', (c) => c.get.security.push({ operator_key: ['x'] }), /both are presented alike/],
  ['Digest', withScheme({ type: 'http', scheme: 'digest' }), /HTTP scheme digest is not known/],
  ['OAuth', withScheme({ type: 'oauth2', flows: {} }), /type oauth2 are not known/],
  ['OpenID Connect', withScheme({ type: 'openIdConnect', openIdConnectUrl: 'x' }), /type openIdConnect are not known/],
  ['client certificates', withScheme({ type: 'mutualTLS' }), /type mutualTLS are not known/],
  ['a key in the query', withScheme({ type: 'apiKey', in: 'query', name: 'key' }), /API key in the query/],
  ['a key in a cookie', withScheme({ type: 'apiKey', in: 'cookie', name: 'key' }), /API key in the cookie/],

  ...['readOnly', 'writeOnly', 'discriminator', 'nullable', 'example', 'xml', 'contentEncoding', '$anchor', '$id'].map(
    (keyword): Refused => [
      keyword,
      (c) => (c.thing.name[keyword] = 'x'),
      new RegExp(`${keyword.replace('$', '\\$')} is not followed`),
    ],
  ),
  ['a keyword deep in a body', inBody(object({ a: { items: { writeOnly: true } } })), /writeOnly is not followed/],
  ['an unknown keyword', (c) => (c.thing.name.maximumLength = 9), /cannot be compiled: .*maximumLength/],
  ['an unknown format', inBody(object({ a: { type: 'string', format: 'isbn' } })), /cannot be compiled: .*isbn/],
  ['a broken pattern', inBody(object({ a: { type: 'string', pattern: '(' } })), /cannot be compiled/],
  ['a limit that is no number', inBody(object({ a: { type: 'string', maxLength: '9' } })), /cannot be compiled/],
  [
    'a tuple in a reply',
    (c) => (c.thing.name = { type: 'array', prefixItems: [{}], items: false, minItems: 1 }),
    /prefixItems is not followed/,
  ],
]

async function findingsOf(...texts: readonly string[]): Promise<string[]> {
  const sources = texts.map((text, index) => new ContractSource(`openapi/${'xyz'.charAt(index)}.yaml`, text))
  return (await checkContracts(sources)).map(({ file, line, message }) => `${file}:${line}: ${message}`)
}

test('generate accepts the small contract', async (t) => {
  t.strictSame(await findingsOf(smallContract), [])
})

test('generate refuses what the server would get wrong, with file and line', async (t) => {
  for (const [what, edit, message] of refused) {
    const findings = await findingsOf(edited(edit))
    t.match(findings.join('\n'), message, what)
    for (const finding of findings) t.match(finding, /^openapi\/x\.yaml:\d+: \S/, what)
  }
})

test('a finding names the line of what is wrong', async (t) => {
  const line = 1 + smallContract.split('\n').findIndex((text) => text.includes('maxLength: 9, description: Its name'))
  const [finding] = await findingsOf(smallContract.replace('maxLength: 9, description: Its name', 'nullable: true'))
  t.match(finding, new RegExp(`^openapi/x\\.yaml:${line}: nullable`))
})

test('an operationId or a path that two contracts have is told at both, whichever of them is new', async (t) => {
  const other = (path: string, operationId: string): string =>
    edited(({ document, get }) => {
      document.paths = {
        [path]: { get: { ...get, operationId, parameters: [{ name: 'id', in: 'path', required: true, schema: {} }] } },
      }
    })
  t.strictSame(await findingsOf(smallContract, other('/another/{id}', 'another')), [])
  t.match(await findingsOf(smallContract, other('/another/{id}', 'getThing')), [
    /^openapi\/x\.yaml:\d+: the operationId getThing is also at openapi\/y\.yaml:\d+: choose another one$/,
    /^openapi\/y\.yaml:\d+: the operationId getThing is also at openapi\/x\.yaml:\d+: /,
  ])
  t.match(await findingsOf(smallContract, other('/things/{id}', 'another')), [
    /^openapi\/x\.yaml:\d+: the path \/things\/\{\} is also at openapi\/y\.yaml:\d+: /,
    /^openapi\/y\.yaml:\d+: the path /,
  ])
})

test('broken YAML is told with its line', (t) => {
  const broken = ['openapi: 3.1.0\ninfo: {a: 1\n', 'a: 1\na: 2\n', 'a: *nothing\n', 'paths: []\n', 'a text']
  for (const text of broken) {
    t.throws(() => new ContractSource('openapi/x.yaml', text), { message: /^openapi\/x\.yaml:\d+: [^\n]+$/ }, text)
  }
  t.end()
})
