import type { FastifyReply, FastifyRequest } from 'fastify'

/** Twice the largest body that an operation takes. */
const maxDrainedBytes = 8 * 2 ** 20

/**
 * Goes on reading a body that is refused for its size, so that the client gets the answer: a connection that is closed while bytes arrive is
 * reset, and the reset can overtake the answer. Beyond a bound the connection is closed all the same.
 */
export function drainBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  // Fastify sets it.
  reply.removeHeader('connection')
  let drained = 0
  raw.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > maxDrainedBytes) raw.socket.destroy()
  })
  raw.resume()
}
