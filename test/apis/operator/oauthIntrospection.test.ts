import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  introspectionRequest,
  None,
  processIntrospectionResponse,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi'
import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { Secret } from '../../../src/crypto/secret.js'
import { brokerCredentials } from '../../support/broker.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startOperatorServer, viewerKey } from '../../support/operator.js'

const gatewayToken = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'
const name = 'demo viewer'

test('introspection by a standard OAuth library', async (t) => {
  const environmentKey = 'a key: with + and % and ü, 32 characters'
  const { baseUrl, caller, services } = await startOperatorServer(t)
  await services.operators.prepare(new Secret(environmentKey), false)
  const server = { issuer: baseUrl, introspection_endpoint: `${baseUrl}/operator/v1/oauth/introspect` }

  async function introspect(
    token: string,
    { client = name, auth = ClientSecretBasic(viewerKey) }: { client?: string; auth?: ClientAuth } = {},
  ) {
    const options = {
      [allowInsecureRequests]: true,
      additionalParameters: { token_type_hint: 'access_token' },
    }
    const identity = { client_id: client }
    const response = await introspectionRequest(server, identity, auth, token, options)
    return processIntrospectionResponse(server, identity, response)
  }

  const found = {
    active: true,
    token_type: 'Bearer',
    client_id: 'b3f6d2c4-8f1e-4a57-9c1d-2f6a7e1b0c01',
    sub: 'GATEWAY_ACCOUNT_1',
    iat: 1444377600,
    api: 'gateway-tokens',
  }

  await t.test('client_secret_basic, client_secret_post and a bearer key are accepted', async (t) => {
    t.strictSame(await introspect(gatewayToken), found)
    t.strictSame(await introspect(gatewayToken, { auth: ClientSecretPost(viewerKey) }), found)
    const asBearer: ClientAuth = (_server, _client, _body, headers) =>
      headers.set('authorization', `Bearer ${viewerKey}`)
    t.strictSame(await introspect(gatewayToken, { auth: asBearer }), found)
  })

  await t.test('a name and a key of any characters arrive as they are', async (t) => {
    for (const auth of [ClientSecretBasic(environmentKey), ClientSecretPost(environmentKey)]) {
      t.strictSame(await introspect(gatewayToken, { client: 'environment', auth }), found)
    }
  })

  await t.test('an inactive token says nothing else', async (t) => {
    t.strictSame(await introspect('twg_ThisTokenHasNeverBeenIssued000002a3IWb'), { active: false })
  })

  await t.test('the tokens of every API have the members of RFC 7662', async (t) => {
    const { body } = await new ContractCaller(contracts['broker-token'], baseUrl).call('createSecurityToken', {
      body: brokerCredentials.active,
    })
    const told = await introspect(body.token)
    t.match(told, { active: true, token_type: 'Bearer', api: 'broker-token', exp: Number, iat: Number, jti: String })
    t.equal(told.client_id, told.sub)
    const management = new ContractCaller(contracts['security-management'], baseUrl)
    const credentials = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
    const [pair] = (await management.call('createTokenPair', { body: credentials })).body.content
    t.match(await introspect(pair.token), { active: true, token_type: 'Bearer', username: credentials.username })
    const refresh = await introspect(pair.refreshToken)
    t.match(refresh, { active: true, username: credentials.username })
    t.notOk('token_type' in refresh, 'a refresh token is not presented as a bearer token')
  })

  await t.test('a wrong key, and a key under another name, are refused with a challenge', async (t) => {
    const wrong: ClientAuth[] = [ClientSecretBasic(`${viewerKey}x`), ClientSecretPost(`${viewerKey}x`), None()]
    for (const auth of wrong) {
      const error = await introspect(gatewayToken, { auth }).catch((reason: unknown) => reason)
      t.ok(error instanceof WWWAuthenticateChallengeError, String(error))
      t.match(error, { status: 401, cause: [{ scheme: 'basic', parameters: { realm: 'operator' } }] })
    }
    await t.rejects(introspect(gatewayToken, { client: 'demo admin' }), WWWAuthenticateChallengeError)
  })

  await t.test('the header is judged before the form, and the form before the operation', async (t) => {
    const call = (fields: object, headers = {}) => caller.call('introspectOauthToken', { body: fields, headers })
    const inForm = { client_id: name, client_secret: viewerKey }
    t.equal((await call({ token: gatewayToken, ...inForm }, { authorization: 'Bearer two_wrong' })).status, 401)
    t.equal((await call({ token: '' }, { authorization: 'Bearer two_wrong' })).status, 401)
    t.equal((await call({ token: '' })).status, 400, 'credentials of a form are judged once the form is valid')
    t.equal((await call({ token: gatewayToken, client_id: name })).status, 401)
    t.equal((await call({ token: gatewayToken, ...inForm, unknown: 'field' })).status, 200)
  })

  t.test('every declared status was seen', (t) => {
    caller.assertAllStatusesSeen(t, ['introspectOauthToken'])
    t.end()
  })
})
