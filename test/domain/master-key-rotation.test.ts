import { type Test, test } from 'tap'
import { contracts } from '../../src/apis/index.js'
import type { MasterKey } from '../../src/crypto/master-key.js'
import { migrateDigests } from '../../src/database/migrate-digests.js'
import type { KeyUsage } from '../../src/domain/master-keys/key-usage.js'
import { Metrics } from '../../src/observability/metrics.js'
import { createServices } from '../../src/services.js'
import { brokerCredentials, demoAccounts } from '../support/broker.js'
import { ContractCaller } from '../support/contract-caller.js'
import { openTestDatabase } from '../support/database.js'
import { startServer, TestClock, type TestServer, testMasterKey } from '../support/server.js'

const oldKey = testMasterKey()
const newKey = testMasterKey()
/** The gateway tokens of the demo whose digest is under the master key. */
const demoTokens = 7
/** The keys of an instance before, in and after a rotation. */
const steps = {
  before: { masterKey: oldKey, previousMasterKey: undefined },
  first: { masterKey: oldKey, previousMasterKey: newKey },
  second: { masterKey: newKey, previousMasterKey: oldKey },
  after: { masterKey: newKey, previousMasterKey: undefined },
} satisfies Record<string, { masterKey: MasterKey; previousMasterKey: MasterKey | undefined }>

interface Pair {
  readonly token: string
  readonly refreshToken: string
}

interface Instance extends TestServer {
  issue(): Promise<string>
  /** Whether a gateway token is accepted. */
  accepts(token: string): Promise<boolean>
  /** A security token for the demo user; `undefined` where it is refused. */
  brokerSignIn(): Promise<string | undefined>
  accountsOf(securityToken: string): Promise<unknown>
  /** A JWT for the demo access key; `undefined` where it is refused. */
  partnerSignIn(): Promise<string | undefined>
  signIn(): Promise<Pair>
  /** `undefined` where the pair is refused. */
  refresh(pair: Pair): Promise<Pair | undefined>
  /** Writes what is done in the background. */
  settle(): Promise<void>
  /** How many rows are under another key than that of this instance. */
  usage(): Promise<KeyUsage>
}

/** Databases on which instances in different steps run together. */
async function openInstallation(t: Test) {
  const { db } = await openTestDatabase(t)
  const clock = new TestClock('2026-01-02T03:04:05Z')
  let isEmpty = true

  async function start(step: keyof typeof steps): Promise<Instance> {
    const server = await startServer(t, { db, clock, keepsRows: !isEmpty, ...steps[step] })
    isEmpty = false
    const { baseUrl, services } = server
    const gateway = new ContractCaller(contracts['gateway-tokens'], baseUrl)
    const broker = new ContractCaller(contracts['broker-token'], baseUrl)
    const accounts = new ContractCaller(contracts['broker-accounts'], baseUrl)
    const partner = new ContractCaller(contracts['partner-login'], baseUrl)
    const security = new ContractCaller(contracts['security-management'], baseUrl)
    return {
      ...server,
      async issue() {
        const body = { account_id: 'A', description: '' }
        return (await gateway.call('issueGatewayToken', { body })).body.token
      },
      async accepts(token) {
        return (await gateway.call('getTokenAccount', { token })).status === 200
      },
      async brokerSignIn() {
        return (await broker.call('createSecurityToken', { body: brokerCredentials.active })).body.token
      },
      async accountsOf(token) {
        return (await accounts.call('listAccountTokens', { token, params: { token } })).body
      },
      async partnerSignIn() {
        const { status, text } = await partner.call('loginWithAccessKey', {
          body: {
            accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
            secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
          },
        })
        return status === 201 ? text : undefined
      },
      async signIn() {
        const { body } = await security.call('createTokenPair', {
          body: { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' },
        })
        return body.content[0]
      },
      async refresh({ token, refreshToken }) {
        const { status, body } = await security.call('refreshTokenPair', { body: { token, refreshToken } })
        return status === 200 ? body.content[0] : undefined
      },
      settle: () => services.flush(),
      usage: () => services.masterKeys.usage(),
    }
  }
  return { db, clock, start }
}

async function callEverything(t: Test, maker: Instance, user: Instance): Promise<void> {
  t.ok(await user.accepts(await maker.issue()), 'a gateway token')
  const securityToken = (await maker.brokerSignIn()) ?? ''
  t.strictSame(await user.accountsOf(securityToken), demoAccounts, 'a security token')
  const jwt = (await maker.partnerSignIn()) ?? ''
  // An instance asks for unknown keys once a second at most, and keys that were just made sign at once.
  await user.services.signingKeys.load()
  t.match(await user.services.signingKeys.identify(jwt), { api: 'partner-login' }, 'a JWT of an access key')
  const made = await maker.signIn()
  await user.services.signingKeys.load()
  const pair = await user.refresh(made)
  t.ok(pair, 'a pair')
  t.ok(pair && (await maker.refresh(pair)), 'and its successor')
}

const jtiOf = ({ token }: Pair): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).jti

for (const [one, other] of [
  ['before', 'first'],
  ['first', 'second'],
  ['second', 'after'],
] as const) {
  test(`what an instance makes ${label(one)} works ${label(other)} and the other way, for every API`, async (t) => {
    const { start } = await openInstallation(t)
    const instances = [await start(one), await start(other)] as const
    for (let round = 0; round < 2; round++) {
      await callEverything(t, instances[0], instances[1])
      await callEverything(t, instances[1], instances[0])
      for (const instance of instances) await instance.settle()
    }
  })
}

function label(step: keyof typeof steps): string {
  return step === 'before' || step === 'after' ? `${step} the rotation` : `in its ${step} step`
}

test('a rotation from its beginning to its end', async (t) => {
  const { clock, start } = await openInstallation(t)
  const before = await start('before')
  const [used, unused, movedBySecondUse] = [await before.issue(), await before.issue(), await before.issue()]
  const useAll = async (instance: Instance) => {
    t.ok(await instance.accepts(used))
    t.ok(await instance.brokerSignIn())
    t.ok(await instance.partnerSignIn())
    await instance.settle()
  }
  const pair = await before.signIn()
  t.strictSame(await before.usage(), {
    gatewayTokens: 0,
    brokerHashes: 0,
    brokerSecrets: 0,
    accessKeySecrets: 0,
    operatorKeys: 0,
    refreshTokens: 0,
    signingKeys: 0,
  })

  const first = await start('first')
  await useAll(first)
  t.strictSame(await first.usage(), await before.usage(), 'in the first step nothing moves to the coming key')

  const second = await start('second')
  // Three tokens of this test beside those of the demo, three users and three usable access keys.
  const all = {
    gatewayTokens: 3 + demoTokens,
    brokerHashes: 6,
    brokerSecrets: 7,
    accessKeySecrets: 6,
    operatorKeys: 2,
    refreshTokens: 1,
  }
  t.strictSame(await second.usage(), { ...all, signingKeys: 0 }, 'signing keys move at the start')
  t.ok(await first.accepts(movedBySecondUse))
  await first.settle()
  t.strictSame(await second.usage(), { ...all, signingKeys: 0 }, 'an instance of the first step moves nothing')

  await useAll(second)
  t.ok(await second.accepts(movedBySecondUse))
  await second.settle()
  const rest = { ...all, gatewayTokens: 1 + demoTokens, brokerHashes: 5, brokerSecrets: 6, accessKeySecrets: 5 }
  t.strictSame(await second.usage(), { ...rest, signingKeys: 0 }, 'what was used has moved')
  await useAll(first)
  t.strictSame(
    await second.usage(),
    { ...rest, signingKeys: 0 },
    'and stays so when an instance of the first step uses it',
  )
  const restarted = await start('first')
  await useAll(restarted)
  t.strictSame(await second.usage(), { ...rest, signingKeys: 0 }, 'nor does one that starts again in the first step')

  const next = await second.refresh(pair)
  t.equal((await second.usage()).refreshTokens, 1, 'a refresh token is not moved: its successor is under the new key')
  clock.advance(23 * 3600)
  t.equal((await second.usage()).refreshTokens, 1)
  clock.advance(3600)
  t.equal((await second.usage()).refreshTokens, 0, 'and it is not counted any more once it is expired')

  const after = await start('after')
  t.ok(await after.accepts(used))
  t.ok(await after.accepts(movedBySecondUse))
  t.ok(await after.brokerSignIn())
  t.ok(await after.partnerSignIn())
  t.notOk(await after.accepts(unused), 'what was never used was counted and is lost')
  t.equal(next && (await after.refresh(next)), undefined, 'a day later the successor is expired too')
  await callEverything(t, after, second)
})

test('a session goes on over the rotation', async (t) => {
  const { start } = await openInstallation(t)
  const first = await start('first')
  const second = await start('second')
  const pair = await first.signIn()
  const next = await second.refresh(pair)
  const after = await start('after')
  const last = next && (await after.refresh(next))
  t.ok(last)
  t.ok(last && (await second.refresh(last)))
})

test('refreshing with instances of both steps', async (t) => {
  const { db, clock, start } = await openInstallation(t)
  const instances = { first: await start('first'), second: await start('second') }
  const orders = [
    ['first', 'second'],
    ['second', 'first'],
  ] as const

  for (const issuer of ['first', 'second'] as const) {
    for (const [one, other] of orders) {
      const how = `issued in the ${issuer} step, refreshed in the ${one}, then in the ${other}`
      await t.test(`a repeat gets the same successor: ${how}`, async (t) => {
        const pair = await instances[issuer].signIn()
        const next = await instances[one].refresh(pair)
        const again = await instances[other].refresh(pair)
        if (!next || !again) return t.fail('both are answered')
        t.equal(again.refreshToken, next.refreshToken)
        t.equal(jtiOf(again), jtiOf(next))
        t.ok(await instances[other].refresh(next), 'which goes on')
        t.ok(await instances[one].refresh(again), 'as a repeat, with either access token')
      })

      await t.test(`a reuse ends the family: ${how}`, async (t) => {
        const pair = await instances[issuer].signIn()
        const next = await instances[one].refresh(pair)
        clock.advance(10.001)
        t.equal(await instances[other].refresh(pair), undefined)
        t.equal(next && (await instances[one].refresh(next)), undefined)
      })

      await t.test(`a reuse after the successor was used ends the family: ${how}`, async (t) => {
        const pair = await instances[issuer].signIn()
        const next = await instances[one].refresh(pair)
        const last = next && (await instances[one].refresh(next))
        t.ok(last)
        t.equal(await instances[other].refresh(pair), undefined)
        t.equal(last && (await instances[one].refresh(last)), undefined)
      })
    }

    await t.test(`of many uses at once on both there is one successor: issued in the ${issuer} step`, async (t) => {
      const pair = await instances[issuer].signIn()
      const count = async () => (await db.selectFrom('refresh_tokens').select('digest').execute()).length
      const before = await count()
      const pairs = await Promise.all(
        Array.from({ length: 10 }, (_, index) => instances[index % 2 === 0 ? 'first' : 'second'].refresh(pair)),
      )
      t.equal(new Set(pairs.map((next) => next?.refreshToken)).size, 1)
      t.equal(new Set(pairs.map((next) => next && jtiOf(next))).size, 1)
      t.equal(await count(), before + 1)
    })
  }
})

test('moving digests', async (t) => {
  await t.test('a token that both instances use at once is accepted by both while it moves', async (t) => {
    const { start } = await openInstallation(t)
    const first = await start('first')
    const second = await start('second')
    const tokens = await Promise.all(Array.from({ length: 20 }, () => first.issue()))
    const use = async (): Promise<boolean[]> =>
      Promise.all(tokens.flatMap((token) => [first.accepts(token), second.accepts(token)]))
    t.ok((await use()).every(Boolean))
    const [during] = await Promise.all([use(), second.settle(), first.settle()])
    t.ok(during.every(Boolean))
    t.ok((await use()).every(Boolean))
    await second.settle()
    t.equal((await second.usage()).gatewayTokens, demoTokens, 'those of the demo')
  })

  await t.test('a revoked token is told to be revoked after the rotation too, once it was used in it', async (t) => {
    const { db, start } = await openInstallation(t)
    const second = await start('first').then(() => start('second'))
    const revoked = 'twg_GatewayAccount1DemoTokenWasRevok1XYFty'
    t.notOk(await second.accepts(revoked))
    await second.settle()
    const row = await db
      .selectFrom('gateway_tokens')
      .select('master_key')
      .where('digest', '=', second.services.digest(revoked))
      .executeTakeFirst()
    t.strictSame(row, { master_key: newKey.fingerprint })
  })

  await t.test('a wrong secret moves nothing', async (t) => {
    const { start } = await openInstallation(t)
    const second = await start('first').then(() => start('second'))
    const before = await second.usage()
    const api = new ContractCaller(contracts['broker-token'], second.baseUrl)
    await api.call('createSecurityToken', { body: { ...brokerCredentials.active, secret: 'wrong' } })
    await second.settle()
    t.strictSame(await second.usage(), before)
  })

  await t.test(
    'a digest that is there under the new key already is left alone, and the others of its batch move',
    async (t) => {
      const { db, start } = await openInstallation(t)
      const first = await start('first')
      const second = await start('second')
      const [twice, once] = [await first.issue(), await first.issue()]
      const { digest: ofFirst } = first.services
      const { digest: ofSecond } = second.services
      const row = await db
        .selectFrom('gateway_tokens')
        .select(['link', 'hint', 'account_id', 'description', 'created_by', 'issued_at', 'last_used_at', 'revoked_at'])
        .where('digest', '=', ofFirst(once))
        .executeTakeFirstOrThrow()
      await db
        .insertInto('gateway_tokens')
        .values({
          ...row,
          link: '00000000-0000-4000-8000-000000000000',
          digest: ofSecond(twice),
          master_key: newKey.fingerprint,
        })
        .execute()
      await migrateDigests(
        db,
        { table: 'gateway_tokens', column: 'digest', owner: 'link', isUnique: true },
        newKey.fingerprint,
        [twice, once].map((token) => ({ from: ofFirst(token), to: ofSecond(token) })),
      )
      const digests = (await db.selectFrom('gateway_tokens').select('digest').execute()).map(({ digest }) =>
        digest.toString('hex'),
      )
      t.ok(digests.includes(ofFirst(twice).toString('hex')))
      t.ok(digests.includes(ofSecond(once).toString('hex')))
    },
  )
})

test('which master keys may be used', async (t) => {
  const { db, clock, start } = await openInstallation(t)
  await start('before')
  await db.deleteFrom('master_keys').execute()
  const stranger = testMasterKey()
  const other = testMasterKey()
  const begin = async (current: MasterKey, previous?: MasterKey) => {
    const options = { clock: clock.now, metrics: new Metrics(), onDropped: () => {} }
    const { masterKeyRotation } = createServices(db, { current, previous }, options)
    return (await masterKeyRotation.begin(clock.now())) ?? masterKeyRotation.isMigrating
  }

  t.match(await begin(newKey, oldKey), /start once with that one as MASTER_KEY/, 'none is known, and there are rows')
  t.equal(await begin(oldKey), false)
  t.equal(await begin(oldKey, newKey), false, 'the first step')
  t.match(await begin(newKey), /was written under another master key; set MASTER_KEY/, 'the first step left out')
  t.match(await begin(stranger, other), /another master key than both/)
  t.equal(await begin(newKey, oldKey), true, 'the second step')
  t.equal(await begin(oldKey, newKey), false, 'a restart in the first step moves nothing back')
  t.equal(await begin(newKey, oldKey), true)
  t.match(await begin(oldKey), /newer master key by now/, 'a restart before the first step')
  t.equal(await begin(newKey), false, 'the end')
  t.equal(await begin(newKey, stranger), false, 'the next rotation')
  t.equal(await begin(stranger, newKey), true)
  t.match(await begin(oldKey, newKey), /newer master key by now/)
  t.strictSame(
    (await db.selectFrom('master_keys').select('fingerprint').orderBy('first_used_at').execute()).map(
      ({ fingerprint }) => fingerprint,
    ),
    [oldKey, newKey, stranger].map(({ fingerprint }) => fingerprint),
    'a key that was refused is not known, and the order does not depend on the clock',
  )
})

test('a start is refused under a master key that cannot open the signing keys, which is not registered', async (t) => {
  const { db, start } = await openInstallation(t)
  const before = await start('before')
  await before.partnerSignIn()
  await db.deleteFrom('master_keys').execute()
  await t.rejects(start('after'), { message: /signing keys .* another master key/ })
  t.strictSame(await db.selectFrom('master_keys').selectAll().execute(), [])
})
