import type { FastifyInstance } from 'fastify'
import type { Contract } from '../../contract/contract.js'
import { hasServedOperations, type Surface } from '../../contract/surface.js'
import { packagePath } from '../../package-file.js'
import { serveDocs } from '../docs/docs.js'
import { serveDocument } from '../docs/documents.js'
import { serveFront } from '../front/front.js'
import { listedContract } from './catalogue.js'
import { allowFiles, serveFiles } from './files.js'
import { addPageHeaders } from './headers.js'

export interface PagesOptions {
  /** In the order in which pages show them. */
  readonly contracts: readonly Contract[]
  readonly surface: Surface
  /** Whether the demo credentials work here. */
  readonly demo: boolean
}

/**
 * Serves the contracts as `/openapi/NAME.json` and in other forms, the front door at `/` and the documentation at `/docs`.
 * Each listener shows just what it serves.
 */
export async function servePages(app: FastifyInstance, { contracts, surface, demo }: PagesOptions): Promise<void> {
  const listed = contracts
    .filter((contract) => hasServedOperations(contract, surface))
    .map((contract) => listedContract(contract, surface, serveDocument(app, contract, surface, contracts)))
  await app.register(async (pages) => {
    addPageHeaders(pages)
    await allowFiles(pages)
    serveFiles(pages, '/assets/', packagePath('src/http/pages/assets'))
    serveFront(pages, { listed, contracts, surface, demo })
    await serveDocs(pages, { listed, contracts, surface, demo })
  })
}
