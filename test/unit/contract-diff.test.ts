import { test } from 'tap'
import { compareContracts } from '../../scripts/contract-diff/compare-contracts.js'
import { readContract } from '../../src/contract/read-contract.js'

// biome-ignore lint/suspicious/noExplicitAny: a test changes documents as it likes
type Document = any

const failure = (status: number): Document => ({
  'x-protocol-status': status,
  description: 'A failure.',
  headers: {},
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
})

function base(): Document {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    'x-body-limit': 1000,
    paths: {
      '/things/{id}': {
        get: {
          operationId: 'getThing',
          security: [{ key: [] }, { other: [] }],
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } },
            { name: 'size', in: 'query', schema: { type: 'string', enum: ['small', 'large'] } },
          ],
          responses: {
            200: {
              description: 'The thing.',
              headers: {
                ETag: { required: true, schema: { type: 'string' } },
                'Cache-Control': { schema: { type: 'string', const: 'no-store' } },
              },
              content: {
                'application/json': {
                  schema: {
                    oneOf: [{ $ref: '#/components/schemas/Thing' }, { $ref: '#/components/schemas/Failure' }],
                  },
                },
              },
            },
            400: { $ref: '#/components/responses/Malformed' },
          },
        },
        post: {
          operationId: 'changeThing',
          security: [],
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Change' } } },
          },
          responses: {
            200: {
              description: 'The thing.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
            400: { $ref: '#/components/responses/Malformed' },
          },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' }, other: { type: 'http', scheme: 'basic' } },
      responses: { Malformed: failure(400) },
      schemas: {
        Failure: {
          type: 'object',
          additionalProperties: false,
          required: ['error'],
          properties: { error: { type: 'string' } },
        },
        Thing: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'count'],
          properties: {
            name: { type: 'string', maxLength: 10 },
            count: { type: 'integer', minimum: 0 },
            kind: { type: 'string', enum: ['a', 'b'] },
            tags: { type: 'array', maxItems: 5, items: { type: 'string', format: 'uuid' } },
          },
        },
        Change: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', minLength: 1, maxLength: 10 },
            note: { type: ['string', 'null'], default: 'none' },
            kind: { type: 'string', enum: ['a', 'b'] },
          },
        },
      },
    },
  }
}

const get = (document: Document): Document => document.paths['/things/{id}'].get
const post = (document: Document): Document => document.paths['/things/{id}'].post
const schemas = (document: Document): Document => document.components.schemas

function changesBy(change: (document: Document) => void): string[] {
  const document = base()
  change(document)
  return compareContracts(readContract('things', base()), readContract('things', document)).map(
    ({ operation, change: what }) => `${operation}: ${what}`,
  )
}

const breaking: readonly [what: string, change: (document: Document) => void, found: RegExp][] = [
  ['an operation is removed', (d) => delete d.paths['/things/{id}'].post, /POST \/things\/\{\}: the operation is gone/],
  [
    'a path is renamed',
    (d) => {
      d.paths['/thing/{id}'] = d.paths['/things/{id}']
      delete d.paths['/things/{id}']
    },
    /the operation is gone/,
  ],
  ['an operationId is renamed', (d) => (get(d).operationId = 'readThing'), /the operationId was getThing/],
  ['an operation becomes internal', (d) => (get(d)['x-internal'] = true), /internal listener/],
  ['a credential is demanded', (d) => (post(d).security = [{ key: [] }]), /demands a credential/],
  ['a scheme is removed', (d) => get(d).security.pop(), /no longer takes other/],
  ['a role is demanded', (d) => (get(d).security[0].key = ['admin']), /fewer roles of key/],
  ['the limit of bodies is lowered', (d) => (d['x-body-limit'] = 500), /500 bytes at most/],
  ['a parameter is removed', (d) => get(d).parameters.pop(), /the parameter size is gone/],
  ['a parameter becomes required', (d) => (get(d).parameters[1].required = true), /the parameter size is required/],
  [
    'a new parameter is required',
    (d) => post(d).parameters.push({ name: 'x', in: 'query', required: true, schema: { type: 'string' } }),
    /the parameter x is required/,
  ],
  [
    'a parameter is shortened',
    (d) => (get(d).parameters[0].schema.maxLength = 10),
    /the parameter id: maxLength differs/,
  ],
  [
    'a parameter loses a value',
    (d) => get(d).parameters[1].schema.enum.pop(),
    /the parameter size has the value "large"/,
  ],
  [
    'a field of a request is required',
    (d) => schemas(d).Change.required.push('kind'),
    /the body\.kind is required now/,
  ],
  ['a field of a request is removed', (d) => delete schemas(d).Change.properties.note, /the body\.note is gone/],
  ['a request is closed', (d) => (schemas(d).Change.additionalProperties = false), /refuses fields/],
  [
    'a field of a request loses a type',
    (d) => (schemas(d).Change.properties.note.type = 'string'),
    /the body\.note has the type null/,
  ],
  [
    'a field of a request loses a value',
    (d) => schemas(d).Change.properties.kind.enum.pop(),
    /the body\.kind has the value "b"/,
  ],
  [
    'a field of a request is lengthened at least',
    (d) => (schemas(d).Change.properties.name.minLength = 2),
    /the body\.name: minLength/,
  ],
  [
    'a field of a request gets a pattern',
    (d) => (schemas(d).Change.properties.name.pattern = '^a'),
    /the body\.name: pattern/,
  ],
  [
    'a default changes',
    (d) => (schemas(d).Change.properties.note.default = 'some'),
    /the body\.note has another default/,
  ],
  ['a body becomes required', (d) => (post(d).requestBody.required = true), /a body is required/],
  [
    'a request has another media type',
    (d) =>
      (post(d).requestBody.content = {
        'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/Change' } },
      }),
    /the body is application\/x-www-form-urlencoded/,
  ],
  ['a status is removed', (d) => delete get(d).responses[400], /the status 400 is gone/],
  ['a status is added', (d) => (get(d).responses[404] = { description: 'None.' }), /may answer the status 404/],
  [
    'a reply has another media type',
    (d) => (post(d).responses[200].content = { 'text/plain': { schema: { type: 'string' } } }),
    /200: the body is text\/plain/,
  ],
  ['a field of a reply is removed', (d) => delete schemas(d).Thing.properties.kind, /200: the body\.kind is gone/],
  ['a field of a reply may be absent', (d) => schemas(d).Thing.required.pop(), /200: the body\.count may be absent/],
  [
    'a field of a reply gets a type',
    (d) => (schemas(d).Thing.properties.count.type = ['integer', 'null']),
    /200: the body\.count has the type null/,
  ],
  [
    'a field of a reply gets a value',
    (d) => schemas(d).Thing.properties.kind.enum.push('c'),
    /200: the body\.kind has the value "c"/,
  ],
  [
    'a field of a reply gets longer',
    (d) => (schemas(d).Thing.properties.name.maxLength = 20),
    /200: the body\.name: maxLength/,
  ],
  [
    'a field of a reply loses its bound',
    (d) => delete schemas(d).Thing.properties.count.minimum,
    /200: the body\.count: minimum/,
  ],
  [
    'items of a reply lose their format',
    (d) => delete schemas(d).Thing.properties.tags.items.format,
    /200: the body\.tags\[\]: format/,
  ],
  ['a reply is opened', (d) => delete schemas(d).Thing.additionalProperties, /200: the body may have any field/],
  [
    'a reply has another form',
    (d) => get(d).responses[200].content['application/json'].schema.oneOf.push({ type: 'string' }),
    /200: the body has a form more/,
  ],
  ['a header is removed', (d) => delete get(d).responses[200].headers.ETag, /200: the header ETag is gone/],
  [
    'a header may be absent',
    (d) => (get(d).responses[200].headers.ETag.required = false),
    /200: the header ETag may be absent/,
  ],
  [
    'a header has another value',
    (d) => (get(d).responses[200].headers['Cache-Control'].schema.const = 'private'),
    /Cache-Control has another value/,
  ],
]

const compatible: readonly [what: string, change: (document: Document) => void][] = [
  ['nothing', () => {}],
  ['another description', (d) => (d.info.description = 'New.')],
  [
    'an operation is added',
    (d) =>
      (d.paths['/other'] = { get: { operationId: 'other', security: [], responses: { 200: { description: 'x' } } } }),
  ],
  [
    'a path parameter is renamed',
    (d) => {
      const item = d.paths['/things/{id}']
      for (const one of [item.get, item.post]) one.parameters[0].name = 'key'
      d.paths = { '/things/{key}': item }
    },
  ],
  [
    'an optional parameter is added',
    (d) => get(d).parameters.push({ name: 'x', in: 'query', schema: { type: 'string' } }),
  ],
  ['an optional field of a request is added', (d) => (schemas(d).Change.properties.more = { type: 'string' })],
  [
    'a request accepts more',
    (d) => {
      const { name, kind } = schemas(d).Change.properties
      name.maxLength = 99
      name.minLength = 0
      kind.enum.push('c')
      schemas(d).Change.required = []
    },
  ],
  ['a field of a reply is added', (d) => (schemas(d).Thing.properties.more = { type: 'string' })],
  [
    'a reply promises more',
    (d) => {
      const { name, count } = schemas(d).Thing.properties
      name.maxLength = 5
      count.minimum = 1
      schemas(d).Thing.required.push('kind')
    },
  ],
  ['a reply loses a form', (d) => get(d).responses[200].content['application/json'].schema.oneOf.pop()],
  ['a credential becomes optional', (d) => get(d).security.push({})],
  [
    'a scheme is added',
    (d) => {
      d.components.securitySchemes.third = { type: 'http', scheme: 'bearer' }
      get(d).security.push({ third: [] })
    },
  ],
  ['a header is added', (d) => (get(d).responses[200].headers.More = { schema: { type: 'string' } })],
]

for (const [what, change, found] of breaking) {
  test(`can break a client: ${what}`, (t) => {
    const changes = changesBy(change)
    t.ok(
      changes.some((one) => found.test(one)),
      changes.join('\n') || 'nothing was found',
    )
    t.end()
  })
}

for (const [what, change] of compatible) {
  test(`breaks nobody: ${what}`, (t) => {
    t.strictSame(changesBy(change), [])
    t.end()
  })
}
