import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Listener } from '../config.js'
import { StartupError } from '../errors.js'

/** An address to listen on, and the variable that sets its port. */
export interface NamedListener extends Listener {
  readonly variable: 'PORT' | 'INTERNAL_PORT'
}

/**
 * Listens once and stops, so that a taken port is reported before the database is opened.
 * @throws {StartupError} naming the variable to set
 */
export async function assertPortIsFree(listener: NamedListener): Promise<void> {
  const { host, port } = listener
  const probe = createServer()
  try {
    probe.listen({ host, port })
    await once(probe, 'listening')
  } catch (error) {
    throw explainListenError(error, listener)
  }
  probe.close()
  await once(probe, 'close')
}

/**
 * Starts to accept connections.
 * @param operations which operations the listener serves, for the log
 * @throws {StartupError} where the port was taken meanwhile
 */
export async function listen(app: FastifyInstance, listener: NamedListener, operations: string): Promise<void> {
  const { host, port } = listener
  try {
    await app.listen({ host, port, listenTextResolver: (address) => `${operations} operations at ${address}` })
  } catch (error) {
    throw explainListenError(error, listener)
  }
}

function explainListenError(error: unknown, { host, port, variable }: NamedListener): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return new StartupError(`port ${port} is already in use; stop the other process, or set ${variable} to another one`)
  }
  if (code === 'EACCES') {
    return new StartupError(`this user may not listen on port ${port}; set ${variable} to a port from 1024 on`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const hostVariable = variable === 'PORT' ? 'HOST' : 'INTERNAL_HOST'
    return new StartupError(`this machine has no address ${host}; set ${hostVariable} to one that it has`)
  }
  return error
}

/** The URL of a listening app, for people: an address that means "all" is shown as localhost. */
export function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `${app.initialConfig.https ? 'https' : 'http'}://${host}:${port}`
}
