import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runCli } from '../support/cli.js'
import { testOn } from '../support/database.js'

const overlap = ['--overlap', '1h30m']
const cases: readonly [args: readonly string[], input: string | undefined, sent: string, body: unknown][] = [
  [
    ['broker-user', 'create', 'B', '--account', 'one', '--account', 'two'],
    undefined,
    'POST /broker-users',
    { name: 'B', accounts: [{ name: 'one' }, { name: 'two' }] },
  ],
  [
    ['broker-user', 'create', 'B', '--hash', 'h', '--secret-stdin'],
    's 1\n',
    'POST /broker-users',
    { name: 'B', accounts: [], hash: 'h', secret: 's 1' },
  ],
  [
    ['partner', 'create', 'Acme Ltd', '--contact', ' Erika  <erika@example.org> ', '--account', 'A', '--account', 'B'],
    undefined,
    'POST /partners',
    {
      name: 'Acme Ltd',
      contacts: [{ name: 'Erika', email: 'erika@example.org' }],
      accounts: [{ name: 'A' }, { name: 'B' }],
    },
  ],
  [['partner', 'update', '1', '--name', 'N'], undefined, 'PATCH /partners/1', { name: 'N' }],
  [['partner', 'add-account', '1', 'A'], undefined, 'POST /partners/1/accounts', { name: 'A' }],
  [['partner', 'delete-account', '1', '2', '--yes'], undefined, 'DELETE /partners/1/accounts/2', undefined],
  [
    ['access-key', 'create', 'K', '--partner', '29263739-2cf8-483d-af15-6151dc8448b4'],
    undefined,
    'POST /access-keys',
    { name: 'K', partnerId: '29263739-2cf8-483d-af15-6151dc8448b4' },
  ],
  [
    ['security-user', 'set-partner', '1', '--partner', 'none'],
    undefined,
    'PATCH /security-users/1',
    { partnerId: null },
  ],
  [
    ['token', 'update', '1', '--description', '', '--partner', 'none'],
    undefined,
    'PATCH /gateway-tokens/1',
    { description: '', partnerId: null },
  ],
  [['broker-user', 'deactivate', '1'], undefined, 'PATCH /broker-users/1', { active: false }],
  [
    ['broker-user', 'rotate-secret', 'a/b', ...overlap],
    undefined,
    'POST /broker-users/a%2Fb/rotate-secret',
    { overlapSeconds: 5400 },
  ],
  [
    ['broker-user', 'rotate-secret', '1', '--overlap', '0', '--yes'],
    undefined,
    'POST /broker-users/1/rotate-secret',
    { overlapSeconds: 0 },
  ],
  [['broker-user', 'rotate-secret', '1'], undefined, 'POST /broker-users/1/rotate-secret', {}],
  [
    ['broker-user', 'add-account', '1', 'A', '--a-token-stdin'],
    'act\r\n',
    'POST /broker-users/1/accounts',
    { name: 'A', aToken: 'act' },
  ],
  [['broker-user', 'delete-account', '1', '2', '--yes'], undefined, 'DELETE /broker-users/1/accounts/2', undefined],
  [
    [
      'access-key',
      'create',
      'K',
      '--account',
      'a',
      '--company',
      'c',
      '--role',
      'R',
      '--role',
      'S',
      '--expires-at',
      '2027-01-01',
      '--access-key',
      'k',
      '--secret-stdin',
    ],
    's',
    'POST /access-keys',
    {
      name: 'K',
      account: 'a',
      company: 'c',
      roles: ['R', 'S'],
      expiresAt: '2027-01-01T00:00:00.000Z',
      accessKey: 'k',
      secret: 's',
    },
  ],
  [['access-key', 'update', '1', '--expires-at', 'never'], undefined, 'PATCH /access-keys/1', { expiresAt: null }],
  [
    ['operator', 'create', 'O', '--role', 'viewer', '--expires', '2027-01-01'],
    undefined,
    'POST /operators',
    { name: 'O', role: 'viewer', expiresAt: '2027-01-01T00:00:00.000Z' },
  ],
  [
    ['security-user', 'create', 'U', '--password-stdin'],
    ' spaces stay \n',
    'POST /security-users',
    { username: 'U', password: ' spaces stay ' },
  ],
  [
    ['security-user', 'create', 'U', '--password-hash-stdin'],
    '$2b$10$x',
    'POST /security-users',
    { username: 'U', passwordHash: '$2b$10$x' },
  ],
  [['security-user', 'set-password', '1', '--password-stdin'], 'p', 'PATCH /security-users/1', { password: 'p' }],
  [
    ['token', 'create', '--account', 'A', '--description', '', '--token-stdin', '--issued-at', '2024-05-01'],
    't',
    'POST /gateway-tokens',
    { accountId: 'A', description: '', token: 't', issuedAt: '2024-05-01T00:00:00.000Z' },
  ],
  [
    ['token', 'revoke-all', '--account', 'A', '--issued-before', '2026-01-01', '--yes'],
    undefined,
    'POST /gateway-tokens/revoke-all',
    { accountId: 'A', issuedBefore: '2026-01-01T00:00:00.000Z' },
  ],
  [['token', 'revoke-leaked', '--yes'], 't\n', 'POST /gateway-tokens/revoke-by-token', { token: 't' }],
  [['token', 'introspect'], 't\n', 'POST /introspect', { token: 't' }],
  [['revoke-leaked', '--yes'], 's\n', 'POST /revoke-leaked', { secret: 's' }],
  [['overview'], undefined, 'GET /overview', undefined],
  [
    ['signing-key', 'rotate', 'partner-login', ...overlap],
    undefined,
    'POST /signing-keys/partner-login/rotate',
    { overlapSeconds: 5400 },
  ],
  [
    ['signing-key', 'retire', 'broker-token', '--id', '1', '--overlap', '0', '--yes'],
    undefined,
    'POST /signing-keys/broker-token/retire',
    { id: '1', overlapSeconds: 0 },
  ],
  [['signing-key', 'retire', 'broker-token', '--yes'], undefined, 'POST /signing-keys/broker-token/retire', {}],
  [['operator', 'whoami'], undefined, 'GET /operators/me', undefined],
]

testOn('embedded', 'arguments, options and the standard input become the request that they mean', async (t) => {
  const seen: { sent: string; body: unknown }[] = []
  // What a request is made of is the question here, whatever is answered: every operation knows a 401.
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const sent = `${request.method} ${request.url?.replace('/operator/v1', '')}`
    // Whether something has the text as its name: nothing has.
    if (/^GET .*[?&]search=/.test(sent)) {
      response.writeHead(200, { 'content-type': 'application/json' })
      return response.end('{"items":[],"nextCursor":null}')
    }
    seen.push({ sent, body: body === '' ? undefined : JSON.parse(body) })
    response.writeHead(401, { 'content-type': 'application/problem+json' })
    response.end('{"type":"urn:tokenwright:problem:unauthorized","title":"Unauthorized","status":401,"detail":"No."}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.teardown(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const [args, input, sent, body] of cases) {
    seen.length = 0
    const env = { TOKENWRIGHT_URL: url, OPERATOR_KEY: 'any' }
    const { code, stderr } = await runCli(args, input === undefined ? { env } : { env, input })
    t.equal(code, 3, stderr)
    t.strictSame(seen, [{ sent, body }], args.join(' '))
  }
})

testOn('embedded', 'a secret on the standard input is one line of UTF-8', async (t) => {
  for (const input of ['', '\n', 'two\nlines\n']) {
    const { code, stderr } = await runCli(['token', 'introspect'], { env: { OPERATOR_KEY: 'any' }, input })
    t.equal(code, 2, JSON.stringify(input))
    t.match(stderr, /standard input/)
    t.notMatch(stderr, /two/)
  }
})
