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

for (const operationId of ['getAccountToken', 'postAccountToken']) {
  test(operationId, async (t) => {
    const broker = await startBroker(t)
    const { api, baseUrl, db, issue, restoreDemo, userId } = broker
    const { method } = api.operation(operationId)
    const present = (token: string) => ({ token })
    const call = async (token: string) => api.call(operationId, present(token))

    await t.test('the answer is one object: the account that was created first', async (t) => {
      const { status, body, headers } = await call(await issue())
      t.equal(status, 200)
      t.strictSame(body, demoAccounts[0])
      t.equal(headers['cache-control'], 'no-store')
      t.equal(headers.deprecation, method === 'POST' ? '@1795305600' : undefined)
    })

    await t.test('an older account is the first one, whenever it was put in', async (t) => {
      const older = { name: 'Ältere GmbH', aToken: 'act_older' }
      await db
        .insertInto('broker_accounts')
        .values({
          id: '8e4d2b90-1c5f-4a37-b6e8-0f9a3c7d5b99',
          user_id: userId,
          name: older.name,
          a_token: older.aToken,
          created_at: new Date('2020-01-01T00:00:00Z'),
        })
        .execute()
      t.strictSame((await call(await issue())).body, older)
      await restoreDemo()
    })

    await t.test('a user without accounts is told so', async (t) => {
      t.strictSame((await call(await issue(brokerCredentials.withoutAccounts))).body, refusals.noAccount)
    })

    await t.test('an aToken does not change from call to call, from token to token, or with the name', async (t) => {
      const tokensOf = async () => [(await call(await issue())).body].flat().map(({ aToken }) => aToken)
      const before = await tokensOf()
      t.strictSame(await tokensOf(), before)
      await db.updateTable('broker_accounts').set({ name: 'renamed' }).where('user_id', '=', userId).execute()
      t.strictSame(await tokensOf(), before)
      await restoreDemo()
    })

    await t.test('without the header the token is missing', async (t) => {
      t.strictSame((await api.call(operationId, {})).body, refusals.missing)
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
        const { body } = await api.call(operationId, { headers: { authorization } })
        t.strictSame(body, refusals.missing, authorization)
      }
    })

    await t.test('the scheme may be written in any case', async (t) => {
      const token = await issue()
      for (const scheme of ['bearer', 'BEARER']) {
        const { body } = await api.call(operationId, { headers: { authorization: `${scheme} ${token}` } })
        t.notOk('error' in body)
      }
    })

    await t.test('the token counts in the header only', async (t) => {
      const { body } = await api.call(operationId, { query: { token: await issue() } })
      t.strictSame(body, refusals.missing)
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
        const { status, headers, text } = await send(baseUrl, { method, path: '/api/ipn/account/tokens' })
        t.strictSame([status, headers.allow, headers['content-type']], [405, 'GET, POST', 'application/json'], method)
        if (method !== 'HEAD') t.strictSame(JSON.parse(text), { error: 'This path does not know this method.' })
      }
    })

    await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, [operationId]))
  })
}
