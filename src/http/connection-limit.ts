import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { Server as TlsServer } from 'node:tls'
import type { Logger } from 'pino'
import type { RepeatedLines } from '../observability/repeated-lines.js'
import { openFilesLimit } from '../open-files.js'

/** File descriptors that no client may take: those of the database, the log, the files of the embedded database and of Node itself. */
const reserved = 96

/** How long a connection beyond the limit may take to send its request. */
const surplusMs = 2_000

/** Tells the connections that are beyond the limit: their requests are answered 503, and they are closed. */
export interface ConnectionLimit {
  isSurplus(socket: Socket): boolean
}

/**
 * Keeps clients from taking every file descriptor, which would leave none for the database. Beyond nine tenths of what clients may have,
 * idle keep-alive connections are closed. Beyond it a part of the descriptors is kept to answer 503; what comes at the same time beyond those is
 * refused.
 * @param limit of open files of the process
 */
export function limitConnections(
  server: Server,
  log: Logger,
  repeatedLines: RepeatedLines,
  limit = openFilesLimit(),
): ConnectionLimit {
  const surplus = new WeakSet<Socket>()
  if (limit === undefined) return { isSurplus: () => false }
  const kept = Math.floor(limit / 8)
  const maxConnections = Math.max(16, limit - reserved - kept)
  server.maxConnections = maxConnections + kept
  let connections = 0
  const makeRoom = (message: string): void => {
    server.closeIdleConnections()
    repeatedLines.write(message, (leftOut) => log.warn({ openFilesLimit: limit, maxConnections, ...leftOut }, message))
  }
  server.on('connection', (socket) => {
    connections++
    socket.once('close', () => connections--)
    if (connections > maxConnections * 0.9) makeRoom('idle connections closed: the limit of open files is near')
  })
  // A request comes on the socket inside TLS.
  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
    if (connections <= maxConnections) return
    surplus.add(socket)
    setTimeout(() => socket.destroy(), surplusMs).unref()
    makeRoom('connections answered 503: the limit of open files is reached; raise it (ulimit -n)')
  })
  server.on('drop', () => makeRoom('connection refused: the limit of open files is reached; raise it (ulimit -n)'))
  return { isSurplus: (socket) => surplus.has(socket) }
}
