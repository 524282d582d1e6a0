import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Test, test } from 'tap'
import { type DifferentCall, Shadow, type ShadowOptions } from '../../src/shadow/shadow.js'
import { ShadowProxy } from '../../src/shadow/shadow-proxy.js'
import { allContracts, publicContracts } from '../../src/verify/contracts.js'
import { verify } from '../../src/verify/verify.js'
import { type Alter, AlteringProxy } from '../support/altering-proxy.js'
import { send } from '../support/http.js'
import { startServer } from '../support/server.js'

interface Running {
  readonly base: string
  readonly shadow: Shadow
  readonly found: DifferentCall[]
  readonly failures: string[]
  /** Waits until every call so far is compared. */
  settled(): Promise<void>
}

async function startShadow(
  t: Test,
  name: string,
  options: Partial<Omit<ShadowOptions, 'old' | 'new'>> & { readonly old: string; readonly new: string },
): Promise<Running> {
  const contract = publicContracts().find((one) => one.name === name)
  if (!contract) throw new Error(`no contract ${name}`)
  const found: DifferentCall[] = []
  const failures: string[] = []
  const shadow = new Shadow({
    contract,
    mayChange: false,
    timeoutMs: 10_000,
    ignored: new Set(),
    onDifference: (call) => found.push(call),
    onUnanswered: (reason) => failures.push(reason),
    ...options,
    old: new URL(options.old),
    new: new URL(options.new),
  })
  const proxy = new ShadowProxy({
    old: new URL(options.old),
    rewritesHost: false,
    onAnswered: (call) => shadow.offer(call),
    onFailed: ({ code = '' }) => failures.push(`old: ${code}`),
  })
  const base = await proxy.listen('127.0.0.1', 0)
  t.teardown(async () => {
    await proxy.close()
    await shadow.close()
  })
  return { base, shadow, found, failures, settled: () => shadow.settled() }
}

const token = 'twg_GatewayAccount1DemoTokenIsActive2qte6G'
const lookUp = { method: 'GET', path: '/v1/api/auth', headers: { authorization: `Bearer ${token}` } }

test('two servers of the same data: callers get what the contract says, and nothing is different', async (t) => {
  const now = new Date().toISOString()
  const [old, fresh] = await Promise.all([startServer(t, { now }), startServer(t, { now })])
  for (const contract of publicContracts()) {
    await t.test(contract.name, async (t) => {
      const { base, shadow, found, settled } = await startShadow(t, contract.name, {
        old: old.baseUrl,
        new: fresh.baseUrl,
      })
      const { checks, failed } = await verify(contract, allContracts(), {
        base,
        timeoutMs: 30_000,
        maxRequests: 1000,
        surface: 'all',
        mayChange: false,
        ownValues: undefined,
        withLimits: false,
      })
      t.strictSame(
        checks.filter(({ outcome }) => outcome === 'failed'),
        [],
      )
      t.equal(failed, 0)
      await settled()
      // Tokens that the old server has issued are unknown to the new one: it has neither their keys nor their sessions.
      const tokens = found.filter(({ operation }) => /Accounts?Token|refreshTokenPair/i.test(operation))
      t.strictSame(
        found
          .filter((call) => !tokens.includes(call))
          .flatMap(({ operation, differences }) => [operation, differences]),
        [],
      )
      const counts = shadow.tally.operations
      const sent = counts.reduce((sum, { equal, different }) => sum + equal + different, 0)
      t.ok(sent > 10, `${sent} calls were compared`)
      for (const { operation, equal, unanswered, overflow } of counts.filter((one) => !one.notSent)) {
        t.ok(equal > 0, operation)
        t.strictSame({ unanswered, overflow }, { unanswered: 0, overflow: 0 }, operation)
      }
    })
  }
})

test('a planted difference is found, at its place, and the caller gets the old answer', async (t) => {
  const [old, fresh] = await Promise.all([startServer(t), startServer(t)])
  const altered = await AlteringProxy.start(t, fresh.baseUrl)
  const gateway = await startShadow(t, 'gateway-tokens', { old: old.baseUrl, new: altered.baseUrl })
  const login = await startShadow(t, 'partner-login', { old: old.baseUrl, new: altered.baseUrl })
  const json =
    (change: (body: Record<string, unknown>) => void): Alter =>
    (answer) => {
      const body = JSON.parse(answer.text) as Record<string, unknown>
      change(body)
      answer.text = JSON.stringify(body)
    }
  const claims =
    (change: (claims: Record<string, unknown>) => void): Alter =>
    (answer) => {
      const [header = '', payload = '', signature = ''] = answer.text.split('.')
      const body = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
      change(body)
      answer.text = [header, Buffer.from(JSON.stringify(body)).toString('base64url'), signature].join('.')
    }
  const list = { method: 'GET', path: '/v1/frontend/auth/15' }
  const signIn = {
    method: 'POST',
    path: '/login',
    headers: { 'content-type': 'application/json' },
    body: '{"accessKey":"986d8167a9b9a15e37db4ab4ad50877b01347a94","secret":"79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq"}',
  }
  const cases: readonly {
    readonly planted: string
    readonly at?: string
    readonly what?: string
    readonly alter: Alter
    readonly request?: typeof lookUp | typeof list
    readonly login?: true
  }[] = [
    { planted: 'another status', at: 'status', what: '200 → 401', alter: (answer) => (answer.status = 401) },
    {
      planted: 'another media type',
      at: 'media type',
      what: 'another value',
      alter: ({ headers }) => (headers['content-type'] = 'application/json; charset=utf-8'),
    },
    {
      planted: 'a header less',
      at: 'header Cache-Control',
      what: 'only the old server has it',
      alter: ({ headers }) => delete headers['cache-control'],
    },
    { planted: 'another request id', alter: ({ headers }) => (headers['x-request-id'] = 'another') },
    {
      planted: 'another account',
      at: 'body /account_id',
      what: 'another value',
      alter: json((body) => (body.account_id = 'OTHER')),
    },
    {
      planted: 'a field less',
      at: 'body /token_link',
      what: 'only the old server has it',
      alter: json((body) => delete body.token_link),
    },
    {
      planted: 'a field more',
      at: 'body /internal',
      what: 'only the new server has it',
      alter: json((body) => (body.internal = true)),
    },
    {
      planted: 'a value beyond the schema',
      at: 'body /token_type',
      what: 'the new server breaks the contract',
      alter: json((body) => (body.token_type = 'CASH')),
    },
    {
      planted: 'HTML in place of JSON',
      at: 'body',
      what: 'cannot be read from the new server',
      alter: (answer) => (answer.text = '<html>'),
    },
    {
      planted: 'a list that lacks an item',
      at: 'body /tokens',
      what: '1 → 0 items',
      alter: json((body) => (body.tokens as unknown[]).pop()),
      request: list,
    },
    {
      planted: 'another description in a list',
      at: 'body /tokens/*/description',
      what: 'another value',
      alter: json(({ tokens }) => Object.assign((tokens as object[])[0] ?? {}, { description: 'x' })),
      request: list,
    },
    {
      planted: 'another time of the same form',
      alter: (answer) => (answer.text = answer.text.replaceAll(/\d\d Oct 2015 - \d\d:\d\d/g, '11 Nov 2015 - 00:00')),
      request: list,
    },
    {
      planted: 'a time of another form',
      at: 'body /tokens/*/issued_date',
      what: 'another value',
      alter: (answer) => (answer.text = answer.text.replaceAll(/\d\d Oct 2015 - \d\d:\d\d/g, '2015-10-11T00:00:00Z')),
      request: list,
    },
    { planted: 'another token', alter: claims((body) => (body.iat = Number(body.iat))), login: true },
    {
      planted: 'another company in the token',
      at: 'body claim cid',
      what: 'another value',
      alter: claims((body) => (body.cid = '00000000-0000-4000-8000-000000000000')),
      login: true,
    },
    {
      planted: 'a claim less',
      at: 'body claim ar',
      what: 'only the old server has it',
      alter: claims((body) => delete body.ar),
      login: true,
    },
    {
      planted: 'a token that lives longer',
      at: 'body lifetime',
      what: 'another value',
      alter: claims((body) => (body.exp = Number(body.exp) + 60)),
      login: true,
    },
  ]
  for (const { planted, at, what, alter, request = lookUp, login: isLogin } of cases) {
    await t.test(planted, async (t) => {
      const { base, found, settled } = isLogin ? login : gateway
      const sent = isLogin ? signIn : request
      altered.alter = alter
      found.length = 0
      const answer = await send(base, sent)
      await settled()
      altered.alter = () => {}
      const direct = await send(old.baseUrl, sent)
      t.equal(answer.status, direct.status)
      if (!isLogin) t.equal(answer.text, direct.text)
      const places = found.flatMap(({ differences }) => differences)
      if (at === undefined) return t.strictSame(places, [], 'it is none')
      t.ok(
        places.some((one) => one.at === at && one.what === what),
        JSON.stringify(places),
      )
    })
  }
  await t.test('what is known to differ can be ignored', async (t) => {
    altered.alter = ({ headers }) => delete headers['cache-control']
    const ignored = new Set(['header Cache-Control'])
    const { base, shadow, settled } = await startShadow(t, 'gateway-tokens', {
      old: old.baseUrl,
      new: altered.baseUrl,
      ignored,
    })
    await send(base, lookUp)
    await settled()
    altered.alter = () => {}
    t.match(shadow.tally.operations, [{ operation: 'getTokenAccount', calls: 1, equal: 1, different: 0 }])
    t.strictSame(shadow.tally.differences, [])
  })
})

test('nothing is created at the new server unless it is asked for; calls outside the contract are the old one’s alone', async (t) => {
  const [old, fresh] = await Promise.all([startServer(t), startServer(t)])
  const seen = await AlteringProxy.start(t, fresh.baseUrl)
  const issue = {
    method: 'POST',
    path: '/v1/frontend/auth',
    headers: { 'content-type': 'application/json' },
    body: '{"account_id":"shadowed","description":"x"}',
  }
  const safe = await startShadow(t, 'gateway-tokens', { old: old.baseUrl, new: seen.baseUrl })
  t.match(await send(safe.base, issue), { status: 200 })
  t.match(await send(safe.base, { method: 'GET', path: '/livez' }), { status: 200 })
  t.match(await send(safe.base, { method: 'PATCH', path: '/v1/api/auth' }), { status: 405 })
  await safe.settled()
  t.strictSame(seen.requests, [])
  t.match(safe.shadow.tally.operations, [{ operation: 'issueGatewayToken', calls: 1, notSent: 1 }])
  t.equal(safe.shadow.tally.outsideContract, 2)

  const all = await startShadow(t, 'gateway-tokens', { old: old.baseUrl, new: seen.baseUrl, mayChange: true })
  t.match(await send(all.base, issue), { status: 200 })
  await all.settled()
  t.match(all.shadow.tally.operations, [{ operation: 'issueGatewayToken', calls: 1, equal: 1 }])
  const listed = await send(fresh.baseUrl, { method: 'GET', path: '/v1/frontend/auth/shadowed' })
  t.equal((JSON.parse(listed.text) as { tokens: unknown[] }).tokens.length, 1)
})

test('a new server that is away, hangs or answers without an end affects no caller', async (t) => {
  const { baseUrl } = await startServer(t)
  await t.test('away', async (t) => {
    const { base, shadow, failures, settled } = await startShadow(t, 'gateway-tokens', {
      old: baseUrl,
      new: 'http://127.0.0.1:1',
    })
    for (let call = 0; call < 5; call++) t.equal((await send(base, lookUp)).status, 200)
    await settled()
    t.match(shadow.tally.operations, [{ calls: 5, unanswered: 5 }])
    t.strictSame([...new Set(failures)], ['ECONNREFUSED'])
  })
  await t.test('killed in the middle of its answers', async (t) => {
    const fresh = createServer((socket) =>
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"acc')
          setTimeout(() => socket.destroy(), 5)
        }),
    )
    const { base, shadow, failures, settled } = await startShadow(t, 'gateway-tokens', {
      old: baseUrl,
      new: await listening(t, fresh),
    })
    for (let call = 0; call < 3; call++) t.equal((await send(base, lookUp)).status, 200)
    await settled()
    t.match(shadow.tally.operations, [{ calls: 3, unanswered: 3 }])
    t.equal(failures[0], 'ECONNRESET')
  })
  await t.test('hangs: answers do not wait for it, and calls beyond the queue are counted', async (t) => {
    const fresh = createServer((socket) => socket.on('error', () => {}).resume())
    const { base, shadow } = await startShadow(t, 'gateway-tokens', {
      old: baseUrl,
      new: await listening(t, fresh),
      timeoutMs: 60_000,
    })
    const calls = 300
    for (let batch = 0; batch < calls / 50; batch++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send(base, lookUp)))
      t.ok(answers.every(({ status }) => status === 200))
    }
    const [{ overflow = 0, unanswered = -1 } = {}] = shadow.tally.operations
    t.equal(overflow, calls - 208, 'eight are with it and 200 wait')
    t.equal(unanswered, 0, 'no caller has waited for an answer of it')
  })
  await t.test('an answer without an end is given up', async (t) => {
    const fresh = createServer((socket) =>
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n')
          const timer = setInterval(() => socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`), 5)
          socket.on('close', () => clearInterval(timer))
        }),
    )
    const { base, failures, settled } = await startShadow(t, 'gateway-tokens', {
      old: baseUrl,
      new: await listening(t, fresh),
    })
    t.equal((await send(base, lookUp)).status, 200)
    await settled()
    t.strictSame(failures, ['the answer is too long'])
  })
})

test('the old server’s answer reaches the caller byte for byte', async (t) => {
  const body = gzipSync('{"account_id":"1"}')
  const answers: Readonly<Record<string, readonly (string | Buffer)[]>> = {
    'headers as they are spelt, ordered and repeated, and no date of ours': [
      'HTTP/1.1 200 Very Fine\r\nx-ODD-Case: 1\r\nSet-Cookie: a=1\r\nETag: "x"\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\n{}',
    ],
    'a compressed body': [
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      body,
    ],
    'no body': ['HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n'],
    'an unusual status': ['HTTP/1.1 499 Gone Away\r\nContent-Length: 4\r\n\r\n\u0001\u0002\u0003\u0004'],
  }
  for (const [title, answer] of Object.entries(answers)) {
    await t.test(title, async (t) => {
      const received: string[] = []
      const old = createServer((socket) =>
        socket.on('data', (chunk) => {
          received.push(chunk.toString())
          for (const part of answer) socket.write(part)
        }),
      )
      const { base } = await startShadow(t, 'gateway-tokens', {
        old: await listening(t, old),
        new: 'http://127.0.0.1:1',
      })
      const seen = await rawAnswer(
        t,
        base,
        'GET /v1/api/auth?a=%2f HTTP/1.1\r\nhost: Old.Example\r\nX-Spelt-So: yes\r\n\r\n',
      )
      const added = /(?:Connection: keep-alive|Keep-Alive: timeout=\d+)\r\n/g
      t.equal(seen.replaceAll(added, ''), Buffer.concat(answer.map((part) => Buffer.from(part))).toString('latin1'))
      t.match(received.join(''), /^GET \/v1\/api\/auth\?a=%2f HTTP\/1\.1\r\nhost: Old\.Example\r\nX-Spelt-So: yes\r\n/)
      t.match(received.join(''), /X-Forwarded-For: 127\.0\.0\.1\r\n/)
    })
  }
  await t.test('an old server that is away is 502, and comes back', async (t) => {
    const { base, failures, shadow } = await startShadow(t, 'gateway-tokens', {
      old: 'http://127.0.0.1:1',
      new: 'http://127.0.0.1:1',
    })
    t.equal((await send(base, lookUp)).status, 502)
    t.strictSame(failures, ['old: ECONNREFUSED'])
    t.strictSame(shadow.tally.operations, [])
  })
  await t.test('a caller that goes away takes the call along', async (t) => {
    let closed = false
    const old = createServer((socket) =>
      socket
        .on('error', () => {})
        .on('data', () => {})
        .on('close', () => (closed = true)),
    )
    const { base } = await startShadow(t, 'gateway-tokens', {
      old: await listening(t, old),
      new: 'http://127.0.0.1:1',
    })
    const { hostname, port } = new URL(base)
    const socket = connect(Number(port), hostname, () => {
      socket.write('GET /v1/api/auth HTTP/1.1\r\nHost: x\r\n\r\n')
      setTimeout(() => socket.destroy(), 100)
    })
    for (let waited = 0; !closed && waited < 5000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20))
    t.ok(closed)
  })
})

async function listening(t: Test, server: ReturnType<typeof createServer>): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What comes back until nothing more does. */
function rawAnswer(t: Test, base: string, text: string): Promise<string> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let timer = setTimeout(() => {}, 0)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      clearTimeout(timer)
      timer = setTimeout(() => resolve(answer), 300)
    })
    socket.on('error', reject)
    t.teardown(() => socket.destroy())
  })
}
