import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { brokerCredentials } from '../../support/broker.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { send } from '../../support/http.js'
import { startServer } from '../../support/server.js'

const refused = '{"error":"API User is not existing or deactivated."}'

test('createSecurityToken', async (t) => {
  const { baseUrl, db, clock, services, restoreDemo } = await startServer(t, { now: '2024-01-26T14:39:46Z' })
  const api = new ContractCaller(contracts['broker-token'], baseUrl)
  const create = (body: unknown) => api.call('createSecurityToken', { body })
  const errorOf = async (body: unknown): Promise<unknown> => {
    const reply = await create(body)
    t.strictSame([reply.status, Object.keys(reply.body)], [200, ['error']])
    t.equal(reply.headers['cache-control'], 'no-store')
    return reply.body.error
  }
  const { active, deactivated, withoutAccounts } = brokerCredentials

  await t.test('the answer is the token and its end, and nothing else', async (t) => {
    const { status, body, headers } = await create(active)
    t.equal(status, 200)
    t.strictSame(Object.keys(body), ['token', 'expired'])
    t.equal(body.expired, '2024-01-26 14:54:46')
    t.match(body.token, /^[\w-]+\.[\w-]+\.[\w-]+$/)
    t.equal(headers['cache-control'], 'no-store')
    t.equal(headers['content-type'], 'application/json')
  })

  await t.test('a user without accounts gets a token as well', async (t) => {
    t.strictSame(Object.keys((await create(withoutAccounts)).body), ['token', 'expired'])
  })

  await t.test('expired is the exp claim, 15 minutes after iat', async (t) => {
    const { body } = await create(active)
    const claims = await services.signingKeys
      .issuerFor({ api: 'broker-token', algorithm: 'HS256', lifetime: 3600, claims: {} })
      .verify(body.token)
    t.equal(claims?.exp, Date.parse('2024-01-26T14:54:46Z') / 1000)
    t.equal(claims?.iat, Date.parse('2024-01-26T14:39:46Z') / 1000)
    t.strictSame(Object.keys(claims ?? {}).sort(), ['exp', 'iat', 'jti', 'sub'])
  })

  await t.test('fractions of a second are cut off', async (t) => {
    clock.set('2024-01-26T14:39:46.999Z')
    const { body } = await create(active)
    t.equal(body.expired, '2024-01-26 14:54:46')
    const claims = await services.signingKeys
      .issuerFor({ api: 'broker-token', algorithm: 'HS256', lifetime: 3600, claims: {} })
      .verify(body.token)
    t.equal(claims?.exp, Date.parse('2024-01-26T14:54:46Z') / 1000)
    clock.set('2024-01-26T14:39:46Z')
  })

  await t.test('midnight is 00', async (t) => {
    clock.set('2024-12-31T23:45:00Z')
    t.equal((await create(active)).body.expired, '2025-01-01 00:00:00')
    clock.set('2024-02-28T23:50:07Z')
    t.equal((await create(active)).body.expired, '2024-02-29 00:05:07')
    clock.set('2024-01-26T14:39:46Z')
  })

  await t.test('parallel callers each get a token of their own', async (t) => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => create(active)))
    t.equal(new Set(replies.map(({ body }) => body.token)).size, 10)
  })

  await t.test('an unknown hash, a wrong secret and a deactivated user get one answer, byte for byte', async (t) => {
    for (const body of [
      { ...active, hash: 'f'.repeat(64) },
      { ...active, secret: 'this-is-not-the-secret' },
      { ...active, secret: deactivated.secret },
      deactivated,
      { ...deactivated, secret: 'this-is-not-the-secret' },
    ]) {
      const { status, text, headers } = await create(body)
      t.equal(status, 200)
      t.equal(text, refused)
      t.equal(headers['cache-control'], 'no-store')
    }
  })

  await t.test('credentials are compared as they are sent', async (t) => {
    const { hash, secret } = active
    for (const body of [
      { hash: hash.toUpperCase(), secret },
      { hash: ` ${hash}`, secret },
      { hash: `${hash}\n`, secret },
      { hash, secret: secret.toLowerCase() },
      { hash, secret: `${secret} ` },
      { hash, secret: `${secret}%20` },
      { hash: secret, secret: hash },
    ]) {
      t.equal((await create(body)).text, refused, JSON.stringify(body))
    }
  })

  await t.test('a user whose secret was rotated signs in with both until the earlier one expires', async (t) => {
    const user = await db
      .selectFrom('broker_users')
      .select('id')
      .where('hash_digest', '=', services.digest(active.hash))
      .executeTakeFirstOrThrow()
    await db
      .updateTable('broker_secrets')
      .set({ expires_at: new Date('2024-01-26T14:39:47Z') })
      .where('user_id', '=', user.id)
      .execute()
    await db
      .insertInto('broker_secrets')
      .values({
        user_id: user.id,
        digest: services.digest('the-new-secret'),
        master_key: services.masterKey,
        hint: '',
        created_at: clock.now(),
        expires_at: null,
      })
      .execute()
    t.ok((await create(active)).body.token)
    t.ok((await create({ ...active, secret: 'the-new-secret' })).body.token)
    clock.set('2024-01-26T14:39:47Z')
    t.equal((await create(active)).text, refused)
    t.ok((await create({ ...active, secret: 'the-new-secret' })).body.token)
    clock.set('2024-01-26T14:39:46Z')
    await restoreDemo()
  })

  await t.test('neither hash nor secret is stored as it is', async (t) => {
    const rows = [
      ...(await db.selectFrom('broker_users').selectAll().execute()).map(({ hash_digest }) => hash_digest),
      ...(await db.selectFrom('broker_secrets').selectAll().execute()).map(({ digest }) => digest),
    ]
    for (const value of [active.hash, active.secret]) {
      t.notOk(rows.some((row) => row.toString('latin1').includes(value) || row.toString('hex') === value))
    }
  })

  await t.test('keys that the document does not list are ignored', async (t) => {
    t.ok((await create({ ...active, user: 'x', grant_type: ['y'] })).body.token)
  })

  await t.test('the first field that is wrong is named, with the reason', async (t) => {
    const { hash, secret } = active
    const long = 'x'.repeat(1025)
    const faults: readonly (readonly [unknown, string])[] = [
      [{}, 'The field "hash" is missing.'],
      [{ hash }, 'The field "secret" is missing.'],
      [{ secret }, 'The field "hash" is missing.'],
      [{ Hash: hash, secret }, 'The field "hash" is missing.'],
      [{ hash: '', secret }, 'The field "hash" must not be empty.'],
      [{ hash, secret: '' }, 'The field "secret" must not be empty.'],
      [{ hash: '', secret: '' }, 'The field "hash" must not be empty.'],
      [{ hash: 123, secret }, 'The field "hash" must be a string.'],
      [{ hash: 123 }, 'The field "hash" must be a string.'],
      [{ hash: null, secret }, 'The field "hash" must be a string.'],
      [{ hash, secret: null }, 'The field "secret" must be a string.'],
      [{ hash, secret: [secret] }, 'The field "secret" must be a string.'],
      [{ hash, secret: true }, 'The field "secret" must be a string.'],
      [{ hash: long, secret }, 'The field "hash" must not be longer than 1024 characters.'],
      [{ hash, secret: long }, 'The field "secret" must not be longer than 1024 characters.'],
    ]
    for (const [body, error] of faults) t.equal(await errorOf(body), error, JSON.stringify(body))
  })

  await t.test('a value of 1024 characters is a value, counted in characters', async (t) => {
    t.equal((await create({ hash: '😀'.repeat(1024), secret: 'x'.repeat(1024) })).text, refused)
  })

  await t.test('a body that is no object is told so', async (t) => {
    for (const body of [[], [active], 'text', 5, true, null]) {
      t.equal(await errorOf(body), 'The request body must be a JSON object.', JSON.stringify(body))
    }
  })

  await t.test('an absent or empty body is an object without fields', async (t) => {
    for (const call of [{}, { raw: '' }, { raw: ' \n' }]) {
      const { status, body } = await api.call('createSecurityToken', call)
      t.equal(status, 200)
      t.strictSame(body, { error: 'The field "hash" is missing.' })
    }
  })

  await t.test('a body that cannot be read is told why, and never quoted', async (t) => {
    const invalidUtf8 = Buffer.concat([Buffer.from('{"hash":"'), Buffer.from([0xff]), Buffer.from('","secret":"s"}')])
    const faults: readonly (readonly [string | Buffer, string])[] = [
      ['{"hash":"demo-quoted"', 'The request body is not valid JSON.'],
      ["{'hash': 'demo-quoted'}", 'The request body is not valid JSON.'],
      ['hash=demo-quoted', 'The request body is not valid JSON.'],
      ['{"__proto__":{},"hash":"h","secret":"s"}', 'The request body holds a key that is not allowed.'],
      ['{"constructor":{"prototype":{}}}', 'The request body holds a key that is not allowed.'],
      ['{"hash":"a\\u0000b","secret":"s"}', 'The request holds a character that is not allowed.'],
      ['{"hash":"\\ud800","secret":"s"}', 'The request holds a character that is not allowed.'],
      [invalidUtf8, 'The request holds a character that is not allowed.'],
    ]
    for (const [raw, error] of faults) {
      const { status, body, text } = await api.call('createSecurityToken', { raw })
      t.equal(status, 200)
      t.equal(body.error, error, String(raw))
      t.notOk(text.includes('demo-quoted'))
    }
  })

  await t.test(
    'JSON is read with a charset, as a +json type, without a Content-Type and with a byte order mark',
    async (t) => {
      for (const contentType of ['application/json; charset=utf-8', 'application/vnd.api+json', 'APPLICATION/JSON']) {
        const reply = await api.call('createSecurityToken', { body: active, headers: { 'content-type': contentType } })
        t.ok(reply.body.token, contentType)
      }
      const untyped = await send(baseUrl, { method: 'POST', path: '/api/token', body: JSON.stringify(active) })
      t.ok(JSON.parse(untyped.text).token)
      t.ok((await api.call('createSecurityToken', { raw: `\uFEFF${JSON.stringify(active)}` })).body.token)
    },
  )

  await t.test('an Accept is no reason to refuse', async (t) => {
    t.ok((await api.call('createSecurityToken', { body: active, headers: { accept: 'text/html' } })).body.token)
  })

  await t.test('of duplicate keys the last counts', async (t) => {
    const raw = `{"hash":1,"hash":${JSON.stringify(active.hash)},"secret":${JSON.stringify(active.secret)}}`
    t.ok((await api.call('createSecurityToken', { raw })).body.token)
  })

  await t.test('what the document does not mention has its real status in the same envelope', async (t) => {
    const form = await api.call('createSecurityToken', {
      raw: 'hash=a&secret=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    t.strictSame([form.status, Object.keys(form.body)], [415, ['error']])
    const large = await api.call('createSecurityToken', { body: { ...active, more: 'x'.repeat(16 * 1024) } })
    t.strictSame([large.status, Object.keys(large.body)], [413, ['error']])
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const { status, headers, text } = await send(baseUrl, { method, path: '/api/token' })
      t.strictSame([status, headers.allow, headers['content-type']], [405, 'POST', 'application/json'], method)
      t.strictSame(Object.keys(JSON.parse(text)), ['error'])
    }
  })

  await t.test('another spelling of the path is no path of this API', async (t) => {
    for (const path of ['/api/token/', '/API/token', '/api/Token', '/api/token/x']) {
      const { status, headers } = await send(baseUrl, { method: 'POST', path, body: JSON.stringify(active) })
      t.strictSame([status, headers['content-type']], [404, 'application/problem+json'], path)
    }
  })

  await t.test('a failure of the server is a 500 that tells nothing of it', async (t) => {
    await db.schema.alterTable('broker_secrets').renameTo('broker_secrets_away').execute()
    const { status, body } = await create(active)
    t.equal(status, 500)
    t.strictSame(body, { error: 'The request could not be answered because of a failure of the server.' })
    await db.schema.alterTable('broker_secrets_away').renameTo('broker_secrets').execute()
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['createSecurityToken']))
})
