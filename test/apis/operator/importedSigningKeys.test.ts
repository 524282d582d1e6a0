import { randomBytes } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { type Test, test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { checkImportedKeys } from '../../../src/doctor/keys.js'
import { refusals } from '../../support/broker.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer } from '../../support/operator.js'

const now = Date.parse('2026-01-15T10:00:00Z') / 1000
const id = '7f0c3a52-6d0b-4c8e-9a41-7b5e2d9f0b11'
const account = '0ea70001-0f58-44a2-80ad-953633ff2cc7'
const company = '29263739-2cf8-483d-af15-6151dc8448b4'
const customerId = 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7'
const inactive = { active: false }

type Api = 'broker-token' | 'partner-login' | 'security-management'

/** What another installation has of each API: its rows, and what its tokens say. */
const installations = {
  'broker-token': {
    alg: 'HS256',
    row: { type: 'broker-user', name: 'Altbestand AG', id, hash: 'hash-of-a-partner', secret: 'secret-of-a-partner' },
    claims: { sub: id, role: 'API', iat: now, exp: now + 900 },
    told: { active: true, api: 'broker-token', sub: id, iat: now, exp: now + 900 },
  },
  'partner-login': {
    alg: 'HS384',
    row: {
      type: 'access-key',
      name: 'Terminal 7',
      id,
      accessKey: 'key-of-a-partner',
      secret: 'secret-of-the-key',
      account,
      company,
      userId: company,
      roles: ['Partner'],
    },
    claims: {
      uid: company,
      ar: ['Partner'],
      ak: id,
      realm: 'Partner',
      ca: account,
      cid: company,
      domain: '/partners-int',
      iat: now,
      exp: now + 3600,
    },
    told: {
      active: true,
      api: 'partner-login',
      sub: company,
      clientId: id,
      roles: ['Partner'],
      iat: now,
      exp: now + 3600,
    },
  },
  'security-management': {
    alg: 'HS256',
    row: { type: 'security-user', username: 'Moved@example.org', uid: 4711, customerId, password: 'correct horse' },
    claims: { uid: 4711, email: 'moved@example.org', jti: 'c2f1', iat: now, exp: now + 3600 },
    told: {
      active: true,
      api: 'security-management',
      tokenUse: 'access',
      sub: '4711',
      username: 'Moved@example.org',
      customerId,
      iat: now,
      exp: now + 3600,
      jti: 'c2f1',
    },
  },
} as const

test('the signing keys of other installations', async (t) => {
  const { asAdmin, asViewer, audit, baseUrl, caller, clock, db, restoreDemo, services } = await startOperatorServer(t)
  const introspect = async (token: string) => (await asViewer('introspectToken', { body: { token } })).body
  const importKey = (api: string, key: Buffer, more: object = {}) =>
    asAdmin('importSigningKey', {
      params: { api },
      body: { key: key.toString('base64url'), kid: null, verifyOnly: true, ...more },
    })
  const retire = (api: string) => asAdmin('retireSigningKeys', { params: { api }, body: {} })
  const broker = new ContractCaller(contracts['broker-token'], baseUrl)
  const accounts = new ContractCaller(contracts['broker-accounts'], baseUrl)
  const partner = new ContractCaller(contracts['partner-login'], baseUrl)
  const management = new ContractCaller(contracts['security-management'], baseUrl)
  const sign = (api: Api, secret: Buffer, claims: object = installations[api].claims) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: installations[api].alg }).sign(secret)
  /** Another installation of an API, whose records are here: its secret, and a token of it. */
  async function begin(t: Test, api: Api): Promise<{ secret: Buffer; token: string }> {
    await db.deleteFrom('signing_keys').execute()
    clock.set('2026-01-15T10:00:00Z')
    // The keys in memory are those of the test before, until they are read again.
    clock.advance(-9)
    await introspect(await sign(api, randomBytes(64)))
    clock.advance(9)
    await restoreDemo()
    const { body } = await asAdmin('importCredentials', { body: { rows: [installations[api].row] } })
    t.equal(body.refused, 0)
    const secret = Buffer.from(randomBytes(24).toString('hex'))
    return { secret, token: await sign(api, secret) }
  }
  async function logIn(api: Api): Promise<string> {
    if (api === 'broker-token') {
      const { hash, secret } = installations[api].row
      return (await broker.call('createSecurityToken', { body: { hash, secret } })).body.token
    }
    if (api === 'partner-login') {
      const { accessKey, secret } = installations[api].row
      return (await partner.call('loginWithAccessKey', { body: { accessKey, secret } })).body
    }
    const { username, password } = installations[api].row
    return (await management.call('createTokenPair', { body: { username, password } })).body.content[0].token
  }

  for (const api of Object.keys(installations) as Api[]) {
    await t.test(
      `tokens of another installation of ${api} work from the import to the retirement of its key`,
      async (t) => {
        const { secret, token } = await begin(t, api)
        t.strictSame(await introspect(token), inactive, 'before')
        const { body: key } = await importKey(api, secret)
        t.match(key, { api, kid: null, imported: true, state: 'verifying', signsFrom: null, expiresAt: null })
        t.strictSame(await introspect(token), installations[api].told)
        const own = await logIn(api)
        t.ok(decodeProtectedHeader(own).kid, 'new tokens are signed with another key')
        t.equal((await introspect(own)).active, true)
        t.equal((await introspect(token)).active, true, 'and those of the other installation go on')
        t.strictSame(
          (await retire(api)).body.items.map((one: { id: string }) => one.id),
          [key.id],
        )
        t.strictSame(await introspect(token), inactive, 'after')
        t.equal((await introspect(own)).active, true)
        t.match(await audit({ action: 'signing-key.import', limit: '1' }), [
          { subject: api, detail: `id: ${key.id}; kid: none; verifyOnly: true`, result: 'succeeded' },
        ])
        t.match(await audit({ action: 'signing-key.retire', limit: '1' }), [
          { subject: api, detail: `overlapSeconds: 0; 1 keys: ${key.id}`, result: 'succeeded' },
        ])
      },
    )

    await t.test(
      `a server that verifies tokens of ${api} with the old secret goes on where it signs here`,
      async (t) => {
        const { secret, token } = await begin(t, api)
        await importKey(api, secret, { verifyOnly: false })
        clock.advance(10)
        const own = await logIn(api)
        t.strictSame(decodeProtectedHeader(own), { alg: installations[api].alg, typ: 'JWT' })
        const verified = await jwtVerify(own, secret, {
          algorithms: [installations[api].alg],
          currentDate: clock.now(),
        })
        t.match(verified.payload, { iat: now + 10 })
        t.equal((await introspect(own)).active, true)
        t.strictSame(await introspect(token), installations[api].told)
      },
    )

    await t.test(`a forged or altered token of ${api} without a kid is inactive`, async (t) => {
      const { secret, token } = await begin(t, api)
      await importKey(api, secret)
      const [header = '', payload = '', signature = ''] = token.split('.')
      const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
      const { exp, iat } = installations[api].claims
      for (const forged of [
        await sign(api, randomBytes(48)),
        `${header}.${payload}.`,
        `${encode({ alg: 'none' })}.${payload}.${signature}`,
        `${encode({ alg: installations[api].alg, kid: null })}.${payload}.${signature}`,
        await sign(api, secret, { ...installations[api].claims, exp: exp + 1 }),
        await sign(api, secret, { ...installations[api].claims, iat: iat + 61 }),
        await sign(api, secret, { iat, exp }),
      ]) {
        t.strictSame(await introspect(forged), inactive)
      }
      clock.set(new Date(exp * 1000).toISOString())
      t.strictSame(await introspect(token), inactive, 'expired')
    })
  }

  await t.test('doctor names the APIs whose imported keys are to be retired one day', async (t) => {
    const { secret } = await begin(t, 'partner-login')
    t.strictSame(await checkImportedKeys(services.signingKeys), [])
    await importKey('partner-login', secret)
    t.match(await checkImportedKeys(services.signingKeys), [
      { level: 'ok', message: /accepted at partner-login; .* signing-key retire partner-login$/ },
    ])
    await retire('partner-login')
    t.strictSame(await checkImportedKeys(services.signingKeys), [])
  })

  await t.test('broker-accounts accepts such a token while its user is active', async (t) => {
    const { secret, token } = await begin(t, 'broker-token')
    const list = async () => (await accounts.call('listAccountTokens', { params: { token } })).body
    t.strictSame(await list(), refusals.invalid)
    await importKey('broker-token', secret)
    t.strictSame(await list(), [])
    await asAdmin('updateBrokerUser', { params: { id }, body: { active: false } })
    t.strictSame(await list(), refusals.deactivated)
    await asAdmin('updateBrokerUser', { params: { id }, body: { active: true } })
    clock.advance(900)
    t.strictSame(await list(), refusals.expired)
    await retire('broker-token')
    t.strictSame(await list(), refusals.invalid)
  })

  await t.test('a token of partner-login is inactive once its access key is', async (t) => {
    const { secret, token } = await begin(t, 'partner-login')
    await importKey('partner-login', secret)
    t.equal((await introspect(token)).active, true)
    await asAdmin('revokeAccessKey', { params: { id } })
    t.strictSame(await introspect(token), inactive)
    await db.deleteFrom('access_keys').where('id', '=', id).execute()
  })

  await t.test('a token of security-management speaks for the user with its number, name and customer', async (t) => {
    const { secret, token } = await begin(t, 'security-management')
    const { claims } = installations['security-management']
    await importKey('security-management', secret)
    t.equal((await introspect(await sign('security-management', secret, { ...claims, customerId }))).active, true)
    for (const other of [
      { uid: 155 },
      { uid: 4712 },
      { uid: 2 ** 40 },
      { uid: '4711' },
      { email: 'somebody.else@example.org' },
      { email: '\0' },
      { customerId: company },
      { customerId: 7 },
    ]) {
      const wrong = await sign('security-management', secret, { ...claims, ...other })
      t.strictSame(await introspect(wrong), inactive, JSON.stringify(other))
    }
    await asAdmin('updateSecurityUser', { params: { uid: '4711' }, body: { active: false } })
    t.strictSame(await introspect(token), inactive)
    await asAdmin('updateSecurityUser', { params: { uid: '4711' }, body: { active: true } })
    t.strictSame(await introspect(token), inactive, 'the deactivation has ended it')
  })

  await t.test('a token of security-management ends with the sessions of its user', async (t) => {
    const { secret, token } = await begin(t, 'security-management')
    await db.updateTable('security_users').set({ sessions_ended_at: null }).execute()
    const { claims } = installations['security-management']
    await importKey('security-management', secret)
    t.equal((await introspect(token)).active, true)
    clock.advance(100)
    await asAdmin('endSecurityUserSessions', { params: { uid: '4711' } })
    t.strictSame(await introspect(token), inactive)
    const issuedAt = (iat: number) => sign('security-management', secret, { ...claims, iat, exp: iat + 60 })
    clock.advance(60)
    t.strictSame(await introspect(await issuedAt(now + 160)), inactive, 'a clock may have been a minute ahead')
    t.equal((await introspect(await issuedAt(now + 161))).active, true)
  })

  await t.test('a token that may be one of a session is looked up as one', async (t) => {
    const { secret } = await begin(t, 'security-management')
    const { claims } = installations['security-management']
    const likeOurs = await sign('security-management', secret, { ...claims, jti: 'AAAAAAAAAAAAAAAAAAAAAA' })
    await db.updateTable('security_users').set({ sessions_ended_at: null }).execute()
    await importKey('security-management', secret)
    t.equal((await introspect(likeOurs)).active, true, 'nothing was ever signed with this key here')
    await retire('security-management')
    const signing = Buffer.from(randomBytes(24).toString('hex'))
    await importKey('security-management', signing, { verifyOnly: false })
    clock.advance(10)
    const own = await logIn('security-management')
    t.equal((await introspect(own)).active, true)
    t.equal((await introspect(await sign('security-management', signing))).active, true)
    const withoutSession = await sign('security-management', signing, { ...claims, jti: 'AAAAAAAAAAAAAAAAAAAAAA' })
    t.strictSame(await introspect(withoutSession), inactive)
    const { status } = await management.call('refreshTokenPair', {
      body: { token: await sign('security-management', signing), refreshToken: randomBytes(32).toString('base64url') },
    })
    t.equal(status, 401, 'it refreshes nothing')
  })

  await t.test('what cannot be taken is refused, and the refusal is in the audit', async (t) => {
    const { secret } = await begin(t, 'partner-login')
    for (const [more, detail] of [
      [{ key: 'A' }, /base64url/],
      [{ key: randomBytes(15).toString('base64url') }, /16 bytes/],
      [{ key: randomBytes(47).toString('base64url'), verifyOnly: false }, /48 bytes/],
      [{ key: Buffer.alloc(64).toString('base64url') }, /different bytes/],
      [{ kid: '' }, /./],
      [{ kid: 'ü' }, /./],
    ] as const) {
      const { status, body } = await importKey('partner-login', secret, more)
      t.equal(status, 400)
      t.match(body.errors, [{ detail }])
    }
    t.equal((await importKey('gateway-tokens', secret)).status, 404)
    await importKey('partner-login', secret)
    const again = await importKey('partner-login', secret, { kid: 'k' })
    t.match(again, { status: 409, body: { type: 'urn:tokenwright:problem:already-exists' } })
    t.match(await audit({ action: 'signing-key.import', limit: '1' }), [
      { subject: 'partner-login', detail: 'exists', result: 'refused' },
    ])
    t.notMatch(again.text, secret.toString('base64url'))
    for (const id of ['00000000-0000-4000-8000-000000000000', account]) {
      t.equal((await asAdmin('retireSigningKeys', { params: { api: 'partner-login' }, body: { id } })).status, 404)
    }
    t.equal((await asAdmin('retireSigningKeys', { params: { api: 'gateway-tokens' } })).status, 404)
  })

  await t.test(
    'the export is a key set with which another library verifies and signs, and is in the audit',
    async (t) => {
      const { secret } = await begin(t, 'partner-login')
      const short = secret.subarray(0, 20)
      await importKey('partner-login', short)
      const { body, headers } = await asAdmin('exportSigningKeys', { params: { api: 'partner-login' } })
      t.equal(headers['cache-control'], 'no-store')
      t.match(body.keys, [
        { kty: 'oct', use: 'sig', alg: 'HS384', kid: /^[0-9a-f-]{36}$/ },
        { kty: 'oct', alg: 'HS384', k: short.toString('base64url') },
      ])
      t.notOk('kid' in body.keys[1])
      const token = await logIn('partner-login')
      t.equal(decodeProtectedHeader(token).kid, body.keys[0].kid)
      const { payload } = await jwtVerify(token, Buffer.from(body.keys[0].k, 'base64url'), { currentDate: clock.now() })
      t.equal(payload.ak, id)
      t.match(await audit({ action: 'signing-key.export', limit: '1' }), [
        { subject: 'partner-login', detail: '2 keys', result: 'succeeded' },
      ])
      t.equal((await asAdmin('exportSigningKeys', { params: { api: 'gateway-tokens' } })).status, 404)
    },
  )

  await t.test('an export whose event cannot be written is not answered', async (t) => {
    await db.schema.alterTable('audit_events').renameTo('elsewhere').execute()
    const { status, text } = await asAdmin('exportSigningKeys', { params: { api: 'partner-login' } })
    await db.schema.alterTable('elsewhere').renameTo('audit_events').execute()
    t.equal(status, 500)
    t.notMatch(text, /"k"/)
  })

  const changes = ['importSigningKey', 'retireSigningKeys', 'exportSigningKeys'] as const
  await t.test('a viewer and a stranger may do none of it', async (t) => {
    for (const operationId of changes) {
      const call = {
        params: { api: 'partner-login' },
        ...(operationId === 'importSigningKey' && { body: { key: randomBytes(48).toString('base64url') } }),
      }
      t.equal((await asViewer(operationId, call)).status, 403)
      t.equal((await caller.call(operationId, call)).status, 401)
    }
  })

  t.test('every declared status was seen', (t) => {
    caller.assertAllStatusesSeen(t, changes)
    t.end()
  })
})
