import { availableParallelism } from 'node:os'
import { test } from 'tap'
import { freePort } from '../../scripts/test/free-port.js'
import { instances } from '../support/instances.js'
import { Load } from '../support/load.js'

const user = { username: 'ethan.buckley@datastoreltd.biz', password: 'S0qUx56pW!' }
/** As many sign-ins as run and wait. */
const places = Math.min(2 * availableParallelism(), 5) * (50 + 1)
const json = { 'content-type': 'application/json' }

test('while sign-ins with passwords come in floods, look-ups and other tokens are answered, and the surplus is told to come back', async (t) => {
  const { ports, start } = await instances(t)
  const internal = `http://127.0.0.1:${await freePort()}`
  await start(ports[0], { INTERNAL_PORT: new URL(internal).port })
  const baseUrl = `http://127.0.0.1:${ports[0]}`
  const post = (path: string, body: object, from = '203.0.113.1') =>
    fetch(baseUrl + path, {
      method: 'POST',
      headers: { ...json, 'x-forwarded-for': from },
      body: JSON.stringify(body),
    })

  const load = new Load(baseUrl)
  const others = {
    'look-up': () =>
      fetch(`${baseUrl}/v1/api/auth`, {
        headers: { authorization: 'Bearer twg_GatewayAccount1DemoTokenIsActive2qte6G' },
      }),
    'broker-token': () =>
      post('/api/token', {
        hash: 'bd9f8b0c2e7a4f61a3d5c7e90b1f2d4863a5c7e9f1b3d5072f4e6a8c0b2d4f68',
        secret: 'demo-broker-secret-Zm9vYmFy',
      }),
    'partner-login': () =>
      post('/login', {
        accessKey: '986d8167a9b9a15e37db4ab4ad50877b01347a94',
        secret: '79bPqahzbeYuIgyod1GBjsBy38wN7KuBBNNmN/emwjFCuAfq',
      }),
    'new gateway token': () =>
      fetch(`${internal}/v1/frontend/auth`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ account_id: 'FLOODED', description: 'issued meanwhile' }),
      }),
  }
  for (const [name, call] of Object.entries(others)) {
    load.repeat(name, 5, async () => {
      const answer = await call()
      const text = await answer.text()
      if (!answer.ok || text.includes('"error"')) throw new Error(`${answer.status} ${text}`)
    })
  }

  const seen: Record<number, number> = {}
  let mostWaiting = 0
  load.repeat('metrics', 100, async () => {
    const page = await fetch(`${internal}/metrics`).then((answer) => answer.text())
    mostWaiting = Math.max(
      mostWaiting,
      Number(/^tokenwright_password_hash\w*\{state="waiting"\} (\d+)/m.exec(page)?.[1] ?? 0),
    )
  })
  // Each wave is three times what finds a place. In the first everybody comes from elsewhere, in the second all come from one address.
  for (const wave of [1, 2]) {
    await Promise.all(
      Array.from({ length: places * 3 }, async (_, index) => {
        const from = wave === 1 ? `198.51.100.${index % 250}` : '192.0.2.1'
        const isRight = index % 10 === 0
        const credentials = isRight
          ? user
          : { username: `stranger ${wave} ${index}@example.com`, password: 'a wrong one' }
        const answer = await post('/api/v2/auth/token', credentials, from)
        const body = JSON.parse(await answer.text())
        seen[answer.status] = (seen[answer.status] ?? 0) + 1
        const isSurplus = answer.status === 503 || answer.status === 429
        const isAsTold = isSurplus
          ? /^[1-9]\d*$/.test(answer.headers.get('retry-after') ?? '') && body.errorCode !== '' && body.content === ''
          : (answer.status === 200 && isRight) || (answer.status === 401 && body.errorCode === 'AUTH_1001' && !isRight)
        if (!isAsTold)
          t.fail(`${answer.status} ${JSON.stringify(body)} to ${isRight ? 'the right' : 'a wrong'} password`)
      }),
    )
  }
  await load.end()
  t.comment(JSON.stringify({ seen, others: load.counts, mostWaiting }))
  t.strictSame(load.failures, [], 'everything else was answered')
  for (const [name, count] of Object.entries(load.counts)) t.ok(count >= 5, `${name}: ${count}`)
  t.ok(seen[200] && seen[401], 'those who found a place were judged')
  t.ok((seen[429] ?? 0) + (seen[503] ?? 0) > 0, 'there was a surplus')
  t.ok(mostWaiting > 0 && mostWaiting <= places, `at most ${mostWaiting} waited`)
})
