import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test } from 'tap'
import { startServer } from '../support/server.js'

/** Writes all of a request before it reads anything, as simple clients do. Gives the status line, or how the connection ended. */
async function sendAll(baseUrl: string, head: string, body: Buffer): Promise<string> {
  const { hostname, port } = new URL(baseUrl)
  const socket = connect(Number(port), hostname)
  let ended = ''
  socket.on('error', (error: NodeJS.ErrnoException) => {
    ended = error.code ?? error.message
  })
  const closed = end(socket)
  socket.pause()
  const written = new Promise<void>((resolve) => {
    socket.write(`POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n`)
    socket.write(body, () => resolve())
  })
  await Promise.race([written, closed])
  let answer = ''
  socket.on('data', (chunk) => {
    answer += String(chunk)
    socket.end()
  })
  socket.resume()
  await closed
  return answer.split('\r\n')[0] || ended || 'closed'
}

/** When a connection has closed, whether it was reset or not. */
function end(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

const megabyte = 2 ** 20

function chunked(bytes: number): Buffer {
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, ' '), Buffer.from('\r\n')])
  return Buffer.concat([...Array<Buffer>(bytes / 65_536).fill(chunk), Buffer.from('0\r\n\r\n')])
}

test('large bodies', async (t) => {
  const { baseUrl } = await startServer(t)
  const declared = (bytes: number) => sendAll(baseUrl, `Content-Length: ${bytes}`, Buffer.alloc(bytes, ' '))

  await t.test('a client that sends a body of some megabytes before it reads gets 413', async (t) => {
    for (let round = 0; round < 10; round++) {
      t.equal(await declared(6 * megabyte), 'HTTP/1.1 413 Payload Too Large')
      const inChunks = await sendAll(baseUrl, 'Transfer-Encoding: chunked', chunked(6 * megabyte))
      t.equal(inChunks, 'HTTP/1.1 413 Payload Too Large', 'in chunks')
    }
  })

  await t.test('the connection goes on behind the refused body', async (t) => {
    const { hostname, port } = new URL(baseUrl)
    const socket = connect(Number(port), hostname)
    const body = ' '.repeat(megabyte)
    socket.write(`POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
    socket.end('GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    let answers = ''
    socket.on('data', (chunk) => {
      answers += String(chunk)
    })
    await once(socket, 'close')
    t.strictSame(answers.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 413', 'HTTP/1.1 200'])
  })

  await t.test('a client that sends far more than any operation takes is cut off', async (t) => {
    const { hostname, port } = new URL(baseUrl)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(`POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${1_000 * megabyte}\r\n\r\n`)
    const closed = end(socket)
    const block = Buffer.alloc(megabyte, ' ')
    const sendMore = () => {
      while (!socket.destroyed && socket.write(block));
    }
    socket.on('drain', sendMore)
    sendMore()
    await closed
    t.ok(socket.bytesWritten < 200 * megabyte, `${socket.bytesWritten} bytes`)
  })
})
