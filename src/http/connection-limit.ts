import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { RepeatedLines } from '../observability/repeated-lines.js'

/** File descriptors that no client may take: those of the database, the log, the files of the embedded database and of Node itself. */
const reserved = 96

/** How many files this process may have open (`ulimit -n`); `undefined` where the system does not tell. */
export function openFilesLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return soft === undefined ? undefined : Number(soft)
  } catch {
    return undefined
  }
}

/**
 * Keeps clients from taking every file descriptor, which would leave none for the database. Beyond nine tenths of what clients may have,
 * idle keep-alive connections are closed; beyond it, new connections are.
 * @param limit of open files of the process
 */
export function limitConnections(
  server: Server,
  log: Logger,
  repeatedLines: RepeatedLines,
  limit = openFilesLimit(),
): void {
  if (limit === undefined) return
  const maxConnections = Math.max(16, limit - reserved)
  server.maxConnections = maxConnections
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
  server.on('drop', () => makeRoom('connection refused: the limit of open files is reached; raise it (ulimit -n)'))
}
