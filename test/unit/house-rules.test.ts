import { readFile } from 'node:fs/promises'
import { test } from 'tap'
import { ContractSource } from '../../scripts/generate/contract-source.js'
import { checkHouseRules } from '../../scripts/generate/house-rules.js'

const path = 'openapi/gateway-tokens.yaml'
const text = await readFile(path, 'utf8')
const operatorText = await readFile('openapi/operator.yaml', 'utf8')

/** The findings about the contract after one edit, as `LINE: message`, and the line that was edited. */
function findingsAfter(find: string, replace: string, contract = text): { findings: string[]; line: number } {
  const at = contract.indexOf(find)
  if (at < 0) throw new Error(`the contract does not have ${find}`)
  const source = new ContractSource(
    'openapi/x.yaml',
    contract.slice(0, at) + replace + contract.slice(at + find.length),
  )
  return {
    findings: checkHouseRules([source]).map(({ file, line, message }) => `${file}:${line}: ${message}`),
    line: contract.slice(0, at).split('\n').length,
  }
}

test('the contracts as they are break no rule', (t) => {
  t.strictSame(checkHouseRules([new ContractSource(path, text)]), [])
  t.end()
})

const breaches: readonly (readonly [string, string, string, RegExp])[] = [
  ['a version that is not 3.1', 'openapi: 3.1.0', 'openapi: 3.0.3', /OpenAPI 3\.1/],
  ['a contract without a body limit', 'x-body-limit: 16384\n', '', /has an x-body-limit/],
  ['a missing operationId', '      operationId: getTokenAccount\n', '', /needs an operationId/],
  ['an operationId that is taken', 'operationId: getTokenAccountAlias', 'operationId: getTokenAccount', /is taken by/],
  [
    'a path parameter in neither style',
    '/v1/frontend/auth/{account_id}:',
    '/v1/frontend/auth/{Account_id}:',
    /\{Account_id\} is neither snake_case nor camelCase/,
  ],
  [
    'an operation without security',
    '      security: []\n      x-internal: true\n',
    '      x-internal: true\n',
    /security is either/,
  ],
  [
    'a default reply',
    "        '404':\n          description: The token is unknown",
    '        default:\n          description: The token is unknown',
    /three digits/,
  ],
  [
    'a second media type',
    "          application/json:\n            schema:\n              $ref: '#/components/schemas/NewToken'",
    "          text/csv: {}\n          application/json:\n            schema:\n              $ref: '#/components/schemas/NewToken'",
    /has one media type/,
  ],
  [
    'a string without a bound',
    '          type: string\n          maxLength: 500\n          description: The reason, for people.',
    '          type: string\n          description: The reason, for people.',
    /needs a maxLength/,
  ],
  ['a property without a description', '          description: The reason, for people.\n', '', /has a description/],
  ['a property without examples', '          examples: [The bearer token has been revoked]\n', '', /has examples/],
  [
    'an open object in a reply',
    '      description: Why a token is refused.\n      additionalProperties: false\n',
    '      description: Why a token is refused.\n',
    /closed/,
  ],
  [
    'null in an enum',
    'enum: [AUTH_TOKEN_INVALID, AUTH_TOKEN_REVOKED]',
    'enum: [AUTH_TOKEN_INVALID, null]',
    /inside an enum/,
  ],
  ['nullable', "type: [string, 'null']", 'nullable: true\n          type: string', /house subset/],
  [
    'a schema named Error',
    '    Revocation:\n      type',
    '    Error:\n      type: object\n    Revocation:\n      type',
    /named Error/,
  ],
  [
    'a wrong status of a protocol failure',
    'x-protocol-status: 413',
    'x-protocol-status: 414',
    /protocol failure has the status 414|no reply is marked x-protocol-status: 413/,
  ],
  [
    'a reply without an example',
    '          examples:\n            internal_failure:',
    '          x-examples:\n            internal_failure:',
    /has an example of its own/,
  ],
  [
    'an example that has another status in it',
    '              value:\n                message: The request body is larger than 16 KiB\n',
    '              value:\n                status: 409\n',
    /the example payload_too_large of the status 413 has the status 409 in it/,
  ],
  [
    'a protocol failure with two examples',
    '            payload_too_large:\n',
    '            another:\n              value: {message: another}\n            payload_too_large:\n',
    /a protocol failure has one example/,
  ],
  [
    'a 405 without Allow',
    "        Allow:\n          $ref: '#/components/headers/Allow'\n",
    '',
    /the reply 405 declares the header Allow/,
  ],
  [
    'a reply without a body that answers no request',
    "          description: The token is revoked.\n          headers:\n            X-Request-Id:\n              $ref: '#/components/headers/RequestId'\n          content:",
    "          description: The token is revoked.\n          headers:\n            X-Request-Id:\n              $ref: '#/components/headers/RequestId'\n          x-content:",
    /names the requests that it answers in x-answers/,
  ],
  [
    'a reply without a request id',
    "      description: The account of the token.\n      headers:\n        X-Request-Id:\n          $ref: '#/components/headers/RequestId'\n",
    '      description: The account of the token.\n',
    /declares the header X-Request-Id/,
  ],
  [
    'a schema that contains itself',
    "          items:\n            $ref: '#/components/schemas/ListedToken'",
    "          items:\n            $ref: '#/components/schemas/TokenList'",
    /contains itself/,
  ],
]

test('every breach of a rule is told, at its file and line', (t) => {
  for (const [what, find, replace, message] of breaches) {
    const { findings, line } = findingsAfter(find, replace)
    const found = findings.find((finding) => message.test(finding))
    t.ok(found, `${what}: ${findings.join('; ')}`)
    const told = Number(/:(\d+):/.exec(found ?? '')?.[1])
    t.ok(told > 0 && told <= text.split('\n').length + 1, `${what}: line ${told}, edited at ${line}`)
  }
  t.end()
})

test('the line is that of the value at fault', (t) => {
  const { findings, line } = findingsAfter(
    'enum: [AUTH_TOKEN_INVALID, AUTH_TOKEN_REVOKED]',
    'enum: [AUTH_TOKEN_INVALID, null]',
  )
  t.match(findings[0], new RegExp(`^openapi/x.yaml:${line}: write null`))
  t.end()
})

test('broken YAML is told with its line', (t) => {
  t.throws(() => new ContractSource('openapi/x.yaml', 'openapi: 3.1.0\ninfo: {a: 1\n'), {
    message: /^openapi\/x\.yaml:\d+: /,
  })
  t.throws(() => new ContractSource('openapi/x.yaml', 'a: 1\na: 2\n'), { message: /openapi\/x\.yaml:2: / })
  t.end()
})

test('what an operator may do is audited', (t) => {
  for (const [find, replace, message] of [
    ['      x-audit-action: broker-user.create\n', '', /x-audit-action is one of AuditAction, or none/],
    [
      'x-audit-action: broker-user.create',
      'x-audit-action: broker-user.invent',
      /x-audit-action is one of AuditAction/,
    ],
    [
      '      operationId: listBrokerUsers\n',
      '      operationId: listBrokerUsers\n      x-audit-action: none\n',
      /a GET changes nothing/,
    ],
  ] as const) {
    const { findings } = findingsAfter(find, replace, operatorText)
    t.equal(findings.length, 1, findings.join('; '))
    t.match(findings[0], message)
  }
  t.end()
})
