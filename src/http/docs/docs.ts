import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Contract } from '../../contract/contract.js'
import { codeSamples } from '../../contract/samples/samples.js'
import type { Surface } from '../../contract/surface.js'
import { packagePath, packageVersion } from '../../package-file.js'
import type { ListedContract } from '../pages/catalogue.js'
import { serveFiles } from '../pages/files.js'
import { sendPage } from '../pages/headers.js'
import { originOf, writtenForOrigin } from '../pages/origin.js'
import { docsPage } from './page.js'

export interface DocsOptions {
  /** What this listener serves. */
  readonly listed: readonly ListedContract[]
  /** All contracts that are served, on any listener. */
  readonly contracts: readonly Contract[]
  readonly surface: Surface
  /** Whether the demo credentials work here. */
  readonly demo: boolean
}

/** What the page needs of Swagger UI. The package is taken for its build of it: that of Swagger UI itself reports installations. */
const swaggerFiles = ['swagger-ui-bundle.js', 'swagger-ui.css']

/** Serves the documentation at `/docs`: one page over all contracts, with Swagger UI for each. */
export async function serveDocs(app: FastifyInstance, options: DocsOptions): Promise<void> {
  const { listed, demo } = options
  const pageFor = writtenForOrigin((origin) => docsPage({ origin, demo, contracts: listed }).text)
  for (const path of ['/docs', '/docs/']) app.get(path, (request, reply) => sendPage(reply, pageFor(request)))
  await serveIndex(app, listed)
  serveSamples(app, options)
  serveFiles(app, '/docs/page/', packagePath('src/http/docs/page'))
  const build = createRequire(import.meta.url).resolve('@fastify/swagger-ui/static/swagger-ui.css')
  serveFiles(app, '/docs/static/', dirname(build), swaggerFiles)
}

/** Serves an OpenAPI document that names the contracts of this listener, where tools that know Fastify look for one. */
async function serveIndex(app: FastifyInstance, listed: readonly ListedContract[]): Promise<void> {
  const contracts = listed.map(({ name, title }) => `- [${title}](/openapi/${name}.json)`).join('\n')
  await app.register(swagger, {
    mode: 'static',
    specification: {
      document: {
        openapi: '3.1.0',
        info: {
          title: 'Tokenwright',
          version: packageVersion(),
          description: `The contracts of this server:\n\n${contracts}`,
        },
        paths: {},
      },
    },
  })
  app.get('/docs/json', () => app.swagger())
  app.get('/docs/yaml', (_request, reply) => reply.type('application/yaml').send(app.swagger({ yaml: true })))
}

/** Serves the requests of an operation as code, by the names of its examples. */
function serveSamples(app: FastifyInstance, { listed, contracts, surface }: DocsOptions): void {
  app.get<{ Params: { contract: string; operationId: string } }>(
    '/docs/samples/:contract/:operationId',
    (request, reply) => {
      const { contract: name, operationId } = request.params
      const found = listed.find((one) => one.name === name)
      if (!found?.operations.some((one) => one.operationId === operationId)) return reply.callNotFound()
      const samples = codeSamples(found.contract, operationId, { origin: originOf(request), surface, contracts })
      return reply.type('application/json').serializer(String).send(JSON.stringify(samples))
    },
  )
}
