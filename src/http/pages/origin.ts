import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

/** Under how many addresses of this server a text is remembered. */
const rememberedOrigins = 4

/** The origin that the reader has called, as a trusted proxy tells it; empty where the request has none. */
export function originOf({ protocol, host }: FastifyRequest): string {
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address).origin : ''
}

/** Gives a function that writes a text for the origin of a request, once for each of the last origins. */
export function writtenForOrigin(write: (origin: string) => string): (request: FastifyRequest) => string {
  const written = new LRUCache<string, string>({ max: rememberedOrigins })
  return (request) => {
    const origin = originOf(request)
    const text = written.get(origin) ?? write(origin)
    written.set(origin, text)
    return text
  }
}
