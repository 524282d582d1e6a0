import { test } from 'tap'
import { createBrokerAccountsClient } from '../../clients/broker-accounts/src/index.js'
import { createBrokerTokenClient } from '../../clients/broker-token/src/index.js'
import { createGatewayTokensClient, UndocumentedReply } from '../../clients/gateway-tokens/src/index.js'
import { createPartnerLoginClient } from '../../clients/partner-login/src/index.js'
import {
  createSecurityManagementClient,
  createSecurityManagementSession,
} from '../../clients/security-management/src/index.js'
import { createOperatorClient } from '../../generated/operator/client.js'
import { startServer } from '../support/server.js'

test('the generated clients against a listening server', async (t) => {
  const { baseUrl } = await startServer(t, { now: new Date().toISOString() })

  await t.test('gateway-tokens: issue, look up, describe, list, revoke', async (t) => {
    const client = createGatewayTokensClient({ baseUrl })
    const account_id = 'CLIENT/1 ü'
    const issued = await client.issueGatewayToken({ body: { account_id, description: 'one' } })
    if (issued.status !== 200) return t.fail('issued')
    const { token } = issued.body

    const found = await client.getTokenAccount({ token })
    t.match(found, { status: 200, body: { account_id } })
    t.match(
      await createGatewayTokensClient({ baseUrl, token }).getTokenAccount(),
      { status: 200 },
      "the client's own token",
    )

    const listed = await client.listGatewayTokens({ params: { account_id }, query: { state: 'active' } })
    if (listed.status !== 200) return t.fail('listed')
    const [item] = listed.body.tokens
    const token_link = item?.token_link ?? ''
    t.match(await client.describeGatewayToken({ body: { token_link, description: 'two' } }), {
      status: 200,
      body: { token_link, description: 'two' },
    })
    t.match(await client.revokeGatewayToken({ params: { account_id }, query: { token_link } }), { status: 200 })
    const refused = await client.getTokenAccount({ token })
    t.match(refused, { status: 401, body: { error_identifier: 'AUTH_TOKEN_REVOKED', token_link } })
    t.match(refused.headers.get('www-authenticate'), /invalid_token/)
    t.match(await client.issueGatewayToken({ body: { account_id: '', description: '' } }), {
      status: 400,
      body: { message: 'Missing fields: [account_id]' },
    })
  })

  await t.test('broker-token and broker-accounts: a token, and what it opens', async (t) => {
    const signedIn = await createBrokerTokenClient({ baseUrl }).createSecurityToken({
      body: {
        hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
        secret: 'demo-broker-secret-Zm9vYmFy',
      },
    })
    if (signedIn.status !== 200 || !('token' in signedIn.body)) return t.fail('signed in')
    const { token } = signedIn.body
    const client = createBrokerAccountsClient({ baseUrl, token })
    t.match(await client.getAccountToken(), { status: 200, body: { name: 'Musterfirma GmbH' } })
    t.match(await client.listAccountTokensMerged({ params: { token } }), {
      status: 200,
      body: [{ name: 'Musterfirma GmbH' }, { name: 'Zweigstelle Nord' }],
    })
    const refused = await createBrokerTokenClient({ baseUrl }).createSecurityToken({ body: { hash: 'x', secret: 'y' } })
    t.match(refused, { status: 200, body: { error: 'API User is not existing or deactivated.' } })
  })

  await t.test('partner-login: the text of a success, the JSON of a failure', async (t) => {
    const client = createPartnerLoginClient({ baseUrl })
    const accessKey = '986d8167a9b9a15e37db4ab4ad50877b01347a94'
    const secret = '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq'
    const reply = await client.loginWithAccessKey({ body: { accessKey, secret } })
    t.equal(reply.status, 201)
    t.match(reply.body, /^[\w-]+\.[\w-]+\.[\w-]+$/)
    t.match(await client.loginWithAccessKey({ body: { accessKey, secret: 'wrong' } }), {
      status: 401,
      body: { error: { details: { reason: 'AccessKeyUnauthorized' } } },
    })
  })

  await t.test('security-management: sign in and refresh', async (t) => {
    const client = createSecurityManagementClient({ baseUrl })
    const signedIn = await client.createTokenPair({
      body: { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' },
    })
    if (signedIn.status !== 200) return t.fail('signed in')
    const [pair] = signedIn.body.content
    const refreshed = await client.refreshTokenPair({
      body: { token: pair?.token ?? '', refreshToken: pair?.refreshToken ?? '' },
    })
    t.match(refreshed, { status: 200, body: { content: [{ validityTime: 3600 }] } })
  })

  await t.test('what the contract does not document is an error, and so is a server that is not there', async (t) => {
    const json = { 'content-type': 'application/json' }
    for (const [body, init, message] of [
      ['nothing here', { status: 404 }, /the undocumented status 404/],
      [null, { status: 302, headers: { location: 'http://elsewhere.example' } }, /the undocumented status 302/],
      ['<html>', { status: 200, headers: { 'content-type': 'text/html' } }, /the undocumented media type "text\/html"/],
      ['<html>', { status: 401, headers: { 'content-type': 'text/html' } }, /the undocumented media type "text\/html"/],
      ['<html>', { status: 200, headers: json }, /answered no JSON/],
      ['<html>', { status: 401, headers: json }, /answered no JSON/],
      ['', { status: 200, headers: json }, /answered no JSON/],
    ] as const) {
      const elsewhere = createGatewayTokensClient({ baseUrl, fetch: async () => new Response(body, init) })
      const error = await elsewhere.getTokenAccount().catch((reason: unknown) => reason)
      t.type(error, UndocumentedReply)
      t.match((error as UndocumentedReply).message, message)
      t.equal((error as UndocumentedReply).response.status, init.status)
    }
    const withCharset = createGatewayTokensClient({
      baseUrl,
      fetch: async () => new Response('{}', { headers: { 'content-type': 'Application/JSON; charset=utf-8' } }),
    })
    t.match(await withCharset.getTokenAccount(), { status: 200 })
    await t.rejects(createGatewayTokensClient({ baseUrl: 'http://127.0.0.1:1' }).getTokenAccount())
  })

  await t.test(
    'a session signs in once, renews its tokens in time, and signs in again where that is refused',
    async (t) => {
      const called: string[] = []
      const client = createSecurityManagementClient({
        baseUrl,
        fetch: (request) => {
          called.push(request.method)
          return fetch(request)
        },
      })
      const body = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
      const session = createSecurityManagementSession(client, body)
      const [first, same] = await Promise.all([session.accessToken(), session.accessToken()])
      t.equal(first, same)
      t.equal(await session.accessToken(), first)
      t.strictSame(called, ['POST'])

      const now = t.capture(Date, 'now', () => performance.timeOrigin + performance.now() + 3_541_000)
      const renewed = await session.accessToken()
      now.restore()
      t.not(renewed, first)
      t.strictSame(called, ['POST', 'PUT'])

      const operator = createOperatorClient({ baseUrl, token: 'two_DemoAdminOperatorKeyOfTokenwrigh1yk6fN' })
      t.match(await operator.endSecurityUserSessions({ params: { uid: '155' } }), { status: 200 })
      t.not(await session.accessToken({ isRejected: true }), renewed)
      t.strictSame(called, ['POST', 'PUT', 'PUT', 'POST'])

      const wrong = createSecurityManagementSession(client, { ...body, password: 'wrong' })
      await t.rejects(wrong.accessToken(), { name: 'SignInRefused', reply: { status: 401 } })
    },
  )
})
