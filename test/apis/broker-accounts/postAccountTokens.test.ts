import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import {
  brokerCredentials,
  demoAccounts,
  refusals,
  startBroker,
  testIgnoredBody,
  testSecurityToken,
} from '../../support/broker.js'
import { send } from '../../support/http.js'

test('postAccountTokens', async (t) => {
  const broker = await startBroker(t)
  const { api, baseUrl, db, issue, restoreDemo, userId } = broker
  const present = (token: string) => ({ params: { token } })
  const call = async (token: string) => api.call('postAccountTokens', present(token))

  await t.test('the answer is a list of all accounts', async (t) => {
    const { status, body, headers } = await call(await issue())
    t.equal(status, 200)
    t.strictSame(body, demoAccounts)
    t.equal(headers['cache-control'], 'no-store')
    t.equal(headers.deprecation, '@1795305600')
  })

  await t.test('accounts are listed in order of creation', async (t) => {
    const added = { last: '2024-01-20T00:00:00Z', first: '2020-01-01T00:00:00Z' }
    for (const [name, created_at] of Object.entries(added)) {
      await db
        .insertInto('broker_accounts')
        .values({ id: randomUUID(), user_id: userId, name, a_token: `act_${name}`, created_at: new Date(created_at) })
        .execute()
    }
    const names = (await call(await issue())).body.map((account: { name: string }) => account.name)
    t.strictSame(names, ['first', ...demoAccounts.map(({ name }) => name), 'last'])
    await restoreDemo()
  })

  await t.test('a user without accounts gets an empty list', async (t) => {
    t.strictSame((await call(await issue(brokerCredentials.withoutAccounts))).body, [])
  })

  await t.test('an aToken does not change from call to call, from token to token, or with the name', async (t) => {
    const tokensOf = async () => [(await call(await issue())).body].flat().map(({ aToken }) => aToken)
    const before = await tokensOf()
    t.strictSame(await tokensOf(), before)
    await db.updateTable('broker_accounts').set({ name: 'renamed' }).where('user_id', '=', userId).execute()
    t.strictSame(await tokensOf(), before)
    await restoreDemo()
  })

  await t.test('the token may be in the path only, or in path and header', async (t) => {
    const token = await issue()
    t.strictSame((await api.call('postAccountTokens', { params: { token } })).body, demoAccounts)
    t.strictSame((await api.call('postAccountTokens', { params: { token }, token })).body, demoAccounts)
  })

  await t.test('a header of another scheme or form counts as none, and the path counts', async (t) => {
    const token = await issue()
    for (const authorization of ['Basic dXNlcjpwYXNz', 'Bearer', token]) {
      const { body } = await api.call('postAccountTokens', { params: { token }, headers: { authorization } })
      t.strictSame(body, demoAccounts, authorization)
    }
  })

  await t.test('different tokens in path and header are an error, valid or not', async (t) => {
    const [one, other] = [await issue(), await issue()]
    for (const [inPath, inHeader] of [
      [one, other],
      [one, 'not-a-token'],
      ['not-a-token', one],
      ['not-a-token', 'nor-this'],
      [`${one}x`, one],
      ['{:token}', one],
    ] as const) {
      const { status, body } = await api.call('postAccountTokens', { params: { token: inPath }, token: inHeader })
      t.equal(status, 200)
      t.strictSame(body, refusals.different, `${inPath} and ${inHeader}`)
    }
  })

  await t.test('a NUL, an escape or a stray character in the path makes the token invalid', async (t) => {
    const token = await issue()
    for (const text of [`${token}\0`, '\0', `${token}\n`, ` ${token}`, `${token}/`, '{:token}', '🔑', '__proto__']) {
      const { status, body } = await api.call('postAccountTokens', { params: { token: text } })
      t.equal(status, 200)
      t.strictSame(body, refusals.invalid, JSON.stringify(text))
    }
  })

  await t.test('an empty token is no path of this API', async (t) => {
    const { status, headers } = await send(baseUrl, { method: 'POST', path: '/api/account/get/tokens/' })
    t.strictSame([status, headers['content-type']], [404, 'application/problem+json'])
  })

  await testSecurityToken(t, broker, 'postAccountTokens', present)

  await t.test('a body is ignored, whatever its type', async (t) => {
    await testIgnoredBody(t, broker, 'postAccountTokens', present(await issue()))
  })

  await t.test('a body beyond 16 KiB is a 413 in the envelope of this API', async (t) => {
    const { status, body } = await api.call('postAccountTokens', {
      ...present(await issue()),
      raw: 'x'.repeat(16 * 1024 + 1),
    })
    t.equal(status, 413)
    t.strictSame(body, { error: 'The request body is larger than 16 KiB.' })
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['postAccountTokens']))
})
