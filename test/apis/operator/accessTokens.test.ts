import { createHmac, randomBytes } from 'node:crypto'
import { CompactEncrypt, exportSPKI, type JWTPayload } from 'jose'
import { type Test, test } from 'tap'
import {
  makeSigningKey,
  oidcSettings,
  type SigningKey,
  signToken,
  startFixedProvider,
  startHttpServer,
} from '../../support/identity-provider.js'
import { readMetrics } from '../../support/metrics-page.js'
import { adminKey, startOperatorServer } from '../../support/operator.js'

const now = '2026-01-15T10:00:00Z'
const nowSeconds = Date.parse(now) / 1000
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The claims of an access token that is accepted. */
function claimsFor(issuer: string, changed: JWTPayload = {}): JWTPayload {
  return {
    iss: issuer,
    aud: oidcSettings.audience,
    client_id: oidcSettings.clientId,
    sub: 'ada',
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    groups: ['token-admins'],
    iat: nowSeconds - 60,
    exp: nowSeconds + 600,
    ...changed,
  }
}

async function start(t: Test, keys?: readonly SigningKey[]) {
  const key = await makeSigningKey('first')
  const provider = await startFixedProvider(t, keys ?? [key])
  const server = await startOperatorServer(t, { now, oidc: { ...oidcSettings, issuer: provider.issuer } })
  const me = (token: string) => server.caller.call('getOwnOperator', { token })
  return { key, provider, me, ...server }
}

test('access tokens of the identity provider', async (t) => {
  const rsa = await makeSigningKey('rsa', 'RS256')
  const first = await makeSigningKey('first')
  const { provider, me, caller, asAdmin } = await start(t, [first, rsa])
  const { issuer } = provider
  const sign = (claims: JWTPayload, header?: Record<string, unknown>, key = first) =>
    signToken(key, claimsFor(issuer, claims), header)
  const without = (name: string) => sign({ [name]: undefined })

  await t.test('tell who calls, which role they have and until when', async (t) => {
    const { status, body } = await me(await sign({}))
    t.equal(status, 200)
    t.strictSame(body, {
      id: `${issuer}#ada`,
      name: 'Ada Lovelace',
      email: 'ada@example.org',
      role: 'admin',
      signedInWith: 'identity-provider',
      expiresAt: '2026-01-15T10:10:00.000Z',
    })
    for (const [claims, expected] of [
      [{ groups: ['staff', 'token-admins'] }, { role: 'admin' }],
      [{ groups: ['others', 'auditors'] }, { role: 'viewer' }],
      [{ groups: 'staff' }, { role: 'viewer' }],
      [{ name: undefined }, { name: 'ada@example.org' }],
      [{ name: undefined, preferred_username: 'ada.l' }, { name: 'ada.l' }],
      [
        { name: 'two\nlines', email: 7 },
        { name: 'ada', email: null },
      ],
      [{ exp: nowSeconds + 86_400 }, { expiresAt: '2026-01-15T10:59:00.000Z' }],
      [{ aud: ['another', oidcSettings.audience] }, { role: 'admin' }],
      [{ client_id: undefined, azp: oidcSettings.clientId }, { role: 'admin' }],
      [{ client_id: undefined, cid: oidcSettings.clientId }, { role: 'admin' }],
      [{ exp: nowSeconds - 20, nbf: nowSeconds + 20 }, { role: 'admin' }],
    ] as [JWTPayload, object][]) {
      t.match((await me(await sign(claims))).body, expected, JSON.stringify(claims))
    }
    for (const typ of ['JWT', 'application/at+jwt', 'AT+JWT', undefined]) {
      t.equal((await me(await sign({}, { typ }))).status, 200, `typ ${typ}`)
    }
    t.equal((await me(await sign({}, {}, rsa))).status, 200, 'RS256')
  })

  await t.test('are refused, whatever is wrong with them', async (t) => {
    const attacker = await startHttpServer(t, (_request, response) => response.end(JSON.stringify({ keys: [] })))
    const foreign = await makeSigningKey('first')
    const unknown = await makeSigningKey('nobody-has-this')
    const claims = claimsFor(issuer)
    const hmac = (secret: string): string => {
      const text = `${encode({ alg: 'HS256', kid: 'rsa', typ: 'at+jwt' })}.${encode(claims)}`
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    }
    const good = await sign({})
    const [header = '', , signature = ''] = good.split('.')
    const encrypted = new CompactEncrypt(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'dir', enc: 'A128GCM', kid: 'first' })
      .encrypt(randomBytes(16))
    const refused: Record<string, string | Promise<string>> = {
      'alg none': `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims)}.`,
      'alg none with a signature': `${encode({ alg: 'none', kid: 'first' })}.${encode(claims)}.${signature}`,
      'HS256 with the public key in PEM': hmac(await exportSPKI(rsa.publicKey)),
      'HS256 with the public key as JWK': hmac(JSON.stringify(rsa.jwk)),
      'another key of the same kid': sign({}, {}, foreign),
      'a kid that nobody has': sign({}, {}, unknown),
      'no kid, where there are several keys of the kind': sign({}, { kid: undefined }, foreign),
      'its own key in the header': sign({}, { jwk: foreign.jwk }, foreign),
      'a jku of somebody else': sign({}, { jku: `${attacker.url}/jwks` }, unknown),
      'an x5u of somebody else': sign({}, { x5u: `${attacker.url}/x5u` }, unknown),
      'a kid that is a URL': sign({}, { kid: `${attacker.url}/kid` }, unknown),
      'another algorithm than the key has': sign({}, { alg: 'ES384' }, await makeSigningKey('first', 'ES384')),
      'an extension that has to be understood': `${encode({ alg: 'ES256', kid: 'first', crit: ['b64'], b64: false })}.${encode(claims)}.${signature}`,
      'another audience': sign({ aud: 'https://other.example.org' }),
      'no audience': without('aud'),
      'the audience in another case': sign({ aud: oidcSettings.audience.toUpperCase() }),
      'an ID token, whose audience is the client': sign({ aud: oidcSettings.clientId, nonce: 'n' }, { typ: 'JWT' }),
      'a logout token': sign({}, { typ: 'logout+jwt' }),
      'another issuer': sign({ iss: 'https://login.example.org' }),
      'the issuer with a slash': sign({ iss: `${issuer}/` }),
      'no issuer': without('iss'),
      expired: sign({ exp: nowSeconds - 31 }),
      'no expiry': without('exp'),
      'an expiry that is a text': sign({ exp: String(nowSeconds + 600) as never }),
      'not valid yet': sign({ nbf: nowSeconds + 31 }),
      'issued in the future': sign({ iat: nowSeconds + 31 }),
      'no time of issue': without('iat'),
      'issued more than an hour ago': sign({ iat: nowSeconds - 3_631, exp: nowSeconds + 600 }),
      'no subject': without('sub'),
      'an empty subject': sign({ sub: '' }),
      'a subject with a line break': sign({ sub: 'ada\nadmin' }),
      'a subject that is too long': sign({ sub: 'a'.repeat(256) }),
      'another client': sign({ client_id: 'another' }),
      'another client beside ours': sign({ azp: 'another' }),
      'no client': without('client_id'),
      'bound to a key of the client': sign({ cnf: { jkt: 'x' } }),
      'other claims under the signature': `${header}.${encode({ ...claims, sub: 'eve' })}.${signature}`,
      'no signature': `${header}.${encode(claims)}.`,
      'claims that are no object': `${header}.${encode(['x'])}.${signature}`,
      encrypted,
    }
    for (const [what, token] of Object.entries(refused)) {
      const { status, headers } = await me(await token)
      t.equal(status, 401, what)
      t.equal(headers['www-authenticate'], 'Bearer realm="operator", error="invalid_token"')
    }
    t.strictSame(attacker.requests, [], 'no URL of a token is asked')
    t.equal(provider.requests.filter((path) => path === '/jwks').length, 1, 'unknown keys are no flood of requests')
    t.equal((await me(good)).status, 200, 'the good one is still good')
  })

  await t.test('are not accepted where an operator names itself with its key', async (t) => {
    const basic = Buffer.from(`${encodeURIComponent('Ada Lovelace')}:${await sign({})}`).toString('base64')
    const body = { token: 'x' }
    const asked = await caller.call('introspectOauthToken', { headers: { authorization: `Basic ${basic}` }, body })
    t.equal(asked.status, 401)
    t.equal((await caller.call('introspectOauthToken', { token: await sign({}), body })).status, 200)
  })

  await t.test('name the actor in the audit, by whom it is found', async (t) => {
    const admin = await sign({})
    const auditor = await sign({ sub: 'bob', name: 'Bob', groups: ['auditors'] })
    const nobody = await sign({ sub: 'eve', name: 'Eve', groups: ['others'] })
    const create = (token: string) => caller.call('createPartner', { token, body: { name: 'Acme Ltd' } })
    t.equal((await create(admin)).status, 201)
    t.match((await create(auditor)).body, { status: 403, detail: 'A viewer may look but not change anything.' })
    t.match((await create(nobody)).body, { status: 403, detail: /^Your account has no role on this server/ })
    for (const [sub, name, result] of [
      ['ada', 'Ada Lovelace', 'succeeded'],
      ['bob', 'Bob', 'refused'],
      ['eve', 'Eve', 'refused'],
    ]) {
      const id = `${issuer}#${sub}`
      const { items } = (await asAdmin('listAuditEvents', { query: { actor: id } })).body
      t.match(items, [{ actor: { kind: 'operator', id, name }, action: 'partner.create', result }])
      t.equal(items.length, 1)
    }
    t.equal((await caller.call('listPartners', { token: auditor })).status, 200)
  })

  await t.test('without a role may do nothing', async (t) => {
    for (const groups of [undefined, [], ['others'], ['Token-Admins'], { admin: true }, [['token-admins']], '']) {
      const token = await sign({ groups })
      t.equal((await me(token)).status, 403, JSON.stringify(groups))
      t.equal((await caller.call('listOperators', { token })).status, 403)
    }
  })
  t.equal((await me(adminKey)).body.signedInWith, 'operator-key', 'keys go on')
})

test('an identity provider that cannot be used', async (t) => {
  const { key, provider, me, caller, baseUrl } = await start(t)
  const token = await signToken(key, claimsFor(provider.issuer))
  const internal = await startHttpServer(t, (_request, response) => response.end('{"keys":[]}'))
  const identityProvider = async () => (await caller.call('getSignIn')).body.identityProvider

  await t.test('is named with its endpoints while it answers', async (t) => {
    t.strictSame(await identityProvider(), {
      issuer: provider.issuer,
      clientId: 'tokenwright',
      scopes: 'openid profile email',
      isAvailable: true,
      authorizationEndpoint: `${provider.issuer}/authorize`,
      tokenEndpoint: `${provider.issuer}/token`,
      isIssuerInResponses: false,
    })
  })

  await t.test('is 503 for its tokens, and keys go on', async (t) => {
    provider.answerKeys = (_request, response) => response.writeHead(302, { location: `${internal.url}/keys` }).end()
    t.equal((await me(token)).status, 503, 'a redirect is not followed')
    t.equal((await me(token)).status, 503)
    t.strictSame(internal.requests, [])
    t.equal(provider.requests.filter((path) => path === '/jwks').length, 1, 'who asks again finds a pause')
    t.equal((await me(adminKey)).status, 200)
    const samples = await readMetrics(baseUrl)
    const counted = (document: string, outcome: string) =>
      samples.get(`tokenwright_identity_provider_requests_total{document="${document}",outcome="${outcome}"}`)
    t.strictSame([counted('keys', 'failed'), counted('keys', 'read')], [1, 0])
    t.strictSame([counted('metadata', 'failed'), counted('metadata', 'read')], [0, 1])
  })

  for (const [what, prepare] of Object.entries<(one: typeof provider) => void | Promise<void>>({
    'has a key set that is too large': (one) => {
      one.answerKeys = (_request, response) => response.end(`{"keys":[],"padding":"${'x'.repeat(300_000)}"}`)
    },
    'has a key set that is no JSON': (one) => {
      one.answerKeys = (_request, response) => response.end('<html>')
    },
    'has a key set without keys': (one) => {
      one.answerKeys = (_request, response) => response.end('{"keys":[null]}')
    },
    'has a key set in plain text on another machine': (one) => {
      one.metadata = { jwks_uri: 'http://198.51.100.1/jwks' }
    },
    'speaks for another issuer': (one) => {
      one.metadata = { issuer: 'https://login.example.org' }
    },
    'does not listen': (one) => one.stop(),
  })) {
    await t.test(what, async (t) => {
      const { key, provider, me, caller } = await start(t)
      await prepare(provider)
      const { status, headers } = await me(await signToken(key, claimsFor(provider.issuer)))
      t.equal(status, 503)
      t.equal(headers['retry-after'], '5')
      const asked = provider.requests.length
      t.equal((await me(await signToken(key, claimsFor(provider.issuer)))).status, 503)
      t.equal(provider.requests.length, asked, 'who asks again finds a pause')
      t.equal((await me(adminKey)).status, 200)
      if (provider.answerKeys === undefined) {
        const { body } = await caller.call('getSignIn')
        t.match(body.identityProvider, { isAvailable: false, authorizationEndpoint: undefined })
      }
    })
  }
})

test('without an identity provider a token is a key that nobody has', async (t) => {
  const { caller } = await startOperatorServer(t, { now })
  t.strictSame((await caller.call('getSignIn')).body, {})
  const token = await signToken(await makeSigningKey('first'), claimsFor('https://login.example.org'))
  const { status, body } = await caller.call('getOwnOperator', { token })
  t.equal(status, 401)
  t.equal(body.detail, 'The operator key is not known.')
})
