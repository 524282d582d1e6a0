import { createHmac } from 'node:crypto'
import type { Test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import { unwrap } from '../../src/crypto/master-key.js'
import { type Call, type CallReply, ContractCaller } from './contract-caller.js'
import { startServer, type TestServer, type TestServerOptions, testMasterKey } from './server.js'

/** What the demo users of the broker API sign in with. */
export const brokerCredentials = {
  active: {
    hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
    secret: 'demo-broker-secret-Zm9vYmFy',
  },
  deactivated: {
    hash: '0000000000000000000000000000000000000000000000000000000000deac71',
    secret: 'demo-broker-secret-deactivated',
  },
  withoutAccounts: {
    hash: '0000000000000000000000000000000000000000000000000000000000acc000',
    secret: 'demo-broker-secret-without-accounts',
  },
} as const

/** The accounts of the active demo user, in order of creation. */
export const demoAccounts = [
  { name: 'Musterfirma GmbH', aToken: 'act_demoMusterfirma4Kq8Zt2Lw9Xc5Vb7Nm3Rp' },
  { name: 'Zweigstelle Nord', aToken: 'act_demoZweigstelle7Hj2Df6Gs1Qa9Wy4Et8Ui' },
] as const

/** What broker-accounts answers instead of accounts. */
export const refusals = {
  missing: { error: 'The security token is missing. Send it in the header "Authorization: Bearer <token>".' },
  invalid: { error: 'The security token is not valid. Request a new one from POST /api/token.' },
  expired: { error: 'The security token has expired. Request a new one from POST /api/token.' },
  different: { error: 'The security token in the path differs from the one in the Authorization header.' },
  deactivated: { error: 'API User is not existing or deactivated.' },
  noAccount: { error: 'The API user has no account.' },
} as const

export interface BrokerServer extends TestServer {
  /** Calls operations of broker-accounts. */
  readonly api: ContractCaller
  /** A new security token, as `POST /api/token` answers it. */
  issue(credentials?: { readonly hash: string; readonly secret: string }): Promise<string>
  /** The row id of the active demo user. */
  readonly userId: string
  /** The key under which security tokens are signed. */
  signingKey(): Promise<{ kid: string; key: Buffer }>
}

/** A server at the time of the examples, with what tests of the security token need. */
export async function startBroker(t: Test, options: TestServerOptions = {}): Promise<BrokerServer> {
  const masterKey = testMasterKey()
  const server = await startServer(t, { now: '2024-01-26T14:39:46Z', masterKey, ...options })
  const tokens = new ContractCaller(contracts['broker-token'], server.baseUrl)
  const { id: userId } = await server.db
    .selectFrom('broker_users')
    .select('id')
    .where('hash_digest', '=', server.services.digest(brokerCredentials.active.hash))
    .executeTakeFirstOrThrow()
  return {
    ...server,
    api: new ContractCaller(contracts['broker-accounts'], server.baseUrl),
    userId,
    async issue(body = brokerCredentials.active) {
      return (await tokens.call('createSecurityToken', { body })).body.token
    },
    async signingKey() {
      const { id, wrapped, algorithm } = await server.db
        .selectFrom('signing_keys')
        .selectAll()
        .where('api', '=', 'broker-token')
        .executeTakeFirstOrThrow()
      const key = unwrap(masterKey.derive('signing keys'), wrapped, `${id} broker-token ${algorithm}`)
      return { kid: id, key }
    },
  }
}

/** Tests what holds for a security token wherever it is presented. `present` puts a token into a call of the operation. */
export async function testSecurityToken(
  t: Test,
  broker: BrokerServer,
  operationId: string,
  present: (token: string) => Call,
): Promise<void> {
  const { api, clock, db, services, issue, restoreDemo, signingKey, userId } = broker
  const use = (token: string): Promise<CallReply> => api.call(operationId, present(token))
  const accepted = async (token: string): Promise<boolean> => !('error' in (await use(token)).body)

  await t.test(
    'a token is accepted until the second in which it expires, and told to be expired from then on',
    async (t) => {
      const token = await issue()
      clock.set('2024-01-26T14:54:45.999Z')
      t.ok(await accepted(token))
      clock.set('2024-01-26T14:54:46.000Z')
      t.strictSame((await use(token)).body, refusals.expired)
      clock.set('2024-01-26T14:39:46Z')
    },
  )

  await t.test('a new token does not end an earlier one', async (t) => {
    const tokens = [await issue(), await issue(), await issue()]
    for (const token of tokens) t.ok(await accepted(token))
  })

  await t.test(
    'a user who is deactivated after the token was issued is refused at once, and accepted when active again',
    async (t) => {
      const token = await issue()
      t.ok(await accepted(token))
      const setActive = (active: boolean) =>
        db.updateTable('broker_users').set({ active }).where('id', '=', userId).execute()
      await setActive(false)
      t.strictSame((await use(token)).body, refusals.deactivated)
      await setActive(true)
      t.ok(await accepted(token))
    },
  )

  await t.test('a user who is removed after the token was issued is refused at once', async (t) => {
    const token = await issue()
    await db.deleteFrom('broker_users').where('id', '=', userId).execute()
    t.strictSame((await use(token)).body, refusals.deactivated)
    await restoreDemo()
  })

  await t.test('whatever POST /api/token did not issue is not valid', async (t) => {
    const token = await issue()
    const [header = '', payload = '', signature = ''] = token.split('.')
    const { kid, key } = await signingKey()
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const resigned = (alg: string, body: unknown, digest: string, secret: Buffer): string => {
      const signed = `${encode({ alg, typ: 'JWT', kid })}.${encode(body)}`
      return `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`
    }
    t.ok(await accepted(resigned('HS256', claims, 'sha256', key)), 'the key of this test is the key of the server')
    const { exp, ...endless } = claims
    const { sub, ...nobody } = claims
    t.ok(exp && sub, 'both claims are there to be left out')
    const forged = {
      'another payload': `${header}.${encode({ ...claims, exp: claims.exp + 1 })}.${signature}`,
      'another signature': `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      'another spelling of the last character': `${header}.${payload}.${otherSpelling(signature)}`,
      'no signature': `${header}.${payload}.`,
      'two parts': `${header}.${payload}`,
      'alg none': `${encode({ alg: 'none', typ: 'JWT', kid })}.${payload}.`,
      'alg none with the signature': `${encode({ alg: 'none', typ: 'JWT', kid })}.${payload}.${signature}`,
      'HS384 with the right key': resigned('HS384', claims, 'sha384', key),
      'HS512 with the right key': resigned('HS512', claims, 'sha512', key),
      'another key': resigned('HS256', claims, 'sha256', Buffer.alloc(32, 1)),
      'no exp': resigned('HS256', endless, 'sha256', key),
      'no sub': resigned('HS256', nobody, 'sha256', key),
      'a list as sub': resigned('HS256', { ...claims, sub: [sub] }, 'sha256', key),
      'a sub that is no UUID': resigned('HS256', { ...claims, sub: 'somebody' }, 'sha256', key),
      'a sub with a NUL character': resigned('HS256', { ...claims, sub: `${sub}\0` }, 'sha256', key),
      'an iat in the future': resigned('HS256', { ...claims, iat: exp - 1, exp: exp + 800 }, 'sha256', key),
      'an nbf in the future': resigned('HS256', { ...claims, nbf: exp }, 'sha256', key),
      'an exp in a hundred years': resigned('HS256', { ...claims, exp: exp + 3e9 }, 'sha256', key),
      'the token of another API': await services.signingKeys
        .issuerFor({ api: 'partner-login', algorithm: 'HS384', lifetime: 3600, claims: {} })
        .sign(claims),
      'the token of another API with this algorithm': await services.signingKeys
        .issuerFor({ api: 'security-management', algorithm: 'HS256', lifetime: 3600, claims: {} })
        .sign(claims),
      'more than 2048 characters': `${token}${'A'.repeat(2048)}`,
      'thousands of characters': 'x'.repeat(6_000),
      'no JWT': 'not-a-token',
      'an opaque token of another API': 'twg_GatewayAccount1DemoTokenIsActive2qte6G',
    }
    for (const [what, text] of Object.entries(forged)) {
      const { status, body, headers } = await use(text)
      t.equal(status, 200)
      t.strictSame(body, refusals.invalid, what)
      t.equal(headers['cache-control'], 'no-store')
    }
  })
}

/** Tests that a body is ignored, whatever it is. */
export async function testIgnoredBody(t: Test, { api }: BrokerServer, operationId: string, call: Call): Promise<void> {
  const { text } = await api.call(operationId, call)
  for (const contentType of ['application/json', 'text/plain', 'application/octet-stream', 'no type', undefined]) {
    for (const raw of ['{"broken', '{}', '', 'any text', Buffer.from([0, 255, 254])]) {
      const headers = { ...call.headers, ...(contentType !== undefined && { 'content-type': contentType }) }
      const reply = await api.call(operationId, { ...call, headers, raw })
      t.equal(reply.text, text, `${contentType}: ${String(raw)}`)
    }
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The same bytes in base64url with other spare bits in the last character. */
function otherSpelling(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return signature.slice(0, -1) + alphabet.charAt(alphabet.indexOf(signature.slice(-1)) ^ 1)
}
