import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Contract, JsonObject } from '../../contract/contract.js'
import { hasServedOperations, type Surface } from '../../contract/surface.js'
import { packageFile } from '../../package-file.js'
import { serveDocument } from './documents.js'

export interface DocsOptions {
  readonly contracts: readonly Contract[]
  readonly surface: Surface
  /** Whether the demo credentials work here. */
  readonly demo: boolean
}

/** An entry of the page's menu. */
interface MenuEntry {
  readonly url: string
  readonly name: string
}

/** What the page's own script (`page/page.js`) offers to Swagger UI. It exists in the browser only. */
declare const tokenwright: {
  readonly plugins: () => object
  readonly requestInterceptor: <Request extends object>(request: Request) => Request | Promise<Request>
  readonly responseInterceptor: <Response extends object>(response: Response) => Response
  readonly onComplete: () => void
}

/**
 * Nothing is loaded from elsewhere, and nothing is sent elsewhere. No `upgrade-insecure-requests`: the server speaks plain HTTP
 * unless it is given a certificate.
 */
const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** Of every page: it is taken for nothing else than it says, tells nobody where a link came from, and is open to no other origin. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * Serves the contracts as `/openapi/NAME.json` and `.yaml` and one Swagger UI over all of them at `/docs`.
 * Each listener shows just what it serves.
 */
export async function serveDocs(app: FastifyInstance, { contracts, surface, demo }: DocsOptions): Promise<void> {
  const menu: MenuEntry[] = []
  for (const contract of contracts.filter((one) => hasServedOperations(one, surface))) {
    const url = serveDocument(app, contract, surface, contracts)
    menu.push({ url, name: String((contract.document.info as JsonObject).title) })
  }
  await app.register(async (pages) => {
    pages.addHook('onRequest', (_request, reply, done) => {
      reply.headers(securityHeaders)
      done()
    })
    await servePage(pages, menu, demo)
    pages.get('/', (_request, reply) => reply.redirect('/docs'))
  })
}

async function servePage(app: FastifyInstance, menu: readonly MenuEntry[], demo: boolean): Promise<void> {
  // Swagger UI serves one document of its own at /docs/json, besides those of the menu.
  await app.register(swagger, {
    mode: 'static',
    specification: {
      document: {
        openapi: '3.1.0',
        info: {
          title: 'Tokenwright',
          version: '1.0.0',
          description: `The contracts of this server: ${menu.map(({ url }) => url).join(', ')}`,
        },
        paths: {},
      },
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    uiConfig: pageConfig(menu, demo),
    logo: { type: 'image/svg+xml', content: pageFile('logo.svg') },
    theme: {
      title: 'Tokenwright',
      js: ['forms.js', 'resolve.js', 'page.js'].map((filename) => ({ filename, content: pageFile(filename) })),
      css: [{ filename: 'page.css', content: pageFile('page.css') }],
      favicon: [
        {
          filename: 'favicon.svg',
          rel: 'icon',
          type: 'image/svg+xml',
          sizes: 'any',
          content: pageFile('favicon.svg'),
        },
      ],
    },
  })
}

/** The configuration of Swagger UI in the browser. */
function pageConfig(menu: readonly MenuEntry[], demo: boolean) {
  return {
    urls: [...menu],
    // Read by the page's own script.
    demo,
    // The functions are sent to the browser as text: they refer to nothing of this module.
    plugins: [() => tokenwright.plugins()],
    requestInterceptor: (request: object) => tokenwright.requestInterceptor(request),
    responseInterceptor: (response: object) => tokenwright.responseInterceptor(response),
    onComplete: () => tokenwright.onComplete(),
    tryItOutEnabled: true,
    persistAuthorization: false,
    displayOperationId: true,
    displayRequestDuration: true,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
  }
}

/** A file of the page. */
function pageFile(name: string): string {
  return packageFile(`src/http/docs/page/${name}`)
}
