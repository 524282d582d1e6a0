import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { stringify } from 'yaml'
import type { Contract, JsonObject } from '../../contract/contract.js'
import { publishedDocument } from '../../contract/published-document.js'
import type { Surface } from '../../contract/surface.js'
import { asOpenApi30 } from './openapi-3.0.js'
import { postmanCollection } from './postman-collection.js'

interface Form {
  readonly mediaType: string
  readonly write: (origin: string) => string
}

/** Under how many addresses of this server the documents are remembered. */
const rememberedOrigins = 4

/**
 * Serves a document as `/openapi/NAME.json` and `.yaml`, as OpenAPI 3.0.3 (`.3.0.json`), and its examples as a collection of Postman
 * (`.postman.json`). Tools in a browser may read these from another origin, unlike anything else here.
 * @param contracts all that are served
 * @returns the address of the JSON form
 */
export function serveDocument(
  app: FastifyInstance,
  contract: Contract,
  surface: Surface,
  contracts: readonly Contract[],
): string {
  const url = `/openapi/${contract.name}`
  const published = (origin: string): JsonObject => publishedDocument(contract, surface, origin)
  const forms: Readonly<Record<string, Form>> = {
    json: { mediaType: 'application/json', write: (origin) => JSON.stringify(published(origin)) },
    // Takes longer than the rest of the start.
    yaml: { mediaType: 'application/yaml', write: (origin) => stringify(published(origin)) },
    '3.0.json': { mediaType: 'application/json', write: (origin) => JSON.stringify(asOpenApi30(published(origin))) },
    'postman.json': {
      mediaType: 'application/json',
      write: (origin) => JSON.stringify(postmanCollection(contract, { surface, origin, contracts })),
    },
  }
  for (const [extension, { mediaType, write }] of Object.entries(forms)) {
    const written = new LRUCache<string, string>({ max: rememberedOrigins })
    app.get(`${url}.${extension}`, (request, reply) => {
      const origin = originOf(request)
      const text = written.get(origin) ?? write(origin)
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
