import type { FastifyRequest } from 'fastify'

/** The origin that the reader has called, as a trusted proxy tells it; empty where the request has none. */
export function originOf({ protocol, host }: FastifyRequest): string {
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address).origin : ''
}
