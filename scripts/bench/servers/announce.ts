import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Listens on a free port of the loopback address and prints where, as the server does. */
export async function announce(app: FastifyInstance): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  console.log(`listens on http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
}
