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

for (const operationId of ['listAccountTokensMerged', 'postAccountTokensMerged']) {
  test(operationId, async (t) => {
    const broker = await startBroker(t)
    const { api, baseUrl, db, issue, restoreDemo, userId } = broker
    const { method } = api.operation(operationId)
    const present = (token: string) => ({ token, params: { token } })
    const call = async (token: string) => api.call(operationId, present(token))

    await t.test('the answer is a list of all accounts', async (t) => {
      const { status, body, headers } = await call(await issue())
      t.equal(status, 200)
      t.strictSame(body, demoAccounts)
      t.equal(headers['cache-control'], 'no-store')
      t.equal(headers.deprecation, method === 'POST' ? '@1795305600' : undefined)
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

    await t.test('without the header the token is missing, although the path has it', async (t) => {
      const token = await issue()
      t.strictSame((await api.call(operationId, { params: { token } })).body, refusals.missing)
    })

    await t.test('a header of another scheme or form counts as none', async (t) => {
      const token = await issue()
      for (const authorization of [
        token,
        `Basic ${token}`,
        'Bearer',
        'Bearer ',
        `Bearer ${token} more`,
        `Bearer:${token}`,
      ]) {
        const { body } = await api.call(operationId, { params: { token }, headers: { authorization } })
        t.strictSame(body, refusals.missing, authorization)
      }
    })

    await t.test('the scheme may be written in any case', async (t) => {
      const token = await issue()
      for (const scheme of ['bearer', 'BEARER']) {
        const { body } = await api.call(operationId, {
          params: { token },
          headers: { authorization: `${scheme} ${token}` },
        })
        t.notOk('error' in body)
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
        const { status, body } = await api.call(operationId, { params: { token: inPath }, token: inHeader })
        t.equal(status, 200)
        t.strictSame(body, refusals.different, `${inPath} and ${inHeader}`)
      }
    })

    await t.test('a NUL in the path makes it differ from any header', async (t) => {
      const token = await issue()
      t.strictSame((await api.call(operationId, { params: { token: `${token}\0` }, token })).body, refusals.different)
    })

    await t.test('an empty token is no path of this API', async (t) => {
      const { status, headers } = await send(baseUrl, { method, path: '/api/ipn/account/get/tokens/' })
      t.strictSame([status, headers['content-type']], [404, 'application/problem+json'])
    })

    await testSecurityToken(t, broker, operationId, present)

    await t.test('a body is ignored, whatever its type', async (t) => {
      await testIgnoredBody(t, broker, operationId, present(await issue()))
    })

    await t.test('a JSON Content-Type without a body and an Accept of any kind are fine', async (t) => {
      const headers = { 'content-type': 'application/json', accept: 'text/html' }
      const { body } = await api.call(operationId, { ...present(await issue()), headers })
      t.notOk('error' in body)
    })

    if (method === 'POST') {
      await t.test('a body of any size is ignored', async (t) => {
        const { status, body } = await api.call(operationId, {
          ...present(await issue()),
          raw: 'x'.repeat(1024 * 1024),
        })
        t.equal(status, 200)
        t.notOk('error' in body)
      })
    }

    await t.test('another method than GET and POST is a 405 in the envelope of this API', async (t) => {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
        const { status, headers, text } = await send(baseUrl, { method, path: '/api/ipn/account/get/tokens/x' })
        t.strictSame([status, headers.allow, headers['content-type']], [405, 'GET, POST', 'application/json'], method)
        if (method !== 'HEAD') t.strictSame(JSON.parse(text), { error: 'This path does not know this method.' })
      }
    })

    await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, [operationId]))
  })
}
