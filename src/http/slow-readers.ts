import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How often connections are looked at. One is ended at the second look that finds the same bytes unsent: within 30 s. */
const intervalMs = 12_000

/**
 * Ends connections whose client does not read its answer. Node's own limit (`server.timeout`) would also end those that wait for one, since
 * it counts any time without bytes.
 */
export function endSlowReaders(server: Server): void {
  const sockets = new Set<Socket>()
  /** The unsent bytes of each connection that had some at the last look. */
  let unsent = new Map<Socket, number>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const timer = setInterval(() => {
    const waiting = [...sockets].filter(({ writableLength }) => writableLength > 0)
    for (const socket of waiting) if (unsent.get(socket) === socket.writableLength) socket.destroy()
    unsent = new Map(waiting.map((socket) => [socket, socket.writableLength]))
  }, intervalMs)
  timer.unref()
  server.on('close', () => clearInterval(timer))
}
