import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { stringify } from 'yaml'
import type { Contract } from '../../contract/contract.js'
import { publishedDocument } from '../../contract/published-document.js'
import type { Surface } from '../../contract/surface.js'

/** Under how many addresses of this server the documents are remembered. */
const rememberedOrigins = 4

/**
 * Serves a document as `/openapi/NAME.json` and `.yaml`. Tools in a browser may read it from another origin, unlike anything else here.
 * @returns the address of the JSON form
 */
export function serveDocument(app: FastifyInstance, contract: Contract, surface: Surface): string {
  const url = `/openapi/${contract.name}`
  const forms = {
    json: { mediaType: 'application/json', write: JSON.stringify },
    // Takes longer than the rest of the start.
    yaml: { mediaType: 'application/yaml', write: stringify },
  }
  for (const [extension, { mediaType, write }] of Object.entries(forms)) {
    const written = new LRUCache<string, string>({ max: rememberedOrigins })
    app.get(`${url}.${extension}`, (request, reply) => {
      const origin = originOf(request)
      const text = written.get(origin) ?? write(publishedDocument(contract, surface, origin))
      written.set(origin, text)
      return reply.header('access-control-allow-origin', '*').type(mediaType).serializer(String).send(text)
    })
  }
  return `${url}.json`
}

/** The origin that the reader has called, as a trusted proxy tells it; empty where the request has none. */
function originOf({ protocol, host }: FastifyRequest): string {
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address).origin : ''
}
