import { setTimeout as delay } from 'node:timers/promises'
import { type Test, test } from 'tap'
import { dayOf } from '../../src/domain/usage/usage.js'
import { testOn } from '../support/database.js'
import { demoEnvironment } from '../support/demo-environment.js'
import { OwnProcess } from '../support/process.js'
import { Wire } from '../support/wire.js'

const authorization = 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G'
const lookUp = `GET /v1/api/auth HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`
const signInBody =
  '{"hash":"bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68","secret":"demo-broker-secret-Zm9vYmFy"}'
const signInHead = `POST /api/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${signInBody.length}\r\n\r\n`

async function startServer(t: Test, file = 'src/main.ts'): Promise<{ server: OwnProcess; baseUrl: string }> {
  const { env } = await demoEnvironment(t)
  const server = new OwnProcess(t, file, [], { ...env, PORT: '0' })
  return { server, baseUrl: await addressOf(server) }
}

async function addressOf(server: OwnProcess): Promise<string> {
  return (await server.waitFor(/listens on (http\S+)/))[1] ?? ''
}

/** A request that the server has begun to answer and whose body is not whole. */
async function beginSignIn(t: Test, baseUrl: string): Promise<Wire> {
  const wire = await Wire.open(t, baseUrl)
  wire.write(`${signInHead}${signInBody.slice(0, 10)}`)
  // Another request that comes later and is answered proves that the server has read this one.
  await (await fetch(`${baseUrl}/livez`)).text()
  return wire
}

/** Waits until nobody listens any more. */
async function refused(t: Test, baseUrl: string): Promise<void> {
  for (;;) {
    try {
      const wire = await Wire.open(t, baseUrl)
      wire.socket.destroy()
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // Who waited in the queue of the listener when it closed is reset: asking again shows what holds from then on.
      if (code !== 'ECONNRESET') return void t.equal(code, 'ECONNREFUSED')
    }
    await delay(20)
  }
}

testOn('postgresql', 'on SIGTERM', async (t) => {
  const { server, baseUrl } = await startServer(t)
  const [kept, late] = await Promise.all([Wire.open(t, baseUrl), Wire.open(t, baseUrl)])
  for (const wire of [kept, late]) {
    wire.write(lookUp)
    t.match(await wire.answer(), /^http\/1.1 200 [\s\S]*connection: keep-alive/)
  }
  const begun = await beginSignIn(t, baseUrl)
  const begunToo = await beginSignIn(t, baseUrl)

  server.child.kill('SIGTERM')
  await server.waitFor(/shutdown started/)

  await t.test('/readyz is 503 at once, on new connections too', async (t) => {
    const answer = await fetch(`${baseUrl}/readyz`)
    t.equal(answer.status, 503)
    t.equal(answer.headers.get('connection'), 'close')
    t.equal((await fetch(`${baseUrl}/livez`)).status, 200)
  })

  await t.test('a kept connection gets a real answer, which is its last', async (t) => {
    kept.write(lookUp)
    const head = await kept.answer()
    t.match(head, /^http\/1.1 200 /)
    t.match(head, /connection: close/)
    await kept.closed
  })

  await t.test('what no route sees is the last answer as well', async (t) => {
    for (const path of ['/nowhere', '/%ff', '/docs/']) {
      const wire = await Wire.open(t, baseUrl)
      wire.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
      t.match(await wire.answer(), /connection: close/, path)
    }
  })

  await t.test('a request that has begun is answered, and its answer is the last', async (t) => {
    begun.write(signInBody.slice(10))
    const head = await begun.answer()
    t.match(head, /^http\/1.1 200 /)
    t.match(head, /connection: close/)
    await begun.closed
  })

  await t.test('then nobody is let in, idle connections are closed, and what has begun still finishes', async (t) => {
    await refused(t, baseUrl)
    await late.closed
    begunToo.write(signInBody.slice(10))
    const head = await begunToo.answer()
    t.match(head, /^http\/1.1 200 /)
    t.match(head, /connection: close/)
  })

  const { code, output } = await server.ended
  t.equal(code, 0)
  t.notMatch(output, /aborted/)
})

testOn('postgresql', 'a client that never finishes its request does not hold the process', async (t) => {
  const { server, baseUrl } = await startServer(t)
  const wire = await beginSignIn(t, baseUrl)
  server.child.kill('SIGTERM')
  const { code, output } = await server.ended
  t.equal(code, 0)
  t.match(output, /running requests aborted/)
  await wire.closed
})

testOn('postgresql', 'a second signal ends the process at once', async (t) => {
  const { server, baseUrl } = await startServer(t)
  await beginSignIn(t, baseUrl)
  server.child.kill('SIGTERM')
  await server.waitFor(/shutdown started/)
  server.child.kill('SIGINT')
  const { code, output } = await server.ended
  t.equal(code, 1)
  t.notMatch(output, /aborted/)
})

testOn('postgresql', 'Ctrl-C stops the process cleanly though npm repeats the signal', async (t) => {
  const { server, baseUrl } = await startServer(t, 'test/support/troubled-server.ts')
  // As a browser keeps one in reserve.
  const unused = await Wire.open(t, baseUrl)
  const begun = await beginSignIn(t, baseUrl)
  server.child.kill('SIGINT')
  await server.waitFor(/shutdown started/)
  begun.write(signInBody.slice(10))
  t.match(await begun.answer(), /^http\/1.1 200 /)
  const { code, output } = await server.ended
  t.equal(code, 0)
  t.notMatch(output, /aborted/, 'nor waits for a connection that has never been used')
  await unused.closed
})

testOn('postgresql', 'after an error that nothing caught the process drains and fails', async (t) => {
  const { server, baseUrl } = await startServer(t, 'test/support/troubled-server.ts')
  const begun = await beginSignIn(t, baseUrl)
  server.child.kill('SIGWINCH')
  await server.waitFor(/"type":"Error".*uncaught error/)
  t.equal((await fetch(`${baseUrl}/readyz`)).status, 503)
  begun.write(signInBody.slice(10))
  t.match(await begun.answer(), /^http\/1.1 200 /)
  const { code, output } = await server.ended
  t.equal(code, 1)
  t.notMatch(output, /CANARY/)
})

test('sign-ins counted just before the stop are in the database afterwards', async (t) => {
  const { env, look } = await demoEnvironment(t)
  const server = new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0' })
  const wire = await Wire.open(t, await addressOf(server))
  const before = Date.now()
  for (let count = 0; count < 3; count++) {
    wire.write(`${signInHead}${signInBody}`)
    t.match(await wire.answer(), /^http\/1.1 200 /)
  }
  server.child.kill('SIGTERM')
  t.equal((await server.ended).code, 0)
  const { days, hours, users } = await look(async (db) => ({
    // The demo data has earlier ones.
    days: await db
      .selectFrom('sign_in_days')
      .selectAll()
      .where('day', '>=', dayOf(new Date(before)))
      .execute(),
    hours: await db.selectFrom('sign_in_hours').selectAll().execute(),
    users: await db.selectFrom('broker_users').select('last_used_at').where('last_used_at', 'is not', null).execute(),
  }))
  t.equal(
    days.reduce((sum, { sign_ins }) => sum + sign_ins, 0),
    3,
  )
  t.equal(
    hours.reduce((sum, { succeeded }) => sum + succeeded, 0),
    3,
  )
  t.equal(users.length, 1)
  t.ok(users.every(({ last_used_at }) => last_used_at !== null && last_used_at.getTime() >= before))
})

test('the last use noted just before the stop is in the database afterwards', async (t) => {
  const { env, look } = await demoEnvironment(t)
  const server = new OwnProcess(t, 'src/main.ts', [], { ...env, PORT: '0' })
  const wire = await Wire.open(t, await addressOf(server))
  const before = Date.now()
  wire.write(lookUp)
  t.match(await wire.answer(), /^http\/1.1 200 /)
  server.child.kill('SIGINT')
  t.equal((await server.ended).code, 0)
  const tokens = await look((db) =>
    db.selectFrom('gateway_tokens').select('last_used_at').where('last_used_at', 'is not', null).execute(),
  )
  t.ok(tokens.some(({ last_used_at }) => last_used_at !== null && last_used_at.getTime() >= before))
})
