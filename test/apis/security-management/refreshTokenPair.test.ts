import { test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import { ContractCaller } from '../../support/contract-caller.js'
import { startServer, testMasterKey } from '../../support/server.js'

interface Pair {
  readonly token: string
  readonly refreshToken: string
}

const hour = 3600
const start = '2026-01-02T03:04:05.678Z'

test('refreshTokenPair', async (t) => {
  const masterKey = testMasterKey()
  const server = await startServer(t, { masterKey, now: start })
  const { db, clock, services } = server
  const { signingKeys, digest } = services
  const api = new ContractCaller(contracts['security-management'], server.baseUrl)
  const refresh = (body: unknown) => api.call('refreshTokenPair', { body })

  async function signIn(): Promise<Pair> {
    const { body } = await api.call('createTokenPair', {
      body: { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' },
    })
    const [{ token, refreshToken }] = body.content
    return { token, refreshToken }
  }
  async function next({ token, refreshToken }: Pair): Promise<Pair> {
    const { status, body } = await refresh({ token, refreshToken })
    if (status !== 200) throw new Error(`the pair was refused: ${status}`)
    return body.content[0]
  }
  const claimsOf = ({ token }: Pair) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const isRefused = async (pair: Pair): Promise<boolean> => {
    const { status, text } = await refresh(pair)
    return (
      status === 401 && text === '{"errorCode":"AUTH_1002","errorMessage":"Invalid token","content":"","pageable":""}'
    )
  }

  t.beforeEach(async () => {
    clock.set(start)
    await server.restoreDemo()
  })

  await t.test('a pair is exchanged for the next one, without customerId', async (t) => {
    const pair = await signIn()
    clock.advance(60)
    const { status, body } = await refresh(pair)
    t.equal(status, 200)
    const [{ token, refreshToken }] = body.content
    t.strictSame(body, {
      errorCode: '',
      errorMessage: '',
      content: [{ token, refreshToken, validityTime: 3600 }],
      pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
    })
    t.not(token, pair.token)
    t.not(refreshToken, pair.refreshToken)
    t.match(refreshToken, /^[A-Za-z0-9_-]{43}$/)
    const iat = Date.parse('2026-01-02T03:05:05Z') / 1000
    const { jti, ...claims } = claimsOf({ token, refreshToken })
    t.strictSame(claims, {
      uid: 155,
      email: 'ethan.buckley@datastoreltd.biz',
      customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
      iat,
      exp: iat + 3600,
    })
    t.not(jti, claimsOf(pair).jti)
  })

  await t.test('pairs follow one another, each stored as a digest only', async (t) => {
    let pair = await signIn()
    const tokens = [pair.refreshToken]
    for (let round = 0; round < 5; round++) {
      pair = await next(pair)
      tokens.push(pair.refreshToken)
    }
    t.equal(new Set(tokens).size, 6)
    const rows = await db.selectFrom('refresh_tokens').selectAll().execute()
    t.strictSame(
      new Set(rows.map((row) => row.digest.toString('hex'))),
      new Set(tokens.map((text) => digest(text).toString('hex'))),
    )
    const stored = JSON.stringify(rows) + rows.map((row) => row.digest.toString('base64url')).join()
    for (const text of tokens) t.notOk(stored.includes(text))
  })

  await t.test('the access token may be expired', async (t) => {
    const pair = await signIn()
    clock.advance(hour)
    const following = await next(pair)
    clock.advance(23 * hour)
    await t.resolves(next(following))
  })

  await t.test('a refresh token lives 24 hours', async (t) => {
    const [inTime, late] = [await signIn(), await signIn()]
    clock.advance(24 * hour - 0.001)
    t.equal((await refresh(inTime)).status, 200)
    clock.advance(0.001)
    t.ok(await isRefused(late))
  })

  await t.test('a family lives 30 days, however often it is refreshed', async (t) => {
    let pair = await signIn()
    for (let elapsed = 20; elapsed < 30 * 24; elapsed += 20) {
      clock.advance(20 * hour)
      pair = await next(pair)
    }
    const other = pair
    clock.set('2026-02-01T03:04:05.677Z')
    const last = await next(other)
    clock.advance(0.001)
    t.ok(await isRefused(last))
    await t.resolves(signIn().then(next), 'a new log-in starts a new family')
  })

  await t.test(
    'a pair that is repeated within 10 seconds gets the same refresh token and a new access token',
    async (t) => {
      const pair = await signIn()
      const first = await next(pair)
      clock.advance(10)
      const second = await next(pair)
      t.equal(second.refreshToken, first.refreshToken)
      t.not(second.token, first.token)
      t.equal(claimsOf(second).jti, claimsOf(first).jti)
      t.equal(claimsOf(second).iat, claimsOf(first).iat + 10)
      await t.resolves(next(first), 'either access token belongs to the refresh token')
    },
  )

  await t.test('a refresh token that is used again after 10 seconds ends its whole family', async (t) => {
    const [pair, stranger] = [await signIn(), await signIn()]
    const newest = await next(pair)
    clock.advance(10.001)
    t.ok(await isRefused(pair))
    t.ok(await isRefused(newest))
    t.ok(await isRefused(pair))
    await t.resolves(next(stranger), "another log-in's family goes on")
  })

  await t.test('a refresh token whose successor is used ends its family within the 10 seconds as well', async (t) => {
    const pair = await signIn()
    const second = await next(pair)
    const third = await next(second)
    t.ok(await isRefused(pair))
    t.ok(await isRefused(third))
    t.ok(await isRefused(second))
  })

  await t.test('a refresh token that is used again after it has expired ends its family, too', async (t) => {
    const pair = await signIn()
    clock.advance(23 * hour)
    const newest = await next(pair)
    clock.advance(2 * hour)
    t.ok(await isRefused(pair))
    t.ok(await isRefused(newest))
  })

  await t.test('20 exchanges of one pair at once, over two instances, get the same successor', async (t) => {
    const other = await startServer(t, { db, masterKey, now: start })
    const otherApi = new ContractCaller(contracts['security-management'], other.baseUrl)
    const pair = await signIn()
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? api : otherApi).call('refreshTokenPair', { body: pair }),
      ),
    )
    t.strictSame(
      replies.map(({ status }) => status),
      Array(20).fill(200),
    )
    const successors = replies.map(({ body }): Pair => body.content[0])
    t.equal(new Set(successors.map(({ refreshToken }) => refreshToken)).size, 1)
    t.equal(new Set(successors.map((successor) => claimsOf(successor).jti)).size, 1)
    t.equal((await db.selectFrom('refresh_tokens').selectAll().execute()).length, 2)
    const [successor] = successors
    if (successor) await t.resolves(next(successor))
  })

  await t.test('tokens of two pairs are refused, and neither pair is harmed', async (t) => {
    const [one, other] = [await signIn(), await signIn()]
    t.ok(await isRefused({ token: one.token, refreshToken: other.refreshToken }))
    t.ok(await isRefused({ token: other.token, refreshToken: one.refreshToken }))
    const following = await next(one)
    t.ok(await isRefused({ token: one.token, refreshToken: following.refreshToken }), 'an earlier access token')
    t.ok(await isRefused({ token: following.token, refreshToken: one.refreshToken }), 'an earlier refresh token')
    await t.resolves(next(following))
    await t.resolves(next(other))
  })

  await t.test(
    'an access token that this API did not sign is refused, and the refresh token stays unused',
    async (t) => {
      const pair = await signIn()
      const { iat, exp, ...claims } = claimsOf(pair)
      const [header = '', payload = '', signature = ''] = pair.token.split('.')
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
      const forged = {
        'of another API with this algorithm': await signingKeys
          .issuerFor({ api: 'partner-login', algorithm: 'HS256', lifetime: 3600, claims: {} })
          .sign({ ...claims, iat, exp }),
        'of another API': await signingKeys
          .issuerFor({ api: 'partner-login', algorithm: 'HS384', lifetime: 3600, claims: {} })
          .sign({ ...claims, iat, exp }),
        'of another algorithm': await signingKeys
          .issuerFor({ api: 'security-management', algorithm: 'HS512', lifetime: 3600, claims: {} })
          .sign({ ...claims, iat, exp }),
        'of another jti': await signingKeys
          .issuerFor({ api: 'security-management', algorithm: 'HS256', lifetime: 3600, claims: {} })
          .sign({ ...claims, jti: 'other', iat, exp }),
        'without jti': await signingKeys
          .issuerFor({ api: 'security-management', algorithm: 'HS256', lifetime: 3600, claims: {} })
          .sign({ uid: 155, iat, exp }),
        'with another claim': [header, encode({ ...claims, uid: 1, iat, exp }), signature].join('.'),
        'with alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
        'with alg none and a kid': `${encode({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), alg: 'none' })}.${payload}.${signature}`,
        'without signature': `${header}.${payload}.`,
        'with another signature': [
          header,
          payload,
          `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
        ].join('.'),
        'with a space': ` ${pair.token}`,
        'with Bearer': `Bearer ${pair.token}`,
        empty: '',
        'of the longest length': 'x'.repeat(4096),
      }
      for (const [what, token] of Object.entries(forged)) {
        t.ok(await isRefused({ token, refreshToken: pair.refreshToken }), what)
      }
      await t.resolves(next(pair))
    },
  )

  await t.test('a refresh token that was never issued is refused', async (t) => {
    const pair = await signIn()
    const token = async (refreshToken: string): Promise<string> => {
      const { iat, exp, ...claims } = claimsOf(pair)
      const jti = digest(refreshToken).subarray(0, 16).toString('base64url')
      return signingKeys
        .issuerFor({ api: 'security-management', algorithm: 'HS256', lifetime: 3600, claims: {} })
        .sign({ ...claims, jti, iat, exp })
    }
    for (const refreshToken of [
      '',
      'x',
      pair.token,
      `${pair.refreshToken} `,
      pair.refreshToken.slice(1),
      'A'.repeat(43),
      '😀'.repeat(2000),
    ]) {
      t.ok(await isRefused({ token: await token(refreshToken), refreshToken }), refreshToken.slice(0, 20))
    }
    await t.resolves(next(pair))
  })

  await t.test('a user who was deactivated or removed cannot refresh, not even repeat', async (t) => {
    const [used, unused] = [await signIn(), await signIn()]
    const following = await next(used)
    await db.updateTable('security_users').set({ active: false }).where('uid', '=', 155).execute()
    for (const pair of [used, following, unused]) t.ok(await isRefused(pair))
    await db.updateTable('security_users').set({ active: true }).where('uid', '=', 155).execute()
    await t.resolves(next(unused))
    await db.deleteFrom('security_users').where('uid', '=', 155).execute()
    for (const pair of [used, following, unused]) t.ok(await isRefused(pair))
  })

  await t.test('a 400 names the first field that is at fault, and the pair stays unused', async (t) => {
    const pair = await signIn()
    for (const [message, body] of [
      ['The field "token" is missing', {}],
      ['The field "token" is missing', { refreshToken: pair.refreshToken }],
      ['The field "refreshToken" is missing', { token: pair.token }],
      ['The field "token" must be a string', { token: 5 }],
      ['The field "refreshToken" must be a string', { token: pair.token, refreshToken: null }],
      ['The field "refreshToken" must be a string', { token: '', refreshToken: [pair.refreshToken] }],
      ['The field "token" is longer than 4096 characters', { token: 'x'.repeat(4097), refreshToken: '' }],
      ['The body must be a JSON object', [pair]],
    ] as const) {
      const reply = await refresh(body)
      t.equal(reply.status, 400)
      t.strictSame(reply.body, { errorCode: 'GLOBAL_1002', errorMessage: message, content: '', pageable: '' })
    }
    t.equal((await api.call('refreshTokenPair', { raw: '{"token":' })).body.errorMessage, 'The body must be valid JSON')
    await t.resolves(next(pair))
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['refreshTokenPair']))
})
