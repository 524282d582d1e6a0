import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { parse } from 'yaml'
import { edited, type Node, type Parts } from '../support/small-contract.js'

/** A rule, what is wrong, the edit, and what the linter says about it. */
type Breach = readonly [rule: string, what: string, edit: (parts: Parts) => void, message: RegExp]

const breaches: readonly Breach[] = [
  ['rule/openapi-3.1', 'a version that is not 3.1', (c) => (c.document.openapi = '3.0.3'), /is OpenAPI 3\.1/],
  ['rule/body-limit', 'no body limit', (c) => delete c.document['x-body-limit'], /has an x-body-limit/],
  ['rule/operation-id', 'no operationId', (c) => delete c.get.operationId, /has an operationId/],
  ['rule/operation-id', 'an operationId in snake_case', (c) => (c.get.operationId = 'get_thing'), /in camelCase/],
  [
    'contracts/parameter-names',
    'a parameter in neither style',
    (c) => (c.get.parameters = [{ name: 'Thing-Id', in: 'query', schema: { type: 'integer' } }]),
    /in snake_case or in camelCase/,
  ],
  ['contracts/security-alternatives', 'no security', (c) => delete c.get.security, /security is a list/],
  ['contracts/security-alternatives', 'two schemes at once', (c) => (c.get.security[0].other = []), /one scheme each/],
  ...[{ type: 'apiKey', in: 'query', name: 'key' }, { type: 'http', scheme: 'digest' }, { type: 'mutualTLS' }].map(
    (scheme): Breach => [
      'contracts/security-alternatives',
      `the scheme ${JSON.stringify(scheme)}`,
      (c) => (c.document.components.securitySchemes.operator_key = scheme),
      /HTTP bearer, HTTP basic or an API key/,
    ],
  ),
  ['rule/reply-status', 'a default reply', (c) => (c.get.responses.default = c.get.responses['200']), /three digits/],
  ['rule/one-media-type', 'a second media type', (c) => (contentOf(c.get, 200)['text/csv'] = {}), /one media type/],
  [
    'rule/reply-headers',
    'a reply without headers',
    (c) => delete c.get.responses['200'].headers,
    /declares its headers/,
  ],
  ['rule/request-id', 'no request id', (c) => (c.get.responses['200'].headers = {}), /the headers X-Request-Id/],
  [
    'rule/request-id',
    'a reply that caches may keep',
    (c) => delete c.get.responses['200'].headers['Cache-Control'],
    /and Cache-Control/,
  ],
  ['contracts/bounded-strings', 'a string without a bound', (c) => delete c.thing.name.maxLength, /has a maxLength/],
  [
    'contracts/described-properties',
    'a property without a description',
    (c) => delete c.thing.name.description,
    /has a description/,
  ],
  [
    'contracts/described-properties',
    'a property without examples',
    (c) => delete c.thing.name.examples,
    /has examples/,
  ],
  ['contracts/described-properties', 'a property that is false', (c) => (c.thing.name = false), /is no boolean/],
  [
    'contracts/closed-replies',
    'an open object in a reply',
    (c) => delete c.document.components.schemas.Thing.additionalProperties,
    /is closed/,
  ],
  [
    'contracts/named-schemas',
    'a reply with a schema of its own',
    (c) => (contentOf(c.get, 200)['application/json'].schema = { type: 'integer' }),
    /a \$ref to a named schema/,
  ],
  [
    'contracts/named-schemas',
    'a oneOf inside another schema',
    (c) => (c.thing.name.oneOf = [{ const: 'thing' }]),
    /oneOf is a named schema of its own/,
  ],
  ['contracts/no-null-in-enum', 'null in an enum', (c) => (c.thing.name.enum = ['thing', null]), /not inside an enum/],
  ...['nullable', 'discriminator', 'example'].map(
    (keyword): Breach => [
      'rule/schema-subset',
      keyword,
      (c) => (c.thing.name[keyword] = true),
      /not part of the subset/,
    ],
  ),
  [
    'rule/no-schema-named-error',
    'a schema named Error',
    (c) => (c.document.components.schemas.Error = { type: 'integer' }),
    /named Error/,
  ],
  [
    'contracts/protocol-replies',
    'a protocol failure under another status',
    (c) => (c.failures.InternalFailure['x-protocol-status'] = 501),
    /This protocol failure has the status 501/,
  ],
  [
    'contracts/protocol-replies',
    'a protocol failure that is not marked',
    (c) => delete c.failures.ServiceUnavailable['x-protocol-status'],
    /No reply is marked x-protocol-status: 503/,
  ],
  [
    'contracts/protocol-replies',
    'no reply for malformed input',
    (c) => delete c.failures.Malformed['x-protocol-status'],
    /No protocol reply is marked for malformed input/,
  ],
  [
    'contracts/protocol-replies',
    'two replies for one protocol failure',
    (c) => (c.failures.ServiceUnavailable['x-protocol-status'] = 500),
    /Two replies are marked x-protocol-status: 500/,
  ],
  [
    'contracts/protocol-replies',
    'a protocol failure with two examples',
    (c) => (c.failures.PayloadTooLarge.content['application/json'].examples.another = { value: {} }),
    /has one example: its body/,
  ],
  [
    'contracts/protocol-replies',
    'a 405 without Allow',
    (c) => delete c.failures.MethodNotAllowed.headers.Allow,
    /The reply 405 declares the header Allow/,
  ],
  [
    'contracts/reply-examples',
    'a protocol failure without an example',
    (c) => delete c.failures.InternalFailure.content['application/json'].examples,
    /has an example of its own/,
  ],
  [
    'contracts/reply-examples',
    'a reply of an operation without an example',
    (c) => delete contentOf(c.get, 200)['application/json'].examples,
    /has an example of its own/,
  ],
  [
    'contracts/reply-examples',
    'an example with another status in it',
    (c) => (contentOf(c.delete, 404)['application/json'].examples.unknown.value.status = 409),
    /example unknown of the status 404 has the status 409 in it/,
  ],
  [
    'contracts/reply-examples',
    'a reply without a body that answers no request',
    (c) => delete c.delete.responses['204']['x-answers'],
    /names the requests that it answers in x-answers/,
  ],
  [
    'contracts/no-recursion',
    'a schema that contains itself',
    (c) => (c.thing.name = { $ref: '#/components/schemas/Thing' }),
    /contains itself/,
  ],
  [
    'contracts/no-recursion',
    'a reference to another file',
    (c) => (c.thing.name = { $ref: 'other.yaml#/components/schemas/Thing' }),
    /no references to other files/,
  ],
  [
    'contracts/used-components',
    'a schema that nothing refers to',
    (c) => (c.document.components.schemas.Unused = { type: 'integer' }),
    /Unused is never used/,
  ],
  [
    'contracts/audit-action',
    'no audit action',
    (c) => delete c.delete['x-audit-action'],
    /one of AuditAction, or none/,
  ],
  [
    'contracts/audit-action',
    'an audit action that is not declared',
    (c) => (c.delete['x-audit-action'] = 'thing.invent'),
    /one of AuditAction, or none/,
  ],
  [
    'contracts/audit-action',
    'a GET with an audit action',
    (c) => (c.get['x-audit-action'] = 'none'),
    /A GET changes nothing/,
  ],
]

function contentOf(operation: Node, status: number): Node {
  return operation.responses[status].content
}

interface Problem {
  readonly ruleId: string
  readonly message: string
  readonly location: readonly { readonly start: { readonly line: number } }[]
}

/** The problems of each file, as `npm run lint:contracts` finds them. */
async function lint(files: readonly string[]): Promise<Problem[][]> {
  const args = ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--config=redocly.yaml', '--format=json', ...files]
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout))
  })
  // One report for each file, one behind the other.
  return output.split(/(?<=^\})(?=\{$)/m).map((report) => (JSON.parse(report) as { problems: Problem[] }).problems)
}

test('every breach of a rule is an error of that rule, with its line', async (t) => {
  const directory = t.testdir()
  const texts = [edited(() => {}), ...breaches.map(([, , edit]) => edited(edit))]
  const files = texts.map((_, index) => join(directory, `${index}.yaml`))
  await Promise.all(texts.map((text, index) => writeFile(files[index] ?? '', text)))
  const [clean, ...reports] = await lint(files)
  t.strictSame(clean, [], 'the small contract keeps every rule')
  t.equal(reports.length, breaches.length)
  for (const [index, [rule, what, , message]] of breaches.entries()) {
    const problems = reports[index] ?? []
    const found = problems.find((problem) => problem.ruleId === rule && message.test(problem.message))
    t.ok(found, `${rule}, ${what}: ${problems.map((problem) => `${problem.ruleId} ${problem.message}`).join('; ')}`)
    t.ok((found?.location[0]?.start.line ?? 0) > 0, `${what} has a line`)
  }
})

test('every rule of the configuration has a breach', async (t) => {
  const { rules } = parse(await readFile('redocly.yaml', 'utf8')) as { rules: Record<string, unknown> }
  const own = Object.keys(rules).filter((rule) => rules[rule] !== 'off')
  t.strictSame(own.sort(), [...new Set(breaches.map(([rule]) => rule))].sort())
})
