import { setTimeout as delay } from 'node:timers/promises'
import { type Test, test } from 'tap'
import { contracts } from '../../../src/apis/index.js'
import type { PasswordHasher } from '../../../src/crypto/password-hashing.js'
import { Secret } from '../../../src/crypto/secret.js'
import { Unavailable } from '../../../src/errors.js'
import { CapturedLog } from '../../support/captured-log.js'
import { type CallReply, ContractCaller } from '../../support/contract-caller.js'
import { startServer, testMasterKey } from '../../support/server.js'

const username = 'ethan.buckley@datastoreltd.biz'
const password = 'S0qUx56pW!'
const right = { username, password }
const wrong = { username, password: 'not the password' }

test('createTokenPair', async (t) => {
  const log = new CapturedLog('trace')
  const masterKey = testMasterKey()
  const options = { trustedProxies: ['127.0.0.1'], masterKey }
  const server = await startServer(t, {
    ...options,
    now: '2026-01-02T03:04:05.678Z',
    log: log.logger,
  })
  const { db, clock, services } = server
  const api = new ContractCaller(contracts['security-management'], server.baseUrl)
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const signIn = (body: unknown, address = '198.51.100.1') =>
    api.call('createTokenPair', { body, headers: from(address) })
  const refresh = (content: { token: string; refreshToken: string }) => api.call('refreshTokenPair', { body: content })

  /** Counts verifications; with `result` none is computed. */
  function countHashes(
    t: Test,
    { passwords }: { passwords: PasswordHasher } = services,
    result?: () => Promise<boolean>,
  ) {
    return t.capture(passwords, 'verify', result ?? passwords.verify)
  }
  const isNoMatch = async (): Promise<boolean> => false
  const failures = async (): Promise<number[]> =>
    (await db.selectFrom('sign_in_throttles').select('failures').execute()).map((row) => row.failures)

  t.beforeEach(async () => {
    clock.set('2026-01-02T03:04:05.678Z')
    await server.restoreDemo()
  })

  await t.test("the document's request is answered as the document says", async (t) => {
    const { status, body } = await signIn(right)
    t.equal(status, 200)
    const [{ token, refreshToken }] = body.content
    t.strictSame(body, {
      errorCode: '',
      errorMessage: '',
      content: [{ customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7', token, refreshToken, validityTime: 3600 }],
      pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
    })
  })

  await t.test('the access token is a JWT of exactly six claims, signed with HS256, valid for one hour', async (t) => {
    const [{ token }] = (await signIn(right)).body.content
    const [header, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()))
    t.match(header, { alg: 'HS256', typ: 'JWT' })
    const iat = Date.parse('2026-01-02T03:04:05Z') / 1000
    t.strictSame(claims, {
      uid: 155,
      email: username,
      customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f47a7',
      jti: claims.jti,
      iat,
      exp: iat + 3600,
    })
    t.match(claims.jti, /^[\w-]{22}$/)
    t.strictSame(
      await services.signingKeys
        .issuerFor({ api: 'security-management', algorithm: 'HS256', lifetime: 3600, claims: {} })
        .verify(token),
      claims,
    )
  })

  await t.test('the refresh token is opaque, and stored as a digest only', async (t) => {
    const [{ refreshToken }] = (await signIn(right)).body.content
    t.match(refreshToken, /^[A-Za-z0-9_-]{43}$/)
    const rows = await db.selectFrom('refresh_tokens').selectAll().execute()
    t.equal(rows.length, 1)
    const { digest } = rows[0] ?? {}
    t.strictSame(digest, services.digest(refreshToken))
    t.not(digest?.toString('base64url'), refreshToken)
  })

  await t.test('a new pair does not end an earlier one', async (t) => {
    const [first] = (await signIn(right)).body.content
    const [second] = (await signIn(right)).body.content
    t.not(first.refreshToken, second.refreshToken)
    t.equal((await refresh(second)).status, 200)
    t.equal((await refresh(first)).status, 200)
  })

  await t.test('the user name counts in any case, the password exactly as it is sent', async (t) => {
    t.equal((await signIn({ username: 'Ethan.Buckley@DataStoreLtd.BIZ', password })).status, 200)
    for (const other of ['s0qUx56pW!', ' S0qUx56pW!', 'S0qUx56pW! ', 'S0qUx56pW%21']) {
      t.equal((await signIn({ username, password: other }, '198.51.100.2')).status, 401, other)
    }
    t.equal((await signIn({ username: ` ${username}`, password }, '198.51.100.2')).status, 401)
    t.equal((await signIn({ username: username.replace('i', 'İ'), password }, '198.51.100.2')).status, 401)
  })

  await t.test(
    'unknown user, wrong password and deactivated user have one answer, each after one verification',
    async (t) => {
      const hashes = countHashes(t)
      const replies = [
        await signIn(wrong),
        await signIn({ username: 'nobody@datastoreltd.biz', password }),
        await signIn({ username: 'former.colleague@datastoreltd.biz', password }),
        await signIn({ username: 'former.colleague@datastoreltd.biz', password: 'not the password' }),
        await signIn({ username, password: 'x'.repeat(1024) }),
      ]
      t.equal(hashes().length, 5)
      for (const { status, text, headers } of replies) {
        t.equal(status, 401)
        t.equal(text, '{"errorCode":"AUTH_1001","errorMessage":"Invalid credentials","content":"","pageable":""}')
        const own = ['x-request-id', 'date']
        const names = Object.keys(headers).filter((name) => !own.includes(name))
        t.strictSame(names, ['cache-control', 'content-type', 'content-length', 'connection'])
      }
    },
  )

  await t.test('a user who is deactivated while the password is verified gets nothing', async (t) => {
    countHashes(t, services, async () => {
      await db.updateTable('security_users').set({ active: false }).where('uid', '=', 155).execute()
      return true
    })
    t.equal((await signIn(right)).status, 401)
    t.strictSame(await db.selectFrom('refresh_families').selectAll().execute(), [])
    t.strictSame(await failures(), [1, 1, 1], 'it counts as a failure')
  })

  await t.test('an attempt of a client that has disconnected is not counted', async (t) => {
    const hashes = countHashes(t)
    const disconnected = { api: 'security-management', clientAddress: '198.51.100.1', signal: AbortSignal.abort() }
    await t.rejects(services.signIns.signIn(username, new Secret(password), disconnected))
    t.strictSame(await failures(), [])
    t.equal(hashes().length, 0)

    const disconnecting = new AbortController()
    const leave = async (): Promise<boolean> => {
      disconnecting.abort()
      disconnecting.signal.throwIfAborted()
      return true
    }
    countHashes(t, services, leave)
    const client = { api: 'security-management', clientAddress: '198.51.100.1', signal: disconnecting.signal }
    await t.rejects(services.signIns.signIn(username, new Secret(password), client))
    t.strictSame(await failures(), [0, 0, 0], 'it is taken back where it was counted before')
  })

  await t.test('a 400 names the first field that is at fault, in the order of the document', async (t) => {
    const hashes = countHashes(t)
    const say = async (body: unknown): Promise<unknown> => {
      const reply = await signIn(body)
      t.equal(reply.status, 400)
      t.match(reply.body, { errorCode: 'GLOBAL_1002', content: '', pageable: '' })
      return reply.body.errorMessage
    }
    t.equal(await say({}), 'The field "username" is missing')
    t.equal(await say({ password }), 'The field "username" is missing')
    t.equal(await say({ password: 5 }), 'The field "username" is missing')
    t.equal(await say({ username }), 'The field "password" is missing')
    t.equal(await say({ username: '' }), 'The field "username" is empty')
    t.equal(await say({ username, password: '' }), 'The field "password" is empty')
    for (const value of [5, null, true, ['x'], { x: 1 }]) {
      t.equal(await say({ username: value, password: '' }), 'The field "username" must be a string')
      t.equal(await say({ username, password: value }), 'The field "password" must be a string')
    }
    t.equal(await say({ username: 'x'.repeat(256), password }), 'The field "username" is longer than 255 characters')
    t.equal(await say({ username, password: 'x'.repeat(1025) }), 'The field "password" is longer than 1024 characters')
    for (const body of [null, [], 'text', 5]) t.equal(await say(body), 'The body must be a JSON object')
    for (const [raw, message] of [
      ['', 'The field "username" is missing'],
      ['{', 'The body must be valid JSON'],
      [`{"username":"\\u0000","password":"x"}`, 'The body holds a character that is not allowed'],
      [`{"username":"\\ud800","password":"x"}`, 'The body holds a character that is not allowed'],
      [`{"__proto__":{},"username":"x","password":"x"}`, 'The body holds a key that is not allowed'],
    ] as const) {
      const { status, body } = await api.call('createTokenPair', { raw })
      t.equal(status, 400)
      t.equal(body.errorMessage, message)
    }
    t.equal(hashes().length, 0)
    t.equal((await signIn({ ...right, rememberMe: true })).status, 200, 'further keys are ignored')
    t.equal((await signIn({ username: '😀'.repeat(255), password })).status, 401, 'characters are counted')
  })

  await t.test('too large a body, another type and another method are answered in the same envelope', async (t) => {
    const large = await signIn({ username, password: 'x'.repeat(17_000) })
    t.strictSame([large.status, large.body.errorCode], [413, 'GLOBAL_1004'])
    const form = await api.call('createTokenPair', { raw: 'username=x', headers: { 'content-type': 'text/plain' } })
    t.strictSame([form.status, form.body.errorCode], [415, 'GLOBAL_1005'])
    const patched = await fetch(`${server.baseUrl}/api/v2/auth/token`, { method: 'PATCH' })
    t.equal(patched.status, 405)
    t.equal(patched.headers.get('allow'), 'POST, PUT')
    t.strictSame(await patched.json(), {
      errorCode: 'GLOBAL_1006',
      errorMessage: 'Method not allowed',
      content: '',
      pageable: '',
    })
  })

  await t.test(
    'after five failures in a row the waits double from 1 s to 15 s, and nothing is hashed meanwhile',
    async (t) => {
      const hashes = countHashes(t, services, isNoMatch)
      for (let failure = 1; failure <= 5; failure++) t.equal((await signIn(wrong)).status, 401)
      for (const wait of [1, 2, 4, 8, 15, 15]) {
        hashes()
        const refused = await signIn(right)
        t.equal(refused.status, 429)
        t.equal(refused.headers['retry-after'], String(wait))
        t.strictSame(refused.body, {
          errorCode: 'GLOBAL_1003',
          errorMessage: 'Too many requests. Please try again later',
          content: '',
          pageable: '',
        })
        clock.advance(wait - 0.001)
        t.equal((await signIn(wrong)).status, 429)
        t.equal(hashes().length, 0)
        clock.advance(0.001)
        t.equal((await signIn(wrong)).status, 401)
      }
    },
  )

  await t.test('a stranger does not lock the owner out', async (t) => {
    const hashes = countHashes(t, services, isNoMatch)
    for (let failure = 1; failure <= 5; failure++) await signIn(wrong, '203.0.113.66')
    t.equal((await signIn(right, '203.0.113.66')).status, 429)
    t.equal(hashes().length, 5)
    t.equal((await signIn(right, '198.51.100.1')).status, 401, 'judged, here by a stand-in that knows no password')
  })

  await t.test(
    'an attack from 20 addresses tries at most 100 passwords of a user in 60 s, and the owner is served',
    async (t) => {
      t.equal((await signIn(right, '198.51.100.1')).status, 200)
      const hashes = countHashes(t)
      let owned = 0
      for (let round = 0; round < 12; round++) {
        await Promise.all(Array.from({ length: 20 }, (_, index) => signIn(wrong, `203.0.113.${index}`)))
        if ((await signIn(right, '198.51.100.1')).status === 200) owned++
        clock.advance(5)
      }
      t.equal(owned, 12)
      t.ok(hashes().length - owned <= 100)
    },
  )

  await t.test('the right password after a wait is answered 200 and sets the count back', async (t) => {
    for (let failure = 1; failure <= 5; failure++) await signIn(wrong)
    clock.advance(1)
    t.equal((await signIn(right)).status, 200)
    for (let failure = 1; failure <= 5; failure++) t.equal((await signIn(wrong)).status, 401)
    t.equal((await signIn(right)).status, 429)
  })

  await t.test('spellings of one user name and of one address share their count', async (t) => {
    countHashes(t, services, isNoMatch)
    const attempts = [
      [username, '198.51.100.7'],
      [username.toUpperCase(), '::ffff:198.51.100.7'],
      [username, '::ffff:c633:6407'],
      [username, '198.51.100.7'],
      [username, '198.51.100.7'],
    ] as const
    for (const [name, address] of attempts) t.equal((await signIn({ username: name, password }, address)).status, 401)
    t.equal((await signIn(right, '::ffff:198.51.100.7')).status, 429)
    for (let host = 1; host <= 5; host++) await signIn(wrong, `2001:db8:1:2::${host}`)
    t.equal((await signIn(wrong, '2001:db8:1:2:ffff::6')).status, 429)
    t.equal((await signIn(wrong, '2001:db8:1:3::1')).status, 401)
  })

  await t.test('unknown and deactivated users are slowed exactly as known ones', async (t) => {
    countHashes(t, services, isNoMatch)
    for (const name of ['nobody@datastoreltd.biz', 'former.colleague@datastoreltd.biz', username]) {
      const replies: CallReply[] = []
      for (let attempt = 1; attempt <= 7; attempt++) replies.push(await signIn({ username: name, password: 'wrong' }))
      t.strictSame(
        replies.map(({ status }) => status),
        [401, 401, 401, 401, 401, 429, 429],
      )
      t.equal(replies[6]?.headers['retry-after'], '1')
    }
  })

  await t.test('30 wrong passwords at once are hashed five times, also over two instances', async (t) => {
    const other = await startServer(t, { ...options, db, now: '2026-01-02T03:04:05.678Z' })
    const otherApi = new ContractCaller(contracts['security-management'], other.baseUrl)
    const hashes = [countHashes(t), countHashes(t, other.services)]
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? api : otherApi).call('createTokenPair', { body: wrong, headers: from('198.51.100.1') }),
      ),
    )
    t.equal(replies.filter(({ status }) => status === 401).length, 5)
    t.equal(replies.filter(({ status }) => status === 429).length, 25)
    t.equal(hashes.flatMap((calls) => calls()).length, 5)
  })

  await t.test('20 sign-ins at once with the right password all succeed', async (t) => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(right)))
    t.ok(replies.every(({ status }) => status === 200))
    t.equal(new Set(replies.map(({ body }) => body.content[0].refreshToken)).size, 20)
  })

  await t.test('one address has 50 failures over all users in 20 s', async (t) => {
    const hashes = countHashes(t, services, isNoMatch)
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => signIn({ username: `user ${index}`, password }, '203.0.113.66')),
    )
    t.equal(hashes().length, 50)
    clock.advance(12.5)
    const refused = await signIn(right, '203.0.113.66')
    t.equal(refused.status, 429)
    t.equal(refused.headers['retry-after'], '8')
    t.equal((await signIn(right, '198.51.100.1')).status, 401, 'another address is judged')
    clock.advance(7.5)
    t.equal((await signIn(right, '203.0.113.66')).status, 401)
  })

  await t.test(
    'where the server is busy or its database away the answer is 503, and the attempt does not count',
    async (t) => {
      countHashes(t, services, async () => {
        throw new Unavailable('password hashing', 2)
      })
      for (let attempt = 1; attempt <= 6; attempt++) {
        const busy = await signIn(right)
        t.equal(busy.status, 503)
        t.equal(busy.headers['retry-after'], '2')
        t.strictSame(busy.body, {
          errorCode: 'GLOBAL_1001',
          errorMessage: 'Service unavailable. Please try again',
          content: '',
          pageable: '',
        })
      }
      t.capture(services.signIns.options.users, 'findCredentials', async () => {
        throw new Unavailable('the database is away')
      })
      t.equal((await signIn(right)).status, 503)
    },
  )

  await t.test('who finds no place in the queue is told so before the database is asked', async (t) => {
    let answer = (_isMatch: boolean): void => {}
    const verified = new Promise<boolean>((resolve) => {
      answer = resolve
    })
    countHashes(t, services, () => verified)
    const { signIns } = services
    const { throttles } = signIns.options
    const counted = t.capture(throttles, 'count', throttles.count)
    const surplus = 5
    const answers: number[] = []
    const tried = Array.from({ length: signIns.maxStrangers + surplus }, async (_, index) => {
      const { status } = await signIn({ ...wrong, username: `stranger ${index}` }, `198.51.100.${index % 250}`)
      answers.push(status)
    })
    while (answers.length < surplus) await delay(10)
    t.strictSame(answers, Array(surplus).fill(503))
    answer(false)
    await Promise.all(tried)
    t.equal(counted().length, signIns.maxStrangers)
    t.strictSame(answers.slice(surplus), Array(signIns.maxStrangers).fill(401))
    t.equal((await signIn(right)).status, 401, 'there is a place again')
  })

  await t.test(
    'while 400 wrong passwords come at once from 40 addresses, all honest sign-ins are answered',
    async (t) => {
      t.capture(services.passwords, 'verify', async (presented: Secret) => {
        await delay(5)
        return presented.reveal() === password
      })
      const attempt = (name: string, text: string, clientAddress: string) =>
        services.signIns.signIn(name, new Secret(text), {
          api: 'security-management',
          clientAddress,
          signal: new AbortController().signal,
        })
      for (let home = 0; home < 7; home++) await attempt(username, password, `203.0.113.${home}`)
      const attack = Promise.allSettled(
        Array.from({ length: 400 }, (_, index) => attempt(`stranger ${index}`, 'wrong', `198.51.100.${index % 40}`)),
      )
      const honest = await Promise.allSettled(
        Array.from({ length: 14 }, (_, home) => attempt(username, password, `203.0.113.${home}`)),
      )
      t.strictSame(
        honest.map((result) => result.status === 'fulfilled' && result.value !== undefined && 'user' in result.value),
        Array(14).fill(true),
        'those who have signed in before, and those who have not',
      )
      t.ok(
        (await attack).some(({ status }) => status === 'rejected'),
        'there was a surplus',
      )
    },
  )

  await t.test('hashes of one user leave a slot to those who have signed in before', async (t) => {
    t.equal((await signIn(right, '203.0.113.1')).status, 200)
    let release = (): void => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    t.capture(services.passwords, 'verify', async (presented: Secret) => {
      if (presented.reveal() === password) return true
      await released
      return false
    })
    const attack = Array.from({ length: 20 }, (_, index) => signIn(wrong, `198.51.100.${index}`))
    await delay(50)
    t.equal((await signIn(right, '203.0.113.1')).status, 200)
    release()
    t.ok((await Promise.all(attack)).every(({ status }) => status === 401))
  })

  await t.test('after 503 the right password works at once', async (t) => {
    const away = countHashes(t, services, async () => {
      throw new Unavailable('password hashing')
    })
    for (let attempt = 1; attempt <= 8; attempt++) await signIn(right)
    t.equal(away().length, 8)
    away.restore()
    t.equal((await signIn(right)).status, 200)
  })

  await t.test('no password and no token reaches the log, whatever goes wrong', async (t) => {
    log.text = ''
    const [{ token, refreshToken }] = (await signIn(right)).body.content
    await signIn(wrong)
    await signIn({ username, password: [password] })
    await api.call('createTokenPair', { raw: `{"password":"${password}",}` })
    const failing = countHashes(t, services, async () => {
      throw new Error(`broken on ${password}`)
    })
    t.equal((await signIn(right)).body.errorCode, 'GLOBAL_1000')
    failing.restore()
    t.capture(services.sessions.options.families, 'use', async () => {
      throw new Error(`broken on ${refreshToken} and ${token}`)
    })
    t.equal((await refresh({ token, refreshToken })).status, 500)
    t.match(log.text, 'operation failed')
    for (const secret of [password, wrong.password, token, refreshToken, token.split('.')[2]]) {
      t.notOk(log.text.includes(secret))
    }
  })

  await t.test('every declared status was seen', async (t) => api.assertAllStatusesSeen(t, ['createTokenPair']))
})
