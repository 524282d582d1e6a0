import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import { type Surface, servedDocument } from '../contract/bind.js'
import type { Contract } from '../contract/contract.js'

export interface DocsOptions {
  readonly contracts: readonly Contract[]
  readonly surface: Surface
  /** Whether the demo credentials work here. */
  readonly demo: boolean
}

/** Serves the contracts, each listener just what it serves, as `/openapi/NAME.json` and `.yaml`. */
export async function serveDocs(app: FastifyInstance, { contracts, surface }: DocsOptions): Promise<void> {
  for (const contract of contracts) {
    const document = servedDocument(contract, surface)
    if (Object.keys(document.paths ?? {}).length === 0) continue
    const json = JSON.stringify(document)
    const yaml = stringify(document)
    app.get(`/openapi/${contract.name}.json`, (_request, reply) =>
      reply.type('application/json').serializer(String).send(json),
    )
    app.get(`/openapi/${contract.name}.yaml`, (_request, reply) =>
      reply.type('application/yaml').serializer(String).send(yaml),
    )
  }
}
