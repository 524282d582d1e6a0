import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import type { Contract, JsonObject } from '../../contract/contract.js'
import { publishedDocument } from '../../contract/published-document.js'
import type { Surface } from '../../contract/surface.js'
import { writtenForOrigin } from '../pages/origin.js'
import { sequencesOf } from './arazzo.js'
import { clientSource } from './client-source.js'
import { asOpenApi30 } from './openapi-3.0.js'
import { postmanCollection } from './postman-collection.js'

/** What is served of a contract, by the ending of its address below `/openapi/NAME.`. */
export type DocumentForm = 'json' | 'yaml' | '3.0.json' | 'postman.json' | 'arazzo.yaml' | 'client.ts'

interface WrittenForm {
  readonly mediaType: string
  readonly write: (origin: string) => string
}

/**
 * Serves a document as `/openapi/NAME.json` and `.yaml`, as OpenAPI 3.0.3 (`.3.0.json`), and its examples as a collection of Postman
 * (`.postman.json`); where there are such, its sequences of calls (`.arazzo.yaml`) and the source of its typed client (`.client.ts`).
 * Tools in a browser may read these from another origin, unlike anything else here.
 * @param contracts all that are served
 * @returns the forms that there are
 */
export function serveDocument(
  app: FastifyInstance,
  contract: Contract,
  surface: Surface,
  contracts: readonly Contract[],
): readonly DocumentForm[] {
  const forms = formsOf(contract, surface, contracts)
  for (const [extension, { mediaType, write }] of Object.entries(forms)) {
    const textFor = writtenForOrigin(write)
    app.get(`/openapi/${contract.name}.${extension}`, (request, reply) =>
      reply.header('access-control-allow-origin', '*').type(mediaType).serializer(String).send(textFor(request)),
    )
  }
  return Object.keys(forms) as DocumentForm[]
}

function formsOf(
  contract: Contract,
  surface: Surface,
  contracts: readonly Contract[],
): Partial<Record<DocumentForm, WrittenForm>> {
  const published = (origin: string): JsonObject => publishedDocument(contract, surface, origin)
  const sequences = sequencesOf(contract, surface)
  const client = clientSource(contract.name)
  return {
    json: { mediaType: 'application/json', write: (origin) => JSON.stringify(published(origin)) },
    // Takes longer than the rest of the start.
    yaml: { mediaType: 'application/yaml', write: (origin) => stringify(published(origin)) },
    '3.0.json': { mediaType: 'application/json', write: (origin) => JSON.stringify(asOpenApi30(published(origin))) },
    'postman.json': {
      mediaType: 'application/json',
      write: (origin) => JSON.stringify(postmanCollection(contract, { surface, origin, contracts })),
    },
    ...(sequences && { 'arazzo.yaml': { mediaType: 'application/yaml', write: sequences } }),
    ...(client && { 'client.ts': { mediaType: 'text/plain; charset=utf-8', write: () => client() } }),
  }
}
