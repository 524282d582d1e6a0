import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Test, test } from 'tap'
import { startServer } from '../support/server.js'

test('a client that never reads its answers, or takes too long over its body, is closed within 30 s', async (t: Test) => {
  const { app, baseUrl } = await startServer(t)
  const { port, hostname } = new URL(baseUrl)
  const open = (text: string) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('error', () => {})
    t.teardown(() => socket.destroy())
    return socket
  }
  const page = 'GET /docs/static/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n'
  open(page.repeat(20)).pause()
  const slow = open(
    'POST /api/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n',
  )
  const drip = setInterval(() => slow.write(' '), 1_000)
  t.teardown(() => clearInterval(drip))
  const count = () => new Promise<number>((resolve) => app.server.getConnections((_error, open) => resolve(open)))

  await delay(2_000)
  t.equal(await count(), 2, 'both are connected')
  const startedAt = performance.now()
  while ((await count()) > 0 && performance.now() - startedAt < 40_000) await delay(200)
  const seconds = (performance.now() - startedAt) / 1000 + 2
  t.equal(await count(), 0)
  t.ok(seconds <= 31, `closed after ${seconds.toFixed(1)} s`)
})
