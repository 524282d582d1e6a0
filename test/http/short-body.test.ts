import { once } from 'node:events'
import { test } from 'tap'
import { CapturedLog } from '../support/captured-log.js'
import { sendText } from '../support/http.js'
import { startServer } from '../support/server.js'
import { Wire } from '../support/wire.js'

const head = 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n'

test('a body that ends before its Content-Length is answered as broken HTTP', async (t) => {
  const { baseUrl } = await startServer(t)
  const answer = await sendText(baseUrl, `${head}{"accessKey":`)
  t.match(answer, /^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n/)
  t.match(answer, /"The request is not valid HTTP\."/)
  t.equal(answer.match(/HTTP\/1.1 /g)?.length, 1, 'there is one answer')
})

test('a connection that is cut within a body is no failure of the server', async (t) => {
  const log = new CapturedLog('info')
  const { app, baseUrl } = await startServer(t, { log: log.logger })
  const connected = once(app.server, 'connection')
  const wire = await Wire.open(t, baseUrl)
  const [socket] = await connected
  const begun = once(app.server, 'request')
  wire.write(`${head}{"accessKey":`)
  await begun
  const cut = new Promise((resolve) => socket.on('close', resolve))
  wire.socket.resetAndDestroy()
  await cut
  // Whatever is still to be logged is logged then.
  await app.close()
  t.strictSame(
    log.lines.filter(({ level }) => Number(level) >= 40),
    [],
  )
})
