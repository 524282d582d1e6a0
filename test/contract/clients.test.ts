import { test } from 'tap'
import { createBrokerAccountsClient } from '../../generated/broker-accounts/client.js'
import { createBrokerTokenClient } from '../../generated/broker-token/client.js'
import { createGatewayTokensClient } from '../../generated/gateway-tokens/client.js'
import { createPartnerLoginClient } from '../../generated/partner-login/client.js'
import { UndocumentedReply } from '../../generated/runtime/client.js'
import { createSecurityManagementClient } from '../../generated/security-management/client.js'
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

  await t.test('a status that is not documented is an error, and so is a server that is not there', async (t) => {
    const elsewhere = createGatewayTokensClient({
      baseUrl,
      fetch: async () => new Response('nothing here', { status: 404 }),
    })
    await t.rejects(elsewhere.getTokenAccount(), UndocumentedReply)
    await t.rejects(createGatewayTokensClient({ baseUrl: 'http://127.0.0.1:1' }).getTokenAccount())
  })
})
