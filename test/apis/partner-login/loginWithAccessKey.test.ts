import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Test, test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { isObject, resolved } from '../../../src/contract/document.js'
import { jwtSigner } from '../../../src/crypto/jwt.js'
import { CapturedLog } from '../../support/captured-log.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { send } from '../../support/http.js'
import { startServer, type TestServer } from '../../support/server.js'

const active = {
  accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
  secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
}
const secretOfRefusedKeys = 'demoSecretOfAKeyThatCannotLogIn+/demoSecretOfKey'

const claims = {
  uid: '65d0f5c9-7fb0-455c-9036-9e72f0a8d0f6',
  ar: ['Partner', 'PartnerAdmin'],
  ak: '45771ea1-b012-4b80-8ba4-49891c5d8d47',
  realm: 'Partner',
  ca: '0ea70001-0f58-44a2-80ad-953633ff2cc7',
  cid: '29263739-2cf8-483d-af15-6151dc8448b4',
  domain: '/partners-int',
  iat: 1691151257,
  exp: 1691154857,
}

const unauthorized =
  '{"statusCode":"Error","error":{"message":"Service was unable to complete your request.","name":"AuthenticationError",' +
  '"code":"AuthenticationError","details":{"reason":"AccessKeyUnauthorized"}}}'

function invalid(...details: readonly string[]): string {
  return (
    '{"statusCode":"Error","error":{"name":"InvalidRequestFormatError","message":"The request body is invalid. ' +
    `See error object \`details\` property for more info","details":[${details.join(',')}]}}`
  )
}

const missing = (field: string): string =>
  `{"path":"","code":"required","message":"must have required property '${field}'","info":{"missingProperty":"${field}"}}`
const wrongType = (path: string, type: string): string =>
  `{"path":"${path}","code":"type","message":"must be ${type}","info":{"type":"${type}"}}`
const empty = (field: string): string =>
  `{"path":"/${field}","code":"minLength","message":"must NOT have fewer than 1 characters","info":{"limit":1}}`
const tooLong = (field: string): string =>
  `{"path":"/${field}","code":"maxLength","message":"must NOT have more than 1024 characters","info":{"limit":1024}}`
const unreadable = '{"path":"","code":"parse","message":"must be valid JSON","info":{}}'

/** The JSON text of a part of a token. */
function partOf(token: string, index: 0 | 1): string {
  return Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()
}

interface NewKey {
  readonly accessKey: string
  readonly expiresAt?: string
  /** Each with the time at which it ends. */
  readonly secrets: Readonly<Record<string, string | null>>
}

async function insertKey({ db, services }: TestServer, { accessKey, expiresAt, secrets }: NewKey): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('access_keys')
    .values({
      id,
      access_key: accessKey,
      name: 'A key of a test',
      user_id: randomUUID(),
      account: randomUUID(),
      company: randomUUID(),
      roles: [],
      state: 'active',
      expires_at: expiresAt === undefined ? null : new Date(expiresAt),
      created_at: new Date('2023-01-01T00:00:00Z'),
    })
    .execute()
  for (const [secret, end] of Object.entries(secrets)) {
    await db
      .insertInto('access_key_secrets')
      .values({
        access_key_id: id,
        digest: services.digest(secret),
        master_key: services.masterKey,
        hint: '',
        created_at: new Date('2023-01-01T00:00:00Z'),
        expires_at: end === null ? null : new Date(end),
      })
      .execute()
  }
  return id
}

const start = '2023-08-04T12:14:17.999Z'

async function startLogin(t: Test, options: Parameters<typeof startServer>[1] = {}) {
  const server = await startServer(t, { now: start, ...options })
  const api = new ContractCaller(contracts['partner-login'], server.baseUrl)
  const login = (body: unknown, headers = {}) => api.call('loginWithAccessKey', { body, headers })
  return { server, api, login }
}

test('loginWithAccessKey', async (t) => {
  const { server, api, login } = await startLogin(t)
  const { baseUrl, db, services, clock } = server
  const { signingKeys } = services
  const issuer = signingKeys.issuerFor({ api: 'partner-login', algorithm: 'HS384', lifetime: 3600, claims: {} })
  const raw = (text: string | Buffer) => api.call('loginWithAccessKey', { raw: text })
  t.beforeEach(() => clock.set(start))

  await t.test('the answer is the bare token as text, whatever the caller accepts', async (t) => {
    for (const accept of [undefined, 'application/json', 'text/html', '*/*']) {
      const { status, text, headers } = await login(active, accept === undefined ? {} : { accept })
      t.equal(status, 201)
      t.equal(headers['content-type'], 'text/plain')
      t.match(text, /^[\w-]+\.[\w-]+\.[\w-]{64}$/, 'no quotes and no line break')
      t.equal(headers['content-length'], String(text.length))
      t.ok(await issuer.verify(text))
    }
  })

  await t.test('the answer must not be kept by a cache', async (t) => {
    t.equal((await login(active)).headers['cache-control'], 'no-store')
  })

  await t.test('the header names HS384, JWT and the signing key', async (t) => {
    const header = JSON.parse(partOf((await login(active)).text, 0))
    t.strictSame(Object.keys(header).sort(), ['alg', 'kid', 'typ'])
    t.match(header, { alg: 'HS384', typ: 'JWT', kid: /^[0-9a-f-]{36}$/ })
  })

  await t.test("the claims are those of the document's sample, in its order, and no others", async (t) => {
    t.equal(partOf((await login(active)).text, 1), JSON.stringify(claims))
  })

  await t.test('what this API signed is verified, and nothing that was altered', async (t) => {
    const token = (await login(active)).text
    t.strictSame(await issuer.verify(token), claims)
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const other = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    const admin = Buffer.from(JSON.stringify({ ...claims, ar: ['Root'] })).toString('base64url')
    for (const altered of [
      `${other(header)}.${payload}.${signature}`,
      `${header}.${admin}.${signature}`,
      `${header}.${payload}.${other(signature)}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${token}=`,
      `${token}\n`,
    ]) {
      t.equal(await issuer.verify(altered), undefined, altered)
    }
  })

  await t.test('a token of another algorithm is refused, also under the kid of this API', async (t) => {
    const [header, payload] = (await login(active)).text.split('.') as [string, string]
    const { kid } = JSON.parse(partOf(`${header}.${payload}`, 0))
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid })).toString('base64url')
    t.equal(await issuer.verify(`${none}.${payload}.`), undefined, 'none')
    t.equal(await issuer.verify(`${none}.${payload}.AAAA`), undefined, 'none with a signature')
    for (const algorithm of ['HS256', 'HS512'] as const) {
      const key = Buffer.alloc(64, 1)
      t.equal(await issuer.verify(jwtSigner({ kid, algorithm, key })(claims)), undefined, algorithm)
      const token = await signingKeys
        .issuerFor({ api: 'partner-login', algorithm, lifetime: 3600, claims: {} })
        .sign(claims)
      t.equal(await issuer.verify(token), undefined, `${algorithm} under a key of this API`)
    }
  })

  await t.test('a token of another API is refused, and the other API refuses this one', async (t) => {
    const other = signingKeys.issuerFor({ api: 'broker-token', algorithm: 'HS384', lifetime: 3600, claims: {} })
    t.equal(await issuer.verify(await other.sign(claims)), undefined)
    t.equal(await other.verify((await login(active)).text), undefined)
  })

  await t.test('a new token does not end an earlier one', async (t) => {
    const earlier = (await login(active)).text
    clock.advance(60)
    const later = (await login(active)).text
    t.not(later, earlier)
    t.ok(await issuer.verify(earlier))
    t.ok(await issuer.verify(later))
  })

  await t.test('unknown, wrong secret, pending, expired and revoked have one answer, byte for byte', async (t) => {
    for (const [cause, credentials] of Object.entries({
      'wrong secret': { ...active, secret: secretOfRefusedKeys },
      unknown: { accessKey: '0'.repeat(40), secret: secretOfRefusedKeys },
      pending: { accessKey: '1'.repeat(40), secret: secretOfRefusedKeys },
      expired: { accessKey: '2'.repeat(40), secret: secretOfRefusedKeys },
      revoked: { accessKey: '3'.repeat(40), secret: secretOfRefusedKeys },
      'another key of 1024 characters': { accessKey: '😀'.repeat(1024), secret: 'é'.repeat(1024) },
    })) {
      const { status, text, headers } = await login(credentials)
      t.equal(status, 401, cause)
      t.equal(text, unauthorized, cause)
      const { date, 'x-request-id': id, ...constant } = headers
      t.strictSame(constant, {
        'cache-control': 'no-store',
        'content-type': 'application/json',
        'content-length': String(unauthorized.length),
        connection: 'close',
      })
    }
  })

  await t.test('the demo keys are in the states that their refusals stand for', async (t) => {
    for (const digit of ['1', '2', '3']) {
      const found = await services.accessKeys.options.accessKeys.findByAccessKey(digit.repeat(40), clock.now())
      t.strictSame(found?.secretDigests.map(String), [String(services.digest(secretOfRefusedKeys))], digit)
    }
  })

  await t.test('a key is refused from the second of its date on', async (t) => {
    const key = { accessKey: 'a'.repeat(40), secret: 'the secret' }
    await insertKey(server, {
      accessKey: key.accessKey,
      expiresAt: '2023-09-01T00:00:00Z',
      secrets: { [key.secret]: null },
    })
    clock.set('2023-08-31T23:59:59.999Z')
    t.equal((await login(key)).status, 201)
    clock.set('2023-09-01T00:00:00.000Z')
    t.equal((await login(key)).text, unauthorized)
  })

  await t.test('during a rotation the old secret logs in until its time, and the new one all along', async (t) => {
    const accessKey = 'b'.repeat(40)
    await insertKey(server, { accessKey, secrets: { old: '2023-09-01T00:00:00Z', new: null } })
    clock.set('2023-08-31T23:59:59.999Z')
    t.equal((await login({ accessKey, secret: 'old' })).status, 201)
    t.equal((await login({ accessKey, secret: 'new' })).status, 201)
    clock.set('2023-09-01T00:00:00.000Z')
    t.equal((await login({ accessKey, secret: 'old' })).text, unauthorized)
    t.equal((await login({ accessKey, secret: 'new' })).status, 201)
  })

  await t.test('a key without any secret in force is refused', async (t) => {
    const accessKey = 'c'.repeat(40)
    await insertKey(server, { accessKey, secrets: { old: '2023-08-01T00:00:00Z' } })
    t.equal((await login({ accessKey, secret: 'old' })).text, unauthorized)
  })

  await t.test('the secret of one key does not open another', async (t) => {
    const accessKey = 'd'.repeat(40)
    await insertKey(server, { accessKey, secrets: { own: null } })
    t.equal((await login({ accessKey, secret: active.secret })).text, unauthorized)
    t.equal((await login({ ...active, secret: 'own' })).text, unauthorized)
  })

  await t.test('credentials are compared as they were sent', async (t) => {
    const { accessKey, secret } = active
    for (const credentials of [
      { accessKey: accessKey.toUpperCase(), secret },
      { accessKey: ` ${accessKey}`, secret },
      { accessKey: `${accessKey}\n`, secret },
      { accessKey, secret: secret.toLowerCase() },
      { accessKey, secret: `${secret} ` },
      { accessKey, secret: ` ${secret}` },
      { accessKey, secret: encodeURIComponent(secret) },
      { accessKey, secret: secret.replace('/', '_') },
      { accessKey, secret: `${secret}=` },
      { accessKey, secret: secret.slice(0, -1) },
    ]) {
      t.equal((await login(credentials)).text, unauthorized, JSON.stringify(credentials))
    }
  })

  await t.test('a revocation holds for the next login', async (t) => {
    const accessKey = 'e'.repeat(40)
    const id = await insertKey(server, { accessKey, secrets: { own: null } })
    t.equal((await login({ accessKey, secret: 'own' })).status, 201)
    await db.updateTable('access_keys').set({ state: 'revoked' }).where('id', '=', id).execute()
    t.equal((await login({ accessKey, secret: 'own' })).text, unauthorized)
  })

  await t.test("the document's invalid example has the document's answer, byte for byte", async (t) => {
    const { status, text } = await raw('{\n"accessKey" : "{{api_key}}"\n}')
    t.equal(status, 400)
    t.equal(text, invalid(missing('secret')))
    t.equal(
      text,
      JSON.stringify({
        statusCode: 'Error',
        error: {
          name: 'InvalidRequestFormatError',
          message: 'The request body is invalid. See error object `details` property for more info',
          details: [
            {
              path: '',
              code: 'required',
              message: "must have required property 'secret'",
              info: { missingProperty: 'secret' },
            },
          ],
        },
      }),
    )
  })

  await t.test('an invalid body has one entry for each fault, in the order of the validator', async (t) => {
    const { accessKey, secret } = active
    for (const [body, ...details] of [
      [{}, missing('accessKey'), missing('secret')],
      [{ secret }, missing('accessKey')],
      [{ accessKey, secret: '' }, empty('secret')],
      [{ accessKey: '', secret: '' }, empty('accessKey'), empty('secret')],
      [{ secret: '', accessKey: '' }, empty('accessKey'), empty('secret')],
      [{ secret: '' }, missing('accessKey'), empty('secret')],
      [{ accessKey: 986, secret: null }, wrongType('/accessKey', 'string'), wrongType('/secret', 'string')],
      [
        { accessKey: [accessKey], secret: { secret } },
        wrongType('/accessKey', 'string'),
        wrongType('/secret', 'string'),
      ],
      [{ accessKey: true, secret }, wrongType('/accessKey', 'string')],
      [{ accessKey, secret: 'x'.repeat(1025) }, tooLong('secret')],
      [{ accessKey: '😀'.repeat(1025), secret: '' }, tooLong('accessKey'), empty('secret')],
      [[], wrongType('', 'object')],
      [[active], wrongType('', 'object')],
      [null, wrongType('', 'object')],
      ['text', wrongType('', 'object')],
      [5, wrongType('', 'object')],
      [false, wrongType('', 'object')],
    ] as const satisfies readonly (readonly [unknown, ...string[]])[]) {
      const { status, text } = await login(body)
      t.equal(status, 400)
      t.equal(text, invalid(...details), JSON.stringify(body).slice(0, 80))
    }
  })

  await t.test('no body is the same as an object without fields', async (t) => {
    const both = invalid(missing('accessKey'), missing('secret'))
    t.equal((await api.call('loginWithAccessKey')).text, both)
    t.equal((await raw('')).text, both)
    t.equal((await raw(' \n')).text, both)
  })

  await t.test('what cannot be read has one entry that repeats nothing of it', async (t) => {
    const { accessKey, secret } = active
    for (const text of [
      `{"accessKey":"${accessKey}","secret":"${secret}"`,
      `{'accessKey':'${accessKey}'}`,
      `accessKey=${accessKey}&secret=${secret}`,
      `{"accessKey":"${accessKey}","secret":"\\u0000"}`,
      `{"accessKey":"\\ud800","secret":"${secret}"}`,
      `{"accessKey":"${accessKey}","secret":"${secret}","__proto__":{}}`,
      `{"accessKey":"${accessKey}","secret":"${secret}","constructor":{"prototype":{}}}`,
      Buffer.from(`{"accessKey":"${accessKey}","secret":"\xff"}`, 'latin1'),
    ]) {
      const reply = await raw(text)
      t.equal(reply.status, 400)
      t.equal(reply.text, invalid(unreadable), String(text))
    }
  })

  await t.test('further keys in the body are ignored', async (t) => {
    const { status, text } = await login({ ...active, state: 'revoked', ar: ['Root'], remember: null })
    t.equal(status, 201)
    t.strictSame(await issuer.verify(text), claims)
  })

  await t.test('of a key that is there twice the last counts', async (t) => {
    const { accessKey, secret } = active
    t.equal((await raw(`{"accessKey":"x","secret":"${secret}","accessKey":"${accessKey}"}`)).status, 201)
  })

  await t.test(
    'a body is read as JSON by its content type or without one, and every other type is refused',
    async (t) => {
      for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.partner+json']) {
        t.equal((await login(active, { 'content-type': type })).status, 201, type)
      }
      const body = JSON.stringify(active)
      t.equal((await send(baseUrl, { method: 'POST', path: '/login', body })).status, 201, 'none')
      const { status, text } = await login(active, { 'content-type': 'text/plain' })
      t.equal(status, 415)
      t.equal(
        text,
        '{"statusCode":"Error","error":{"name":"UnsupportedMediaTypeError","message":"The request body must be JSON.",' +
          '"code":"UnsupportedMediaTypeError"}}',
      )
    },
  )

  await t.test('a body of more than 16 KiB is refused in the envelope of this API', async (t) => {
    const { status, text } = await login({ ...active, filler: 'x'.repeat(16 * 1024) })
    t.equal(status, 413)
    t.equal(
      text,
      '{"statusCode":"Error","error":{"name":"PayloadTooLargeError","message":"The request body is larger than 16 KiB.",' +
        '"code":"PayloadTooLargeError"}}',
    )
  })

  await t.test('another method is refused in the envelope of this API, with the right one in Allow', async (t) => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const { status, headers, text } = await send(baseUrl, { method, path: '/login' })
      t.equal(status, 405, method)
      t.equal(headers.allow, 'POST')
      t.equal(headers['content-type'], 'application/json')
      if (method === 'HEAD') continue
      t.equal(
        text,
        '{"statusCode":"Error","error":{"name":"MethodNotAllowedError","message":"This path does not know this method.",' +
          '"code":"MethodNotAllowedError"}}',
      )
    }
  })

  await t.test('every refusal that the contract shows is what the server answers', async (t) => {
    const { replies, body } = api.operation('loginWithAccessKey')
    const examples = (at: `#${string}` | undefined, key = 'examples') => {
      const content = at && resolved(contracts['partner-login'].document, at)
      const named = isObject(content) ? content[key] : undefined
      return isObject(named) ? named : {}
    }
    const requests = { ...examples(body?.at), ...examples(body?.at, 'x-invalid-examples') }
    let replayed = 0
    for (const status of [400, 401]) {
      for (const [name, reply] of Object.entries(examples(replies[status]?.content?.at))) {
        const request = requests[name]
        if (!isObject(request) || !isObject(reply)) continue
        const answer = await login(request.value)
        t.equal(answer.status, status, name)
        t.equal(answer.text, JSON.stringify(reply.value), name)
        replayed++
      }
    }
    t.equal(replayed, 10)
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['loginWithAccessKey']))
})

test('a log holds no credential and no token, whatever happens', async (t) => {
  const captured = new CapturedLog('trace')
  const { server, login, api } = await startLogin(t, { log: captured.logger })
  t.notMatch(captured.text, '"level":40', 'a start warns of nothing')
  const { accessKey, secret } = active
  const token = (await login(active)).text
  const answers = [
    await login({ ...active, secret: secretOfRefusedKeys }),
    await login({ accessKey, secret: [secret] }),
    await login({ accessKey: [accessKey], secret }),
    await login([active]),
    await login(active, { 'content-type': 'text/plain' }),
    await login({ ...active, filler: 'x'.repeat(16 * 1024) }),
    await api.call('loginWithAccessKey', { raw: `{"accessKey":"${accessKey}","secret":"${secret}` }),
  ]
  await server.services.flush()
  await sql`alter table access_keys rename to access_keys_away`.execute(server.db)
  const failure = await login(active)
  t.equal(failure.status, 500)
  t.equal(
    failure.text,
    '{"statusCode":"Error","error":{"name":"InternalServerError","message":"The service failed. The fault is not in the request.",' +
      '"code":"InternalServerError"}}',
  )
  const log = captured.text
  t.match(log, 'operation failed', 'the failure is in the log')
  for (const text of [log, failure.text, ...answers.map(({ text }) => text)]) {
    for (const hidden of [accessKey, secret, secretOfRefusedKeys, token, token.split('.')[2] ?? '']) {
      t.notOk(text.includes(hidden))
    }
  }
})
