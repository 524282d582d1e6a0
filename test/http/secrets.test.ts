import { createHash } from 'node:crypto'
import { test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { openPostgresql } from '../../src/database/postgresql.js'
import { brokerCredentials } from '../support/broker.js'
import { CapturedLog } from '../support/captured-log.js'
import { ContractCaller } from '../support/contract-caller.js'
import { type RawRequest, send, sendText } from '../support/http.js'
import { adminKey } from '../support/operator.js'
import { startServer } from '../support/server.js'
import { startTracedServer } from '../support/traced-server.js'

const json = { 'content-type': 'application/json' }

/** A request with a secret somewhere in it, and how it is answered. */
interface Plant {
  readonly what: string
  readonly request: (secret: string) => RawRequest
  readonly status: number
  /** Empty where no operation is called. */
  readonly operationId: string
}

function post(path: string, body: string | object, headers: Record<string, string> = json): RawRequest {
  return { method: 'POST', path, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

function get(path: string, headers: Record<string, string> = {}): RawRequest {
  return { method: 'GET', path, headers }
}

function basic(secret: string): string {
  return Buffer.from(`someone:${secret}`).toString('base64')
}

/** Secrets in every place of a request, over all five APIs. */
const plants: readonly Plant[] = [
  {
    what: 'a wrong secret in a body',
    request: (secret) => post('/api/token', { hash: brokerCredentials.active.hash, secret }),
    status: 200,
    operationId: 'createSecurityToken',
  },
  {
    what: 'a secret in malformed JSON',
    request: (secret) => post('/api/token', `{"secret": ${secret}, "hash": "x"`),
    status: 200,
    operationId: 'createSecurityToken',
  },
  {
    what: 'a token in a path',
    request: (secret) => get(`/api/account/get/tokens/${secret}`),
    status: 200,
    operationId: 'listAccountTokens',
  },
  {
    what: 'an unknown bearer token in a header',
    request: (secret) => get('/v1/api/auth', { authorization: `Bearer ${secret}` }),
    status: 401,
    operationId: 'getTokenAccount',
  },
  {
    what: 'a password in Basic auth',
    request: (secret) => get('/v1/api/auth', { authorization: `Basic ${basic(secret)}` }),
    status: 401,
    operationId: 'getTokenAccount',
  },
  {
    what: 'a token in a cookie',
    request: (secret) => get('/v1/auth', { cookie: `session=${secret}` }),
    status: 401,
    operationId: 'getTokenAccountAlias',
  },
  {
    what: 'a token in the query',
    request: (secret) => get(`/v1/api/auth?access_token=${secret}`),
    status: 401,
    operationId: 'getTokenAccount',
  },
  {
    what: 'a link in the query that differs from the one in the body',
    request: (secret) => ({
      ...post(`/v1/frontend/auth/15?token_link=${secret}`, { token_link: 'other' }),
      method: 'DELETE',
    }),
    status: 400,
    operationId: 'revokeGatewayToken',
  },
  {
    what: 'a secret that the schema refuses for its length',
    request: (secret) => post('/login', { accessKey: 'a', secret: secret.repeat(50) }),
    status: 400,
    operationId: 'loginWithAccessKey',
  },
  {
    what: 'a secret in a body that is too large',
    request: (secret) => post('/login', { secret, filler: 'x'.repeat(20_000) }),
    status: 413,
    operationId: 'loginWithAccessKey',
  },
  {
    what: 'a secret in a body of another type, and in the type',
    request: (secret) => post('/login', `secret=${secret}`, { 'content-type': `text/x-${secret}` }),
    status: 415,
    operationId: 'loginWithAccessKey',
  },
  {
    what: 'a wrong password',
    request: (password) => post('/api/v2/auth/token', { username: 'ethan.buckley@datastoreltd.biz', password }),
    status: 401,
    operationId: 'createTokenPair',
  },
  {
    what: 'a password as a key, and in a field of another type',
    request: (secret) => post('/api/v2/auth/token', { [secret]: 1, username: [secret] }),
    status: 400,
    operationId: 'createTokenPair',
  },
  {
    what: 'a pair of tokens',
    request: (token) => ({ ...post('/api/v2/auth/token', { token, refreshToken: token }), method: 'PUT' }),
    status: 401,
    operationId: 'refreshTokenPair',
  },
  {
    what: 'a token in a path that does not know the method',
    request: (secret) => ({ method: 'PATCH', path: `/api/account/get/tokens/${secret}` }),
    status: 405,
    operationId: '',
  },
  {
    what: 'a token in an unknown path',
    request: (secret) => get(`/api/unknown/${secret}?again=${secret}`),
    status: 404,
    operationId: '',
  },
  {
    what: 'a token in a path that cannot be decoded',
    request: (secret) => get(`/v1/frontend/auth/${secret}%zz`),
    status: 400,
    operationId: 'listGatewayTokens',
  },
  {
    what: 'a key of an operator',
    request: (secret) => get('/operator/v1/unknown', { authorization: `Bearer ${secret}` }),
    status: 404,
    operationId: '',
  },
  {
    what: 'a host name and a traceparent that are none',
    request: (secret) =>
      get('/v1/frontend/auth/15', { host: `${secret}.example.org`, traceparent: `00-${secret}-${secret}-01` }),
    status: 421,
    operationId: 'listGatewayTokens',
  },
]

/** A secret that is a part of no other one, and of no word. */
function secretOf(what: string): string {
  return createHash('sha256').update(what).digest('base64url').slice(0, 32)
}

/** How much of a secret may show nowhere: an engine that quotes input shows a few characters of it. */
const fragmentLength = 8

/** The first part of a secret that a text holds, as it is or in Basic auth, whatever the case of its letters. */
function leak(text: string, secret: string): string | undefined {
  const lower = text.toLowerCase()
  return [secret, basic(secret).slice(basic('').length)]
    .flatMap((form) => {
      const count = Math.min(form.length, 100) - fragmentLength + 1
      return Array.from({ length: count }, (_, start) => form.slice(start, start + fragmentLength))
    })
    .find((fragment) => lower.includes(fragment.toLowerCase()))
}

test('a secret in a request shows in no log line at trace, in no metric, in no trace and in no refusal', async (t) => {
  const log = new CapturedLog('trace')
  const { baseUrl, receiver, flush } = await startTracedServer(t, { log: log.logger })
  const apis = new Set<unknown>()
  for (const { what, request, status, operationId } of plants) {
    const secret = secretOf(what)
    const { status: answered, headers, text } = await send(baseUrl, request(secret))
    t.equal(answered, status, what)
    const lines = log.of(headers['x-request-id'])
    t.strictSame(
      lines.map((line) => line.operationId),
      [operationId],
      'the log has the request',
    )
    apis.add(lines[0]?.api)
    t.equal(leak(text + JSON.stringify(headers), secret), undefined, 'the answer')
  }
  t.equal(apis.size, 6, 'all five APIs, and what none of them owns')

  const noHttp = 'what is no HTTP'
  const answer = await sendText(baseUrl, `GET / HTTP/1.1\r\nHost: localhost\r\n${secretOf(noHttp)}\r\n\r\n`)
  const [, id] = /x-request-id: (\S+)/i.exec(answer) ?? []
  t.match(log.of(id), [{ status: 400 }], 'the log has what is no request')
  t.equal(leak(answer, secretOf(noHttp)), undefined, 'the answer')

  const { text: metrics } = await send(baseUrl, get('/metrics'))
  t.match(metrics, /operation="createTokenPair",status="401"\} 1\n/, 'the metrics have the requests')
  await flush()
  const traced = receiver.all({ kind: 'server' }).map(({ attributes }) => attributes['http.response.status_code'])
  // What cannot be decoded, or is no HTTP, is answered before there is a request.
  t.equal(traced.length, plants.length, 'the traces have the requests')
  for (const what of [...plants.map((plant) => plant.what), noHttp]) {
    t.equal(leak(receiver.received, secretOf(what)), undefined, `the traces: ${what}`)
    t.equal(leak(log.text, secretOf(what)), undefined, `the log: ${what}`)
    t.equal(leak(metrics, secretOf(what)), undefined, `the metrics: ${what}`)
  }
})

test('what an API answers with is not logged and not traced: secrets that are right, and tokens that were issued', async (t) => {
  const log = new CapturedLog('trace')
  const { baseUrl, receiver, flush } = await startTracedServer(t, { log: log.logger })
  const credentials = brokerCredentials.active
  const { token } = (
    await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', { body: credentials })
  ).body
  const accounts = await send(baseUrl, get(`/api/account/get/tokens/${token}`))
  const login = {
    accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
    secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
  }
  const jwt = await send(baseUrl, post('/login', login))
  const issued = await send(baseUrl, post('/v1/frontend/auth', { account_id: '15', description: 'one' }))
  const user = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
  const pair = await send(baseUrl, post('/api/v2/auth/token', user))
  const [{ token: accessToken, refreshToken }] = JSON.parse(pair.text).content
  const bearer = JSON.parse(issued.text).token
  const operator = { ...json, authorization: `Bearer ${adminKey}` }
  const signingKey = { key: createHash('sha256').update('a signing key').digest('base64url'), verifyOnly: true }
  const imported = await send(baseUrl, post('/operator/v1/signing-keys/broker-token/import', signingKey, operator))
  const { authorization } = operator
  const exported = await send(baseUrl, {
    ...{ method: 'POST', path: '/operator/v1/signing-keys/broker-token/export' },
    headers: { authorization },
  })
  const keys = JSON.parse(exported.text).keys.map(({ k }: { k: string }) => k)
  t.equal(keys.length, 2)
  t.strictSame(
    [accounts, jwt, issued, pair, imported, exported].map(({ headers }) =>
      log.of(headers['x-request-id']).map(({ operationId }) => operationId),
    ),
    [
      ['listAccountTokens'],
      ['loginWithAccessKey'],
      ['issueGatewayToken'],
      ['createTokenPair'],
      ['importSigningKey'],
      ['exportSigningKeys'],
    ],
    'the log has the requests',
  )
  const page = await send(baseUrl, get('/metrics'))
  await flush()
  const apis = receiver.all({ kind: 'server' }).map(({ attributes }) => attributes['tokenwright.api'])
  t.equal(new Set(apis).size, 6, 'the traces have all of them')
  t.ok(receiver.all({ kind: 'client' }).length > 10, 'with their statements')
  // Its text has words that other texts have as well.
  t.notOk(receiver.received.includes(adminKey.slice(-12)))
  const secrets = [
    credentials.hash,
    login.accessKey,
    credentials.secret,
    token,
    login.secret,
    jwt.text,
    bearer,
    user.password,
    accessToken,
    refreshToken,
    ...keys,
  ]
  for (const secret of secrets) {
    t.ok(secret.length >= fragmentLength)
    t.equal(leak(log.text, secret), undefined)
    t.equal(leak(page.text, secret), undefined)
    t.equal(leak(receiver.received, secret), undefined, 'the traces')
  }
})

test('a failure of the server shows neither the statement nor what it was asked with', async (t) => {
  const log = new CapturedLog('trace')
  const { baseUrl, db } = await startServer(t, { log: log.logger })
  await db.schema.alterTable('gateway_tokens').renameTo('gateway_tokens_away').execute()
  const description = secretOf('a text that is stored')
  const reply = await send(baseUrl, post('/v1/frontend/auth', { account_id: '15', description }))
  t.equal(reply.status, 500)
  t.match(log.of(reply.headers['x-request-id']), [{ msg: 'operation failed' }, { status: 500 }])
  t.equal(leak(log.text + reply.text, description), undefined)
  t.notMatch(log.text + reply.text, /gateway_tokens|insert into/i)
})

test('a database that is away shows neither its password nor its address in an answer, nor the password in the log', async (t) => {
  const log = new CapturedLog('trace')
  const password = secretOf('the password of the database')
  const presented = secretOf('a password that cannot be judged')
  const { db, close } = openPostgresql({
    // Nothing listens on the first port.
    url: `postgres://tokenwright:${password}@127.0.0.1:1/tokenwright`,
    onIdleError: () => {},
  })
  t.teardown(close)
  const { baseUrl } = await startServer(t, { log: log.logger, db, withoutDemo: true })
  const calls: readonly [string, RawRequest][] = [
    ['createSecurityToken', post('/api/token', brokerCredentials.active)],
    ['listGatewayTokens', get('/v1/frontend/auth/15')],
    ['loginWithAccessKey', post('/login', { accessKey: 'a'.repeat(40), secret: 'b'.repeat(48) })],
    ['createTokenPair', post('/api/v2/auth/token', { username: 'a', password: presented })],
  ]
  for (const [operationId, request] of calls) {
    const reply = await send(baseUrl, request)
    t.equal(reply.status, 503, operationId)
    t.match(log.of(reply.headers['x-request-id']), [
      { operationId, msg: 'operation unavailable', err: { type: 'Unavailable' } },
      { operationId, status: 503 },
    ])
    t.equal(leak(reply.text, password), undefined)
    t.notMatch(reply.text, /127\.0\.0\.1|ECONN/)
  }
  t.equal(leak(log.text, password), undefined)
  t.equal(leak(log.text, presented), undefined)
})

test('a secret in the log would be noticed: whole, in part, in other letters and in Basic auth', async (t) => {
  const log = new CapturedLog('trace')
  const { app } = await startServer(t, { log: log.logger })
  const forms: Readonly<Record<string, (secret: string) => string>> = {
    whole: (secret) => secret,
    'in part and in other letters': (secret) => secret.slice(3, 13).toUpperCase(),
    'in Basic auth': basic,
  }
  for (const [what, form] of Object.entries(forms)) {
    const secret = secretOf(what)
    t.equal(leak(log.text, secret), undefined)
    app.log.trace(`Unexpected token in "…${form(secret)}"`)
    t.ok(leak(log.text, secret), what)
  }
})
