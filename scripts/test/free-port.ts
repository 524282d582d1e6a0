import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * The ports from which one is chosen. They lie below those that Linux and macOS give to outgoing connections: a server
 * that is stopped and started again on its port would otherwise find it taken by a client, or by a connection that
 * reached itself.
 */
const FIRST_PORT = 10_240
const LAST_PORT = 32_767

/** A port of the loopback address that nobody listens on, and that no outgoing connection takes meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
